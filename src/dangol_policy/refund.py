"""Returns, judged by the policy version in force at purchase: whether goods may come back, at what cost, for how much.

The business's fault (`fault`, `wrong item`) is always taken back at net price, without fee, with the shipping charge.
When the last unit of an order comes back, everything that was paid for goods and has not come back yet comes back.
Amounts in minor units. Source: policy language, section 5.9, and section `returns`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dangol_policy.interpret.case import Case, case_of, tier_held
from dangol_policy.interpret.customers import who_reasons
from dangol_policy.interpret.times import where_reasons
from dangol_policy.model.loyalty import FreeBenefit
from dangol_policy.model.returns import Exclusion, Reason, Refund, Returns, Window
from dangol_policy.selecting import matches
from dangol_policy.situation import Customer, Line, Situation
from dangol_policy.story import kept as keeping
from dangol_policy.story import terms
from dangol_policy.story.index import index_of
from dangol_policy.story.kept import Kept
from dangol_policy.story.state import Order, Refunded
from dangol_policy.story.tale import Rules

Units = Mapping[int, Sequence[int]]
"""Positions of units by position of their line."""
BACK_CODES = Literal["excluded", "no-window", "window-closed"]


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a line is not taken back. `clause` is the exclusion or the window; `day` the last day of the window."""

    code: BACK_CODES
    line: str
    clause: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the policy says about a return."""

    allowed: bool
    objections: tuple[Objection, ...]
    windows: tuple[tuple[str, str, dt.date | None], ...]
    """(line, clause of the window that holds, its last day; None while goods are not delivered)."""
    check: tuple[str, ...]
    """Conditions on the state of the goods that people have to look at, by clause."""
    mode: Literal["net-price", "reprice-kept"]
    fee: tuple[str, int] | None
    """(clause, amount); None when there is none."""
    waived_by: str | None
    """Clause that waives the fee."""
    return_shipping: Literal["customer", "business"]
    refund: Refunded
    kept: Kept
    everything: bool
    """Whether nothing of the order is kept."""


def is_fault(reason: Reason) -> bool:
    """Whether the business is to blame."""
    return reason != "change of mind"


def judge(
    rules: Rules, order: Order, coming_back: Units, reason: Reason, *, at: dt.datetime, customer: Customer | None
) -> Judgement:
    """Judges a return. `rules`: the version in force at purchase; `customer`: as known now, None for a guest."""
    returns = rules.policy.returns
    case = _case(rules, order, at, customer)
    windows, objections = _windows(rules, order, coming_back, reason, at, case)
    mode = _mode(rules, order, reason)
    units = keeping.kept_units(order, coming_back)
    kept = (
        keeping.decided_anew(rules, order, units) if mode == "reprice-kept" else keeping.at_shares(rules, order, units)
    )
    refund = _refund(rules, order, coming_back, reason, mode, kept, everything=not units)
    fee, waived_by = _fee(returns, order, coming_back, reason, case)
    if fee is not None:
        charged = min(fee[1], refund.money)
        fee = (fee[0], charged)
        refund = replace(refund, money=refund.money - charged, fee=charged)
    return Judgement(
        allowed=not objections,
        objections=objections,
        windows=windows,
        check=_to_check(returns, order, coming_back, reason),
        mode=mode,
        fee=fee,
        waived_by=waived_by,
        return_shipping="business" if is_fault(reason) or returns is None else returns.return_shipping,
        refund=refund,
        kept=kept,
        everything=not units,
    )


def _case(rules: Rules, order: Order, at: dt.datetime, customer: Customer | None) -> Case:
    """The customer at purchase, or as known now when the policy looks at the tier at return."""
    returns = rules.policy.returns
    if returns is None or returns.tier_at == "purchase":
        return case_of(rules.policy, order.situation, tier=order.decision.tier)
    now = Situation.model_construct(**{**dict(order.situation), "at": at, "customer": customer})
    return case_of(rules.policy, now, tier=tier_held(rules.policy, customer))


# -- may it come back? ----------------------------------------------------------------------------------------


def _windows(
    rules: Rules, order: Order, coming_back: Units, reason: Reason, at: dt.datetime, case: Case
) -> tuple[tuple[tuple[str, str, dt.date | None], ...], tuple[Objection, ...]]:
    returns = rules.policy.returns
    held: list[tuple[str, str, dt.date | None]] = []
    objections: list[Objection] = []
    for position in sorted(coming_back) if returns is not None else ():
        assert returns is not None
        name, line = order.decision.lines[position].id, order.situation.basket.lines[position]
        excluded = _excluded(returns, line, _lowered(order, position))
        window = _longest(rules, returns, order, line, position, reason, case)
        if is_fault(reason):
            if window is not None:
                held.append((name, window[0].id, _last_day(window[1], rules)))
        elif excluded is not None:
            objections.append(Objection("excluded", name, excluded.id))
        elif window is None:
            objections.append(Objection("no-window", name))
        elif window[1] is not None and at >= window[1]:
            objections.append(Objection("window-closed", name, window[0].id, _last_day(window[1], rules)))
        else:
            held.append((name, window[0].id, _last_day(window[1], rules)))
    return tuple(held), tuple(objections)


def _lowered(order: Order, position: int) -> bool:
    result = order.decision.lines[position]
    return result.amount < result.list_amount


def _excluded(returns: Returns, line: Line, lowered: bool) -> Exclusion | None:
    return next((one for one in returns.exclusions if matches(one.of, line, discounted=lowered)), None)


def _longest(
    rules: Rules, returns: Returns, order: Order, line: Line, position: int, reason: Reason, case: Case
) -> tuple[Window, dt.datetime | None] | None:
    """The window that holds for a line, the longest of those that match, and its end (None: not begun or endless)."""
    found = [
        (window, _end(window, order, rules))
        for window in returns.windows
        if reason in window.reasons
        and matches(window.of, line, discounted=_lowered(order, position))
        and not who_reasons(window.who, case)
        and not where_reasons(window.where, order.situation.basket)
    ]
    never = dt.datetime.max.replace(tzinfo=dt.UTC)
    return max(found, key=lambda one: one[1] or never, default=None)


def _end(window: Window, order: Order, rules: Rules) -> dt.datetime | None:
    if window.after == "purchase":
        return terms.end_of_term(order.at, window.for_time, rules.policy)
    if order.delivered is None:
        return None
    return terms.end_of_term_from_day(order.delivered, window.for_time, rules.policy)


def _last_day(end: dt.datetime | None, rules: Rules) -> dt.date | None:
    return None if end is None else terms.last_day(end, rules.policy)


def _to_check(returns: Returns | None, order: Order, coming_back: Units, reason: Reason) -> tuple[str, ...]:
    lines = [(order.situation.basket.lines[position], _lowered(order, position)) for position in sorted(coming_back)]
    return tuple(
        condition.id
        for condition in (returns.conditions if returns else ())
        if not (condition.except_fault and is_fault(reason))
        and any(matches(condition.of, line, discounted=lowered) for line, lowered in lines)
    )


# -- what does it cost? ---------------------------------------------------------------------------------------


def _fee(
    returns: Returns | None, order: Order, coming_back: Units, reason: Reason, case: Case
) -> tuple[tuple[str, int] | None, str | None]:
    """The dearest fee that matches a line that comes back, and the clause that waives it if one does."""
    if returns is None or is_fault(reason):
        return None, None
    lines = [(order.situation.basket.lines[position], _lowered(order, position)) for position in coming_back]
    matching = [
        fee
        for fee in returns.fees
        if any(matches(fee.of, line, discounted=lowered) for line, lowered in lines) and not who_reasons(fee.who, case)
    ]
    dearest = max(matching, key=lambda fee: fee.fee, default=None)
    if dearest is None:
        return None, None
    waived_by = _waived(order, case)
    return (None if waived_by else (dearest.id, dearest.fee)), waived_by


def _waived(order: Order, case: Case) -> str | None:
    """A gift of free returns that came with the order, or the tier's benefit."""
    given = next((gift.clause for gift in order.decision.gifts if gift.kind == "free returns"), None)
    tiers = case.policy.loyalty.tiers
    for level in tiers.levels if tiers else ():
        free = any(isinstance(benefit, FreeBenefit) and benefit.free == "returns" for benefit in level.benefits)
        if level.id == case.tier and free:
            return level.id
    levels = {level.id for level in tiers.levels} if tiers else set()
    return given if given not in levels else None


