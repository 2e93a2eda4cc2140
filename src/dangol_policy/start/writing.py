"""Writes a policy as YAML for people: short things on one line, sections apart, comments above what they explain."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

WIDTH = 110
_PLAIN = re.compile(r"[^\W_][\w .;:/+~–()%-]*")
_NOT_PLAIN = re.compile(r"[\d.,_+:eE-]+|0[xo]\w+|true|false|null|yes|no|on|off|~|\.nan|\.inf", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?")

Value = object
"""What a policy is written from: dict, list, str, int, bool, or a `Noted` one of these."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a comment that stands above it."""

    note: str
    value: Value


def write(policy: dict[str, Value], head: str = "") -> str:
    """The whole document; `head` is the comment it begins with. Sections are separated by an empty line."""
    sections = ["\n".join(_entry(key, value, 0)) for key, value in policy.items()]
    first = [*_comment(head, 0)] if head else []
    return "\n".join([*first, sections[0], *(f"\n{one}" for one in sections[1:])]) + "\n"


def in_one_line(value: Value) -> str:
    """A value without comments on one line."""
    return _flow(value) or ""


def _entry(key: str, value: Value, indent: int) -> Iterator[str]:
    note, value = _noted(value)
    yield from _comment(note, indent)
    pad = " " * indent
    short = _flow(value)
    if short is not None and not (indent == 0 and isinstance(value, dict)) and _fits(pad, key, short, value):
        yield f"{pad}{_scalar(key)}: {short}"
        return
    yield f"{pad}{_scalar(key)}:"
    yield from _block(value, indent + 2)


def _fits(pad: str, key: str, short: str, value: Value) -> bool:
    if not isinstance(value, dict | list):
        return True
    clauses = isinstance(value, list) and any(isinstance(one, dict | Noted) for one in value)
    return not clauses and len(pad) + len(key) + len(short) + 2 <= WIDTH


def _block(value: Value, indent: int) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _entry(str(key), inner, indent)
        return
    assert isinstance(value, list)
    for one in value:
        note, one = _noted(one)
        yield from _comment(note, indent)
        short = _flow(one)
        if short is not None and (not isinstance(one, dict | list) or indent + 2 + len(short) <= WIDTH):
            yield f"{' ' * indent}- {short}"
        else:
            first, *rest = list(_block(one, indent + 2))
            yield f"{' ' * indent}- {first.lstrip()}"
            yield from rest


def _flow(value: Value) -> str | None:
    """The value on one line; None when there is a comment inside."""
    if isinstance(value, Noted):
        return None
    if isinstance(value, dict):
        pairs = [(_scalar(str(key)), _flow(inner)) for key, inner in value.items()]
        return None if any(inner is None for _, inner in pairs) else f"{{{', '.join(f'{k}: {v}' for k, v in pairs)}}}"
    if isinstance(value, list):
        items = [_flow(one) for one in value]
        return None if None in items else f"[{', '.join(str(one) for one in items)}]"
    return _scalar(value)


def _scalar(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    plain = _PLAIN.fullmatch(text) and not text.endswith((":", " ")) and ": " not in text
    if plain and (_DAY.fullmatch(text) or not _NOT_PLAIN.fullmatch(text)):
        return text
    return json.dumps(text, ensure_ascii=False)


def _noted(value: Value) -> tuple[str, Value]:
    return (value.note, value.value) if isinstance(value, Noted) else ("", value)


def _comment(note: str, indent: int) -> Iterator[str]:
    for line in note.splitlines():
        for part in wrap(line, WIDTH - indent - 2, break_long_words=False) or [""]:
            yield f"{' ' * indent}# {part}".rstrip()
