"""One layout for every policy: indentation, spaces and empty lines; what it says and its comments stay."""

from __future__ import annotations

import re

from dangol_policy.edit import writing
from dangol_policy.edit.rewriting import alike
from dangol_policy.edit.spans import on_lines, spans_of, tail
from dangol_policy.source import read_text
from dangol_policy.source.node import Entry, Node

_BLOCK = re.compile(r"[|>][-+]?(?:[ ]+#.*)?$")


def formatted(text: str) -> str:
    """The text in the one layout; as it was when it cannot be read. Formatting it again changes nothing."""
    document = read_text(text)
    if document.root is None or not on_lines(document.text, document.root):
        return text
    written = _Layout(document.text).document(document.root)
    return written if alike(read_text(written).data, document.data) else text


class _Layout:
    def __init__(self, text: str) -> None:
        self.text = text if text.endswith("\n") else text + "\n"

    def document(self, root: Node) -> str:
        """The whole text."""
        head = _rows(self.text[: root.offset], 0)
        rest = _rows(self.text[tail(self.text, root.end) :])
        rows = [*head, self._lines(root, 0), *rest]
        return "\n".join(rows).strip("\n") + "\n"

    def _lines(self, node: Node, column: int) -> str:
        """A collection on lines; its first line without indentation."""
        pad = " " * column
        text, last, before = "", "", 0
        spans = spans_of(self.text, node)
        for number, (span, piece) in enumerate(zip(spans, self._pieces(node, column), strict=True)):
            if number:
                rows = _rows(self.text[before : span.own])
                if column == 0 and ("\n" in piece or "\n" in last) and "" not in rows:
                    rows = ["", *rows]
                text += "".join(f"\n{pad}{row}" if row else "\n" for row in rows) + f"\n{pad}"
            text += piece
            before, last = span.end, piece
        return text

    def _pieces(self, node: Node, column: int) -> list[str]:
        if isinstance(node.value, dict):
            return [self._entry(entry, column) for entry in node.value.values()]
        assert isinstance(node.value, list)
        return [self._item(dash, one, column) for dash, one in zip(node.dashes, node.value, strict=True)]

    def _entry(self, entry: Entry, column: int) -> str:
        key = self.text[entry.offset : entry.after].rstrip(":").rstrip(" ") + ":"
        return key + self._behind(entry.node, entry.after, column, len(key))

    def _item(self, dash: int, node: Node, column: int) -> str:
        beside, above = self._between(node, dash + 1)
        if on_lines(self.text, node) and not (beside or above or node.anchor):
            return f"- {self._lines(node, column + 2)}"
        return "-" + self._behind(node, dash + 1, column, 1)

    def _behind(self, node: Node, after: int, column: int, taken: int) -> str:
        """What stands behind a colon or dash: a space and the value, or the lines below it."""
        beside, above = self._between(node, after)
        mark = f" {_mark(node)}".rstrip()
        pad = " " * (column + 2)
        if on_lines(self.text, node):
            notes = "".join(f"\n{pad}{row}" if row else "" for row in above)
            return f"{mark}{_aside(beside)}{notes}\n{pad}{self._lines(node, column + 2)}"
        value, behind = self._value(node, column, column + taken + len(mark) + 1)
        notes = " ".join(one for one in (beside, *above, behind) if one)
        first, line_break, rest = value.partition("\n")
        apart = " " if first and not first.startswith("\n") else ""
        return f"{mark}{apart}{first}{_aside(notes)}{line_break}{rest}"

    def _between(self, node: Node, after: int) -> tuple[str, list[str]]:
        """The comment on the line of the key, and the rows between it and the value."""
        until = node.offset if node.end > node.offset or isinstance(node.value, dict | list) else tail(self.text, after)
        between = self.text[after:until]
        if node.anchor:
            between = between.replace(f"&{node.anchor}", "", 1)
        first, _, rest = between.partition("\n")
        return first.strip(" "), [row for row in _rows("\n" + rest) if row]

    def _value(self, node: Node, column: int, taken: int) -> tuple[str, str]:
        """A value that is not on lines, and the comment behind it."""
        written = self.text[node.offset : node.end] if node.end > node.offset else ""
        if written[:1] in ("|", ">"):
            return self._block(node, written, column), ""
        behind = self.text[node.end : tail(self.text, node.end)].strip(" ") if written else ""
        if written[:1] in ("{", "[") and not node.alias and "#" not in re.sub(r"[^\s{\[]#", "", written):
            flat = self._flat(node)
            if writing.fits(flat, taken) or not node.value:
                return flat, behind
        if "\n" in written and written[:1] not in ("{", "["):
            rows = [row.strip(" ") for row in written.split("\n")]
            return "\n".join([rows[0], *(f"{' ' * (column + 2)}{row}" if row else "" for row in rows[1:])]), behind
        return written, behind

    def _flat(self, node: Node) -> str:
        """A value in brackets on one line."""
        written = self.text[node.offset : node.end] if node.end > node.offset else ""
        if node.alias or not isinstance(node.value, dict | list):
            return written if "\n" not in written else writing.inline(node.value)
        if isinstance(node.value, list):
            return "[" + ", ".join(_mark(one) + self._flat(one) for one in node.value) + "]"
        entries = ", ".join(self._flat_entry(entry) for entry in node.value.values())
        return "{" + entries + "}" if written.startswith("{") else entries

    def _flat_entry(self, entry: Entry) -> str:
        key = self.text[entry.offset : entry.after].rstrip(":").rstrip(" ") + ":"
        value = self._flat(entry.node)
        return f"{key} {_mark(entry.node)}{value}".rstrip(" ")

    def _block(self, node: Node, written: str, column: int) -> str:
        """A text on lines of its own after | or >, indented anew."""
        header, _, body = written.partition("\n")
        if not _BLOCK.fullmatch(header):
            return written.removesuffix("\n")
        rows = body.split("\n")
        shift = min((len(row) - len(row.lstrip(" ")) for row in rows if row.strip(" ")), default=0)
        again = "\n".join(f"{' ' * (column + 2)}{row[shift:]}" if row.strip(" ") else "" for row in rows)
        return f"{header}\n{again}".removesuffix("\n")


def _mark(node: Node) -> str:
    """The anchor before a value, if it has one."""
    return f"&{node.anchor} " if node.anchor else ""


def _aside(comment: str) -> str:
    return f"  {comment}" if comment else ""


def _rows(text: str, first: int = 1) -> list[str]:
    """The whole lines, from the `first`, in a stretch without values: comments, at most one empty line in a row."""
    rows: list[str] = []
    for row in (line.strip(" ") for line in text.split("\n")[first:-1]):
        if row or not rows or rows[-1]:
            rows.append(row)
    return rows
