"""Values as YAML text: in brackets on one line, or on lines of their own; read back, each gives the same value."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dangol_policy.source.node import resolve

WIDTH = 118
"""Columns of a line; what is longer is written on several."""
_PLAIN = re.compile(r"[^\s\"'#,\[\]{}&*!|>@`%:?-](?:[^\n\t#:,\[\]{}]|(?<! )#|:(?! |$))*", re.ASCII)
_PLAIN_ON_LINES = re.compile(r"[^\s\"'#,\[\]{}&*!|>@`%:?-](?:[^\n\t#:]|(?<! )#|:(?! |$))*", re.ASCII)
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def inline(value: Any) -> str:
    """A value on one line; mappings and lists in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key_text(key)}: {inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(inline(one) for one in value) + "]"
    return scalar(value, _PLAIN)


def scalar(value: Any, plain: re.Pattern[str] = _PLAIN) -> str:
    """A value without parts: plain words where they read back as themselves, else in quotes."""
    if isinstance(value, str):
        safe = plain.fullmatch(value) and not value.endswith(" ") and resolve(value) == value
        return value if safe and not value.startswith(("---", "...", "- ")) else quoted(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text if "." in text else f"{text}.0"
    return str(value)


def quoted(words: str) -> str:
    """Words in double quotes."""
    written = json.dumps(words, ensure_ascii=False)
    return _ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def key_text(key: object) -> str:
    """A key: a plain word, or in quotes."""
    return scalar(str(key))


def fits(text: str, column: int) -> bool:
    """Whether a text on one line stays inside the width."""
    return "\n" not in text and column + _width(text) <= WIDTH


def _width(text: str) -> int:
    """Columns a text takes on a screen: letters of East Asia take two."""
    return sum(2 if "\u1100" <= char <= "\u115f" or "\u2e80" <= char <= "\uffe6" else 1 for char in text)


def entry(key: object, value: Any, column: int) -> str:
    """One key with its value, at a column; what does not fit on the line goes on indented lines below."""
    name = f"{key_text(key)}:"
    return name + after_key(value, column, len(name))


def after_key(value: Any, column: int, taken: int) -> str:
    """What stands behind a key and its colon, which have `taken` so many columns."""
    if isinstance(value, Mapping | list | tuple) and value:
        flat = inline(value)
        if not _wants_lines(value) and fits(flat, column + taken + 1):
            return f" {flat}"
        return f"\n{' ' * (column + 2)}{lines(value, column + 2)}"
    return f" {_leaf(value, column)}"


def lines(value: Any, column: int) -> str:
    """A mapping or list on lines, each indented by `column`; the first line without its indentation."""
    apart = "\n" + " " * column
    if isinstance(value, Mapping) and value:
        return apart.join(entry(key, one, column) for key, one in value.items())
    if isinstance(value, list | tuple) and value:
        return apart.join(item(one, column) for one in value)
    return inline(value) if isinstance(value, Mapping | list | tuple) else _leaf(value, column)


def item(value: Any, column: int) -> str:
    """One item of a list with its dash, at a column."""
    if isinstance(value, Mapping | list | tuple):
        flat = inline(value)
        if not _wants_lines(value) and fits(flat, column + 2):
            return f"- {flat}"
        return f"- {lines(value, column + 2)}"
    return f"- {_leaf(value, column)}"


def _leaf(value: Any, column: int) -> str:
    """A value without parts behind a key or dash at `column`; a text of several lines becomes a block."""
    if isinstance(value, str) and _makes_a_block(value):
        mark = "|" if value.endswith("\n") else "|-"
        rows = value.removesuffix("\n").split("\n")
        return mark + "".join(f"\n{' ' * (column + 2)}{row}" if row else "\n" for row in rows)
    if isinstance(value, Mapping | list | tuple):
        return inline(value)
    return scalar(value, _PLAIN_ON_LINES)


def _makes_a_block(words: str) -> bool:
    rows = words.removesuffix("\n").split("\n")
    whole = bool(rows[0]) and bool(rows[-1]) and not any(row != row.rstrip() or row.startswith(" ") for row in rows)
    return len(rows) > 1 and whole and not _ODD.search(words) and "\t" not in words and "\r" not in words


def _wants_lines(value: Any) -> bool:
    """Whether a value reads better on lines however short it is: with clauses inside, or several parts with parts."""
    if isinstance(value, str):
        return _makes_a_block(value)
    if isinstance(value, Mapping):
        deep = [one for one in value.values() if isinstance(one, Mapping | list | tuple) and one]
        many = len(deep) > 2 or (len(deep) > 1 and len(value) > 4)
        return many or any(_wants_lines(one) for one in value.values())
    if isinstance(value, list | tuple):
        return any((isinstance(one, Mapping) and "id" in one) or _wants_lines(one) for one in value)
    return False
