"""Multiplies the points earned on matching lines."""

from __future__ import annotations

from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import NOTHING_MATCHES, Outcome, nothing
from dangol_policy.model.gives import TimesPoints

DOC = "`points_times: 2`: double points on matching lines; two multipliers each add their own part."


def outcome(gives: TimesPoints, goods: Goods) -> Outcome:
    """Acts when points are summed up; here only whether it does."""
    if not goods.enrolled:
        return nothing(Reason("guest"))
    return Outcome() if goods.matching(gives.of) else NOTHING_MATCHES
