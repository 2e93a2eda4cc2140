"""What is kept about a person in this room, and how to hand it over."""

from uuid import UUID

from dangol.lib.personal import Holding, Record, rows_of
from dangol.sales.models import AppliedClause, Purchase, PurchaseLine, Return, ReturnLine, Visit

_BOOKS = "a record of a sale without a name; the customer's identities are erased in the room `people`"


def _lines(customer: UUID) -> list[Record]:
    return [dict(row) for row in PurchaseLine.objects.filter(purchase__customer_id=customer).values()]


def _applied(customer: UUID) -> list[Record]:
    return list(AppliedClause.objects.filter(purchase__customer_id=customer).values())


def _lines_back(customer: UUID) -> list[Record]:
    return list(ReturnLine.objects.filter(return_of__customer_id=customer).values())


HOLDINGS = (
    Holding(Purchase, what="what was bought, when, where, for how much", export=rows_of(Purchase), kept_because=_BOOKS),
    Holding(PurchaseLine, what="the goods of each purchase", export=_lines, kept_because=_BOOKS),
    Holding(AppliedClause, what="which clauses priced a purchase", export=_applied, kept_because=_BOOKS),
    Holding(Return, what="what came back and why (a code)", export=rows_of(Return), kept_because=_BOOKS),
    Holding(ReturnLine, what="the goods of each return", export=_lines_back, kept_because=_BOOKS),
    Holding(Visit, what="when the customer came by", export=rows_of(Visit), kept_because=_BOOKS),
)
