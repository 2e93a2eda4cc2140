"""The customer's card as one value: tier and distance to the next, points by state, stamps, vouchers, entries.

The API, the counter and the customer's own page all show this and nothing else, so they cannot disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from dangol.flows import policy_view
from dangol.flows.standing import standing
from dangol.loyalty import queries as loyalty
from dangol.loyalty.models import Entry
from dangol.people import queries as people
from dangol.rulebook import queries as rulebook
from dangol.sales import queries as sales
from dangol_policy import words
from dangol_policy.compile import Compiled
from dangol_policy.model.policy import Policy
from dangol_policy.story import cards as stamping
from dangol_policy.story import terms, tiers
from dangol_policy.story.state import Account, Card, Lot, Voucher


@dataclass(frozen=True, slots=True)
class NextTier:
    """The tier above and what is missing: minor units, visits or smallest parts of a point, as `measure` says."""

    id: str
    name: str
    measure: str
    missing: int
    reached: int
    threshold: int
    says: str

    @property
    def share(self) -> int:
        """How much of the way is done, 0 to 100."""
        return min(100, self.reached * 100 // self.threshold) if self.threshold else 100


@dataclass(frozen=True, slots=True)
class TierView:
    """The tier held now; `holds_until` is None when it is kept for good."""

    id: str
    name: str
    since: datetime | None
    holds_until: datetime | None
    benefits: tuple[str, ...]
    next: NextTier | None


@dataclass(frozen=True, slots=True)
class LotView:
    """Points that come and go together."""

    points: int
    state: str
    usable_from: datetime | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class PointsView:
    """Points by state, in the smallest part of a point."""

    name: str
    decimals: int
    usable: int
    pending: int
    spent: int
    expired: int
    owed: int
    lots: tuple[LotView, ...]

    @property
    def next_expiry(self) -> LotView | None:
        """The usable lot that lapses first."""
        dated = [(lot.expires_at, lot) for lot in self.lots if lot.state == "usable" and lot.expires_at is not None]
        return min(dated, key=lambda pair: pair[0])[1] if dated else None


@dataclass(frozen=True, slots=True)
class StampsView:
    """A visit card and how full it is."""

    id: str
    name: str
    filled: int
    needed: int
    says: str


@dataclass(frozen=True, slots=True)
class VoucherView:
    """A voucher or gift in the customer's hands."""

    id: UUID
    code: str
    says: str
    clause: str
    expires_at: datetime | None
    lowers_order: bool
    """Whether it is used in an order, to lower its price; anything else is handed over."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """One movement of points, explained. `number` counts the customer's entries from 1."""

    number: int
    at: datetime
    kind: str
    points: int
    """What it added to (or took from) pending and usable points together; 0 when points only changed between them."""
    moved: int
    """How many points it moved, whichever way."""
    says: str
    clause: str
    version: int | None
    order: str


@dataclass(frozen=True, slots=True)
class RewardView:
    """Something points can be exchanged for now."""

    id: str
    name: str
    points: int
    affordable: bool
    missing: int
    """Points still to be earned for it, in smallest parts; 0 when it is affordable."""


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything a customer's card shows."""

    customer: UUID
    name: str
    member_since: datetime | None
    business: str
    currency: str
    zone: str
    version: int
    tier: TierView | None
    points: PointsView | None
    cards: tuple[StampsView, ...]
    vouchers: tuple[VoucherView, ...]
    rewards: tuple[RewardView, ...]


@dataclass(frozen=True, slots=True)
class EntriesView:
    """The latest entries, and whether there are older ones."""

    entries: tuple[EntryView, ...]
    more: bool


def card_of(customer: UUID, *, at: datetime, language: str) -> CardView:
    """The card as it stands at the instant, whether or not the worker has come by.

    Raises NoPolicyInForce, and UnknownCustomer when nobody has this id.
    """
    person = people.customer(customer)
    compiled = policy_view.compiled_at(at)
    policy = compiled.policy
    account = standing(customer, at=at)
    return CardView(
        customer=customer,
        name=person.name,
        member_since=person.member_since,
        business=policy.business.name.get(language),
        currency=policy.business.currency,
        zone=policy.business.timezone,
        version=compiled.version or 0,
        tier=_tier(policy, account, at, language),
        points=_points(policy, account, language),
        cards=_cards(policy, account, language),
        vouchers=_vouchers(compiled, account, at, language),
        rewards=_rewards(policy, account, language),
    )


def _tier(policy: Policy, account: Account, at: datetime, language: str) -> TierView | None:
    rules = policy.loyalty.tiers
    if rules is None:
        return None
    place = max(tiers.level_held(policy, account.tier), 0)
    level = rules.levels[place]
    return TierView(
        id=level.id,
        name=words.name_of(policy, language, level.id),
        since=account.tier_since,
        holds_until=tiers.valid_until(account, policy),
        benefits=words.benefits(policy, language, level.id),
        next=_next_tier(policy, account, place, at, language),
    )


def _next_tier(policy: Policy, account: Account, place: int, at: datetime, language: str) -> NextTier | None:
    rules = policy.loyalty.tiers
    if rules is None or place + 1 >= len(rules.levels):
        return None
    above = rules.levels[place + 1]
    reached = tiers.qualifying(account, policy, terms.day_of(at, policy))
    threshold = above.threshold
    if rules.measure == "points earned":
        threshold *= 10 ** (policy.loyalty.points.decimals if policy.loyalty.points else 0)
    return NextTier(
        id=above.id,
        name=words.name_of(policy, language, above.id),
        measure=rules.measure,
        missing=max(0, threshold - reached),
        reached=reached,
        threshold=threshold,
        says=words.tier_distance(policy, language, tier=account.tier or None, qualifying=reached) or "",
    )


