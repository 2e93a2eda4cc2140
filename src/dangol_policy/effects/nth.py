"""Every nth unit at a rate off: the second item at half price."""

from __future__ import annotations

from dangol_policy.allocate import share
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import NO_TIER_VALUE, Outcome, on_units
from dangol_policy.effects.sets import by_product, too_few
from dangol_policy.model.gives import Nth

DOC = "`nth: 2, percent: 50%`: the second unit, the fourth and so on at the rate, dearest or cheapest first."


def outcome(gives: Nth, goods: Goods) -> Outcome:
    """The nth, 2nth, ... unit in order of amount gets the rate, rounded half-up per unit."""
    rate = goods.value(gives.percent)
    if rate is None:
        return NO_TIER_VALUE
    units = goods.units(gives.of, dearest_first=gives.counted == "dearest first")
    rows = by_product(goods, units) if gives.same_product else [units]
    chosen = [unit for row in rows for unit in row[gives.nth - 1 :: gives.nth]][: gives.times]
    if not chosen:
        return too_few(goods, gives.of, have=max((len(row) for row in rows), default=0), need=gives.nth)
    off = [(unit, share(unit.amount, rate)) for unit in chosen]
    return on_units(goods, off, goods.matching(gives.of), times=len(chosen))
