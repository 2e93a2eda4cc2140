"""Derives every balance again, from entries and from facts, and lists what differs. Writes nothing.

An audit reads tables one after another; run it while nobody writes, or inside one snapshot, to trust each difference.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import BigIntegerField, Count, F, Max, Model, Q, QuerySet, Sum
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce

from dangol.facts.models import Fact
from dangol.lib.audit import Difference, Figures, compare
from dangol.loyalty.models import (
    Account,
    Budget,
    Card,
    Counted,
    Entry,
    Lot,
    PromotionUse,
    Stamp,
    TierChange,
    Voucher,
    VoucherUse,
)
from dangol.loyalty.models.ledger import STATES
from dangol.loyalty.models.uses import RELEASED
from dangol.loyalty.models.vouchers import USED

_MEASURES = ("spend", "visits", "points", "orders")
_AT_ONCE = 2_000


def ledger_differences() -> Iterator[Difference]:
    """Lots and accounts against entries; entries against the journal; counters against what they count."""
    yield from _lots_by_entries()
    yield from _accounts_by_entries()
    yield from _accounts_by_lots()
    yield from _entries_by_facts()
    yield from _accounts_by_measures()
    yield from _measures_by_facts()
    yield from _accounts_by_tiers()
    yield from _cards_by_stamps()
    yield from _budgets_by_uses()
    yield from _vouchers_by_uses()


def _rows(queryset: QuerySet[Any, Any], key: str, **names: str) -> Iterator[tuple[Any, Figures]]:
    """(id, figures) in the order of ids; `names` maps a figure to its column."""
    for row in queryset.order_by(key).values_list(key, *names.values()).iterator(chunk_size=_AT_ONCE):
        yield row[0], dict(zip(names, row[1:], strict=True))


def _stored(model: type[Model], *figures: str, key: str = "pk") -> Iterator[tuple[Any, Figures]]:
    return _rows(model._default_manager.all(), key, **{figure: figure for figure in figures})


def _summed(rows: QuerySet[Any, Any], key: str, **sums: Any) -> Iterator[tuple[Any, Figures]]:
    grouped = rows.order_by().values(key).annotate(**{f"sum_{name}": value for name, value in sums.items()})
    return _rows(grouped, key, **{name: f"sum_{name}" for name in sums})


def _moved(state: str) -> Any:
    """What entries brought into the state, less what they took out of it."""
    came = Coalesce(Sum("points", filter=Q(to_state=state)), 0)
    went = Coalesce(Sum("points", filter=Q(from_state=state)), 0)
    return came - went


def _lots_by_entries() -> Iterator[Difference]:
    derived = _summed(
        Entry.objects.all(),
        "lot_id",
        granted=Sum("points", filter=Q(from_state="")),
        made_good=Sum("points", filter=Q(kind="make-good")),
        **{state: _moved(state) for state in STATES},
    )
    yield from compare("lot", _stored(Lot, "granted", "made_good", *STATES), derived)


def _accounts_by_entries() -> Iterator[Difference]:
    derived = _summed(
        Entry.objects.all(), "account_id", entries=Count("id"), **{state: _moved(state) for state in STATES}
    )
    yield from compare("account", _stored(Account, "entries", *STATES), derived)
    numbers = _summed(Entry.objects.all(), "account_id", entries=Max("number"))
    yield from compare("account (last entry)", _stored(Account, "entries"), numbers)


def _accounts_by_lots() -> Iterator[Difference]:
    owed = _summed(Lot.objects.filter(debt_of__isnull=False), "account_id", owed=-Sum("usable"))
    yield from compare("account", _stored(Account, "owed"), owed)
    both = Account.objects.filter(owed__gt=0, usable__gt=F("owed") * -1)
    for customer, usable, debt in both.values_list("pk", "usable", "owed"):
        yield Difference("account", str(customer), "usable beside a debt", usable, -debt)


def _told(name: str) -> Any:
    return Coalesce(Sum(Cast(KeyTextTransform(name, "figures"), BigIntegerField())), 0)


def _entries_by_facts() -> Iterator[Difference]:
    told = Fact.objects.filter(kind__startswith="points.")
    facts = _summed(told, "customer_id", movements=Count("id"), **{state: _told(state) for state in STATES})
    entries = _summed(
        Entry.objects.all(), "account_id", movements=Count("id"), **{state: _moved(state) for state in STATES}
    )
    yield from compare("entries against facts", entries, facts)


def _accounts_by_measures() -> Iterator[Difference]:
    stored = _rows(
        Account.objects.all(),
        "pk",
        spend="counted_spend",
        visits="counted_visits",
        points="counted_points",
        orders="orders",
    )
    derived = _summed(Counted.objects.all(), "account_id", **{name: Sum(name) for name in _MEASURES})
    yield from compare("account (measures)", stored, derived)


def _measures_by_facts() -> Iterator[Difference]:
    told = Fact.objects.filter(kind="measure.counted")
    facts = _summed(told, "customer_id", **{name: _told(name) for name in _MEASURES})
    counted = _summed(Counted.objects.all(), "account_id", **{name: Sum(name) for name in _MEASURES})
    yield from compare("measures against facts", counted, facts)


def _accounts_by_tiers() -> Iterator[Difference]:
    changes = _summed(TierChange.objects.all(), "account_id", tier_changes=Count("id"))
    yield from compare("account", _stored(Account, "tier_changes"), changes)
    last = TierChange.objects.filter(number=F("account__tier_changes")).exclude(to_tier=F("account__tier"))
    for customer, tier, derived in last.values_list("account_id", "account__tier", "to_tier"):
        yield Difference("account", str(customer), "tier", tier, derived)


def _cards_by_stamps() -> Iterator[Difference]:
    derived = _summed(Stamp.objects.all(), "card_id", stamps=Sum("count"), seen=Sum("seen"))
    yield from compare("card", _stored(Card, "stamps", "seen"), derived)


def _budgets_by_uses() -> Iterator[Difference]:
    derived = _summed(
        PromotionUse.objects.filter(limited=True),
        "clause",
        uses=Count("id"),
        cancelled=Count("id", filter=Q(state=RELEASED)),
        amount=Sum("amount", filter=~Q(state=RELEASED)),
    )
    yield from compare("budget", _stored(Budget, "uses", "cancelled", "amount"), derived)


def _vouchers_by_uses() -> Iterator[Difference]:
    used = _summed(Voucher.objects.filter(state=USED), "id", used=Count("id"))
    standing = _summed(VoucherUse.objects.filter(released_at=None), "voucher_id", used=Count("id"))
    yield from compare("voucher", used, standing)
