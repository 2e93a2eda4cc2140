"""Named reads of loyalty: standing, history that conditions look at, what the customer holds, what is due."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from dangol.lib.reads import Select, columns_of, places, whole
from dangol.loyalty.models import (
    Account,
    Budget,
    Card,
    Counted,
    Entry,
    Lot,
    PromotionUse,
    ReferralReward,
    Stamp,
    TierChange,
    Voucher,
    VoucherUse,
)
from dangol.loyalty.models.referrals import WAITING
from dangol.loyalty.models.uses import RELEASED
from dangol.loyalty.models.vouchers import ISSUED


@dataclass(frozen=True, slots=True)
class Used:
    """How often and how much: all uses, those of cancelled orders among them, and what the standing ones gave."""

    used: int = 0
    cancelled: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """What counts for the tier in a stretch of days."""

    spend: int = 0
    visits: int = 0
    points: int = 0
    orders: int = 0


ACCOUNT = Select(Account, columns_of(Account), "customer_id = %s")


def account(customer: UUID) -> Account:
    """The stored account, or an empty one that is not stored."""
    rows = ACCOUNT(customer)
    return whole(Account, rows[0]) if rows else Account(customer_id=customer)


def lots(customer: UUID) -> QuerySet[Lot]:
    """Lots that still hold points, soonest-expiring first."""
    held = Lot.objects.filter(account_id=customer).filter(Q(pending__gt=0) | Q(usable__gt=0))
    return held.order_by("expires_at", "at", "id")


COUNTED = Select(Counted, ("day", "spend", "visits", "points", "orders"), "account_id = %s AND day >= %s ORDER BY day")


def entries(customer: UUID) -> QuerySet[Entry]:
    """The customer's ledger, latest first."""
    return Entry.objects.filter(account_id=customer).order_by("-number")


def entries_of_order(customer: UUID, order: UUID) -> QuerySet[Entry]:
    return Entry.objects.filter(account_id=customer, order_id=order).order_by("number")


def counted(customer: UUID, *, since: date | None = None, until: date | None = None) -> Measures:
    """Sums over whole local days, `since` and `until` included."""
    rows = Counted.objects.filter(account_id=customer)
    if since is not None:
        rows = rows.filter(day__gte=since)
    if until is not None:
        rows = rows.filter(day__lte=until)
    names = ("spend", "visits", "points", "orders")
    return Measures(**rows.aggregate(**{name: Coalesce(Sum(name), 0) for name in names}))


@lru_cache
def uses(clauses: int) -> Select:
    """A customer's uses of so many clauses; of all for 0."""
    among = f" AND clause IN {places(clauses)}" if clauses else ""
    return Select(PromotionUse, ("clause", "state", "amount"), f"customer_id = %s{among}")


@lru_cache
def budget_rows(clauses: int) -> Select:
    """What was used of so many clauses."""
    return Select(Budget, ("clause", "uses", "cancelled", "amount"), f"clause IN {places(clauses)}")


def uses_of(customer: UUID, clauses: Collection[str] | None = None) -> Mapping[str, Used]:
    """This customer's uses by clause; the caller holds the account when a limit depends on it."""
    rows = uses(0)(customer) if clauses is None else uses(len(clauses))(customer, *clauses)
    found: dict[str, Used] = {}
    for clause, state, amount in rows:
        before, released = found.get(clause, Used()), state == RELEASED
        found[clause] = Used(before.used + 1, before.cancelled + released, before.amount + (0 if released else amount))
    return found


def budgets(clauses: Collection[str]) -> Mapping[str, Used]:
    """What all customers together have used of clauses with a limit."""
    rows = budget_rows(len(clauses))(*clauses) if clauses else ()
    return {clause: Used(used, cancelled, amount) for clause, used, cancelled, amount in rows}


@dataclass(frozen=True, slots=True)
class CardState:
    """How full a customer's card is, over all its rounds."""

    clause: str
    stamps: int
    rounds: int
    seen: int


CARDS = Select(Card, ("clause", "stamps", "rounds", "seen"), "account_id = %s ORDER BY clause")


def cards(customer: UUID) -> list[CardState]:
    """The customer's visit cards, by clause."""
    return [CardState(*row) for row in CARDS(customer)]


@dataclass(frozen=True, slots=True)
class SlotStamps:
    """Stamps that stand in one slot of a card."""

    card: str
    slot: str
    count: int
    order_id: UUID | None
    visit_id: UUID | None


_CARD_NAMES = Select(Card, ("id", "clause"), "account_id = %s")


@lru_cache
def stamps_in(slots: int) -> Select:
    """A customer's stamps in so many slots, oldest first."""
    columns = ("card_id", "slot", "count", "seen", "order_id", "visit_id")
    return Select(Stamp, columns, f"account_id = %s AND slot IN {places(slots)} ORDER BY at, id")


