"""Shipping free, or at a fixed charge."""

from __future__ import annotations

from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import Outcome, nothing
from dangol_policy.model.gives import Shipping

DOC = "`shipping: free`, or `shipping: 2500` for a fixed charge; never raises the charge."


def outcome(gives: Shipping, goods: Goods) -> Outcome:
    """Lowers the charge that is left to nothing or to the fixed charge."""
    if gives.shipping == "free":
        return off_shipping(goods, goods.shipping)
    if goods.shipping and gives.shipping >= goods.shipping:
        return nothing(Reason("not-dearer"))
    return off_shipping(goods, goods.shipping - gives.shipping)


def off_shipping(goods: Goods, discount: int) -> Outcome:
    """A discount on the shipping charge, at most the charge that is left."""
    if not goods.shipping_list:
        return nothing(Reason("no-shipping"))
    if not goods.shipping:
        return nothing(Reason("nothing-left"))
    if discount <= 0:
        return nothing(Reason("too-small"))
    return Outcome(shipping=min(discount, goods.shipping))
