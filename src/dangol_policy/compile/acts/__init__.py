"""What each gift does, prepared for one policy: a function from the basket as it stands to its effect.

Gifts on whole lines, on the order and on shipping are worked out on amounts by line; those that look at single units
ask the reference in `effects`, on the same basket.
"""

from __future__ import annotations

from dangol_policy.compile.acts.by_line import (
    fixed_price,
    line_amount,
    line_percent,
    price_list,
    unit_amount,
    unit_percent,
)
from dangol_policy.compile.acts.by_order import order_amount, order_percent, per_spend
from dangol_policy.compile.acts.by_reference import by_reference, thing
from dangol_policy.compile.acts.effect import Act, Effect
from dangol_policy.compile.acts.on_shipping import charge, shipping_amount, shipping_percent
from dangol_policy.compile.acts.one_unit import one_amount, one_percent
from dangol_policy.compile.marks import Marks
from dangol_policy.model import gives as kinds
from dangol_policy.model.gives import Gives

_THINGS = (kinds.Item, kinds.Points, kinds.Voucher, kinds.Priority, kinds.Gesture)


def prepare(gives: Gives, marks: Marks, clause: str) -> Act:
    """The act of a gift; what comes with the order is named after the clause."""
    if isinstance(gives, kinds.Percent):
        return _percent(gives, marks)
    if isinstance(gives, kinds.Amount):
        return _amount(gives, marks)
    if isinstance(gives, kinds.PerSpend):
        return per_spend(gives, marks)
    if isinstance(gives, kinds.Prices):
        return price_list(gives, marks)
    if isinstance(gives, kinds.Price):
        return fixed_price(gives, marks)
    if isinstance(gives, kinds.Shipping):
        return charge(0 if gives.shipping == "free" else gives.shipping)
    if isinstance(gives, kinds.FreeService):
        return charge(0) if gives.free == "shipping" else thing(gives, clause)
    return thing(gives, clause) if isinstance(gives, _THINGS) else by_reference(gives, marks, clause)


def _percent(gives: kinds.Percent, marks: Marks) -> Act:
    if gives.off == "shipping":
        return shipping_percent(gives)
    if gives.off == "order":
        return order_percent(gives, marks)
    if gives.off == "line":
        return line_percent(gives, marks)
    return one_percent(gives, marks) if gives.off in ("cheapest", "dearest") else unit_percent(gives, marks)


def _amount(gives: kinds.Amount, marks: Marks) -> Act:
    if gives.off == "shipping":
        return shipping_amount(gives)
    if gives.off == "order":
        return order_amount(gives, marks)
    if gives.off == "line":
        return line_amount(gives, marks)
    return one_amount(gives, marks) if gives.off in ("cheapest", "dearest") else unit_amount(gives, marks)


__all__ = ["Act", "Effect", "prepare"]
