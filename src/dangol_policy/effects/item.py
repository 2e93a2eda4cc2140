"""A gift item that is not in the basket."""

from __future__ import annotations

from dangol_policy.decision import Gift
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import Outcome
from dangol_policy.model.gives import Item

DOC = "`item: dessert, units: 1`: something handed over or sent along."


def outcome(gives: Item, goods: Goods) -> Outcome:
    """Always given when its turn comes."""
    return Outcome(gifts=(Gift("", "item", gives.item, gives.units),))
