"""Whatever is written: an answer with places, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy.load import load
from dangol_policy.parse import ParseResult
from dangol_policy.source import read_file

POLICIES = [read_file(path).data for path in sorted((Path(__file__).parents[2] / "policies").glob("*.yaml"))]
JUNK: list[Any] = [
    *(None, True, 0, -1, 1, 10**18, "", "x", "5%", "0%", "500%", "0 days", "999999 years", "2 business days"),
    *("0001-01-01..9999-12-31", "9999-12-31..", "00:00-24:00", "gold", "silver", "free", "once", [], {}, [[]], [{}]),
    *({"ko": "5"}, {"gold": "1%"}, {"silver": 5, "gold": 1}, {"all": []}, {"not": {}}, {"at_least": 1, "at_most": 1}),
    *({"percent": "5%"}, {"shipping": 0}, {"bundle": []}, {"rolling": "0 days"}, {"9999-12-31": "mon"}, ["9999-12-31"]),
    *([{"id": "a"}], {"prices": {"x": {"gold": 1}}}, {"voucher": {"gold": "5%", "silver": 5}}, {"price": {"gold": 0}}),
]


def paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in the data."""
    yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from paths(value, (*path, key))


def changed(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The data with another value at a path."""
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = changed(data[path[0]], path[1:], value)
    return copy


PLACES = [(number, path) for number, data in enumerate(POLICIES) for path in paths(data)]


def sound(result: ParseResult) -> None:
    """Every problem has a place inside the text; an error means that there is nothing to compile."""
    lines = result.text.count("\n") + 1
    for problem in result.problems:
        assert problem.place is not None
        assert problem.place.line >= 1
        assert problem.place.line <= lines or not result.text, "text that could not be read has no lines"
        assert problem.place.column >= 1
        assert problem.message
    assert result.ok or result.problems


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(JUNK)), min_size=1, max_size=3), st.booleans())
def test_ready_policies_with_anything_anywhere(changes: list[tuple[tuple[int, Any], Any]], flow: bool) -> None:
    number = changes[0][0][0]
    data = POLICIES[number]
    for (other, path), junk in changes:
        if other == number and path in list(paths(data)):
            data = changed(data, path, junk)
    sound(load(json.dumps(data, default=str, ensure_ascii=False, indent=None if flow else 2)))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(raw: bytes) -> None:
    sound(load(raw))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=100))
def test_any_text_in_a_policy(text: str) -> None:
    head = "dangol: 1\nbusiness: {name: x, timezone: Asia/Seoul, currency: KRW}\npromotions:\n"
    sound(load(head + text))
    sound(load(head + "- {id: a, gives: {percent: 5%}, says: " + json.dumps(text) + "}\n"))
