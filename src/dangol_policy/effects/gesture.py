"""Something people do for the customer."""

from __future__ import annotations

from dangol_policy.decision import Gift
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import Outcome
from dangol_policy.model.gives import Gesture

DOC = "`gesture: a handwritten card`, with what it may `cost`."


def outcome(gives: Gesture, goods: Goods) -> Outcome:
    """Always given when its turn comes; its words are the policy's."""
    return Outcome(gifts=(Gift("", "gesture", amount=gives.cost),))
