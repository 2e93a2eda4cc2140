"""Points: earned in lots, spent soonest-expiring first, taken back, restored, and moved by time.

A debt (points that had to be taken back and were gone) is a lot below zero; points that become usable fill it first.
Source: policy language, section 5.8-5.9.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from dangol_policy.model.loyalty import Points
from dangol_policy.story import terms
from dangol_policy.story.outcomes import LotOpened, Moved, MoveKind
from dangol_policy.story.refused import Refused
from dangol_policy.story.state import Lot, Order, PointState
from dangol_policy.story.tale import Rules, Tale

_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)
REDEEM = "redeem"
"""Clause named by points used as payment: the programme's `redeem`, which has no id of its own."""
GRANT = "grant"
"""Clause named by points and gifts that a person of the business gave."""


def programme(rules: Rules) -> Points:
    """The points programme; an empty one when the policy has none."""
    return rules.policy.loyalty.points or Points()


def scale(rules: Rules) -> int:
    """Smallest parts in a whole point."""
    return 10 ** programme(rules).decimals  # type: ignore[no-any-return]


# -- points come ----------------------------------------------------------------------------------------------


def earn(tale: Tale, rules: Rules, order: Order, shares: Iterable[tuple[str, int]]) -> None:
    """Opens a lot for each clause that gave points with the order."""
    pending = programme(rules).pending
    waits = pending is not None and pending.after == "delivery" and order.delivered is None
    usable_from = None if waits or pending is None else usable_day(rules, order)
    for clause, points in shares:
        if points > 0:
            _open(tale, rules, _customer(order), "earn", clause, points, order.id, waits, usable_from)


def usable_day(rules: Rules, order: Order) -> dt.datetime | None:
    """When points of a delivered or placed order become usable; None: at once."""
    pending = programme(rules).pending
    if pending is None:
        return None
    policy = rules.policy
    if pending.after == "delivery" and order.delivered is not None:
        return terms.pending_from_day(order.delivered, pending, policy)
    return terms.pending_until(order.at, pending, policy)


def grant(tale: Tale, rules: Rules, customer: str, clause: str, points: int, order: str | None = None) -> None:
    """Gives points outside of the earning rules; usable at once."""
    _open(tale, rules, customer, "grant", clause, points, order, waits=False, usable_from=None)


def _open(
    tale: Tale,
    rules: Rules,
    customer: str,
    kind: MoveKind,
    clause: str,
    points: int,
    order: str | None,
    waits: bool,
    usable_from: dt.datetime | None,
) -> None:
    expire = programme(rules).expire
    lot = Lot(
        id=tale.new_id("lot"),
        clause=clause,
        version=rules.version,
        order=order,
        at=tale.at,
        granted=points,
        usable_from=usable_from,
        expires_at=terms.rounded_end(tale.at, expire, rules.policy) if expire else None,
    )
    tale.tell(LotOpened(customer, lot))
    waiting = waits or (usable_from is not None and usable_from > tale.at)
    _move(tale, customer, lot, kind, "", "pending" if waiting else "usable", points)
    repay(tale, customer)


def delivered(tale: Tale, order: Order) -> None:
    """The order's waiting points get the day on which they become usable."""
    rules = tale.rulebook.version(order.version)
    usable_from = usable_day(rules, order)
    for lot in lots_of(tale, order):
        if lot.pending and usable_from is not None and lot.usable_from != usable_from:
            _move(tale, _customer(order), lot, "date", "pending", "pending", lot.pending, usable_from=usable_from)


# -- time -----------------------------------------------------------------------------------------------------


def let_pass(tale: Tale, customer: str, id_: str) -> None:
    """Carries out what time does to a lot that is due: pending points become usable, usable ones expire."""
    lot = tale.account(customer).lots[id_]
    if lot.pending:
        _move(tale, customer, lot, "mature", "pending", "usable", lot.pending)
        repay(tale, customer)
    else:
        _move(tale, customer, lot, "expire", "usable", "expired", lot.usable)


# -- points go ------------------------------------------------------------------------------------------------