def standing_stamps(
    customer: UUID, *, slots: Collection[str] = (), order: UUID | None = None, visit: UUID | None = None
) -> list[SlotStamps]:
    """Slots that are stamped: those named, and those of an order or a visit."""
    wanted = set(slots)
    for name, id_ in (("order_id", order), ("visit_id", visit)):
        if id_ is not None:
            wanted |= set(Stamp.objects.filter(account_id=customer, **{name: id_}).values_list("slot", flat=True))
    if not wanted:
        return []
    rows = stamps_in(len(wanted))(customer, *sorted(wanted))
    clauses: dict[UUID, str] = dict(_CARD_NAMES(customer)) if rows else {}
    found: dict[tuple[str, str], list[tuple[int, int, UUID | None, UUID | None]]] = {}
    for card_id, slot, *figures in rows:
        found.setdefault((clauses[card_id], slot), []).append(tuple(figures))
    return [
        SlotStamps(card, slot, sum(row[0] for row in those), those[-1][2], those[-1][3])
        for (card, slot), those in found.items()
        if sum(row[1] for row in those) > 0
    ]


OCCASIONS = Select(Voucher, ("clause", "occasion"), "customer_id = %s")


def stamps_for(customer: UUID, visits: Collection[UUID], orders: Collection[UUID]) -> Mapping[UUID, int]:
    """How many stamps each of the customer's visits and orders left on cards."""
    given: Counter[UUID] = Counter()
    which = Q(visit_id__in=visits) | Q(order_id__in=orders)
    for visit, order, stamps in Stamp.objects.filter(which, account_id=customer).values_list(
        "visit_id", "order_id", "count"
    ):
        given[visit or order] += stamps
    return given


def occasions(customer: UUID) -> frozenset[tuple[str, str]]:
    """(clause, occasion) of everything the customer was given once."""
    return frozenset((clause, occasion) for clause, occasion in OCCASIONS(customer))


def vouchers(customer: UUID) -> QuerySet[Voucher]:
    """Everything the customer was ever given, latest first."""
    return Voucher.objects.filter(customer_id=customer).order_by("-issued_at", "-id")


def voucher_uses(customer: UUID) -> QuerySet[VoucherUse]:
    """What the customer used of what they were given, latest first."""
    used = VoucherUse.objects.filter(voucher__customer_id=customer, released_at=None)
    return used.select_related("voucher").order_by("-at", "-id")


def usable_vouchers(customer: UUID, *, at: datetime) -> QuerySet[Voucher]:
    """What the customer can use at the instant, soonest-expiring first."""
    held = Voucher.objects.filter(customer_id=customer, state=ISSUED, usable_from__lte=at)
    return held.filter(Q(expires_at=None) | Q(expires_at__gt=at)).order_by("expires_at", "issued_at", "id")


def voucher_by_code(code: str) -> Voucher | None:
    return Voucher.objects.filter(code=code.strip().upper()).first()


def vouchers_used_in(order: UUID) -> QuerySet[VoucherUse]:
    return VoucherUse.objects.filter(order_id=order, released_at=None).select_related("voucher")


def vouchers_from(order: UUID) -> QuerySet[Voucher]:
    """What the order gave."""
    return Voucher.objects.filter(order_id=order).order_by("id")


def tier_history(customer: UUID) -> QuerySet[TierChange]:
    return TierChange.objects.filter(account_id=customer).order_by("-number")


REFERRALS = Select(
    ReferralReward,
    ("friend_id", "referrer_id", "order_id", "due_at", "state", "changed_at"),
    "friend_id = %s OR referrer_id = %s",
)


@dataclass(frozen=True, slots=True)
class Reward:
    """What became of the reward for bringing a friend."""

    friend: UUID
    referrer: UUID
    order: UUID | None
    due_at: datetime | None
    state: str
    changed_at: datetime

    def is_due(self, until: datetime) -> bool:
        """Whether it is to be given by then."""
        return self.state == WAITING and self.due_at is not None and self.due_at <= until


def referrals(customer: UUID) -> list[Reward]:
    """The reward for bringing this customer, and those for the friends whom this customer brought."""
    return [Reward(*row) for row in REFERRALS(customer, customer)]


def referrals_due(*, at: datetime, limit: int = 500) -> list[UUID]:
    """Friends for whom a reward is to be given."""
    due = ReferralReward.objects.filter(state=WAITING, due_at__lte=at).order_by("due_at")
    return list(due.values_list("friend_id", flat=True)[:limit])


def vouchers_due(*, at: datetime, limit: int = 500) -> list[Voucher]:
    """Unused vouchers past their date, soonest first."""
    due = Voucher.objects.filter(state=ISSUED, expires_at__lte=at).order_by("expires_at", "id")
    return list(due[:limit])


def accounts_due(*, at: datetime, limit: int = 500) -> list[UUID]:
    """Customers on whose points time has to be let pass, longest overdue first."""
    due = Account.objects.filter(next_due__lte=at).order_by("next_due")
    return list(due.values_list("customer_id", flat=True)[:limit])


def reviews_due(*, at: datetime, limit: int = 500) -> list[UUID]:
    """Customers whose tier is to be reviewed."""
    due = Account.objects.filter(tier_review_at__lte=at).order_by("tier_review_at")
    return list(due.values_list("customer_id", flat=True)[:limit])
