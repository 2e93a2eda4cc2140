"""A table of situations: what quotes look at, put into columns once. Knows no policy.

Situations with equally many lines stand together in blocks; amounts and quantities of a block are matrices, line by
line, so that one operation looks at a line of every situation. What only few values occur of (places, means of payment,
codes, profiles of customers, products) is numbered, with one situation that stands for each number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dangol_policy.compile.moments import minute_of
from dangol_policy.situation import Line, Situation

Ints = NDArray[np.int64]
Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]

MOST_LINES = 64
"""Situations with more lines are left to be decided one by one."""
LARGEST = 10**11
"""Minor units up to which the sums of a situation stay exact here; larger ones are decided one by one."""
_MOST_ROWS = 4_096
"""Rows of a block: its matrices stay in the processor's cache."""


@dataclass(slots=True)
class Numbered:
    """Distinct values in the order of their first occurrence, and where each first occurred."""

    places: dict[Any, int] = field(default_factory=dict)
    first: list[int] = field(default_factory=list)

    def number(self, value: Hashable, row: int) -> int:
        """The number of a value that occurs in a row."""
        found = self.places.get(value)
        if found is None:
            found = self.places[value] = len(self.first)
            self.first.append(row)
        return found


@dataclass(slots=True)
class Block:
    """Situations with equally many lines. Matrices are lines x rows; vectors are by row."""

    rows: NDArray[np.intp]
    """Where the rows stand in the table."""
    listed: Ints
    quantities: Ints
    products: Codes
    shipping: Ints
    enrolled: Flags
    moments: Codes
    places: Codes
    payments: Codes
    codes: Codes
    profiles: Codes


@dataclass(slots=True)
class Table:
    """Situations in columns. Amounts in minor units."""

    situations: Sequence[Situation]
    blocks: list[Block] = field(default_factory=list)
    apart: list[int] = field(default_factory=list)
    """Rows that are decided one by one: vouchers, points as payment, floors, taxes of lines, very much of anything."""
    used: list[int] = field(default_factory=list)
    """Rows that bring uses of promotions along: limits may have been reached."""
    products: list[Line] = field(default_factory=list)
    """A line for each product with its category, tags and price."""
    moments: Numbered = field(default_factory=Numbered)
    """Minutes with their stores."""
    places: Numbered = field(default_factory=Numbered)
    payments: Numbered = field(default_factory=Numbered)
    codes: Numbered = field(default_factory=Numbered)
    profiles: Numbered = field(default_factory=Numbered)

    @classmethod
    def of(cls, situations: Sequence[Situation]) -> Table:
        """The table of these situations, in their order."""
        table = cls(situations)
        by_count: dict[int, list[int]] = {}
        for row, situation in enumerate(situations):
            if _is_plain(situation):
                by_count.setdefault(len(situation.basket.lines), []).append(row)
            else:
                table.apart.append(row)
            if situation.limits or (situation.customer is not None and situation.customer.uses):
                table.used.append(row)
        numbers = Numbered()
        for count in sorted(by_count):
            rows = by_count[count]
            for start in range(0, len(rows), _MOST_ROWS):
                table.blocks.append(table._block(rows[start : start + _MOST_ROWS], numbers))
        return table

    def _block(self, rows: list[int], numbers: Numbered) -> Block:
        given = [self.situations[row] for row in rows]
        lines = [list(one.basket.lines) for one in given]
        return Block(
            rows=np.array(rows, np.intp),
            listed=_matrix([[line.price * line.quantity for line in one] for one in lines]),
            quantities=_matrix([[line.quantity for line in one] for one in lines]),
            products=_matrix([[self._product(line, numbers) for line in one] for one in lines]).astype(np.int32),
            shipping=np.array([one.basket.shipping for one in given], np.int64),
            enrolled=np.array([one.customer is not None for one in given], np.bool_),
            moments=_codes(
                self.moments.number((_minute(one.at), one.basket.store), row)
                for row, one in zip(rows, given, strict=True)
            ),
            places=_codes(
                self.places.number((one.basket.store, one.basket.channel), row)
                for row, one in zip(rows, given, strict=True)
            ),
            payments=_codes(
                self.payments.number(one.basket.payment, row) for row, one in zip(rows, given, strict=True)
            ),
            codes=_codes(self.codes.number(one.basket.codes, row) for row, one in zip(rows, given, strict=True)),
            profiles=_codes(self.profiles.number(_profile(one), row) for row, one in zip(rows, given, strict=True)),
        )

    def _product(self, line: Line, numbers: Numbered) -> int:
        number = numbers.number((line.sku, line.category, line.tags, line.price), len(self.products))
        if number == len(self.products):
            self.products.append(line)
        return number


def _is_plain(situation: Situation) -> bool:
    basket = situation.basket
    lines = basket.lines
    if not lines or len(lines) > MOST_LINES or basket.vouchers or basket.redeem.points or basket.redeem.rewards:
        return False
    if any(line.floor or line.tax is not None for line in lines):
        return False
    return sum(line.price * line.quantity for line in lines) + basket.shipping <= LARGEST


def _minute(at: dt.datetime) -> int | dt.datetime:
    """The minute; the instant itself where minutes of zones may not begin together."""
    minute = minute_of(at)
    return at if minute is None else minute


def _profile(situation: Situation) -> Hashable:
    """What conditions may ask about a customer besides their own dates; None for a guest."""
    one = situation.customer
    if one is None:
        return None
    standing = one.qualifying if one.tier is None else None
    return one.tier, standing, one.segments, one.memberships, one.referred, one.orders


def _matrix(by_row: list[list[int]]) -> Ints:
    return np.ascontiguousarray(np.array(by_row, np.int64).T)


def _codes(numbers: Iterable[Any]) -> Codes:
    return np.fromiter(numbers, np.int32)
