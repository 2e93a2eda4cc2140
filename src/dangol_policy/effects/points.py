"""Bonus points on top of what is earned."""

from __future__ import annotations

from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import NO_TIER_VALUE, Outcome, nothing
from dangol_policy.model.gives import Points

DOC = "`points: 500`: whole points on top; a guest has no account to put them on."


def outcome(gives: Points, goods: Goods) -> Outcome:
    """Acts when points are summed up; here only whether it does."""
    if not goods.enrolled:
        return nothing(Reason("guest"))
    return NO_TIER_VALUE if goods.value(gives.points) is None else Outcome()
