"""Reads the plain part of YAML 1.2 by indentation: mappings, lists, text over several lines, anchors.

What is read means the same to any other YAML 1.2 reader (the tests compare with ruamel.yaml). What policies do
not use (tags, directives, merge keys, complex keys, several documents) and what is easily misread is refused.
After a mistake reading goes on at the next line that belongs to a surrounding collection, so that one look shows
all mistakes. Source: YAML 1.2.2, chapters 6 to 9.
"""

from __future__ import annotations

import re

from dangol_policy.source.cursor import QUOTE_IT, Cursor
from dangol_policy.source.flow import flow
from dangol_policy.source.mistake import Mistake
from dangol_policy.source.node import Entry, Node, resolve
from dangol_policy.source.scalars import block, is_marker, quoted

_PLAIN = re.compile(r"(?:[^ \t\n:#]++|#|:(?=[^ \t\n])|[ ]++(?=[^# \t\n]))*+")
_COLON = re.compile(r"[ ]*+:(?=[ \t\n])")
_DASH = re.compile(r"-(?=[ \t\n])")
_BLANKS = re.compile(r"(?:[ ]*+\n)*+[ ]*+")


def read_nodes(cursor: Cursor) -> Node | None:
    """The whole document; None when nothing could be read. Mistakes are left in the cursor."""
    try:
        return _document(cursor)
    except Mistake as mistake:
        cursor.mistakes.append(mistake)
        return None


def _document(cursor: Cursor) -> Node:
    column = cursor.to_content()
    if cursor.char() == "%":
        raise Mistake("unsupported-yaml", "directives (%) have no place in a policy", cursor.at)
    if column < 0 and cursor.text.startswith("---", cursor.at):
        cursor.at += 3
        cursor.end_line()
    root = _next(cursor, -1, 0, 0)
    if cursor.to_content() >= 0:
        raise Mistake("bad-yaml", "this line does not belong to what stands before it", cursor.at)
    if cursor.text.startswith("...", cursor.at):
        cursor.at += 3
        cursor.end_line()
        cursor.to_content()
    if cursor.at < len(cursor.text):
        raise Mistake("unsupported-yaml", "a second document starts here; a policy is one document", cursor.at)
    return root


def _next(cursor: Cursor, parent: int, depth: int, origin: int, *, beside: bool = False) -> Node:
    """The value on the following lines, indented by more than `parent`; null when there is none.

    `beside`: a list may also stand at the column of its key.
    """
    column = cursor.to_content()
    if column > parent or (beside and column == parent and _DASH.match(cursor.text, cursor.at)):
        return _node(cursor, parent, depth, fresh=True)
    return cursor.scalar(origin, None, origin)


def _node(cursor: Cursor, parent: int, depth: int, *, fresh: bool) -> Node:
    """The value that starts here. `fresh`: only indentation and dashes stand before it on its line."""
    char, start = cursor.char(), cursor.at
    cursor.enter(depth)
    if char == "&":
        return _anchored(cursor, parent, depth)
    if char == "!":
        raise Mistake("unsupported-yaml", "tags (!) have no place in a policy", start, QUOTE_IT)
    if char in "|>":
        words, cursor.at = block(cursor.text, start, parent)
        return cursor.scalar(start, words, _end_of_block(cursor, start))
    if char in "*[{":
        return _complete(cursor, cursor.alias(depth) if char == "*" else flow(cursor, depth))
    if fresh and _DASH.match(cursor.text, start):
        return _list(cursor, depth)
    if fresh and _key_ahead(cursor):
        return _mapping(cursor, depth)
    if char in "\"'":
        words, cursor.at = quoted(cursor.text, start, parent)
        return _complete(cursor, cursor.scalar(start, words, cursor.at))
    return _plain(cursor, parent)


def _complete(cursor: Cursor, node: Node) -> Node:
    if not isinstance(node.value, str) and _COLON.match(cursor.text, cursor.at):
        raise Mistake("unsupported-yaml", "a key must be a plain word", node.offset)
    cursor.end_line()
    return node


def _anchored(cursor: Cursor, parent: int, depth: int) -> Node:
    start = cursor.at
    name = cursor.name()
    if cursor.line_ends():
        return cursor.anchor(name, _next(cursor, parent, depth, start))
    cursor.skip_spaces()
    if cursor.char() in "&!" or (cursor.char() not in "[{|>" and _key_ahead(cursor)):
        raise Mistake("unsupported-yaml", "an anchor (&) stands before a value, not before a key", start)
    return cursor.anchor(name, _node(cursor, parent, depth, fresh=False))


def _key_ahead(cursor: Cursor) -> bool:
    """Whether a key and its colon stand here, on one line."""
    if cursor.char() in "\"'":
        try:
            _, end = quoted(cursor.text, cursor.at, len(cursor.text))
        except Mistake:
            return False
    else:
        found = _PLAIN.match(cursor.text, cursor.at)
        assert found is not None
        end = found.end()
    return _COLON.match(cursor.text, end) is not None


