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
    return cursor.scalar(origin, None)


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
        return cursor.scalar(start, words)
    if char in "*[{":
        return _complete(cursor, cursor.alias(depth) if char == "*" else flow(cursor, depth))
    if fresh and _DASH.match(cursor.text, start):
        return _list(cursor, depth)
    if fresh and _key_ahead(cursor):
        return _mapping(cursor, depth)
    if char in "\"'":
        words, cursor.at = quoted(cursor.text, start, parent)
        return _complete(cursor, cursor.scalar(start, words))
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
            return cursor.mapping_node(start, entries)


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
    if cursor.line_ends():
        value = _next(cursor, column, depth + 1, start, beside=True)
    else:
        cursor.skip_spaces()
        value = _node(cursor, column, depth + 1, fresh=False)
    cursor.put(entries, key, start, value)


def _list(cursor: Cursor, depth: int) -> Node:
    start, items = cursor.at, list[Node]()
    column = cursor.column(start)
    while True:
        try:
            items.append(_item(cursor, column, depth))
            found = cursor.to_content()
            if found > column:
                raise Mistake("bad-yaml", "this line is indented more than the list items it stands among", cursor.at)
        except Mistake as mistake:
            found = cursor.recover(mistake, column)
        if found < column or not _DASH.match(cursor.text, cursor.at):
            return cursor.list_node(start, items)


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
    cursor.end_line()
    words = "".join(pieces)
    return cursor.scalar(start, resolve(words) if len(pieces) == 1 else words)


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
