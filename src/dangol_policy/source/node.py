"""What the reader finds: values with the offset at which each was written, and how plain words become values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dangol_policy.source.limits import LONGEST_NUMBER

Value = str | int | bool | Decimal | None
"""What a value without parts can be."""


@dataclass(slots=True)
class Node:
    """One value. `weight` counts it and everything inside, `height` the levels inside; an alias shares its parts."""

    offset: int
    value: Value | list[Node] | dict[str, Entry]
    weight: int = 1
    height: int = 0
    end: int = -1
    """Behind its last character; equal to `offset` when nothing is written for it."""
    dashes: tuple[int, ...] = ()
    """Where each item of a list on lines begins, with its dash."""
    anchor: str = ""
    """The name it is marked with, after `&`."""
    alias: str = ""
    """The name it is written as, after `*`."""


@dataclass(slots=True)
class Entry:
    """One key of a mapping with its value."""

    offset: int
    node: Node
    after: int = -1
    """Behind the colon."""


_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?P<fraction>\.[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def resolve(plain: str) -> Value:
    """The value of words written without quotes: null, true, false, whole and decimal numbers, else text.

    `on`, `yes` and dates stay text. A number with leading zeros stays text too (a telephone number keeps its
    zero), and so does one with an exponent or with more digits than any amount has.
    """
    if plain in _WORDS:
        return _WORDS[plain]
    found = _NUMBER.fullmatch(plain) if len(plain) <= LONGEST_NUMBER and plain.isascii() else None
    if found is None:
        return plain
    return Decimal(plain) if found["fraction"] else int(plain)
