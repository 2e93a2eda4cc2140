"""Edits on a policy's text: what is not touched keeps its comments, its order and its layout byte for byte."""

from __future__ import annotations

from typing import Any

from dangol_policy.edit.data import CannotEdit, at, with_item, with_value, without
from dangol_policy.edit.rewriting import Rewriting, alike
from dangol_policy.edit.writing import inline
from dangol_policy.problems import Path
from dangol_policy.source import Document, read_text
from dangol_policy.source.node import Node

__all__ = ["CannotEdit", "add", "at", "move", "put", "remove", "rewrite", "with_item", "with_value", "without"]


def put(text: str, path: Path, value: Any) -> str:
    """The text with `value` at `path`; mappings on the way are made where they are missing. Raises CannotEdit."""
    return rewrite(text, with_value(_data(text), path, value))


def remove(text: str, path: Path) -> str:
    """The text without what stands at `path`. Raises CannotEdit when nothing stands there."""
    return rewrite(text, without(_data(text), path))


def add(text: str, path: Path, value: Any, *, before: int | None = None) -> str:
    """The text with one more item in the list at `path`, at the end or before the item of that number.

    The list is made if missing. A single value that stands for a list of one becomes a list. Raises CannotEdit.
    """
    data = _data(text)
    return rewrite(text, with_item(data, path, value, before=before))


def move(text: str, path: Path, source: int, target: int) -> str:
    """The text with item `source` of the list at `path` moved to be item `target`. Raises CannotEdit."""
    data = _data(text)
    items = at(data, path)
    if not isinstance(items, list) or not (0 <= source < len(items) and 0 <= target < len(items)):
        raise CannotEdit(f"there is no such item in the list at {path}")
    rest = [*items[:source], *items[source + 1 :]]
    return rewrite(text, with_value(data, path, [*rest[:target], items[source], *rest[target:]]))


def rewrite(text: str, new: Any) -> str:
    """The text made to say `new` (plain data): what is the same stays as it is written. Raises CannotEdit."""
    document = _read(text)
    if alike(document.data, new):
        return text
    for attempt in (document, _read(_unshared(document))):
        root = attempt.root
        assert root is not None
        written = Rewriting(attempt.text).whole(root, attempt.data, new)
        if alike(read_text(written).data, new):
            return written
    raise CannotEdit("this text cannot be edited in parts; please edit the document itself")


def _read(text: str) -> Document:
    document = read_text(text)
    if document.root is None:
        raise CannotEdit("the document cannot be read; mend what is wrong with its writing first")
    return document


def _data(text: str) -> Any:
    return _read(text).data


def _unshared(document: Document) -> str:
    """The text with every alias written out, so that a value stands for one place only."""
    text = document.text
    for start, end, value in sorted(_aliases(document.root, document.data), reverse=True):
        text = text[:start] + value + text[end:]
    return text


def _aliases(node: Node | None, data: Any) -> list[tuple[int, int, str]]:
    if node is None:
        return []
    if node.alias:
        return [(node.offset, node.end, inline(data))]
    if isinstance(node.value, dict):
        return [found for key, entry in node.value.items() for found in _aliases(entry.node, data[key])]
    if isinstance(node.value, list):
        return [found for one, inner in zip(node.value, data, strict=True) for found in _aliases(one, inner)]
    return []
