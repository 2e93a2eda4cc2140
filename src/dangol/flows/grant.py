"""A person of the business gives points, a voucher or an item, and says why."""

from datetime import datetime
from uuid import UUID

from dangol.facts.actions import Answer
from dangol.flows import reading
from dangol.flows.errors import BadInput, InputProblem
from dangol.flows.reading import Declared
from dangol.flows.telling import Json, stage, told
from dangol.lib.act import Act
from dangol_policy.story import hands


def grant(
    *,
    customer: UUID,
    points: int | None = None,
    voucher: int | str | None = None,
    item: str | None = None,
    because: str,
    money: Declared = "major",
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """Gives it; the reason is kept with the answer. Points in smallest parts, the voucher as an amount."""
    if not because.strip():
        raise BadInput([InputProblem(("because",), "missing-key", "say why this is given")])

    def story(act: Act) -> Json:
        scene = stage(act, customers=[customer], money=money)
        worth = reading.amount(voucher, scene.rules.policy, money, "voucher")
        hands.grant(scene.tale, customer.hex, amount=points, voucher=worth, item=item)
        scene.close()
        return {
            "because": because,
            "issued": scene.issued(),
            "entries": scene.entries(),
            "account": scene.account(customer.hex),
        }

    body = {
        "customer": customer.hex,
        "points": points,
        "voucher": voucher,
        "item": item,
        "because": because,
        "money": money,
    }
    return told(name="grant", body=body, request=request, by=by, at=at, story=story, customer=customer)
