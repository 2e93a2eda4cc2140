"""What gifts on sets of units share: grouping by product, and saying that units are missing."""

from __future__ import annotations

from collections.abc import Sequence

from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods, Unit
from dangol_policy.effects.outcome import NOTHING_MATCHES, Outcome, nothing
from dangol_policy.model.conditions import Selector


def by_product(goods: Goods, units: Sequence[Unit]) -> list[list[Unit]]:
    """The units product by product, products in canonical order, the order within kept."""
    rows: dict[str, list[Unit]] = {}
    first: dict[str, int] = {}
    for unit in units:
        product = goods.product(unit.line)
        rows.setdefault(product, []).append(unit)
        first[product] = min(first.get(product, unit.line), unit.line)
    return [rows[product] for product in sorted(rows, key=lambda name: first[name])]


def too_few(goods: Goods, of: Selector, *, have: int, need: int) -> Outcome:
    """Not enough units for one set; when no line matches at all, that."""
    if not goods.matching(of):
        return NOTHING_MATCHES
    return nothing(Reason("units-short", have=have, need=need), short_price=cheapest_price(goods, of))


def cheapest_price(goods: Goods, of: Selector) -> int:
    """List price of the cheapest matching unit in the basket, 0 when there is none."""
    return min((goods.lines[i].price for i in goods.matching(of)), default=0)