def _points(policy: Policy, account: Account, language: str) -> PointsView | None:
    rules = policy.loyalty.points
    if rules is None:
        return None
    lots = account.lots.values()
    return PointsView(
        name=words.points_name(policy, language),
        decimals=rules.decimals,
        usable=sum(lot.usable for lot in lots if lot.debt_of is None),
        pending=account.pending,
        spent=sum(lot.spent for lot in lots if lot.debt_of is None),
        expired=sum(lot.expired for lot in lots),
        owed=-sum(lot.usable for lot in lots if lot.debt_of is not None),
        lots=tuple(_lots(lots)),
    )


def _lots(lots: Iterable[Lot]) -> list[LotView]:
    """Usable ones first, soonest to lapse first; then those that wait."""
    usable = [LotView(lot.usable, "usable", lot.usable_from, lot.expires_at) for lot in lots if lot.usable > 0]
    pending = [LotView(lot.pending, "pending", lot.usable_from, lot.expires_at) for lot in lots if lot.pending > 0]
    usable.sort(key=lambda lot: (lot.expires_at is None, lot.expires_at or 0))
    pending.sort(key=lambda lot: (lot.usable_from is None, lot.usable_from or 0))
    return [*usable, *pending]


def _cards(policy: Policy, account: Account, language: str) -> tuple[StampsView, ...]:
    views = []
    for card in policy.loyalty.cards:
        filled = stamping.on_card(card, account.cards.get(card.id, Card()))
        says = words.stamps(policy, language, card=card.id, filled=filled)
        views.append(StampsView(card.id, words.name_of(policy, language, card.id), filled, card.every, says))
    return tuple(views)


def _vouchers(compiled: Compiled, account: Account, at: datetime, language: str) -> tuple[VoucherView, ...]:
    held = [one for one in account.vouchers.values() if one.state == "issued" and one.kind != "points"]
    held = [one for one in held if one.expires_at is None or at < one.expires_at]
    held.sort(key=lambda one: (one.expires_at is None, one.expires_at or at, one.id))
    return tuple(_voucher(compiled, one, language) for one in held)


def _voucher(compiled: Compiled, one: Voucher, language: str) -> VoucherView:
    gives = {"item": one.item, "units": one.units, "amount": one.amount, "rate": one.rate, "minimum": one.minimum}
    policy = _policy_of(one.version, compiled)
    name = name_of_gift(policy, language, kind=one.kind, clause=one.clause, gives=gives)
    lowers_order = one.amount is not None or one.rate is not None
    return VoucherView(UUID(one.id), one.id[-6:].upper(), name, one.clause, one.expires_at, lowers_order)


def name_of_gift(policy: Policy, language: str, *, kind: str, clause: str, gives: Mapping[str, Any]) -> str:
    """A voucher or gift in a few words, by the policy that gave it; `gives` as it is stored."""
    if kind == "gesture":
        return words.name_of(policy, language, clause)
    says = words.voucher(
        policy,
        language,
        kind=kind,
        clause=clause,
        item=gives.get("item", ""),
        amount=gives.get("amount"),
        rate=gives.get("rate"),
        minimum=gives.get("minimum") or None,
        units=gives.get("units", 1),
    )
    return says.rstrip(".")


def _policy_of(version: int | None, compiled: Compiled) -> Policy:
    """A clause is explained by the version that gave it, even when the present one has it no longer."""
    if version is None or version == compiled.version:
        return compiled.policy
    return rulebook.compiled(version).policy


def _rewards(policy: Policy, account: Account, language: str) -> tuple[RewardView, ...]:
    rules = policy.loyalty.points
    if rules is None or rules.redeem is None:
        return ()
    scale = 10**rules.decimals
    return tuple(
        RewardView(
            reward.id,
            words.name_of(policy, language, reward.id),
            reward.points * scale,
            account.balance >= reward.points * scale,
            max(0, reward.points * scale - account.balance),
        )
        for reward in rules.redeem.rewards
    )


def entries_of(customer: UUID, *, language: str, limit: int, before: int | None = None) -> EntriesView:
    """The latest movements of points, each explained by the version that ruled it."""
    rows = loyalty.entries(customer)
    if before is not None:
        rows = rows.filter(number__lt=before)
    found = list(rows[: limit + 1])
    numbers = sales.numbers_of(row.order_id for row in found if row.order_id)
    shown = tuple(_entry(row, numbers, language) for row in found[:limit])
    return EntriesView(shown, more=len(found) > limit)


_HELD = ("pending", "usable")


def _entry(row: Entry, numbers: dict[UUID, str], language: str) -> EntryView:
    order = numbers.get(row.order_id, "") if row.order_id else ""
    says = words.entry(
        rulebook.compiled(row.policy_version or 0).policy,
        language,
        kind=row.kind,
        points=row.points,
        clause=row.clause or None,
        order=order or None,
        at=row.at,
        usable_from=row.usable_from,
        expires=row.expires_at,
    )
    delta = row.points * ((row.to_state in _HELD) - (row.from_state in _HELD))
    return EntryView(row.number, row.at, row.kind, delta, abs(row.points), says, row.clause, row.policy_version, order)