def _mapping(cursor: Cursor, depth: int) -> Node:
    start, entries = cursor.at, dict[str, Entry]()
    column = cursor.column(start)
    while True:
        try:
            _entry(cursor, entries, column, depth)
            found = cursor.to_content()
            if found > column:
                raise Mistake("bad-yaml", "this line is indented more than the keys it stands among", cursor.at)
        except Mistake as mistake:
            found = cursor.recover(mistake, column)
        if found < column:
            return cursor.mapping_node(start, entries, _end_of(entries, start))


def _entry(cursor: Cursor, entries: dict[str, Entry], column: int, depth: int) -> None:
    start = cursor.at
    if _DASH.match(cursor.text, start):
        raise Mistake("bad-yaml", "there is a list item here among keys", start)
    if cursor.char() == "?":
        raise Mistake("unsupported-yaml", "keys are written without a question mark", start)
    if not _key_ahead(cursor):
        raise Mistake("bad-yaml", "a key and a colon belong here", start, "Write it as `key: value`.")
    key = cursor.key(_PLAIN)
    cursor.skip_spaces()
    cursor.at += 1
    after = cursor.at
    if cursor.line_ends():
        value = _next(cursor, column, depth + 1, start, beside=True)
    else:
        cursor.skip_spaces()
        value = _node(cursor, column, depth + 1, fresh=False)
    cursor.put(entries, key, Entry(start, value, after))


def _list(cursor: Cursor, depth: int) -> Node:
    start, items, dashes = cursor.at, list[Node](), list[int]()
    column = cursor.column(start)
    while True:
        try:
            dash = cursor.at
            items.append(_item(cursor, column, depth))
            dashes.append(dash)
            found = cursor.to_content()
            if found > column:
                raise Mistake("bad-yaml", "this line is indented more than the list items it stands among", cursor.at)
        except Mistake as mistake:
            found = cursor.recover(mistake, column)
        if found < column or not _DASH.match(cursor.text, cursor.at):
            return cursor.list_node(start, items, _end_of_items(items, dashes, start), tuple(dashes))


def _end_of(entries: dict[str, Entry], start: int) -> int:
    """Where a mapping on lines ends; mistakes may have left it without entries."""
    last = next(reversed(entries.values()), None)
    return max(last.node.end, last.after) if last else start


def _end_of_block(cursor: Cursor, start: int) -> int:
    """Where a text on lines ends: empty lines behind it belong to it only when it keeps them (|+)."""
    written = cursor.text[start : cursor.at]
    keeps = "+" in written[:3].partition("\n")[0]
    return cursor.at if keeps else start + len(written.rstrip(" \n"))


def _end_of_items(items: list[Node], dashes: list[int], start: int) -> int:
    return max(items[-1].end, dashes[-1] + 1) if items else start


def _item(cursor: Cursor, column: int, depth: int) -> Node:
    start = cursor.at
    cursor.at += 1
    if cursor.line_ends():
        return _next(cursor, column, depth + 1, start)
    cursor.skip_spaces()
    return _node(cursor, column, depth + 1, fresh=True)


def _plain(cursor: Cursor, parent: int) -> Node:
    """Words without quotes; further lines indented by more than `parent` belong to them."""
    start = cursor.at
    cursor.check_plain_start(flow=False)
    pieces = [_piece(cursor)]
    while cursor.char() == "\n":
        found = _BLANKS.match(cursor.text, cursor.at + 1)
        assert found is not None
        line = cursor.text.rfind("\n", cursor.at, found.end()) + 1
        if not _continues(cursor, line, found.end(), parent):
            break
        pieces.append("\n" * (found[0].count("\n")) or " ")
        cursor.at = found.end()
        pieces.append(_piece(cursor))
    # The last piece may have gone over the spaces behind it.
    end = start + len(cursor.text[start : cursor.at].rstrip(" "))
    cursor.end_line()
    words = "".join(pieces)
    return cursor.scalar(start, resolve(words) if len(pieces) == 1 else words, end)


def _piece(cursor: Cursor) -> str:
    found = _PLAIN.match(cursor.text, cursor.at)
    assert found is not None
    cursor.at = found.end()
    words = found[0].rstrip(" ")
    if cursor.char() == ":":
        raise Mistake("bad-yaml", "a colon and a space inside a value look like another key", cursor.at, QUOTE_IT)
    ending = cursor.text.find("\n", cursor.at)
    if not cursor.text[cursor.at : ending].strip(" "):
        cursor.at = ending
    return words


def _continues(cursor: Cursor, line: int, content: int, parent: int) -> bool:
    """Whether the line at `line` goes on with the words before it; a line that looks like more than words may not."""
    if content >= len(cursor.text) or content - line <= parent or (content == line and is_marker(cursor.text, line)):
        return False
    char = cursor.text[content]
    if char == "#":
        return False
    if char == "\t":
        raise Mistake("tab-indent", "this line is indented with a tab", content)
    if _DASH.match(cursor.text, content):
        raise Mistake("bad-yaml", "this list item is indented under a value that is already complete", content)
    found = _PLAIN.match(cursor.text, content)
    if found and _COLON.match(cursor.text, found.end()):
        raise Mistake("bad-yaml", "this key is indented under a value that is already complete", content)
    return True
