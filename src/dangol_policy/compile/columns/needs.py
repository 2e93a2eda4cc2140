"""Needs, asked of all rows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from dangol_policy.compile.columns.run import Run, Unwritten
from dangol_policy.compile.columns.table import Flags, Ints
from dangol_policy.model.conditions import AboveNeed, AllNeed, AnyNeed, Need, NotNeed, Selector, SpendNeed, UnitsNeed

Unmet = tuple[str, Flags, Ints | None]
"""Reason, the rows in which it stands, and what they have."""
Asking = Callable[[Run, Flags], Iterator[Unmet]]
"""From the rows it is asked of: each part that may not hold, in order."""
BitOf = Callable[[Selector], int]


def prepare(need: Need | None, bit_of: BitOf) -> Asking:
    """What of a need does not hold. Raises Unwritten for what columns do not know."""
    if need is None:
        return _nothing
    if isinstance(need, AllNeed):
        parts = [prepare(part, bit_of) for part in need.all_of]
        return lambda run, live: (one for part in parts for one in part(run, live))
    if isinstance(need, AnyNeed):
        either = [prepare(part, bit_of) for part in need.any_of]
        return lambda run, live: iter([("need-alternatives", ~_any(run, live, either), None)])
    if isinstance(need, NotNeed):
        inner = prepare(need.none_of, bit_of)
        return lambda run, live: iter([("need-excluded", _holds(run, live, inner), None)])
    return _units(need, bit_of(need.of)) if isinstance(need, UnitsNeed) else _spend(need, bit_of(need.of))


def _nothing(run: Run, live: Flags) -> Iterator[Unmet]:
    return iter(())


def _units(need: UnitsNeed, bit: int) -> Asking:
    if need.counting == "products":
        raise Unwritten

    def ask(run: Run, live: Flags) -> Iterator[Unmet]:
        have = run.units(bit)
        yield "units-short", have < need.at_least, have
        if need.at_most is not None:
            yield "units-over", have > need.at_most, have

    return ask


def _spend(need: SpendNeed | AboveNeed, bit: int) -> Asking:
    least = need.spend if isinstance(need, SpendNeed) else need.above + 1
    most = need.at_most if isinstance(need, SpendNeed) else None
    now = need.measure == "now"

    def ask(run: Run, live: Flags) -> Iterator[Unmet]:
        have = run.base(bit, live) if now else run.before_discounts(bit)
        yield "spend-short", have < least, have
        if most is not None:
            yield "spend-over", have > most, have

    return ask


def _holds(run: Run, live: Flags, asking: Asking) -> Flags:
    found: Flags = np.ones(run.count, np.bool_)
    for _, unmet, _ in asking(run, live):
        found &= ~unmet
    return found


def _any(run: Run, live: Flags, either: list[Asking]) -> Flags:
    found: Flags = np.zeros(run.count, np.bool_)
    for asking in either:
        found |= _holds(run, live, asking)
    return found
