"""The state of one block while its quotes are worked out, and what all clauses ask it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dangol_policy.compile.columns.table import LARGEST, Block, Flags, Ints
from dangol_policy.model.conditions import EVERYTHING, Selector

Places = NDArray[np.intp]
"""Flat places in a matrix of lines x rows."""


class Unwritten(Exception):
    """A clause of a kind that columns do not know; rows in which it is open are decided one by one."""


class Value:
    """A whole number, or one by tier; a tier that is not named has none. No sum is larger than `LARGEST` here."""

    def __init__(self, value: int | Mapping[str, int]) -> None:
        self.alike = None if isinstance(value, Mapping) else min(value, LARGEST)
        self.by_tier = {tier: min(one, LARGEST) for tier, one in value.items()} if isinstance(value, Mapping) else {}
        self._values: Ints = np.zeros(0, np.int64)
        self._known: Flags = np.zeros(0, np.bool_)

    def settle(self, tiers: Mapping[str, int]) -> None:
        """Puts the values in the order of the tiers' numbers; 0 is no tier, 1 an unknown one."""
        named = [self.by_tier.get(tier) for tier in tiers]
        self._values = np.array([0, 0, *[value or 0 for value in named]], np.int64)
        self._known = np.array([False, False, *[value is not None for value in named]])

    def at(self, tiers: Ints) -> Any:
        """The value by row; one number when it is the same for all."""
        return self.alike if self.alike is not None else self._values[tiers]

    def known(self, tiers: Ints) -> Flags | None:
        """Which rows have a value; None when all have."""
        return None if self.alike is not None else self._known[tiers]


class Run:
    """One block under one policy. `left` marks rows that are left to be decided one by one."""

    def __init__(self, block: Block, tiers: Ints, marks: Mapping[int, Flags], skus: Sequence[str]) -> None:
        """`marks`: which products a bit of a selector means; `skus`: by number of product."""
        self.block = block
        self.skus = skus
        self.count = len(block.rows)
        self.tiers = tiers
        self.enrolled = block.enrolled
        self.amounts: Ints = block.listed.ravel().copy()
        self.listed: Ints = block.listed.ravel()
        self.quantities: Ints = block.quantities.ravel()
        self.total: Ints = block.listed.sum(axis=0)
        self.in_all: Ints = self.total.copy()
        self.shipping = block.shipping.copy()
        self.left: Flags = np.zeros(self.count, np.bool_)
        self.stale: Flags = np.zeros(self.count, np.bool_)
        self.spread = False
        """Whether a discount on the order may have made lines unknown in some row."""
        self.times: Ints = np.ones(self.count, np.int64)
        self.bonus: Ints = np.zeros(self.count, np.int64)
        self._marks = marks
        self._products = block.products.ravel()
        self._rows = np.tile(np.arange(self.count), len(block.products))
        self._places: dict[int, tuple[Places, Places]] = {}

    # --- which lines -------------------------------------------------------------------------------

    def lines(self, bit: int) -> tuple[Places, Places]:
        """The lines of a selector's bit, and the row of each; 0 means every line."""
        found = self._places.get(bit)
        if found is None:
            if bit:
                places = np.flatnonzero(self._marks[bit][self._products])
                found = places, self._rows[places]
            else:
                found = np.arange(len(self.amounts)), self._rows
            self._places[bit] = found
        return found

    def sums(self, values: Ints, rows: Places) -> Ints:
        """Sums by row. Exact: amounts stay far below what a double holds exactly."""
        found: Ints = np.bincount(rows, values, self.count).astype(np.int64)
        return found

    def some(self, bit: int) -> Flags:
        """Which rows have any line of the bit."""
        return self._lines_each(bit) > 0

    def every(self, bit: int) -> Flags:
        """Which rows have no other lines."""
        found: Flags = self._lines_each(bit) == len(self.block.products)
        return found

    def _lines_each(self, bit: int) -> Ints:
        found: Ints = np.bincount(self.lines(bit)[1], minlength=self.count)
        return found

    def live_lines(self, bit: int, live: Flags) -> tuple[Places, Places]:
        """The same, of live rows only."""
        places, rows = self.lines(bit)
        chosen = live[rows]
        return places[chosen], rows[chosen]

    # --- what they cost ----------------------------------------------------------------------------

    def by_line(self, live: Flags) -> None:
        """Amounts by line are looked at: rows in which they are not known any more are left."""
        if self.spread:
            self.left |= live & self.stale

    def base(self, bit: int, live: Flags) -> Ints:
        """What the lines of a bit cost now."""
        if not bit:
            return self.total
        places, rows = self.lines(bit)
        found = self.sums(self.amounts[places], rows)
        if self.spread:
            whole, none = self.every(bit), ~self.some(bit)
            self.left |= live & self.stale & ~whole & ~none
            found = np.where(whole, self.total, found)
        return found

    def before_discounts(self, bit: int) -> Ints:
        """What the lines of a bit cost before discounts."""
        if not bit:
            return self.in_all
        places, rows = self.lines(bit)
        return self.sums(self.listed[places], rows)

    def units(self, bit: int) -> Ints:
        """How many units the lines of a bit have."""
        places, rows = self.lines(bit)
        return self.sums(self.quantities[places], rows)

    def leave_lowered_units(self, bit: int, live: Flags) -> None:
        """Leaves rows in which units of one line may differ: several of them, lowered before."""
        places, rows = self.live_lines(bit, live)
        lowered = (self.quantities[places] > 1) & (self.amounts[places] != self.listed[places])
        self.left[rows[lowered]] = True


def bit_of(selector: Selector, bit: int, *, dynamic: bool) -> int:
    """The bit to ask with; 0 for every line. Raises Unwritten where what is meant changes on the way."""
    if dynamic:
        raise Unwritten
    return 0 if selector == EVERYTHING else bit
