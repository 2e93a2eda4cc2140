"""What the situation leaves open, as the quick function looks it up: one state for all situations alike in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dangol_policy.compile.marks import MOST_REMEMBERED as MOST_PRODUCTS
from dangol_policy.compile.openings import MOST_REMEMBERED, Opened
from dangol_policy.compile.planned import Planned
from dangol_policy.situation import Line, Situation

Closed = tuple[tuple[str, str], ...]
State = tuple[int, int, Closed, bool, Opened]
"""Bits by turn of what is open, bits of selectors that its clauses ask about, what is closed, whether the customer's
own dates have a say in that, and all reasons."""
Mark = tuple[int, Any, Any, int]
"""Bits of a product's selectors, with the category, tags and price they were found for."""


class States:
    """States and bits of products, each remembered."""

    def __init__(self, planned: Planned, asked: Mapping[int, int]) -> None:
        """`asked`: bits of selectors by turn of the offer that asks about them; -1 for those always asked about."""
        self._planned = planned
        self._asked = asked
        self.remembered: dict[object, State] = {}
        self.products: dict[str, Mark] = {}

    def find(self, key: object, situation: Situation, tier: str | None) -> State:
        """The state of a situation, to be found under its key from now on."""
        found = self.state(self._planned.openings.plain(situation, tier), tier)
        if len(self.remembered) >= MOST_REMEMBERED:
            self.remembered.clear()
        self.remembered[key] = found
        return found

    def personal(self, state: State, situation: Situation, tier: str | None) -> State:
        """The state with the customer's own dates and with limits."""
        opened = self._planned.openings.personal(state[4], situation, tier)
        return state if opened is state[4] else self.state(opened, tier)

    def state(self, opened: Opened, tier: str | None) -> State:
        """What reasons come to."""
        planned = self._planned
        taking_part = planned.taking_part(tier)
        shut = [offer for offer in planned.promotions if opened.reasons[offer.number]]
        opens = taking_part & ~sum(1 << offer.index for offer in shut)
        wanted = 0
        for index, bits in self._asked.items():
            if index < 0 or opens >> index & 1:
                wanted |= bits
        closed = tuple([(offer.clause, opened.reasons[offer.number][0].code) for offer in shut])
        asks = any(not opened.before[number] for number, _ in planned.openings.own)
        return opens, wanted, closed, asks, opened

    def mark(self, line: Line) -> int:
        """Bits of a line, to be found under its product from now on."""
        bits = self._planned.marks.of(line)[0]
        if len(self.products) >= MOST_PRODUCTS:
            self.products.clear()
        self.products[line.sku] = (bits, line.category, line.tags, line.price)
        return bits
