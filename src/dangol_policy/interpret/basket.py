"""The basket as goods: lines in canonical order, prices as discounts count."""

from __future__ import annotations

from dangol_policy.effects.goods import Goods, GoodsLine
from dangol_policy.interpret.case import Case
from dangol_policy.interpret.taxes import counted
from dangol_policy.situation import Line


def canonical_key(line: Line, position: int) -> tuple[object, ...]:
    """Orders lines by what they are, never by how they were entered; equal lines keep their positions."""
    tax = line.tax
    return (
        line.sku,
        -line.price,
        line.category,
        line.tags,
        -1 if line.floor is None else line.floor,
        line.id or "",
        line.name or "",
        line.quantity,
        ("", -1, "") if tax is None else (tax.rate or "", -1 if tax.amount is None else tax.amount, str(tax.included)),
        tuple((past.on, past.price) for past in line.price_history),
        position,
    )


def goods_of(case: Case) -> Goods:
    """The goods before anything has acted on them."""
    numbered = sorted(enumerate(case.basket.lines), key=lambda item: canonical_key(item[1], item[0]))
    return Goods(
        lines=[_goods_line(position, line, case) for position, line in numbered],
        shipping=case.basket.shipping,
        shipping_list=case.basket.shipping,
        tier=case.tier,
        enrolled=case.customer is not None,
    )


def _goods_line(position: int, line: Line, case: Case) -> GoodsLine:
    price, floor, _ = counted(line, case.policy.business.tax)
    return GoodsLine(position, line, price, floor, [price] * line.quantity, price * line.quantity)
