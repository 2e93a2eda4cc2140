"""A fixed price per unit."""

from __future__ import annotations

from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import NO_TIER_VALUE, Outcome, nothing, on_units
from dangol_policy.model.gives import Price

DOC = "`price: 9900` per matching unit, for at most `units` of them, dearest first; never raises a price."


def outcome(gives: Price, goods: Goods) -> Outcome:
    """Lowers each chosen unit to the price, if it costs more."""
    price = goods.value(gives.price)
    if price is None:
        return NO_TIER_VALUE
    chosen = goods.units(gives.of)[: gives.units]
    if chosen and all(unit.amount <= price for unit in chosen):
        return nothing(Reason("not-dearer"))
    return on_units(goods, [(unit, max(0, unit.amount - price)) for unit in chosen], goods.matching(gives.of))
