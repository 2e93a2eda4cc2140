"""Precedence: served first."""

from __future__ import annotations

from dangol_policy.decision import Gift
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import Outcome
from dangol_policy.model.gives import Priority

DOC = "`priority: queue`, `phone` or `delivery`: served first."


def outcome(gives: Priority, goods: Goods) -> Outcome:
    """Always given when its turn comes."""
    return Outcome(gifts=(Gift("", "priority", gives.priority),))
