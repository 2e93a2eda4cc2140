"""A longer warranty on matching lines."""

from __future__ import annotations

from dangol_policy.decision import Gift
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import NOTHING_MATCHES, Outcome
from dangol_policy.model.gives import Warranty

DOC = "`warranty: 12 months` more on matching lines."


def outcome(gives: Warranty, goods: Goods) -> Outcome:
    """A right that comes with the matching lines; the gift names them by position in the basket."""
    positions = tuple(sorted(goods.lines[i].position for i in goods.matching(gives.of)))
    return (
        Outcome(gifts=(Gift("", "warranty", str(gives.warranty), lines=positions),)) if positions else NOTHING_MATCHES
    )
