"""What each outcome does to the state: one small function per kind, each returning new values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from dangol_policy.story import outcomes as out
from dangol_policy.story.state import Account, Card, Counts, Friend, Lot, Order, Uses, Visit

K = TypeVar("K")
V = TypeVar("V")


class Ground(Protocol):
    """Where state stands while an event is told."""

    def account(self, customer: str) -> Account:
        """The customer's state."""

    def order(self, order: str) -> Order:
        """The order's state, by id."""

    def put_account(self, account: Account) -> None:
        """Replaces a customer's state."""

    def put_order(self, order: Order) -> None:
        """Replaces an order's state."""

    def visit(self, number: str) -> Visit | None:
        """The visit of this number."""

    def put_visit(self, visit: Visit) -> None:
        """Replaces a visit's state."""

    def used(self, clause: str) -> Uses:
        """What all customers together have used of a promotion."""

    def put_used(self, clause: str, uses: Uses) -> None:
        """Replaces what all have used."""


def change(ground: Ground, outcome: out.Outcome) -> None:
    """Carries the outcome out on the state."""
    _CHANGES[type(outcome)](ground, outcome)


def _with(mapping: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    changed = dict(mapping)
    changed[key] = value
    return changed


def _lot_opened(ground: Ground, done: out.LotOpened) -> None:
    account = ground.account(done.customer)
    ground.put_account(replace(account, lots=_with(account.lots, done.lot.id, done.lot)))


def _moved(ground: Ground, done: out.Moved) -> None:
    account = ground.account(done.customer)
    before = account.lots[done.lot]
    lot = moved(before, done)
    spent = account.spent + lot.spent - before.spent
    ground.put_account(replace(account, lots=_with(account.lots, lot.id, lot), spent=spent))
    if done.order is not None and done.kind in ("spend", "restore"):
        _remember_spending(ground, done.order, done.lot, done.points if done.kind == "spend" else -done.points)


def _remember_spending(ground: Ground, id_: str, lot: str, points: int) -> None:
    """The order knows what each lot gave, in the order in which they were taken."""
    order = ground.order(id_)
    spent = dict(order.spent)
    spent[lot] = spent.get(lot, 0) + points
    ground.put_order(replace(order, spent=tuple((lot, points) for lot, points in spent.items() if points)))


def moved(lot: Lot, done: out.Moved) -> Lot:
    """The lot after a movement. Raises ValueError when a state would be overdrawn: a step that asks for it is wrong."""
    states: dict[str, Any] = {}
    if done.origin != done.target:
        states[done.target] = getattr(lot, done.target) + done.points
        if done.origin:
            states[done.origin] = getattr(lot, done.origin) - done.points
    if done.kind == "make-good":
        states["made_good"] = lot.made_good + done.points
    if done.usable_from is not None:
        states["usable_from"] = done.usable_from
    if done.expires_at is not None:
        states["expires_at"] = done.expires_at
    after = replace(lot, **states)
    sign = 1 if lot.debt_of is None else -1
    if any(getattr(after, state) * sign < 0 for state in (done.origin, done.target) if state):
        raise ValueError(f"{done.kind} of {done.points} overdraws {done.origin} of lot {lot.id}")
    return after


def _counted(ground: Ground, done: out.Counted) -> None:
    account = ground.account(done.customer)
    ground.put_account(
        replace(
            account,
            counted=account.counted + done.counts,
            days=_with(account.days, done.day, account.days.get(done.day, Counts()) + done.counts),
        )
    )


def _tier_set(ground: Ground, done: out.TierSet) -> None:
    account = ground.account(done.customer)
    since = account.tier_since if account.tier == done.tier else done.at
    ground.put_account(replace(account, tier=done.tier, tier_since=since, review_at=done.review_at))


def _stamped(ground: Ground, done: out.Stamped) -> None:
    account, stamp = ground.account(done.customer), done.stamp
    card = account.cards.get(stamp.card, Card())
    card = replace(card, stamps=card.stamps + stamp.count, seen=card.seen + 1)
    stamps = _with(account.stamps, (stamp.card, stamp.slot), stamp)
    ground.put_account(replace(account, cards=_with(account.cards, stamp.card, card), stamps=stamps))


def _unstamped(ground: Ground, done: out.Unstamped) -> None:
    account, stamp = ground.account(done.customer), done.stamp
    card = account.cards[stamp.card]
    gone = stamp.count == 0
    card = replace(card, stamps=card.stamps - done.taken, seen=card.seen - gone)
    stamps = dict(account.stamps)
    if gone:
        stamps.pop((stamp.card, stamp.slot))
    else:
        stamps[stamp.card, stamp.slot] = stamp
    ground.put_account(replace(account, cards=_with(account.cards, stamp.card, card), stamps=stamps))


def _rounds_changed(ground: Ground, done: out.RoundsChanged) -> None:
    account = ground.account(done.customer)
    card = replace(account.cards.get(done.card, Card()), rounds=done.rounds)
    ground.put_account(replace(account, cards=_with(account.cards, done.card, card)))


def _issued(ground: Ground, done: out.Issued) -> None:
    voucher = done.voucher
    account = ground.account(voucher.customer)
    given = account.given | {(voucher.clause, voucher.occasion)}
    ground.put_account(replace(account, vouchers=_with(account.vouchers, voucher.id, voucher), given=given))


def _voucher_used(ground: Ground, done: out.VoucherUsed) -> None:
    _voucher(ground, done.customer, done.voucher, state="used", used_on=done.order)


def _voucher_released(ground: Ground, done: out.VoucherReleased) -> None:
    _voucher(ground, done.customer, done.voucher, state="issued", used_on=None, expires_at=done.expires_at)


def _voucher_ended(ground: Ground, done: out.VoucherEnded) -> None:
    _voucher(ground, done.customer, done.voucher, state=done.state)


def _voucher(ground: Ground, customer: str, id_: str, **changes: Any) -> None:
    account = ground.account(customer)
    voucher = replace(account.vouchers[id_], **changes)
    ground.put_account(replace(account, vouchers=_with(account.vouchers, id_, voucher)))


def _use_taken(ground: Ground, done: out.UseTaken) -> None:
    _count_use(ground, done.clause, done.customer, Uses(1, 0, done.amount))


def _use_released(ground: Ground, done: out.UseReleased) -> None:
    _count_use(ground, done.clause, done.customer, Uses(0, 1, -done.amount))


def _count_use(ground: Ground, clause: str, customer: str | None, more: Uses) -> None:
    ground.put_used(clause, _sum(ground.used(clause), more))
    if customer is not None:
        account = ground.account(customer)
        uses = _with(account.uses, clause, _sum(account.uses.get(clause, Uses()), more))
        ground.put_account(replace(account, uses=uses))


def _sum(uses: Uses, more: Uses) -> Uses:
    return Uses(uses.used + more.used, uses.cancelled + more.cancelled, uses.spent + more.spent)


def _order_placed(ground: Ground, done: out.OrderPlaced) -> None:
    ground.put_order(done.order)
    if done.order.customer is not None:
        account = ground.account(done.order.customer)
        last = max(account.last_order or done.order.at, done.order.at)
        ground.put_account(replace(account, last_order=last))


def _order_delivered(ground: Ground, done: out.OrderDelivered) -> None:
    ground.put_order(replace(ground.order(done.order), delivered=done.on))


def _units_returned(ground: Ground, done: out.UnitsReturned) -> None:
    order = ground.order(done.order)
    returned = dict(order.returned)
    for line, units in done.units:
        returned[line] = (*returned.get(line, ()), *units)
    ground.put_order(replace(order, returned=returned, refunded=order.refunded + done.refunded))


def _order_cancelled(ground: Ground, done: out.OrderCancelled) -> None:
    order = ground.order(done.order)
    ground.put_order(replace(order, state="cancelled", refunded=order.refunded + done.refunded))
    if done.customer is not None:
        ground.put_account(replace(ground.account(done.customer), last_order=done.last_order))


def _visit_recorded(ground: Ground, done: out.VisitRecorded) -> None:
    ground.put_visit(done.visit)


def _visit_cancelled(ground: Ground, done: out.VisitCancelled) -> None:
    visit = ground.visit(done.number)
    if visit is not None:
        ground.put_visit(replace(visit, cancelled=True))


def _joined(ground: Ground, done: out.Joined) -> None:
    ground.put_account(Account(customer=done.customer, profile=done.profile))


def _grouped(ground: Ground, done: out.Grouped) -> None:
    account = ground.account(done.customer)
    renewed = {membership.id for membership in done.memberships}
    kept = tuple(membership for membership in account.profile.memberships if membership.id not in renewed)
    profile = replace(
        account.profile,
        segments=tuple(sorted({*account.profile.segments, *done.segments})),
        memberships=tuple(sorted((*kept, *done.memberships), key=lambda membership: membership.id)),
    )
    ground.put_account(replace(account, profile=profile))


def _referred(ground: Ground, done: out.Referred) -> None:
    ground.put_account(replace(ground.account(done.friend), friend=Friend(done.referrer)))


def _referral_changed(ground: Ground, done: out.ReferralChanged) -> None:
    friend = Friend(done.referrer, done.order, done.due, done.state)
    ground.put_account(replace(ground.account(done.friend), friend=friend))
    if done.state == "rewarded":
        referrer = ground.account(done.referrer)
        ground.put_account(replace(referrer, rewarded=(*referrer.rewarded, done.at)))


_CHANGES: dict[type, Callable[[Ground, Any], None]] = {
    out.LotOpened: _lot_opened,
    out.Moved: _moved,
    out.Counted: _counted,
    out.TierSet: _tier_set,
    out.Stamped: _stamped,
    out.Unstamped: _unstamped,
    out.RoundsChanged: _rounds_changed,
    out.Issued: _issued,
    out.VoucherUsed: _voucher_used,
    out.VoucherReleased: _voucher_released,
    out.VoucherEnded: _voucher_ended,
    out.UseTaken: _use_taken,
    out.UseReleased: _use_released,
    out.OrderPlaced: _order_placed,
    out.OrderDelivered: _order_delivered,
    out.UnitsReturned: _units_returned,
    out.OrderCancelled: _order_cancelled,
    out.VisitRecorded: _visit_recorded,
    out.VisitCancelled: _visit_cancelled,
    out.Joined: _joined,
    out.Grouped: _grouped,
    out.Referred: _referred,
    out.ReferralChanged: _referral_changed,
}
