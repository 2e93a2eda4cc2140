"""What falls due for customers: points mature and expire, tiers are reviewed, gifts come and lapse, rewards are given.

Whoever touches a customer first catches up in the same way, so nothing depends on when this runs.
"""

from datetime import datetime
from uuid import UUID

from dangol.flows.telling import stage
from dangol.lib.act import acting
from dangol.loyalty import queries as loyalty
from dangol_policy.story import due

BY = "system:worker"


def settle(customer: UUID, *, at: datetime) -> int:
    """Everything due for one customer by the instant happens; returns how many outcomes that had."""
    with acting(by=BY, at=at, request=f"due:{customer.hex}:{at.timestamp():.6f}") as act:
        scene = stage(act, customers=[customer])
        due.catch_up(scene.tale, [customer.hex], scene.tale.at)
        scene.close()
        return len(scene.tale.outcomes)


def waiting(*, at: datetime, limit: int = 500) -> list[UUID]:
    """Customers for whom something is due, longest overdue first."""
    return loyalty.accounts_due(at=at, limit=limit)
