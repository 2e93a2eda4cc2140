"""What a gift would do at one moment: discounts by line and unit, on shipping, things given, or reasons why nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dangol_policy.decision import Gift, Reason
from dangol_policy.effects.goods import Goods, Unit


@dataclass(frozen=True, slots=True)
class Outcome:
    """A gift's effect, not yet carried out. Indices are those of the canonical order of lines."""

    units: dict[int, list[int]] = field(default_factory=dict)
    """Minor units off each unit of a line."""
    shipping: int = 0
    gifts: tuple[Gift, ...] = ()
    times: int = 1
    reasons: tuple[Reason, ...] = ()
    """Why it does nothing; empty when it does something."""
    short_price: int = 0
    """With the reason units-short: price of the cheapest unit that would count, 0 when the basket has none."""

    @property
    def amount(self) -> int:
        """The discount in all, on goods and shipping, in minor units."""
        return self.shipping + sum(sum(units) for units in self.units.values())

    @property
    def acts(self) -> bool:
        """Whether it does anything."""
        return not self.reasons


def nothing(*reasons: Reason, short_price: int = 0) -> Outcome:
    """A gift that does nothing, and why."""
    return Outcome(reasons=reasons, short_price=short_price)


NO_TIER_VALUE = nothing(Reason("no-tier-value"))
NOTHING_MATCHES = nothing(Reason("nothing-matches"))


def on_lines(goods: Goods, discounts: Iterable[tuple[int, int]]) -> Outcome:
    """A discount on each of some lines, shared to their units."""
    taken = [(i, min(discount, goods.lines[i].room)) for i, discount in discounts]
    units = {i: goods.lines[i].to_units(discount) for i, discount in taken if discount > 0}
    return settled(goods, units, [i for i, _ in taken])


def on_units(
    goods: Goods, discounts: Iterable[tuple[Unit, int]], matching: Iterable[int], *, times: int = 1
) -> Outcome:
    """A discount on each of some units, none below its floor. `matching`: the lines they were chosen from."""
    units: dict[int, list[int]] = {}
    for unit, discount in discounts:
        shares = units.setdefault(unit.line, [0] * len(goods.lines[unit.line].units))
        shares[unit.unit] += min(discount, unit.room)
    return settled(goods, {i: shares for i, shares in units.items() if any(shares)}, matching, times=times)


def settled(goods: Goods, units: dict[int, list[int]], matching: Iterable[int], *, times: int = 1) -> Outcome:
    """The outcome of discounts by unit; when there are none, why."""
    if units:
        return Outcome(units=units, times=times)
    rooms = [goods.lines[i].room for i in matching]
    if not rooms:
        return NOTHING_MATCHES
    return nothing(Reason("too-small" if any(rooms) else "nothing-left"))
