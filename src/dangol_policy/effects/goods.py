"""What gifts act on: the lines of a basket with their units, and the shipping charge, at one moment of a quote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple, TypeVar

from dangol_policy.allocate import allocate
from dangol_policy.model.conditions import Measure, Selector
from dangol_policy.selecting import matches, product_key
from dangol_policy.situation import Line

T = TypeVar("T")
_AMOUNT = attrgetter("amount")


@dataclass(slots=True)
class GoodsLine:
    """One line: its units' amounts as they stand. `price` and `floor` are per unit, brought to how discounts count."""

    position: int
    line: Line
    price: int
    floor: int
    """Never above the price."""
    units: list[int]
    at_phase_start: int
    """Amount when the running phase began."""

    @property
    def amount(self) -> int:
        """What the line costs as it stands, in minor units."""
        return sum(self.units)

    @property
    def list_amount(self) -> int:
        """Unit price times quantity."""
        return self.price * self.line.quantity

    @property
    def room(self) -> int:
        """What discounts may still take."""
        return self.amount - self.floor * self.line.quantity

    def to_units(self, discount: int) -> list[int]:
        """A discount on the line shared to its units by largest remainder, none below the floor."""
        return allocate(discount, self.units, [unit - self.floor for unit in self.units])


class Unit(NamedTuple):
    """One unit of one line, by index in the canonical order of lines."""

    line: int
    unit: int
    amount: int
    room: int


def in_order(units: Iterable[Unit], *, dearest_first: bool) -> list[Unit]:
    """Units given in canonical order, put in order of amount; sorting keeps the order of equals both ways."""
    return sorted(units, key=_AMOUNT, reverse=dearest_first)


@dataclass(slots=True)
class Goods:
    """The basket at one moment. Lines stand in canonical order: the order they were entered in never matters."""

    lines: list[GoodsLine]
    shipping: int
    shipping_list: int
    tier: str | None
    enrolled: bool

    def matching(self, selector: Selector) -> list[int]:
        """Indices of the lines a selector means now."""
        return [
            i
            for i, goods in enumerate(self.lines)
            if matches(selector, goods.line, discounted=goods.at_phase_start < goods.list_amount)
        ]

    def units(self, selector: Selector, *, dearest_first: bool = True) -> list[Unit]:
        """Units the selector means that still cost something, in order of amount; ties in canonical order."""
        return self.units_of(self.matching(selector), dearest_first=dearest_first)

    def units_of(self, lines: Iterable[int], *, dearest_first: bool = True) -> list[Unit]:
        """The same of lines given by index, in canonical order."""
        found = [
            Unit(i, k, amount, amount - self.lines[i].floor)
            for i in lines
            for k, amount in enumerate(self.lines[i].units)
            if amount > 0
        ]
        return in_order(found, dearest_first=dearest_first)

    def product(self, line: int) -> str:
        """What makes lines the same product."""
        return product_key(self.lines[line].line, self.lines[line].position)

    def measured(self, selector: Selector, measure: Measure) -> int:
        """Minor units of the lines a selector means: list amounts, or what is left of them."""
        chosen = [self.lines[i] for i in self.matching(selector)]
        return sum(goods.list_amount if measure == "before discounts" else goods.amount for goods in chosen)

    def value(self, value: T | Mapping[str, T] | None) -> T | None:
        """A value, or the customer's tier's value; None when the tier gets nothing."""
        if not isinstance(value, Mapping):
            return value
        return value.get(self.tier) if self.tier is not None else None
