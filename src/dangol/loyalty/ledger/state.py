"""An account and its lots while the book is open: plain values, and how they are read."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from dangol.loyalty.errors import NoSuchAccount
from dangol.loyalty.models import Account, Entry, Lot
from dangol.people.models import Customer


@dataclass(slots=True)
class Standing:
    """The account's row."""

    customer_id: UUID
    version: int
    entries: int
    pending: int
    usable: int
    spent: int
    expired: int
    reversed: int
    owed: int
    next_due: datetime | None
    tier: str
    tier_since: datetime | None
    tier_review_at: datetime | None
    tier_changes: int
    counted_spend: int
    counted_visits: int
    counted_points: int
    orders: int
    last_order_at: datetime | None


@dataclass(slots=True)
class OpenLot:
    """A lot's row."""

    id: UUID
    clause: str
    policy_version: int | None
    order_id: UUID | None
    at: datetime
    granted: int
    pending: int = 0
    usable: int = 0
    spent: int = 0
    expired: int = 0
    reversed: int = 0
    made_good: int = 0
    debt_of: UUID | None = None
    usable_from: datetime | None = None
    expires_at: datetime | None = None


ACCOUNT_COLUMNS = tuple(field.name for field in fields(Standing))
LOT_COLUMNS = tuple(field.name for field in fields(OpenLot))


def locked(customer: UUID) -> Standing:
    """The account under its row lock, opened when the customer has none yet."""
    found = _lock(customer)
    if found is None:
        if not Customer.objects.filter(id=customer).exists():
            raise NoSuchAccount(customer)
        Account.objects.bulk_create([Account(customer_id=customer)], ignore_conflicts=True)
        found = _lock(customer)
    if found is None:
        raise NoSuchAccount(customer)
    return found


def _lock(customer: UUID) -> Standing | None:
    rows = Account.objects.select_for_update(no_key=True).filter(customer_id=customer)
    row = rows.values_list(*ACCOUNT_COLUMNS).first()
    return None if row is None else Standing(*row)


def stored_lots(
    customer: UUID, *, ids: Iterable[UUID] | None = None, order: UUID | None = None, held: bool = False
) -> list[OpenLot]:
    """Lots by id, by the order that earned them (debts excepted), or all that still hold points or a debt."""
    wanted = Q()
    if ids is not None:
        wanted |= Q(id__in=list(ids))
    if order is not None:
        wanted |= Q(order_id=order, debt_of__isnull=True)
    if held:
        wanted |= Q(pending__gt=0) | Q(usable__gt=0) | Q(usable__lt=0)
    if not wanted:
        return []
    rows = Lot.objects.filter(wanted, account_id=customer).order_by("at", "id")
    return [OpenLot(*row) for row in rows.values_list(*LOT_COLUMNS)]


def spendings(customer: UUID, order: UUID) -> list[tuple[UUID, str, int]]:
    """(lot, `spend` or `restore`, points) of the order's entries, oldest first."""
    entries = Entry.objects.filter(order_id=order, kind__in=("spend", "restore"), account_id=customer)
    return list(entries.order_by("number").values_list("lot_id", "kind", "points"))
