"""Free returns, or shipping free of charge."""

from __future__ import annotations

from dangol_policy.decision import Gift
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import Outcome
from dangol_policy.effects.shipping import off_shipping
from dangol_policy.model.gives import FreeService

DOC = "`free: returns`: sending back this order costs nothing; `free: shipping`: as `shipping: free`."


def outcome(gives: FreeService, goods: Goods) -> Outcome:
    """Shipping is a discount on this order's charge, returns a right that comes with the order."""
    if gives.free == "shipping":
        return off_shipping(goods, goods.shipping)
    return Outcome(gifts=(Gift("", "free returns"),))
