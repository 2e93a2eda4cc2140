"""A price list: unit prices by product, by tier if wished."""

from __future__ import annotations

from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods, Unit
from dangol_policy.effects.outcome import NO_TIER_VALUE, Outcome, nothing, on_units
from dangol_policy.model.gives import Prices

DOC = "`prices: {rice: 100000, tea: {silver: 4000, gold: 3500}}`: a price list; never raises a price."


def outcome(gives: Prices, goods: Goods) -> Outcome:
    """Lowers units of listed products to their price, of each product at most `units`, dearest first."""
    lines = [i for i, line in enumerate(goods.lines) if line.line.sku in gives.prices]
    listed = goods.units_of(lines)
    asked: list[tuple[Unit, int]] = []
    taken: dict[str, int] = {}
    for unit in listed:
        sku = goods.lines[unit.line].line.sku
        price = goods.value(gives.prices[sku])
        if price is not None and (gives.units is None or taken.get(sku, 0) < gives.units):
            taken[sku] = taken.get(sku, 0) + 1
            asked.append((unit, max(0, unit.amount - price)))
    if listed and not asked:
        return NO_TIER_VALUE
    dearer = any(off for _, off in asked)
    return on_units(goods, asked, lines) if dearer or not listed else nothing(Reason("not-dearer"))
