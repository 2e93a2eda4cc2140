"""What the policy centre is made of: parts with lines, steps, a table, clauses, worked examples and what the law says.

The order of `PARTS` is the order in which good published policies are read; texts are in one language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

PartName = Literal[
    "short",
    "reach",
    "standards",
    "complain",
    "returns",
    "membership",
    "promotions",
    "privacy",
    "failure",
    "asks",
    "voice",
    "access",
    "bodies",
    "about",
]
PARTS: tuple[PartName, ...] = get_args(PartName)


@dataclass(frozen=True, slots=True)
class Shown:
    """A clause in full, with what the owner called it (empty without a name)."""

    clause: str
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first cell of a row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def named_rows(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Each cell with the head above it, for narrow screens where a row stands by itself."""
        return tuple(tuple(zip(self.head, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside, such as the page on which a body confirms a membership."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Worked:
    """An example worked out by the engine, told as sentences."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the centre."""

    id: PartName
    title: str
    lines: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    """What happens one after the other."""
    tables: tuple[Table, ...] = ()
    clauses: tuple[Shown, ...] = ()
    worked: tuple[Worked, ...] = ()
    law: tuple[str, ...] = ()
    """What the law says where the policy is silent, each with its source."""
    links: tuple[Link, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not any((self.lines, self.steps, self.tables, self.clauses, self.worked, self.law, self.links))


@dataclass(frozen=True, slots=True)
class Hint:
    """What staff are told about a part that customers do not see, or see only as the law has it."""

    part: PartName
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Centre:
    """The parts customers see, in order, and what staff are told is missing."""

    parts: tuple[Part, ...]
    hints: tuple[Hint, ...] = field(default=())

    @property
    def summary(self) -> tuple[str, ...]:
        """The promises on one screen; none when the policy promises nothing."""
        return next((part.lines for part in self.parts if part.id == "short"), ())
