"""The basket while a quote is worked out: plain lists by line, units only where something has to look at units.

Lines stand in canonical order, as in `interpret`. A discount on a line is noted and shared to its units when they are
asked for: the shares are the same as if each had been shared at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from dangol_policy.allocate import allocate
from dangol_policy.compile.marks import Marks
from dangol_policy.effects.goods import Goods, GoodsLine, Unit, in_order
from dangol_policy.interpret.basket import canonical_key
from dangol_policy.interpret.taxes import LineTaxation, counted, taxed_at
from dangol_policy.model.business import Tax
from dangol_policy.model.conditions import Selector
from dangol_policy.selecting import product_key
from dangol_policy.situation import Line

Pairs = list[tuple[int, int]]
"""(line, minor units)."""


class MarkedGoods(Goods):
    """Goods whose selectors are answered by bits."""

    lines_state: Lines

    def matching(self, selector: Selector) -> list[int]:
        """Indices of the lines a selector means now."""
        state = self.lines_state
        bit = state.marks.known(selector)
        if bit is None:
            return super().matching(selector)
        return [i for i, bits in enumerate(state.bits) if bits & bit]

    def units_of(self, lines: Iterable[int], *, dearest_first: bool = True) -> list[Unit]:
        """Units that still cost something; those of lines that stayed as they were are kept."""
        found: list[Unit] = []
        for i in lines:
            found += self.lines_state.costly_units(i)
        return in_order(found, dearest_first=dearest_first)


class Lines:
    """The state of one run. Lists are by canonical line; amounts in minor units."""

    __slots__ = (
        "_costly",
        "_marked",
        "_units",
        "amounts",
        "any_bits",
        "bits",
        "changed",
        "count",
        "discounts",
        "floored",
        "floors",
        "goods_now",
        "lines",
        "listed",
        "lowered_to",
        "marks",
        "no_points",
        "positions",
        "prices",
        "quantities",
        "shipping",
        "shipping_listed",
        "taxes",
        "waiting",
    )

    def __init__(self, given: Sequence[Line], shipping: int, marks: Marks, tax: Tax) -> None:
        positions = canonical_order(given)
        lines = [given[position] for position in positions]
        self.lines = lines
        self.positions = positions
        self.count = len(lines)
        self.marks = marks
        data = [line.__dict__ for line in lines]
        self.prices: list[int] = [one["price"] for one in data]
        self.quantities: list[int] = [one["quantity"] for one in data]
        self.floors = [0] * self.count
        usual = taxed_at(tax.rate, included=tax.prices == "included")
        as_priced = usual.included or tax.discounts == "as priced"
        if as_priced and not any(one["tax"] is not None or one["floor"] for one in data):
            self.taxes = [usual] * self.count
            self.floored = False
        else:
            self.taxes = self._counted(tax, usual, as_priced=as_priced)
            self.floored = any(self.floors)
        self.listed = [price * quantity for price, quantity in zip(self.prices, self.quantities, strict=True)]
        self.amounts = list(self.listed)
        self._marked = list(map(marks.of, lines))
        self.bits = [plain for plain, _ in self._marked]
        self.any_bits = reduce(or_, self.bits, 0)
        self.discounts: list[list[tuple[str, int]]] = [[] for _ in lines]
        self.waiting: list[list[int]] = [[] for _ in lines]
        self._units: list[list[int] | None] = [None] * self.count
        self._costly: dict[int, tuple[int, list[Unit]]] = {}
        self.goods_now: MarkedGoods | None = None
        self.changed: set[int] = set()
        """Lines that have become cheaper since their goods were looked at."""
        self.no_points: set[int] = set()
        self.lowered_to: dict[tuple[str, int], int] = {}
        self.shipping = self.shipping_listed = shipping

    def _counted(self, tax: Tax, usual: LineTaxation, *, as_priced: bool) -> list[LineTaxation]:
        """Taxation by line; brings prices and floors to how discounts count."""
        found = []
        for i, line in enumerate(self.lines):
            if as_priced and line.tax is None:
                self.floors[i] = min(line.floor, line.price) if line.floor else 0
                found.append(usual)
            else:
                self.prices[i], self.floors[i], taxation = counted(line, tax)
                found.append(taxation)
        return found

    # --- looking -----------------------------------------------------------------------------------

    def begin_phase(self) -> None:
        """Selectors that look at earlier discounts now see what earlier phases have lowered."""
        self.bits = [
            plain if amount == listed else lowered
            for (plain, lowered), amount, listed in zip(self._marked, self.amounts, self.listed, strict=True)
        ]
        self.any_bits = reduce(or_, self.bits, 0)
        self.goods_now = None

    def room(self, i: int) -> int:
        """What discounts may still take off a line."""
        return self.amounts[i] - self.floors[i] * self.quantities[i]

    def room_of(self, bit: int) -> int:
        """What discounts may still take off the lines of a bit together."""
        if self.floored:
            return sum([self.room(i) for i, bits in enumerate(self.bits) if bits & bit])
        return sum([amount for amount, bits in zip(self.amounts, self.bits, strict=True) if bits & bit])

    def units(self, i: int) -> list[int]:
        """What each unit of a line costs now."""
        if self.quantities[i] == 1:
            return [self.amounts[i]]
        units, waiting, floor = self._units[i], self.waiting[i], self.floors[i]
        if units is None:
            units = [self.prices[i]] * self.quantities[i]
            if waiting and waiting[0] <= (units[0] - floor) * len(units):
                units = _alike(units[0], len(units), waiting.pop(0))
        for discount in waiting:
            shares = allocate(discount, units, [unit - floor for unit in units] if floor else units)
            units = [unit - share for unit, share in zip(units, shares, strict=True)]
        self.waiting[i] = []
        self._units[i] = units
        return units

    def costly_units(self, i: int) -> list[Unit]:
        """Units of a line that still cost something; found again only when the line has become cheaper."""
        known = self._costly.get(i)
        if known is not None and known[0] == self.amounts[i]:
            return known[1]
        floor = self.floors[i]
        found = [Unit(i, k, amount, amount - floor) for k, amount in enumerate(self.units(i)) if amount]
        self._costly[i] = self.amounts[i], found
        return found

    def untouched(self, chosen: Sequence[int]) -> bool:
        """Whether nothing has yet acted on any of the lines, so that all units of each cost the same."""
        return all(self.amounts[i] == self.listed[i] for i in chosen)

    def units_of(self, chosen: Sequence[int]) -> int:
        """How many units the lines have together."""
        return sum([self.quantities[i] for i in chosen])

    def product(self, i: int) -> str:
        """What makes lines the same product."""
        return product_key(self.lines[i], self.positions[i])

    def goods(self, tier: str | None, *, enrolled: bool) -> MarkedGoods:
        """The same moment as `interpret` sees it, for gifts that look at single units."""
        if self.goods_now is None:
            found = [
                GoodsLine(self.positions[i], line, self.prices[i], self.floors[i], self.units(i), self.listed[i])
                for i, line in enumerate(self.lines)
            ]
            self.goods_now = MarkedGoods(found, self.shipping, self.shipping_listed, tier, enrolled)
            self.goods_now.lines_state = self
        for i in self.changed:
            self.goods_now.lines[i].units = self.units(i)
        self.changed.clear()
        self.goods_now.shipping = self.shipping
        return self.goods_now

    # --- changing ----------------------------------------------------------------------------------

    def take(self, pairs: Pairs) -> None:
        """Takes discounts off lines."""
        for i, discount in pairs:
            self.amounts[i] -= discount
            self.waiting[i].append(discount)
            self.changed.add(i)

    def take_units(self, units: dict[int, list[int]]) -> Pairs:
        """Takes discounts off single units; what that makes by line."""
        pairs = []
        for i, shares in units.items():
            self._units[i] = [unit - share for unit, share in zip(self.units(i), shares, strict=True)]
            discount = sum(shares)
            self.amounts[i] -= discount
            pairs.append((i, discount))
            self.changed.add(i)
        return pairs

    def note(self, clause: str, by_line: dict[int, int]) -> None:
        """Notes what a clause took off each line in all."""
        for i, discount in by_line.items():
            self.discounts[i].append((clause, discount))
            self.lowered_to[clause, i] = self.amounts[i]

    def take_over(self, goods: Goods) -> None:
        """Takes over what the reference did to the goods of this moment."""
        for i, line in enumerate(goods.lines):
            self._units[i] = line.units
            self.amounts[i] = line.amount
        self.goods_now = None

    def spread(self, bit: int, discount: int) -> Pairs:
        """A discount on the order shared over the lines of a bit by what they cost."""
        if not self.floored and all(map(bit.__and__, self.bits)):
            return [(i, share) for i, share in enumerate(allocate(discount, self.amounts, self.amounts)) if share]
        chosen = [i for i, bits in enumerate(self.bits) if bits & bit]
        amounts = [self.amounts[i] for i in chosen]
        rooms = [self.room(i) for i in chosen] if self.floored else amounts
        return [(i, share) for i, share in zip(chosen, allocate(discount, amounts, rooms), strict=True) if share]


def _alike(price: int, count: int, discount: int) -> list[int]:
    """What units that cost the same cost after a discount: what cannot be shared evenly falls on the first."""
    share, left = divmod(discount, count)
    return [price - share - 1] * left + [price - share] * (count - left)


def canonical_order(lines: Sequence[Line]) -> list[int]:
    """Positions of the lines in canonical order."""
    if len(lines) < 2:
        return list(range(len(lines)))
    skus = [line.sku for line in lines]
    if len(set(skus)) == len(skus):
        return sorted(range(len(lines)), key=skus.__getitem__)
    return sorted(range(len(lines)), key=lambda position: canonical_key(lines[position], position))
