"""A voucher for a later order."""

from __future__ import annotations

from decimal import Decimal

from dangol_policy.decision import Gift
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import NO_TIER_VALUE, Outcome
from dangol_policy.model.gives import Voucher
from dangol_policy.values import write_rate

DOC = "`voucher: 5000` or `voucher: 10%`, with `valid` and the `minimum` of the later order."


def outcome(gives: Voucher, goods: Goods) -> Outcome:
    """Granted once per order that earns it; it changes nothing on this order."""
    worth: object = goods.value(gives.voucher)
    if worth is None:
        return NO_TIER_VALUE
    if isinstance(worth, Decimal):
        return Outcome(gifts=(Gift("", "voucher", rate=write_rate(worth)),))
    assert isinstance(worth, int)
    return Outcome(gifts=(Gift("", "voucher", amount=worth),))
