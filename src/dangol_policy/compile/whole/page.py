"""The text of a generated function with the names it uses."""

from __future__ import annotations

from typing import Any

from dangol_policy.compile.marks import Marks
from dangol_policy.compile.text import Text
from dangol_policy.model.conditions import EVERYTHING, Selector


class Page(Text):
    """Collects lines and names; selectors are written as bits."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.marks = marks
        self.names: dict[str, Any] = {}
        self.in_group = False
        """Whether gifts are written as those of members of a group."""

    def open(self, line: str) -> None:
        """A line that opens a block."""
        self.add(line)
        self.deeper()

    def sum_of(self, what: str, selector: Selector) -> str:
        """The sum of a list by line over the lines a selector means."""
        if selector == EVERYTHING:
            return "in_all" if what == "listed" else f"sum({what})"
        return f"sum([one for one, b in zip({what}, bits) if b & {self.marks.bit_of(selector)}])"

    def function(self, name: str, title: str) -> Any:
        """The function of that name."""
        exec(compile(self.source(), title, "exec"), self.names)  # noqa: S102 - made of validated values only
        return self.names[name]
