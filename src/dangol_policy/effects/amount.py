"""An amount of money off the price, each line, each unit, one unit, the order or shipping."""

from __future__ import annotations

from dangol_policy.effects.goods import Goods
from dangol_policy.effects.order import on_order, one_unit
from dangol_policy.effects.outcome import NO_TIER_VALUE, Outcome, on_lines, on_units
from dangol_policy.effects.shipping import off_shipping
from dangol_policy.model.gives import Amount

DOC = "`amount: 5000` off `order` (the default), `line`, `unit`, `price`, `cheapest`, `dearest` or `shipping`."


def outcome(gives: Amount, goods: Goods) -> Outcome:
    """Never more than what the lines, or the shipping charge, still cost above their floors."""
    amount = goods.value(gives.amount)
    if amount is None:
        return NO_TIER_VALUE
    if gives.off == "shipping":
        return off_shipping(goods, amount)
    if gives.off == "order":
        return on_order(goods, gives.of, amount)
    if gives.off == "line":
        return on_lines(goods, [(i, amount) for i in goods.matching(gives.of)])
    if gives.off in ("cheapest", "dearest"):
        one = one_unit(goods, gives.of, gives.off)
        return on_units(goods, [(unit, amount) for unit in one], goods.matching(gives.of))
    return on_units(goods, [(unit, amount) for unit in goods.units(gives.of)], goods.matching(gives.of))
