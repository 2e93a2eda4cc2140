"""Named reads of purchases, returns and visits."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce

from dangol.sales.errors import UnknownPurchase
from dangol.sales.models import CANCELLED, AppliedClause, Purchase, PurchaseLine, Return, ReturnLine, Visit

REFUND_FIGURES = ("goods", "shipping", "by_points", "points", "gift_card", "money", "fee", "kept_back")


def purchase(id_: UUID) -> Purchase:
    found = Purchase.objects.filter(id=id_).first()
    if found is None:
        raise UnknownPurchase(id_)
    return found


def by_number(number: str, *, source: str = "") -> Purchase | None:
    return Purchase.objects.filter(source=source, number=number).first()


def numbers_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """The order numbers of purchases, for those who explain entries."""
    return dict(Purchase.objects.filter(id__in=set(ids)).values_list("id", "number"))


def placed_at(number: str, *, source: str = "") -> datetime | None:
    """When the purchase of this number was placed; None when there is none."""
    return Purchase.objects.filter(source=source, number=number).values_list("at", flat=True).first()


def locked(id_: UUID) -> Purchase:
    """The purchase under its row lock, before anything is decided about a return or cancel."""
    found = Purchase.objects.select_for_update(no_key=True).filter(id=id_).first()
    if found is None:
        raise UnknownPurchase(id_)
    return found


def of_customer(customer: UUID) -> QuerySet[Purchase]:
    """Latest first."""
    return Purchase.objects.filter(customer_id=customer).order_by("-at", "-id")


def lines(purchase_id: UUID) -> list[PurchaseLine]:
    return list(PurchaseLine.objects.filter(purchase_id=purchase_id).order_by("position"))


def applied(purchase_id: UUID) -> list[AppliedClause]:
    return list(AppliedClause.objects.filter(purchase_id=purchase_id).order_by("number"))


def returns(purchase_id: UUID) -> list[Return]:
    """Oldest first."""
    return list(Return.objects.filter(purchase_id=purchase_id).order_by("at", "id"))


def returned_units(purchase_id: UUID) -> dict[int, list[int]]:
    """Which units of each line (by position) came back."""
    found: dict[int, list[int]] = {}
    rows = ReturnLine.objects.filter(return_of__purchase_id=purchase_id).select_related("line")
    for row in rows:
        found.setdefault(row.line.position, []).extend(row.units)
    return {position: sorted(units) for position, units in found.items()}


def refunded(purchase_id: UUID) -> dict[str, int]:
    """What came back of the order so far, by what it was paid with (the figures of `Refund`)."""
    sums = Return.objects.filter(purchase_id=purchase_id).aggregate(
        **{name: Coalesce(Sum(name), 0) for name in REFUND_FIGURES}
    )
    return {name: sums[name] for name in REFUND_FIGURES}


def last_order_at(customer: UUID, *, besides: UUID | None = None) -> datetime | None:
    """When the customer last ordered something that was not cancelled, leaving one order out."""
    standing = Purchase.objects.filter(customer_id=customer).exclude(state=CANCELLED).order_by("-at")
    if besides is not None:
        standing = standing.exclude(id=besides)
    return standing.values_list("at", flat=True).first()


def visit_by_number(number: str, *, source: str = "") -> Visit | None:
    """The visit itself, never the row that took it back."""
    return Visit.objects.filter(source=source, number=number, cancels=None).first()


def was_cancelled(visit: Visit) -> bool:
    return Visit.objects.filter(cancels_id=visit.id).exists()


def visits_of(customer: UUID) -> QuerySet[Visit]:
    """Visits that were not taken back, latest first."""
    return Visit.objects.filter(customer_id=customer, cancels=None, cancelled_by=None).order_by("-at", "-id")


def visits_on(customer: UUID, day: date) -> QuerySet[Visit]:
    """Visits of a local day that were not taken back."""
    return Visit.objects.filter(customer_id=customer, day=day, cancels=None, cancelled_by=None)