# -- how much comes back? -------------------------------------------------------------------------------------


def _mode(rules: Rules, order: Order, reason: Reason) -> Literal["net-price", "reprice-kept"]:
    promotions = index_of(rules.policy).promotions
    repriced = any(
        promotions[one.clause].on_return == "reprice-kept" for one in order.decision.applied if one.clause in promotions
    )
    return "reprice-kept" if repriced and not is_fault(reason) else "net-price"


def _refund(
    rules: Rules, order: Order, coming_back: Units, reason: Reason, mode: str, kept: Kept, *, everything: bool
) -> Refunded:
    decision, before = order.decision, order.refunded
    goods_total = decision.total - decision.shipping
    left = goods_total - before.goods
    if everything:
        goods = left
    elif mode == "reprice-kept":
        goods = min(left, max(0, left - kept.value))
    else:
        stood = keeping.at_shares(rules, order, keeping.kept_units(order, {}))
        goods = min(left, stood.value - kept.value)
    shipping = _shipping(rules.policy.returns, order, reason, everything)
    by_points = _by_points(order, coming_back, goods, shipping, goods_total, mode, everything)
    points = points_back(rules, order, before.by_points + by_points, before.goods + goods, goods_total, everything)
    not_points = goods + shipping - by_points
    gift_card = _gift_card(order, not_points)
    return Refunded(
        goods=goods,
        shipping=shipping,
        by_points=by_points,
        points=max(0, points - before.points),
        gift_card=gift_card,
        money=not_points - gift_card,
    )


