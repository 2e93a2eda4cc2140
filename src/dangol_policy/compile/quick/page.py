"""The text of a quick function, with what is known about it while it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dangol_policy.compile.offers import Offer
from dangol_policy.compile.planned import Planned
from dangol_policy.compile.text import Text
from dangol_policy.model.conditions import EVERYTHING, Selector
from dangol_policy.selecting import looks_at_discounts


class Unwritten(Exception):
    """A clause of a kind that is left to the whole run."""


class Page(Text):
    """Collects lines and names. `amount`, `code` and `offs` are what a gift would do: see `gifts`."""

    def __init__(self, planned: Planned) -> None:
        super().__init__()
        self.planned = planned
        self.names: dict[str, Any] = {}
        self.asked: dict[int, int] = {}
        """Bits of selectors by turn of the offer that asks about them; -1: whatever is open."""
        self.spread = False
        """Whether something written so far may have shared a discount over lines, so that lines are not known."""
        self.offer: Offer | None = None

    def open(self, line: str) -> None:
        """A line that opens a block."""
        self.add(line)
        self.deeper()

    def bit(self, selector: Selector) -> int:
        """The bit of a selector whose lines are looked at."""
        bit = self._plain(selector)
        turn = self.offer.index if self.offer is not None else -1
        self.asked[turn] = self.asked.get(turn, 0) | bit
        return bit

    def met(self, selector: Selector) -> str | None:
        """The expression of whether any line is meant; None when all are."""
        return None if selector == EVERYTHING else f"some & {self._plain(selector)}"

    def _plain(self, selector: Selector) -> int:
        """The bit of a selector that means the same lines from beginning to end."""
        if looks_at_discounts(selector):
            raise Unwritten
        return self.planned.marks.bit_of(selector)

    def base(self, name: str, selector: Selector) -> None:
        """What the lines of a selector cost now."""
        if selector == EVERYTHING:
            self.add(f"{name} = total")
            return
        bit = self.bit(selector)
        known = f"sum([h[0] for h in hits if h[1] & {bit}])"
        if not self.spread:
            self.add(f"{name} = {known}")
            return
        self.add(f"if every & {bit}: {name} = total")
        self.add(f"elif not some & {bit}: {name} = 0")
        self.add("elif stale: return None")
        self.add(f"else: {name} = {known}")

    def room(self, name: str, selector: Selector) -> None:
        """What discounts may still take off the lines of a selector."""
        if selector == EVERYTHING:
            self.add(f"{name} = total - low")
            return
        self.base(name, selector)
        self.add(f"if low: {name} -= sum([h[3] for h in hits if h[1] & {self.bit(selector)}])")

    def listed(self, selector: Selector) -> str:
        """The expression of what the lines of a selector cost before discounts."""
        if selector == EVERYTHING:
            return "listed"
        return f"sum([h[4] for h in hits if h[1] & {self.bit(selector)}])"

    def by_line(self) -> None:
        """From here on amounts by line are looked at."""
        if self.spread:
            self.add("if stale: return None")

    def value(self, value: Any, name: str) -> str:
        """The expression of a value; one by tier is looked up first under the name."""
        if not isinstance(value, Mapping):
            return repr(value)
        known = f"V{len(self.names)}"
        self.names[known] = dict(value)
        self.add(f"{name} = {known}.get(tier)")
        return name

    def function(self, name: str) -> Any:
        """The function of that name."""
        exec(compile(self.source(), "<quick decisions of a policy>", "exec"), self.names)  # noqa: S102 - validated values
        return self.names[name]
