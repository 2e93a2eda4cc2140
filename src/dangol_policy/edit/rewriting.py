"""One text made to say other data: what is the same stays byte for byte, what differs is written anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from dangol_policy.edit import writing
from dangol_policy.edit.spans import Span, on_lines, spans_of, tail
from dangol_policy.source.node import Entry, Node


def alike(old: Any, new: Any) -> bool:
    """Whether two values are the same to a policy: `true` is not `1`, the order of keys does not matter."""
    if old is new:
        return True
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return old.keys() == new.keys() and all(alike(one, new[key]) for key, one in old.items())
    if isinstance(old, list | tuple) and isinstance(new, list | tuple):
        return len(old) == len(new) and all(map(alike, old, new))
    return isinstance(old, bool) == isinstance(new, bool) and bool(old == new)


def paired(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the old one it comes from: by its id, else the same value, else the same place."""
    left = dict(enumerate(old))
    named = {id_: number for number, one in reversed(left.items()) if (id_ := _id_of(one)) is not None}
    found: list[int | None] = [None] * len(new)

    def take(at: int, number: int | None) -> None:
        if found[at] is None and number in left:
            found[at] = number
            del left[number]

    for at, one in enumerate(new):
        take(at, named.get(_id_of(one) or ""))
    for at, one in enumerate(new):
        take(at, at if at in left and alike(left[at], one) else None)
    for at, one in enumerate(new):
        if found[at] is None:
            take(at, next((number for number, was in left.items() if alike(was, one)), None))
    for at in range(len(new)):
        take(at, at)
    return found


def _id_of(item: Any) -> str | None:
    found = item.get("id") if isinstance(item, Mapping) else None
    return found if isinstance(found, str) else None


