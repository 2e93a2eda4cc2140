"""What stands against each promotion whatever is in the basket, by column: the first reason, as a number."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dangol_policy.compile.columns.table import Block, Ints, Table
from dangol_policy.compile.moments import case_at
from dangol_policy.compile.openings import CODE_MISSING
from dangol_policy.compile.planned import Planned
from dangol_policy.decision import Reason
from dangol_policy.interpret.customers import who_reasons
from dangol_policy.interpret.times import where_reasons

Reasons = NDArray[np.int16]
Whos = dict[Hashable, Sequence[Sequence[Reason]]]
"""Reasons against each promotion by profile."""
OPEN = 0
_CODES: list[str] = [""]
_NUMBERS: dict[str, int] = {}


def number_of(code: str) -> int:
    """The number of a reason; 0 is none."""
    found = _NUMBERS.get(code)
    if found is None:
        found = _NUMBERS[code] = len(_CODES)
        _CODES.append(code)
    return found


def code_of(number: int) -> str:
    """The reason of a number."""
    return _CODES[number]


class Openness:
    """Answers of one policy for one table: small tables by moment, place, payment, code and profile."""

    def __init__(self, planned: Planned, table: Table, whos: Whos) -> None:
        """`whos`: what is remembered of profiles."""
        self.planned = planned
        self.whos = whos
        self.table = table
        policy, openings = planned.policy, planned.openings
        self.promotions = policy.promotions
        situations = table.situations
        self.tiers: list[str | None] = [
            planned.entry_tier(customer) if (customer := situations[row].customer) is not None else None
            for row in table.profiles.first
        ]
        states = list(self._times()) if openings.timed else []
        numbers = {number: place for place, number in enumerate(dict.fromkeys(number for number, _ in states))}
        said = dict(states)
        self._state = np.array([numbers[number] for number, _ in states], np.int64)
        self._tables: list[tuple[str, Reasons]] = []
        if openings.timed:
            self._add("moments", [said[number] for number in numbers])
        if openings.by_store or openings.by_channel:
            self._add("places", [list(self._where(row)) for row in table.places.first])
        if openings.by_payment:
            self._add("payments", [list(self._payment(row)) for row in table.payments.first])
        if any(one.who is not None for one in self.promotions):
            profiles = zip(table.profiles.places, table.profiles.first, self.tiers, strict=True)
            self._add("profiles", [self._who(*one) for one in profiles])
        if openings.known_codes:
            self._add("codes", [list(self._code(row)) for row in table.codes.first])

    def _times(self) -> Iterator[tuple[int, Sequence[Sequence[Reason]]]]:
        """What conditions on time say at each moment, with its number; mostly it is remembered."""
        situations, openings = self.table.situations, self.planned.openings
        known, by_store = openings.by_minute, bool(self.planned.clocks.stores)
        for moment, row in zip(self.table.moments.places, self.table.moments.first, strict=True):
            yield known.get(moment if by_store else moment[0]) or openings.times(situations[row])

    def _add(self, column: str, by_value: Sequence[Sequence[Sequence[Reason]]]) -> None:
        """A table of first reasons: promotions x values."""
        first = [[number_of(reasons[0].code) if reasons else OPEN for reasons in one] for one in by_value]
        shape = len(self.promotions), len(by_value)
        table = np.zeros(shape, np.int16) if not first else np.array(first, np.int16).T.copy()
        if table.any():
            self._tables.append((column, table))

    def _where(self, row: int) -> Iterator[Sequence[Reason]]:
        basket = self.table.situations[row].basket
        return (where_reasons(one.where, basket) for one in self.promotions)

    def _payment(self, row: int) -> Iterator[Sequence[Reason]]:
        payment = self.table.situations[row].basket.payment
        wrong = (Reason("wrong-payment"),)
        return (wrong if one.payment and payment not in one.payment else () for one in self.promotions)

    def _who(self, profile: Hashable, row: int, tier: str | None) -> Sequence[Sequence[Reason]]:
        found = self.whos.get(profile)
        if found is None:
            planned = self.planned
            case = case_at(planned.policy, planned.clocks, self.table.situations[row], tier)
            found = self.whos[profile] = [who_reasons(one.who, case) for one in self.promotions]
        return found

    def _code(self, row: int) -> Iterator[Sequence[Reason]]:
        entered = self.planned.openings.entered(self.table.situations[row].basket.codes)
        return (CODE_MISSING if own and own.isdisjoint(entered) else () for own in self._own_codes())

    def _own_codes(self) -> list[frozenset[str]]:
        return [offer.codes for offer in self.planned.promotions]

    def of(self, block: Block) -> Reasons:
        """The first reason against each promotion: promotions x rows, 0 where it is open."""
        found: Any = None
        for column, table in self._tables:
            places: Any = getattr(block, column)
            one = np.take(table, self._state[places] if column == "moments" else places, axis=1)
            if found is None:
                found = one
            else:
                np.copyto(found, one, where=found == OPEN)
        return np.zeros((len(self.promotions), len(block.rows)), np.int16) if found is None else found

    def by_tier(self, index: dict[str, int]) -> Ints:
        """The number of the tier of each profile; 0 without one, 1 for one the policy does not name."""
        return np.array([0 if tier is None else index.get(tier, 1) for tier in self.tiers], np.int64)
