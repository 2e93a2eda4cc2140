"""Points to be earned: exact sums over rules and lines, rounded once per order, shown per line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from dangol_policy.allocate import share_out
from dangol_policy.decision import Earned
from dangol_policy.effects.goods import Goods
from dangol_policy.interpret.case import Case, point
from dangol_policy.interpret.customers import who_reasons
from dangol_policy.interpret.run import Run
from dangol_policy.interpret.taxes import counted
from dangol_policy.interpret.times import when_reasons, where_reasons
from dangol_policy.model import gives as kinds
from dangol_policy.model.loyalty import Base, EarnRule
from dangol_policy.selecting import matches
from dangol_policy.values import exponent, write_money, write_rate

ZERO = Fraction(0)


@dataclass(slots=True)
class Points:
    """Points to be earned, in smallest parts: in all, per canonical line, and per rule."""

    total: int = 0
    by_line: list[int] = field(default_factory=list)
    earned: tuple[Earned, ...] = ()


def points_of(case: Case, state: Run, points_paid: tuple[int, ...]) -> Points:
    """What the order will earn. `points_paid`: minor units of each canonical line that points pay for."""
    programme = case.policy.loyalty.points
    goods = state.goods
    if programme is None or case.customer is None or not goods.lines:
        return Points(by_line=[0] * len(goods.lines))
    exact = [ZERO] * len(goods.lines)
    earned: list[Earned] = []
    for rule in programme.earn:
        if not _speaks_against(rule, case):
            _add(earned, exact, _by_rule(rule, case, state, points_paid))
    _add_bonuses(earned, exact, case, state)
    total = _rounded(sum(exact, ZERO), programme.rounding)
    return Points(total, share_out(total, exact), tuple(earned))


def _speaks_against(rule: EarnRule, case: Case) -> bool:
    return bool(
        who_reasons(rule.who, case) or when_reasons(rule.when, case.local) or where_reasons(rule.where, case.basket)
    )


def _add(earned: list[Earned], exact: list[Fraction], found: tuple[Earned, list[Fraction]]) -> None:
    one, by_line = found
    if one.exact:
        earned.append(one)
        exact[:] = [so_far + more for so_far, more in zip(exact, by_line, strict=True)]


def _rounded(exact: Fraction, rounding: str) -> int:
    if rounding == "up":
        return -int(-exact // 1)
    return int((exact + Fraction(1, 2) if rounding == "half up" else exact) // 1)


# --- rules -----------------------------------------------------------------------------------------


def _by_rule(rule: EarnRule, case: Case, state: Run, points_paid: tuple[int, ...]) -> tuple[Earned, list[Fraction]]:
    """What one rule gives, in all and per line."""
    lines = [i for i in _matching(rule, state) if i not in state.no_points]
    if rule.per == "unit":
        base = {i: sum(amount > 0 for amount in state.goods.lines[i].units) for i in lines}
    else:
        base = {i: _base(rule.base, i, case, state.goods, points_paid) for i in lines}
    counted_on = sum(base.values())
    formula, written = _formula(rule, case)
    total = formula(counted_on)
    by_line = [total * base.get(i, 0) / counted_on if counted_on else ZERO for i in range(len(state.goods.lines))]
    return Earned(rule.id, counted_on, total, written), by_line


def _matching(rule: EarnRule, state: Run) -> list[int]:
    """Lines the rule counts; `discounted` looks at what the order came to in the end."""
    return [
        i
        for i, line in enumerate(state.goods.lines)
        if matches(rule.on, line.line, discounted=line.amount < line.list_amount)
    ]


def _base(base: Base, i: int, case: Case, goods: Goods, points_paid: tuple[int, ...]) -> int:
    """Minor units of a line that a rule counts on; never below zero."""
    line = goods.lines[i]
    amount = line.amount if base.amount == "net" else line.list_amount
    if base.points_spent == "do not count":
        amount = max(0, amount - points_paid[i])
    if base.tax == "without":
        _, _, tax = counted(line.line, case.policy.business.tax)
        amount = tax.without(amount)
    return amount


def _formula(rule: EarnRule, case: Case) -> tuple[Callable[[int], Fraction], str]:
    """Smallest parts of points for what a rule counts on, and how the policy writes it."""
    unit = point(case.policy)
    currency = case.policy.business.currency
    goods_value = _value(case)
    if rule.rate is not None:
        rate = goods_value(rule.rate)
        if rate is None:
            return _nothing, ""
        factor = Fraction(rate) * unit / 10 ** exponent(currency)
        return lambda base: base * factor, write_rate(rate)
    points = goods_value(rule.points) if rule.points is not None else None
    if points is None:
        return _nothing, ""
    if rule.per == "unit":
        return lambda base: Fraction(base * points * unit), f"{points} per unit"
    if rule.per:
        per = rule.per
        return lambda base: Fraction(base * points * unit, per), f"{points} per {write_money(per, currency)}"
    if rule.per_full:
        full = rule.per_full
        return (
            lambda base: Fraction(base // full * points * unit),
            f"{points} per full {write_money(full, currency)}",
        )
    return _nothing, ""


def _nothing(_base: int) -> Fraction:
    return ZERO


def _value(case: Case) -> Callable[[Any], Any]:
    """Resolves one value for everybody, or the value of the ruling tier."""
    return Goods(lines=[], shipping=0, shipping_list=0, tier=case.tier, enrolled=True).value


# --- multipliers and bonuses -----------------------------------------------------------------------


def _add_bonuses(earned: list[Earned], exact: list[Fraction], case: Case, state: Run) -> None:
    """Multipliers each add their part of what the rules gave; bonuses are shared over the lines by what they cost."""
    by_rules = list(exact)
    for offer, applied in state.applied:
        if isinstance(offer.gives, kinds.TimesPoints):
            times, lines = offer.gives.points_times, set(state.goods.matching(offer.gives.of))
            more = [part * (times - 1) if i in lines else ZERO for i, part in enumerate(by_rules)]
            base = sum(line.amount for i, line in enumerate(state.goods.lines) if i in lines)
            _add(earned, exact, (Earned(offer.clause, base, sum(more, ZERO), f"x{times}"), more))
        elif isinstance(offer.gives, kinds.Points):
            points = (state.goods.value(offer.gives.points) or 0) * applied.times
            whole = Fraction(points * point(case.policy))
            weights = _weights(state.goods)
            more = [whole * weight / sum(weights) for weight in weights]
            _add(earned, exact, (Earned(offer.clause, 0, whole, f"+{points}"), more))


def _weights(goods: Goods) -> list[int]:
    """What the lines cost; list amounts when everything is free; units when even those are nothing."""
    for weights in ([line.amount for line in goods.lines], [line.list_amount for line in goods.lines]):
        if any(weights):
            return weights
    return [line.line.quantity for line in goods.lines]
