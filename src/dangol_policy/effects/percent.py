"""A percentage off the price, lines, units, one unit, the order or shipping."""

from __future__ import annotations

from decimal import Decimal

from dangol_policy.allocate import allocate, share
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.order import on_order, one_unit
from dangol_policy.effects.outcome import NO_TIER_VALUE, Outcome, on_lines, on_units
from dangol_policy.effects.shipping import off_shipping
from dangol_policy.model.gives import Percent

DOC = "`percent: 10%` off `line` (the default), `unit`, `price`, `cheapest`, `dearest`, `order` or `shipping`."


def outcome(gives: Percent, goods: Goods) -> Outcome:
    """Rounded half-up once: per unit for `price` and `unit`, per line for `line`, else once in all."""
    rate = goods.value(gives.percent)
    return NO_TIER_VALUE if rate is None else _capped(_off(gives, rate, goods), gives.at_most, goods)


def _off(gives: Percent, rate: Decimal, goods: Goods) -> Outcome:
    if gives.off == "shipping":
        return off_shipping(goods, share(goods.shipping, rate))
    if gives.off == "order":
        return on_order(goods, gives.of, share(goods.measured(gives.of, "now"), rate))
    if gives.off in ("cheapest", "dearest"):
        one = one_unit(goods, gives.of, gives.off)
        return on_units(goods, [(unit, share(unit.amount, rate)) for unit in one], goods.matching(gives.of))
    if gives.off == "line":
        return on_lines(goods, [(i, share(goods.lines[i].amount, rate)) for i in goods.matching(gives.of)])
    off = [(unit, share(unit.amount, rate)) for unit in goods.units(gives.of)]
    return on_units(goods, off, goods.matching(gives.of))


def _capped(found: Outcome, at_most: int | None, goods: Goods) -> Outcome:
    if at_most is None or found.amount <= at_most:
        return found
    if found.shipping:
        return off_shipping(goods, at_most)
    lines = sorted(found.units)
    taken = [sum(found.units[i]) for i in lines]
    return on_lines(goods, list(zip(lines, allocate(at_most, taken, taken), strict=True)))