def spending_order(lot: Lot) -> tuple[dt.datetime, dt.datetime, str, int, str]:
    """Soonest-expiring first; among equals the older lot, then by clause."""
    return (lot.expires_at or _NEVER, *age(lot))


def age(lot: Lot) -> tuple[dt.datetime, str, int, str]:
    """Oldest first. Ids say nothing about order (those of one instant are drawn), so they only part the very same."""
    return (lot.at, lot.clause, lot.granted, lot.id)


def spend(
    tale: Tale, rules: Rules, customer: str, clause: str, points: int, order: Order | None, own: bool = False
) -> None:
    """Takes usable points; with `own` also those the order itself has just earned, when others do not suffice.

    Refuses (points-short) when there are not enough.
    """
    account = tale.account(customer)
    lots = sorted((lot for lot in account.lots.values() if lot.usable > 0), key=spending_order)
    sources: list[tuple[Lot, PointState, int]] = [(lot, "usable", lot.usable) for lot in lots]
    if own and order is not None:
        sources += [
            (lot, "pending", lot.pending) for lot in account.lots.values() if lot.order == order.id and lot.pending
        ]
    have = account.balance + sum(amount for _, state, amount in sources if state == "pending")
    if points > have:
        raise Refused(
            "points-short", f"{points} points are needed and {have} are usable: use fewer.", have=have, need=points
        )
    for lot, state, amount in sources:
        taken = min(points, amount)
        if taken:
            by = {"clause": clause, "version": rules.version, "order": order.id if order else None}
            _move(tale, customer, lot, "spend", state, "spent", taken, by=by)
            points -= taken


def take_back(tale: Tale, order: Order, clause: str, points: int) -> list[str]:
    """Takes back points the order earned by a clause; returns the debts that spent ones left, which repaying lowers.

    First what its lots still hold, expired points among it; then, for points that were spent, the customer's others.
    """
    customer = _customer(order)
    debts = []
    for lot in lots_of(tale, order):
        if lot.clause != clause or lot.debt_of is not None:
            continue
        part = min(points, lot.standing)
        points -= part
        missing = _unspent_back(tale, order, lot, part)
        if missing:
            debts.append(_owe(tale, order, tale.account(customer).lots[lot.id], missing))
    repay(tale, customer)
    return debts


def _unspent_back(tale: Tale, order: Order, lot: Lot, points: int) -> int:
    states: tuple[PointState, ...] = ("pending", "usable", "expired")
    for state in states:
        part = min(points, getattr(lot, state))
        if part:
            _move(tale, _customer(order), lot, "reverse", state, "reversed", part)
            points -= part
    return points


def _owe(tale: Tale, order: Order, lot: Lot, points: int) -> str:
    customer = _customer(order)
    _move(tale, customer, lot, "make-good", "spent", "spent", points)
    debt = Lot(
        id=tale.new_id("lot"),
        clause=lot.clause,
        version=lot.version,
        order=lot.order,
        at=tale.at,
        granted=-points,
        debt_of=lot.id,
    )
    tale.tell(LotOpened(customer, debt))
    _move(tale, customer, debt, "owe", "", "usable", -points)
    return debt.id


def shortfall(tale: Tale, customer: str, debts: Iterable[str]) -> int:
    """What of these debts is still owed."""
    lots = tale.account(customer).lots
    return -sum(lots[debt].usable for debt in debts)


def let_off(tale: Tale, customer: str, debts: Iterable[str], points: int) -> None:
    """Lets off so many points of these debts: they were paid otherwise, or are forgiven."""
    for id_ in debts:
        lot = tale.account(customer).lots[id_]
        part = min(points, -lot.usable)
        if part:
            _move(tale, customer, lot, "waive", "usable", "reversed", -part)
            points -= part