class Rewriting:
    """Writes new data over one text."""

    def __init__(self, text: str) -> None:
        self.text = text if text.endswith("\n") else text + "\n"

    def whole(self, root: Node, old: Any, new: Any) -> str:
        """The whole text with `new` instead of `old`."""
        if not on_lines(self.text, root) or type(old) is not type(new) or not new:
            return self.text[: root.offset] + writing.lines(new, 0) + self.text[tail(self.text, root.end) :]
        return self.text[: root.offset] + self._on_lines(root, old, new) + self.text[tail(self.text, root.end) :]

    # --- collections on lines ------------------------------------------------------------------------

    def _on_lines(self, node: Node, old: Any, new: Any) -> str:
        """What stands between the start of a collection on lines and the end of its last line; `new` is not empty."""
        column = self._column(node.offset)
        spans = spans_of(self.text, node)
        if isinstance(node.value, dict):
            pieces = self._entries(node.value, spans, old, new, column)
        else:
            pieces = self._items(node, spans, old, new, column)
        return self._joined(pieces, spans, column, alone=self._alone(node.offset))

    def _entries(
        self, entries: dict[str, Entry], spans: list[Span], old: Any, new: Any, column: int
    ) -> list[tuple[int | None, str]]:
        """Each piece with the number of the old item it comes from."""
        pieces: list[tuple[int | None, str]] = []
        for number, (key, entry) in enumerate(entries.items()):
            if key in new:
                span = spans[number]
                head = self.text[span.start : span.own]
                pieces.append((number, head + self._entry(entry, span, old[key], new[key], column)))
        added = [(None, writing.entry(key, one, column)) for key, one in new.items() if key not in entries]
        return [*pieces, *added]

    def _entry(self, entry: Entry, span: Span, old: Any, new: Any, column: int) -> str:
        if alike(old, new):
            return self.text[span.own : span.end]
        before = self.text[span.own : entry.after]
        return before + self._behind(entry.node, entry.after, span.end, old, new, column, column - span.own)

    def _items(
        self, node: Node, spans: list[Span], old: Any, new: Sequence[Any], column: int
    ) -> list[tuple[int | None, str]]:
        assert isinstance(node.value, list)
        pieces: list[tuple[int | None, str]] = []
        for number, one in zip(paired(old, new), new, strict=True):
            if number is None:
                pieces.append((None, writing.item(one, column)))
                continue
            span, inner = spans[number], node.value[number]
            head = self.text[span.start : span.own]
            pieces.append((number, head + self._item(inner, span, old[number], one, column)))
        return pieces

    def _item(self, node: Node, span: Span, old: Any, new: Any, column: int) -> str:
        if alike(old, new):
            return self.text[span.own : span.end]
        if self._changes_inside(node, new):
            return self.text[span.own : node.offset] + self._on_lines(node, old, new)
        if (kept := self._in_brackets(node, old, new)) is not None and self._has_room(node, kept, column + 2):
            return self.text[span.own : node.offset] + kept + self.text[node.end : span.end]
        return self._commented(writing.item(new, column), self._comment(node, span.own + 1, span.end))

    def _behind(self, node: Node, after: int, end: int, old: Any, new: Any, column: int, shift: int) -> str:
        """What stands behind a key's colon, up to the end of the entry."""
        if self._changes_inside(node, new):
            return self.text[after : node.offset] + self._on_lines(node, old, new)
        taken = after + shift
        if (kept := self._in_brackets(node, old, new)) is not None and self._has_room(node, kept, taken + 1):
            return self.text[after : node.offset] + kept + self.text[node.end : end]
        return self._commented(writing.after_key(new, column, taken - column), self._comment(node, after, end))

    def _changes_inside(self, node: Node, new: Any) -> bool:
        return (
            on_lines(self.text, node) and isinstance(new, dict | list) and bool(new) and type(node.value) is type(new)
        )

    def _comment(self, node: Node, after: int, end: int) -> str:
        """The comment behind a value that is about to be replaced, with the spaces before it."""
        if on_lines(self.text, node) or self.text[node.offset : node.offset + 1] in ("|", ">"):
            return ""
        behind = self.text[node.end if node.end > node.offset else after : end]
        return behind if behind.lstrip(" ").startswith("#") else ""

    @staticmethod
    def _commented(written: str, comment: str) -> str:
        """What is written, with a comment at the end of its first line."""
        first, line_break, rest = written.partition("\n")
        return f"{first}{comment}{line_break}{rest}"

    # --- collections in brackets ---------------------------------------------------------------------

    def _in_brackets(self, node: Node, old: Any, new: Any) -> str | None:
        """A collection in brackets with what differs changed; None when it must be written as a whole."""
        inside = self.text[node.offset : node.end]
        if node.alias or inside[:1] not in ("{", "[") or type(node.value) is not type(new):
            return None
        if not new or not node.value:
            return writing.inline(new)
        parts = self._bracket_entries(node, old, new) if isinstance(new, dict) else self._bracket_items(node, old, new)
        bounds = self._bracket_bounds(node)
        opening = self.text[node.offset : bounds[0][0]]
        closing = self.text[bounds[-1][1] : node.end]
        pieces = [opening]
        for position, (number, written) in enumerate(parts):
            if position:
                pieces.append(self.text[bounds[number - 1][1] : bounds[number][0]] if number else ", ")
            pieces.append(written)
        return "".join(pieces) + closing

    def _has_room(self, node: Node, written: str, column: int) -> bool:
        """Whether brackets may stay brackets: they run over lines already, or still fit on one."""
        return "\n" in self.text[node.offset : node.end] or writing.fits(written, column)

    def _bracket_bounds(self, node: Node) -> list[tuple[int, int]]:
        if isinstance(node.value, dict):
            return [(entry.offset, max(entry.after, entry.node.end)) for entry in node.value.values()]
        assert isinstance(node.value, list)
        return [(one.offset, one.end) for one in node.value]

    def _bracket_entries(self, node: Node, old: Any, new: Any) -> list[tuple[int, str]]:
        assert isinstance(node.value, dict)
        parts = []
        for number, (key, entry) in enumerate(node.value.items()):
            if key in new:
                apart = self.text[entry.after : entry.node.offset] if entry.node.end > entry.node.offset else " "
                value = self._bracket_value(entry.node, old[key], new[key])
                parts.append((number, self.text[entry.offset : entry.after] + apart + value))
        added = (key for key in new if key not in node.value)
        return [*parts, *((0, f"{writing.key_text(key)}: {writing.inline(new[key])}") for key in added)]

    def _bracket_items(self, node: Node, old: Any, new: Any) -> list[tuple[int, str]]:
        assert isinstance(node.value, list)
        return [
            (0, writing.inline(one))
            if number is None
            else (number, self._bracket_value(node.value[number], old[number], one))
            for number, one in zip(paired(old, new), new, strict=True)
        ]

    def _bracket_value(self, node: Node, old: Any, new: Any) -> str:
        if alike(old, new):
            return self.text[node.offset : node.end] if node.end > node.offset else "null"
        kept = self._in_brackets(node, old, new)
        return writing.inline(new) if kept is None else kept

    # --- putting pieces together ---------------------------------------------------------------------

    def _joined(self, pieces: list[tuple[int | None, str]], spans: list[Span], column: int, *, alone: bool) -> str:
        """The pieces one below the other, each with what stood above it; what stood above removed ones, if said."""
        gaps = [self.text[a.end : b.start] for a, b in pairwise(spans)]
        kept = {number for number, _ in pieces if number is not None}
        lost = "".join(gap.rstrip(" ") for at, gap in enumerate(gaps, 1) if at not in kept and "#" in gap)
        fresh = self._gap_between(gaps, column)
        text = ""
        for position, (number, piece) in enumerate(pieces):
            gap = gaps[number - 1] if number else fresh
            if position:
                text += gap + piece
            elif number and "#" in gap:
                text = f"{gap.strip()}\n{' ' * column}{piece}" if alone else f"{piece}{gap.rstrip()}"
            else:
                text = piece
        return text + lost.rstrip()

    def _gap_between(self, gaps: list[str], column: int) -> str:
        """What stands before a new item: an empty line where the others have one."""
        spaced = all("\n\n" in gap for gap in gaps) if gaps else False
        return ("\n\n" if spaced or column == 0 else "\n") + " " * column

    def _column(self, offset: int) -> int:
        return offset - (self.text.rfind("\n", 0, offset) + 1)

    def _alone(self, offset: int) -> bool:
        """Whether nothing but spaces stands before an offset on its line."""
        return not self.text[self.text.rfind("\n", 0, offset) + 1 : offset].strip(" ")
