"""Orders as faces show them: the decision they were made on, and what became of them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from dangol.flows import loading
from dangol.sales import queries as sold
from dangol_policy.decision import Decision
from dangol_policy.story.state import Refunded


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order. `left` holds units that could still come back, by line id."""

    id: UUID
    number: str
    at: datetime
    delivered: date | None
    cancelled: bool
    decision: Decision
    refunded: Refunded
    left: tuple[tuple[str, int], ...]


def find(number: str) -> OrderView | None:
    """The order with this number."""
    row = sold.by_number(number)
    if row is None:
        return None
    order = loading.order_of(row)
    left = (
        (line.id, line.quantity - len(order.returned.get(position, ())))
        for position, line in enumerate(order.decision.lines)
    )
    return OrderView(
        id=row.id,
        number=order.number,
        at=order.at,
        delivered=order.delivered,
        cancelled=order.state == "cancelled",
        decision=order.decision,
        refunded=order.refunded,
        left=tuple(left),
    )
