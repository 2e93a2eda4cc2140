"""Stepped amounts: so much off for each full amount spent."""

from __future__ import annotations

from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.order import on_order
from dangol_policy.effects.outcome import NO_TIER_VALUE, NOTHING_MATCHES, Outcome, nothing
from dangol_policy.model.gives import PerSpend

DOC = "`per_spend: 50000, amount: 5000, times: 3`: 5,000 off for each full 50,000, at most three times."


def outcome(gives: PerSpend, goods: Goods) -> Outcome:
    """Counts full steps of the measured amount, at most `times`; a step of 0 is never reached."""
    amount = goods.value(gives.amount)
    if amount is None:
        return NO_TIER_VALUE
    if not goods.matching(gives.of):
        return NOTHING_MATCHES
    spent = goods.measured(gives.of, gives.measure)
    steps = spent // gives.per_spend if gives.per_spend else 0
    if not steps:
        return nothing(Reason("spend-short", have=spent, need=gives.per_spend))
    return on_order(goods, gives.of, amount * min(steps, gives.times or steps))