def _shipping(returns: Returns | None, order: Order, reason: Reason, everything: bool) -> int:
    """The charge that comes back: at the business's fault always, else when all is returned and the policy says so."""
    rule = returns.refund if returns is not None else Refund()
    comes_back = is_fault(reason) or (everything and rule.shipping == "given back when all is returned")
    return order.decision.shipping - order.refunded.shipping if comes_back else 0


def _by_points(
    order: Order, coming_back: Units, goods: int, shipping: int, goods_total: int, mode: str, everything: bool
) -> int:
    """What of the refund points had paid."""
    decision, before = order.decision, order.refunded
    on_lines = sum(line.points_paid for line in decision.lines)
    on_shipping = decision.points_paid - on_lines
    if everything:
        so_far = on_lines
    elif mode == "reprice-kept":
        so_far = on_lines * (before.goods + goods) // goods_total if goods_total else 0
    else:
        so_far = sum(_paid_by_points(order, position, units) for position, units in _gone(order, coming_back).items())
    # What is still to come back for the goods must be able to hold what is left of the points.
    so_far = max(so_far, on_lines - (goods_total - before.goods - goods))
    if before.shipping + shipping:
        so_far += on_shipping
    return min(goods + shipping, max(0, so_far - before.by_points))


def _gone(order: Order, coming_back: Units) -> dict[int, list[int]]:
    return {
        position: [*order.returned.get(position, ()), *coming_back.get(position, ())]
        for position in range(len(order.decision.lines))
    }


def _paid_by_points(order: Order, position: int, units: Sequence[int]) -> int:
    line = order.decision.lines[position]
    shares = keeping.paid_by_points(line.points_paid, line.unit_amounts)
    return sum(shares[unit] for unit in units)


def points_back(rules: Rules, order: Order, by_points: int, goods: int, goods_total: int, everything: bool) -> int:
    """Points that have come back in all, once so much of the goods and of what points paid has (smallest parts)."""
    decision = order.decision
    on_rewards = sum(cost for _, cost in keeping.rewards_of(rules, decision))
    as_payment = decision.points_used - on_rewards
    if everything:
        return on_rewards + (as_payment * by_points // decision.points_paid if decision.points_paid else as_payment)
    paid = as_payment * by_points // decision.points_paid if decision.points_paid else 0
    return paid + (on_rewards * goods // goods_total if goods_total else 0)


def _gift_card(order: Order, not_points: int) -> int:
    """The share of a refund that goes back to the gift card or store credit it was paid with."""
    decision, before = order.decision, order.refunded
    total = decision.total - decision.points_paid
    if not decision.gift_card or not total:
        return 0
    so_far = before.goods + before.shipping - before.by_points + not_points
    return min(not_points, max(0, decision.gift_card * so_far // total - before.gift_card))


def cancelled(order: Order) -> Refunded:
    """Everything that was paid, as if the order had not been."""
    decision = order.decision
    return Refunded(
        goods=decision.total - decision.shipping,
        shipping=decision.shipping,
        by_points=decision.points_paid,
        points=decision.points_used,
        gift_card=decision.gift_card,
        money=decision.due,
    )
