"""Reads what many customers did, table by table, so that a history costs no query of its own."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet, Sum

from dangol.facts.models import Fact
from dangol.loyalty.models import Entry, Voucher, VoucherUse
from dangol.people.models import Belonging, Customer, Referral
from dangol.rulebook.models import DecisionRecord
from dangol.sales.models import CANCELLED, Purchase, PurchaseLine, Return, ReturnLine, Visit

GRANT = "grant"
"""Clause of what a person of the business gave."""
T = TypeVar("T")
ByCustomer = Mapping[UUID | None, list[Any]]


@dataclass(frozen=True, slots=True)
class Bought:
    """Purchases of somebody, and what became of them."""

    purchases: ByCustomer
    inputs: Mapping[UUID, str]
    """What each was decided on, by purchase; empty where it was erased."""
    lines: Mapping[UUID, list[PurchaseLine]]
    """Only of purchases whose inputs were erased."""
    returns: Mapping[UUID, list[Return]]
    """By purchase."""
    back: Mapping[UUID, list[ReturnLine]]
    delivered: Mapping[UUID, Fact]
    """When the arrival of a purchase was told, where it was told later."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that is stored about some customers and that a history is made of."""

    customers: list[Customer]
    groups: ByCustomer
    referrals: ByCustomer
    """By the friend."""
    bought: Bought
    visits: ByCustomer
    spent: ByCustomer
    """Points used outside of orders: customer, clause, instant and points of each request."""
    granted: ByCustomer
    """Points a person gave."""
    given: ByCustomer
    """Vouchers and items a person gave."""
    claims: ByCustomer


def rows_of(customers: Collection[UUID]) -> Rows:
    """The rows of these customers."""
    mine = {"customer_id__in": customers}
    entries = Entry.objects.filter(account_id__in=customers, order_id=None)
    spent = entries.filter(kind="spend").values("account_id", "clause", "at", "request").annotate(sum=Sum("points"))
    granted = entries.filter(kind="grant", clause=GRANT)
    claims = VoucherUse.objects.filter(order_id=None, released_at=None, **mine).exclude(voucher__kind="points")
    return Rows(
        customers=list(Customer.objects.filter(id__in=customers)),
        groups=_by(Belonging.objects.filter(kind__in=("segment", "membership"), **mine), "customer_id"),
        referrals=_by(Referral.objects.filter(**mine), "customer_id"),
        bought=bought(Purchase.objects.filter(**mine), Return.objects.filter(**mine)),
        visits=_by(Visit.objects.filter(**mine), "customer_id"),
        spent=_by_key(spent, "account_id"),
        granted=_by(granted, "account_id"),
        given=_by(Voucher.objects.filter(clause=GRANT, **mine), "customer_id"),
        claims=_by(claims.select_related("voucher"), "customer_id"),
    )


def bought(purchases: QuerySet[Purchase], returns: QuerySet[Return]) -> Bought:
    """The purchases with what they were decided on, and what came back of them."""
    found = list(purchases)
    ids = [one.id for one in found]
    decisions = DecisionRecord.objects.filter(subject_id__in=ids, kind="purchase")
    inputs = dict(decisions.values_list("subject_id", "inputs"))
    erased = [id_ for id_ in ids if not inputs.get(id_)]
    # The refund of a cancelled order is kept as a return too; it is no event of its own.
    back = list(returns.exclude(purchase__state=CANCELLED))
    lines = ReturnLine.objects.filter(return_of_id__in=[one.id for one in back]).select_related("line")
    told = Fact.objects.filter(kind="purchase.delivered", subject_id__in=[one.id for one in found if one.delivered_on])
    return Bought(
        purchases=_by(found, "customer_id"),
        inputs=inputs,
        lines=_by(PurchaseLine.objects.filter(purchase_id__in=erased).order_by("position"), "purchase_id"),
        returns=_by(back, "purchase_id"),
        back=_by(lines, "return_of_id"),
        delivered={fact.subject_id: fact for fact in told if fact.subject_id is not None},
    )


def _by(rows: Iterable[T], column: str) -> dict[Any, list[T]]:
    found: dict[Any, list[T]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def _by_key(rows: Iterable[Mapping[str, Any]], column: str) -> dict[Any, list[Mapping[str, Any]]]:
    found: dict[Any, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found
