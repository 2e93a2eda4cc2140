"""Gifts that look at single units, or at nothing: worked out by the reference in `effects`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dangol_policy.compile.acts.effect import NO_MATCH, Act, Effect
from dangol_policy.compile.lines import Lines
from dangol_policy.compile.marks import Marks
from dangol_policy.effects import outcome_of
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import Outcome
from dangol_policy.model import gives as kinds
from dangol_policy.model.conditions import Selector
from dangol_policy.model.gives import Gives

_ON_MATCHING = (kinds.Percent, kinds.Amount, kinds.Price, kinds.Nth, kinds.FreeUnits, kinds.Warranty)
"""Kinds that say nothing else when no line is meant."""


def by_reference(gives: Gives, marks: Marks, clause: str = "") -> Act:
    """Asks the reference about the goods as they stand, unless it is plain that no line is meant."""
    for selector in _selectors(gives):
        marks.bit(selector)
    plainly = isinstance(gives, _ON_MATCHING) and not any(isinstance(value, Mapping) for _, value in gives)
    bit = marks.bit(gives.of) if isinstance(gives, _ON_MATCHING) else 0

    def act(lines: Lines, tier: str | None, enrolled: bool) -> Effect:
        if plainly and not lines.any_bits & bit:
            return NO_MATCH
        return _effect(outcome_of(gives, lines.goods(tier, enrolled=enrolled)), clause)

    return act


def thing(gives: Gives, clause: str) -> Act:
    """Gifts that do not look at the goods: remembered by tier."""
    remembered: dict[tuple[str | None, bool], Effect] = {}

    def act(_lines: Lines, tier: str | None, enrolled: bool) -> Effect:
        found = remembered.get((tier, enrolled))
        if found is None:
            found = _effect(outcome_of(gives, Goods([], 0, 0, tier, enrolled)), clause)
            if len(remembered) < 100:
                remembered[tier, enrolled] = found
        return found

    return act


def _effect(found: Outcome, clause: str) -> Effect:
    gifts = tuple(replace(gift, clause=clause) for gift in found.gifts)
    units = found.units or None
    return Effect(found.amount, None, units, gifts, found.times, found.reasons, found.short_price)


def _selectors(gives: Gives) -> Iterator[Selector]:
    of = getattr(gives, "of", None)
    if isinstance(of, Selector):
        yield of
    if isinstance(gives, kinds.Get):
        yield gives.for_each.of
    if isinstance(gives, kinds.Bundle):
        yield from (part.of for part in gives.bundle)
