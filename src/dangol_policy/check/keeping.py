"""Keep a counter-example: append it to the `examples:` of a policy text, and leave every other character as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from dangol_policy.problems import Problem
from dangol_policy.source import Document, read_text

_PLAIN = re.compile(r"[A-Za-z가-힣][A-Za-z0-9가-힣 '.-]*(?<! )|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?")
_WORDS_OF_YAML = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def keep(text: str, problem: Problem) -> str:
    """The policy text with the problem's counter-example as its last example.

    Raises ValueError when the problem shows none, or when the text is not a policy document that can be added to.
    """
    if problem.example is None:
        raise ValueError(f"{problem.code} shows no example")
    before = read_text(text)
    if not isinstance(before.data, dict):
        raise ValueError("this text cannot be read, so nothing can be added to it")
    longer = _added(before, problem.example)
    after = read_text(longer).data
    expected = [*(before.data.get("examples") or []), _read(problem.example)]
    if not isinstance(after, dict) or after != {**before.data, "examples": expected}:
        raise ValueError("this text is written in a way that nothing can be added to safely")
    return longer


def _read(example: Mapping[str, Any]) -> object:
    return json.loads(json.dumps(example, ensure_ascii=False))


def _added(before: Document, example: Mapping[str, Any]) -> str:
    assert isinstance(before.data, dict)
    text, items = before.text, before.data.get("examples")
    if text.lstrip().startswith("{"):
        raise ValueError("a policy in brackets cannot be added to; write it in lines")
    if "examples" not in before.data:
        return f"{text.rstrip()}\n\nexamples:\n{_item(example, '  ')}"
    at = _offset(before, ("examples",))
    if text[at : at + 1] == "[":
        return _last(text, at, example) if items else f"{text[: at + 1]}{_flow(example)}{text[at + 1 :]}"
    if not items:
        raise ValueError("`examples` holds nothing that another could be added to")
    first = text[: _offset(before, ("examples", 0))].rpartition("\n")[2]
    end = _end_of_section(before)
    return f"{text[:end].rstrip()}\n\n{_item(example, first[: first.rindex('-')])}{_gap(text[end:])}{text[end:]}"


def _gap(rest: str) -> str:
    return "\n" if rest.strip() else ""


def _last(text: str, at: int, example: Mapping[str, Any]) -> str:
    """Before the bracket that closes the list which opens at an offset."""
    end = _closing(text, at)
    return f"{text[:end].rstrip().rstrip(',')}, {_flow(example)}{text[end:]}"


def _closing(text: str, at: int) -> int:
    depth, quote = 0, ""
    for place in range(at, len(text)):
        letter = text[place]
        if quote:
            quote = "" if letter == quote and text[place - 1] != "\\" else quote
        elif letter in "\"'" and text[place - 1] in " [{,:\n":
            quote = letter
        elif letter in "[{":
            depth += 1
        elif letter in "]}":
            depth -= 1
            if depth == 0:
                return place
    raise ValueError("the list of examples is not closed")


def _offset(document: Document, path: tuple[str | int, ...], *, key: bool = False) -> int:
    place = document.place(path, key=key)
    return sum(len(line) + 1 for line in document.text.split("\n")[: place.line - 1]) + place.column - 1


def _end_of_section(document: Document) -> int:
    """Where the section `examples` ends: before the next section and the comments that stand above it."""
    assert isinstance(document.data, dict)
    starts = [_offset(document, (key,), key=True) for key in document.data]
    begin = _offset(document, ("examples",), key=True)
    end = min((start for start in starts if start > begin), default=len(document.text))
    lines = document.text[:end].split("\n")[:-1] if end < len(document.text) else [document.text]
    while lines[1:] and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()
    return len("\n".join(lines)) + (1 if end < len(document.text) else 0)


# --- writing ---------------------------------------------------------------------------------------


def _item(example: Mapping[str, Any], indent: str) -> str:
    """One item in lines, each key on its own."""
    lines = [f"{key}: {_flow(value)}" for key, value in example.items()]
    return f"{indent}- {lines[0]}\n" + "".join(f"{indent}  {line}\n" for line in lines[1:])


def _flow(value: object) -> str:
    """A value in one line: brackets and braces, quotation marks only where they are needed."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_flow(str(key))}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML:
        return value
    return json.dumps(value, ensure_ascii=False)
