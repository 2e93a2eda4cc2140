"""An account and its lots while the book is open: plain values, and how they are read."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from dangol.lib.reads import Select
from dangol.loyalty.models import Account, Entry, Lot
from dangol.people.errors import UnknownCustomer
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


ACCOUNT = Select(Account, ACCOUNT_COLUMNS, "customer_id = %s", lock=True)
HELD = Select(Lot, LOT_COLUMNS, "account_id = %s AND (pending > 0 OR usable > 0 OR usable < 0)")
OF_ORDER = Select(Lot, LOT_COLUMNS, "account_id = %s AND order_id = %s AND debt_of IS NULL")


def locked(customer: UUID) -> Standing:
    """The account under its row lock, opened when the customer has none yet."""
    found = _lock(customer)
    if found is None:
        if not Customer.objects.filter(id=customer).exists():
            raise UnknownCustomer(customer)
        Account.objects.bulk_create([Account(customer_id=customer)], ignore_conflicts=True)
        found = _lock(customer)
    if found is None:
        raise UnknownCustomer(customer)
    return found


def _lock(customer: UUID) -> Standing | None:
    rows = ACCOUNT(customer)
    return Standing(*rows[0]) if rows else None


def stored_lots(
    customer: UUID, *, ids: Iterable[UUID] | None = None, order: UUID | None = None, held: bool = False
) -> list[OpenLot]:
    """Lots by id, by the order that earned them (debts excepted), or all that still hold points or a debt."""
    found: dict[UUID, OpenLot] = {}
    if held:
        found |= {row[0]: OpenLot(*row) for row in HELD(customer)}
    if order is not None:
        found |= {row[0]: OpenLot(*row) for row in OF_ORDER(customer, order)}
    missing = [id_ for id_ in ids or () if id_ not in found]
    if missing:
        rows = Lot.objects.filter(account_id=customer, id__in=missing).values_list(*LOT_COLUMNS)
        found |= {row[0]: OpenLot(*row) for row in rows}
    return sorted(found.values(), key=lambda lot: (lot.at, lot.id))


def spendings(customer: UUID, order: UUID) -> list[tuple[UUID, str, int]]:
    """(lot, `spend` or `restore`, points) of the order's entries, oldest first."""
    entries = Entry.objects.filter(order_id=order, kind__in=("spend", "restore"), account_id=customer)
    return list(entries.order_by("number").values_list("lot_id", "kind", "points"))
