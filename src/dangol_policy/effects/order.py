"""What several gifts share: a discount on the order, and the choice of a single unit."""

from __future__ import annotations

from dangol_policy.allocate import allocate
from dangol_policy.effects.goods import Goods, Unit
from dangol_policy.effects.outcome import Outcome, settled
from dangol_policy.model.conditions import Selector


def on_order(goods: Goods, of: Selector, discount: int) -> Outcome:
    """One discount shared over the matching lines by what they cost now, none below its floor."""
    lines = goods.matching(of)
    chosen = [goods.lines[i] for i in lines]
    shares = allocate(discount, [line.amount for line in chosen], [line.room for line in chosen])
    units = {i: goods.lines[i].to_units(taken) for i, taken in zip(lines, shares, strict=True) if taken}
    return settled(goods, units, lines)


def one_unit(goods: Goods, of: Selector, which: str) -> list[Unit]:
    """The cheapest or the dearest matching unit that still costs something; none when there is none."""
    return goods.units(of, dearest_first=which == "dearest")[:1]
