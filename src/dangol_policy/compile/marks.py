"""Selectors as bits: which lines a selector means becomes one look at a number.

Every distinct selector of the policy has a bit. What a line's bits are follows from its product, category, tags and
price alone, so they are remembered by these. Selectors that look at earlier discounts have a second answer for lines
that an earlier phase has lowered; it is kept in a second block of bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dangol_policy.model.conditions import Selector
from dangol_policy.selecting import looks_at_discounts, matches
from dangol_policy.situation import Line

MOST_REMEMBERED = 50_000
"""Distinct products whose bits are remembered; beyond that they are forgotten and found anew."""

Key = tuple[object, ...]


class Marks:
    """The bits of a policy's selectors. Filled while the policy is planned, then only read."""

    def __init__(self) -> None:
        self._bits: dict[Selector, int] = {}
        self._by_identity: dict[int, int] = {}
        self._kept: list[Selector] = []
        self.remembered: dict[Key, tuple[int, int]] = {}
        self.dynamic = False
        """Whether any selector looks at earlier discounts."""
        self.looks_at: set[str] = set()
        """What of a line the selectors look at besides its product: `category`, `tags`, `price`."""

    def bit(self, selector: Selector) -> int:
        """The bit of a selector, a new one when it has none."""
        if selector not in self._bits:
            self._bits[selector] = 1 << len(self._bits)
            self.dynamic = self.dynamic or looks_at_discounts(selector)
            self.looks_at.update(looked_at(selector))
        self._kept.append(selector)
        self._by_identity[id(selector)] = self._bits[selector]
        return self._bits[selector]

    def bit_of(self, selector: Selector) -> int:
        """The bit of a selector that was planned."""
        return self._bits[selector]

    def known(self, selector: Selector) -> int | None:
        """The bit of this very selector; None when it was never planned."""
        return self._by_identity.get(id(selector))

    def of(self, line: Line) -> tuple[int, int]:
        """Bits of a line as priced, and once an earlier phase has lowered it."""
        data = line.__dict__
        plain = (data["sku"], data["category"], data["tags"])
        key: Key = (*plain, data["price"]) if "price" in self.looks_at else plain
        found = self.remembered.get(key)
        if found is None:
            if len(self.remembered) >= MOST_REMEMBERED:
                self.remembered.clear()
            found = self.remembered[key] = (self._find(line, False), self._find(line, True))
        return found

    def _find(self, line: Line, discounted: bool) -> int:
        return sum(bit for selector, bit in self._bits.items() if matches(selector, line, discounted=discounted))


def looked_at(selector: Selector) -> Iterator[str]:
    """What of a line a selector looks at besides its product."""
    if selector.category:
        yield "category"
    if selector.tag:
        yield "tags"
    if selector.price_at_least is not None or selector.price_at_most is not None:
        yield "price"
    for part in inner_parts(selector):
        yield from looked_at(part)


def inner_parts(selector: Selector) -> Iterable[Selector]:
    """Selectors inside a selector."""
    return (*selector.any_of, *selector.all_of, *((selector.none_of,) if selector.none_of else ()))
