"""Gifts on a single unit: the cheapest or the dearest that still costs something."""

from __future__ import annotations

from dangol_policy.compile.acts.effect import (
    NO_MATCH,
    NO_VALUE,
    NOTHING_LEFT,
    TOO_SMALL,
    Act,
    Effect,
    nothing,
    ratios,
    resolver,
)
from dangol_policy.compile.lines import Lines
from dangol_policy.compile.marks import Marks
from dangol_policy.model.gives import Amount, Percent

Chosen = tuple[int, int, int]
"""Amount, line, unit."""


def one_percent(gives: Percent, marks: Marks) -> Act:
    """A rate off one unit, rounded once."""
    bit, value, at_most = marks.bit(gives.of), resolver(ratios(gives.percent)), gives.at_most
    dearest = gives.off == "dearest"

    def act(lines: Lines, tier: str | None, _enrolled: bool) -> Effect:
        if (ratio := value(tier)) is None:
            return NO_VALUE
        if not lines.any_bits & bit:
            return NO_MATCH
        chosen = _choose(lines, bit, dearest=dearest)
        if chosen is None:
            return NOTHING_LEFT
        return _off(lines, bit, chosen, (2 * chosen[0] * ratio[0] + ratio[1]) // (2 * ratio[1]), at_most)

    return act


def one_amount(gives: Amount, marks: Marks) -> Act:
    """An amount off one unit."""
    bit, value, dearest = marks.bit(gives.of), resolver(gives.amount), gives.off == "dearest"

    def act(lines: Lines, tier: str | None, _enrolled: bool) -> Effect:
        if (amount := value(tier)) is None:
            return NO_VALUE
        if not lines.any_bits & bit:
            return NO_MATCH
        chosen = _choose(lines, bit, dearest=dearest)
        return NOTHING_LEFT if chosen is None else _off(lines, bit, chosen, amount, None)

    return act


def _choose(lines: Lines, bit: int, *, dearest: bool) -> Chosen | None:
    """The unit, ties to the earlier line and unit; None when everything is free."""
    best: Chosen | None = None
    for i, bits in enumerate(lines.bits):
        if not bits & bit or not lines.amounts[i]:
            continue
        units = lines.units(i)
        amount = max(units) if dearest else min([unit for unit in units if unit])
        if best is None or (amount > best[0] if dearest else amount < best[0]):
            best = (amount, i, units.index(amount))
    return best


def _off(lines: Lines, bit: int, chosen: Chosen, discount: int, at_most: int | None) -> Effect:
    amount, i, unit = chosen
    taken = min(discount, amount - lines.floors[i])
    if taken <= 0:
        return nothing(lines, bit)
    if at_most is not None and taken > at_most:
        return Effect(at_most, [(i, at_most)]) if at_most else TOO_SMALL
    if lines.quantities[i] == 1:
        return Effect(taken, [(i, taken)])
    return Effect(taken, units={i: [taken if k == unit else 0 for k in range(lines.quantities[i])]})
