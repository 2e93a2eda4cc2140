"""Lists and mappings written in brackets: [a, b] and {a: 1}. They may run over lines; plain words in them may not."""

from __future__ import annotations

import re

from dangol_policy.source.cursor import QUOTE_IT, Cursor
from dangol_policy.source.mistake import Mistake
from dangol_policy.source.node import Entry, Node, resolve
from dangol_policy.source.scalars import is_marker, quoted

_GAP = re.compile(r"(?:[ ]++(?:#[^\n]*+(?=\n))?|\n(?:#[^\n]*+(?=\n))?)*+")
_PLAIN = re.compile(r"(?:[^ \t\n:#,\[\]{}]++|#|:(?=[^ \t\n,\[\]{}])|[ ]++(?=[^# \t\n,\[\]{}]))*+")
_COLON = re.compile(r"[ ]*+:(?=[ \n])")
_COLON_AFTER_QUOTE = re.compile(r"[ ]*+:")


def flow(cursor: Cursor, depth: int) -> Node:
    """The bracketed list or mapping that starts here, up to and with its closing bracket."""
    cursor.enter(depth)
    return _list(cursor, depth) if cursor.char() == "[" else _mapping(cursor, depth)


def _list(cursor: Cursor, depth: int) -> Node:
    start, items = cursor.at, list[Node]()
    cursor.at += 1
    while not _closes(cursor, start, "]"):
        items.append(_item(cursor, depth))
        _separated(cursor, start, "]")
    return cursor.list_node(start, items, cursor.at)


def _item(cursor: Cursor, depth: int) -> Node:
    """One item of a list; `key: value` without braces is a mapping of that one key."""
    start, simple = cursor.at, cursor.char() not in "[{*&!"
    if simple and _key_ahead(cursor):
        entries: dict[str, Entry] = {}
        cursor.enter(depth + 1)
        _entry(cursor, entries, depth + 1)
        return cursor.mapping_node(start, entries, _end_of(entries, start))
    return _value(cursor, depth + 1)


def _key_ahead(cursor: Cursor) -> bool:
    if cursor.char() in "\"'":
        try:
            _, end = quoted(cursor.text, cursor.at, len(cursor.text))
        except Mistake:
            return False
        return _COLON.match(cursor.text, end) is not None
    found = _PLAIN.match(cursor.text, cursor.at)
    assert found is not None
    return _COLON.match(cursor.text, found.end()) is not None


def _mapping(cursor: Cursor, depth: int) -> Node:
    start, entries = cursor.at, dict[str, Entry]()
    cursor.at += 1
    while not _closes(cursor, start, "}"):
        _entry(cursor, entries, depth)
        _separated(cursor, start, "}")
    return cursor.mapping_node(start, entries, cursor.at)


def _entry(cursor: Cursor, entries: dict[str, Entry], depth: int) -> None:
    start = cursor.at
    key = cursor.key(_PLAIN)
    colon = _COLON_AFTER_QUOTE if cursor.text[start] in "\"'" else _COLON
    found = colon.match(cursor.text, cursor.at)
    if found is None:
        message = f"`{key[:40]}` needs a colon, a space and a value"
        raise Mistake("bad-yaml", message, start, "Write it as {key: value}.")
    after = cursor.at = found.end()
    _skip_gap(cursor)
    empty = cursor.char() in ",]}" and cursor.char() != ""
    value = cursor.scalar(start, None, start) if empty else _value(cursor, depth + 1)
    cursor.put(entries, key, Entry(start, value, after))


def _end_of(entries: dict[str, Entry], start: int) -> int:
    """Where a mapping without braces ends."""
    last = next(reversed(entries.values()))
    return max(last.node.end, last.after)


def _value(cursor: Cursor, depth: int) -> Node:
    start, char = cursor.at, cursor.char()
    cursor.enter(depth)
    if char in ("[", "{"):
        return flow(cursor, depth)
    if char == "*":
        return cursor.alias(depth)
    if char == "&":
        name = cursor.name()
        _skip_gap(cursor)
        return cursor.anchor(name, _value(cursor, depth))
    if char == "!":
        raise Mistake("unsupported-yaml", "tags (!) have no place in a policy", start, QUOTE_IT)
    if char in ('"', "'"):
        words, cursor.at = quoted(cursor.text, start, -1)
        return cursor.scalar(start, words, cursor.at)
    return _plain(cursor)


def _plain(cursor: Cursor) -> Node:
    start = cursor.at
    if start >= len(cursor.text):
        raise Mistake("bad-yaml", "a bracket is never closed", start - 1)
    cursor.check_plain_start(flow=True)
    found = _PLAIN.match(cursor.text, start)
    assert found is not None
    if not found[0]:
        raise Mistake("bad-yaml", "a value is missing here", start)
    cursor.at = found.end()
    words = found[0].rstrip(" ")
    return cursor.scalar(start, resolve(words), start + len(words))


def _skip_gap(cursor: Cursor) -> None:
    found = _GAP.match(cursor.text, cursor.at)
    assert found is not None
    cursor.at = found.end()


def _closes(cursor: Cursor, start: int, bracket: str) -> bool:
    """Over the gap; whether the closing bracket stands there (and over it)."""
    _skip_gap(cursor)
    if not cursor.char() or (cursor.column(cursor.at) == 0 and is_marker(cursor.text, cursor.at)):
        raise Mistake("bad-yaml", f"the {cursor.text[start]} that stands here is never closed with {bracket}", start)
    if cursor.char() != bracket:
        return False
    cursor.at += 1
    return True


def _separated(cursor: Cursor, start: int, bracket: str) -> None:
    """Over the comma after an item; the closing bracket may follow without one."""
    _skip_gap(cursor)
    char = cursor.char()
    if char == ",":
        cursor.at += 1
        _skip_gap(cursor)
        if cursor.char() == ",":
            raise Mistake("bad-yaml", "there is nothing between these two commas", cursor.at)
    elif char == "\t":
        raise cursor.unexpected()
    elif char and char != bracket:
        opened = f"on line {cursor.line(start)}"
        raise Mistake(
            "bad-yaml", f"a comma or the {bracket} for the {cursor.text[start]} {opened} is missing", cursor.at
        )
