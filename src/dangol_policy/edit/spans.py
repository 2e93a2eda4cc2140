"""Where the items of a mapping or list on lines begin and end in the text, each with the comments that are about it."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.source.node import Node


@dataclass(frozen=True, slots=True)
class Span:
    """One item: `start` with the comments directly above it, `own` where it begins itself, `end` of its last line."""

    start: int
    own: int
    end: int


def tail(text: str, end: int) -> int:
    """The end of the line on which something ends, with the comment behind it, without the line break."""
    if end > 0 and text[end - 1] == "\n":
        return end - 1
    found = text.find("\n", end)
    return len(text) if found < 0 else found


def spans_of(text: str, node: Node) -> list[Span]:
    """The items of a collection on lines, in order."""
    found: list[Span] = []
    for own, end in _bounds(node):
        start = own if not found else _with_comments(text, own, found[-1].end)
        found.append(Span(start, own, tail(text, end)))
    return found


def _bounds(node: Node) -> list[tuple[int, int]]:
    if isinstance(node.value, dict):
        return [(entry.offset, max(entry.after, entry.node.end)) for entry in node.value.values()]
    assert isinstance(node.value, list)
    return [(dash, max(dash + 1, one.end)) for dash, one in zip(node.dashes, node.value, strict=True)]


def _with_comments(text: str, own: int, before: int) -> int:
    """A comment directly above an item, in its column and without an empty line between, belongs to it."""
    line = text.rfind("\n", 0, own) + 1
    column = own - line
    start = own
    while line - 1 > before:
        above = text.rfind("\n", 0, line - 1) + 1
        if above <= before or text[above : line - 1].lstrip(" ")[:1] != "#" or text[above + column] != "#":
            break
        line, start = above, above + column
    return start


def on_lines(text: str, node: Node) -> bool:
    """Whether a value is a collection written on lines, not in brackets."""
    return (
        not node.alias and isinstance(node.value, dict | list) and text[node.offset : node.offset + 1] not in ("[", "{")
    )