def repay(tale: Tale, customer: str) -> None:
    """Usable points fill debts: the oldest debt first, with the soonest-expiring points."""
    lots = tale.account(customer).lots.values()
    debts = sorted((lot for lot in lots if lot.usable < 0), key=age)
    if not debts:
        return
    for lot in sorted((lot for lot in lots if lot.usable > 0), key=spending_order):
        left = lot.usable
        while left and debts:
            part = min(left, -debts[0].usable)
            _move(tale, customer, tale.account(customer).lots[lot.id], "repay", "usable", "spent", part)
            _move(tale, customer, debts[0], "repay", "usable", "spent", -part)
            debts[0] = tale.account(customer).lots[debts[0].id]
            left -= part
            if not debts[0].usable:
                debts.pop(0)


def restore(tale: Tale, order: Order, points: int) -> int:
    """Points the order spent come back to the lots they came from, the last taken first.

    A lot that would end too soon is kept alive for the policy's `restored_valid`. Returns the money (minor units) that
    was kept instead of points and is due to the customer now.
    """
    customer = _customer(order)
    rules = tale.rulebook.version(order.version)
    least = terms.end_of_term(tale.at, programme(rules).restored_valid, rules.policy)
    for id_, spent in reversed(order.spent):
        part = min(points, spent)
        if part:
            lot = tale.account(customer).lots[id_]
            extended = later(lot.expires_at, least)
            by = {"clause": REDEEM, "version": order.version, "order": order.id}
            _move(tale, customer, lot, "restore", "spent", "usable", part, by=by, expires_at=extended)
            points -= part
    money = _owe_again(tale, customer)
    repay(tale, customer)
    return money


def _owe_again(tale: Tale, customer: str) -> int:
    """Debts were let off because the points were spent; what is not spent any more is owed again.

    Without this, buying with points and returning both orders would leave points nobody paid for. Returns the money
    that was kept for them.
    """
    account = tale.account(customer)
    debts = sorted((lot for lot in account.lots.values() if lot.debt_of and lot.reversed), key=age)
    points = -sum(debt.reversed for debt in debts) - account.spent
    money = 0
    for debt in debts:
        part = min(max(points, 0), -debt.reversed)
        if part:
            _move(tale, customer, debt, "owe", "reversed", "usable", -part)
            money += _kept_for(tale, debt, part)
            points -= part
    return money


def _kept_for(tale: Tale, debt: Lot, points: int) -> int:
    rules = programme(tale.rulebook.version(debt.version))
    worth = rules.redeem.worth if rules.redeem else None
    return paid_by(points, worth, rules.decimals) if rules.if_already_spent == "reduce-refund" and worth else 0


def later(expires_at: dt.datetime | None, least: dt.datetime | None) -> dt.datetime | None:
    """The later expiry when the present one comes too soon; None when it can stay."""
    return least if expires_at is not None and least is not None and expires_at < least else None


def paid_by(points: int, worth: int, decimals: int) -> int:
    """What points pay, minor units, rounded down: `points` in smallest parts, `worth` of one whole point."""
    return points * worth // 10**decimals  # type: ignore[no-any-return]


# -- shared ---------------------------------------------------------------------------------------------------


def lots_of(tale: Tale, order: Order) -> list[Lot]:
    """The lots an order earned, debts left out, oldest first."""
    lots = tale.account(_customer(order)).lots.values()
    return sorted((lot for lot in lots if lot.order == order.id and lot.debt_of is None), key=age)


def _customer(order: Order) -> str:
    if order.customer is None:
        raise ValueError(f"order {order.number} has no customer, so it has no points")
    return order.customer


def _move(
    tale: Tale,
    customer: str,
    lot: Lot,
    kind: MoveKind,
    origin: PointState | str,
    target: PointState,
    points: int,
    *,
    by: Mapping[str, object] | None = None,
    usable_from: dt.datetime | None = None,
    expires_at: dt.datetime | None = None,
) -> None:
    """One entry; what moves by itself names the clause and order of its lot."""
    named: Mapping[str, object] = by or {"clause": lot.clause, "version": lot.version, "order": lot.order}
    tale.tell(
        Moved(
            customer,
            lot.id,
            kind,
            origin,  # type: ignore[arg-type]
            target,
            points,
            at=tale.at,
            usable_from=usable_from,
            expires_at=expires_at,
            **named,  # type: ignore[arg-type]
        )
    )
