"""Needs, prepared for one policy: a function from the basket as it stands to everything that does not hold."""

from __future__ import annotations

from collections.abc import Callable

from dangol_policy.compile.lines import Lines
from dangol_policy.compile.marks import Marks
from dangol_policy.decision import Reason
from dangol_policy.interpret.needs import Unmet
from dangol_policy.model.conditions import (
    AboveNeed,
    AllNeed,
    AnyNeed,
    Measure,
    Need,
    NotNeed,
    Selector,
    SpendNeed,
    UnitsNeed,
)

Needed = Callable[[Lines], tuple[Unmet, ...]]
ALTERNATIVES = (Unmet(Reason("need-alternatives")),)
EXCLUDED = (Unmet(Reason("need-excluded")),)


def prepare_need(need: Need | None, marks: Marks) -> Needed | None:
    """The need as a function; None when nothing is needed."""
    if need is None:
        return None
    if isinstance(need, UnitsNeed):
        return _units(need, marks)
    if isinstance(need, SpendNeed):
        return _spend(need.of, need.measure, need.spend, need.at_most, marks)
    if isinstance(need, AboveNeed):
        return _spend(need.of, need.measure, need.above + 1, None, marks)
    if isinstance(need, NotNeed):
        return _excluded(need, marks)
    return _several(need, marks)


def _several(need: AllNeed | AnyNeed, marks: Marks) -> Needed:
    inner = [part for part in (prepare_need(one, marks) for one in _parts(need)) if part is not None]
    if isinstance(need, AllNeed):
        return lambda lines: tuple(dict.fromkeys([unmet for part in inner for unmet in part(lines)]))
    return lambda lines: () if any(not part(lines) for part in inner) else ALTERNATIVES


def _parts(need: AllNeed | AnyNeed) -> tuple[Need, ...]:
    return need.all_of if isinstance(need, AllNeed) else need.any_of


def _excluded(need: NotNeed, marks: Marks) -> Needed:
    inner = prepare_need(need.none_of, marks)
    assert inner is not None
    return lambda lines: () if inner(lines) else EXCLUDED


def _units(need: UnitsNeed, marks: Marks) -> Needed:
    bit, least, most = marks.bit(need.of), need.at_least, need.at_most
    by_product = need.counting == "products"

    def unmet(lines: Lines) -> tuple[Unmet, ...]:
        chosen = [i for i, bits in enumerate(lines.bits) if bits & bit]
        have = len({lines.product(i) for i in chosen}) if by_product else lines.units_of(chosen)
        if have < least:
            cheapest = min([lines.prices[i] for i in chosen], default=0)
            return (Unmet(Reason("units-short", have, least), cheapest),)
        if most is not None and have > most:
            return (Unmet(Reason("units-over", have, most)),)
        return ()

    return unmet


def _spend(of: Selector, measure: Measure, least: int, most: int | None, marks: Marks) -> Needed:
    bit, listed = marks.bit(of), measure == "before discounts"

    def unmet(lines: Lines) -> tuple[Unmet, ...]:
        counted = lines.listed if listed else lines.amounts
        have = sum([one for one, bits in zip(counted, lines.bits, strict=True) if bits & bit])
        if have < least:
            return (Unmet(Reason("spend-short", have, least)),)
        if most is not None and have > most:
            return (Unmet(Reason("spend-over", have, most)),)
        return ()

    return unmet
