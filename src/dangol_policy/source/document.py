"""A policy text that was read: plain data, the place of every key and value, problems, and its fingerprint."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from pathlib import Path as FilePath

from dangol_policy.problems import Path, Place, Problem
from dangol_policy.source.blocks import read_nodes
from dangol_policy.source.cursor import Cursor
from dangol_policy.source.limits import MOST_BYTES
from dangol_policy.source.node import Entry, Node
from dangol_policy.source.text import bytes_of, decode, too_big

Data = object
"""dict, list, str, int, bool, Decimal or None; keys are always str."""


class Document:
    """One reading. `data` is None when a problem kept the text from being read as a whole."""

    def __init__(self, text: str, digest: str, file: str, problems: tuple[Problem, ...] = ()) -> None:
        self.text, self.digest, self.file = text, digest, file
        cursor = Cursor(text)
        self._root = None if problems else read_nodes(cursor)
        self._starts = cursor.starts
        self.problems = (
            *problems,
            *(Problem(m.code, m.message, self._place_of(m.offset), hint=m.hint) for m in cursor.mistakes),
        )
        self.data: Data = None if self.problems or self._root is None else _plain(self._root)

    def _place_of(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self.file, line, offset - self._starts[line - 1] + 1)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Where the value at `path` is written, or its key; for what is not written, the nearest thing around it."""
        node, entry = self._root, None
        for step in path:
            inside = _inside(node, step)
            if inside is None:
                key = key or (entry is not None and entry.node is node and isinstance(node.value, dict))
                break
            node, entry = (inside.node, inside) if isinstance(inside, Entry) else (inside, None)
        if node is None:
            return Place(self.file, 1, 1)
        return self._place_of(entry.offset if key and entry is not None else node.offset)

    @property
    def root(self) -> Node | None:
        """Everything that was read, each value with where it is written; None when a problem kept it from being."""
        return None if self.problems else self._root

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, for showing beside a problem."""
        return self.text.split("\n", number)[number - 1] if number <= len(self._starts) else ""


def _inside(node: Node | None, step: str | int) -> Node | Entry | None:
    if node is None:
        return None
    if isinstance(node.value, dict):
        return node.value.get(str(step))
    if isinstance(node.value, list) and isinstance(step, int) and 0 <= step < len(node.value):
        return node.value[step]
    return None


def _plain(node: Node) -> Data:
    if isinstance(node.value, dict):
        return {key: _plain(entry.node) for key, entry in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(item) for item in node.value]
    return node.value


def read_text(text: str | bytes, file: str = "policy.yaml") -> Document:
    """Read a policy from text, or from the bytes of a file. Never raises on bad input: see `problems`."""
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    digest = hashlib.sha256(raw).hexdigest()
    if len(raw) > MOST_BYTES:
        return Document("", digest, file, (too_big(file),))
    clean, problem = decode(raw, file)
    return Document(clean, digest, file, (problem,) if problem else ())


def read_file(path: FilePath) -> Document:
    """Read a policy file; one above the limit is refused unread. Raises OSError when it cannot be opened."""
    raw = bytes_of(path)
    if raw is None:
        return Document("", "", str(path), (too_big(str(path)),))
    return read_text(raw, str(path))
