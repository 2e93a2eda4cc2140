"""Edits on the text: exactly that change, comments elsewhere byte for byte, and the same value changes nothing."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy.edit import CannotEdit, add, move, put, remove, rewrite
from dangol_policy.edit.rewriting import alike
from dangol_policy.source import read_text

SHOP = """\
# What our shop promises.
dangol: 1

business: {name: "A: b", languages: [ko, en]}  # who we are

promotions:
  # Spring
  - id: spring    # checked by the owner
    gives: {percent: 10%, off: line}
    who: {tier: [silver, gold]}  # not everybody
    says: >-
      Spring is
      here

  # Summer: asked for by customers,
  # twice.
  - id: summer
    gives:
      percent: 5%   # small
      # only the order
      off: order

  # a thought that belongs to nothing

  - {id: autumn, gives: {points: 5}}
contact:
  caps:
  - {id: two-a-month, most: 2, per: 30 days}
  # the end
loyalty: &l
  points: {decimals: 0}
names: *l
"""
READY = [path.read_text("utf-8") for path in sorted(Path("policies").glob("*.yaml"))][:2]
TEXTS = [
    SHOP,
    "a: 1\n",
    "a:\n  b:\n    - x # one\n    # two\n    - y\n",
    "a: |\n  x\n  y\n\n\nb: >+\n  c\n\n\n# d\n",
    "a: {b: [1, 2,], c: , d: 'it''s'}\n",
    "- a\n-\n  - b\n  - - c\n    - d: 1\n      e: 2\n-\n- f:\n  - g\n",
    "a: [x,   # first\n    y,\n    # last\n    z]\n",
    "a: &x [1, 2]\nb: *x\nc: &y\n  d: 1\ne: [*x, *y]\n",
    "a: one\n  two\n\n  three # note\nb: 'x\n\n  y' # n\nc:   # nothing\nd: 1\n",
]

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-9, 10**6), st.text("ab: #-'\"{}[],&*!|>%@`?\n\\가\tЎ~0.5", max_size=12)
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab: #0가'", min_size=1, max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def paths(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [at] * bool(at) + [found for key, one in inside for found in paths(one, (*at, key))]


def comments(lines: list[str]) -> list[str]:
    return [line[line.index("#") :] for line in lines if line.lstrip().startswith("#") or " #" in line]


def untouched(text: str, path: tuple[Any, ...]) -> list[str]:
    """Comments of lines that come before the value at the path, or after the whole entry it is in."""
    document = read_text(text)
    first = document.place(path, key=True).line
    while first > 1 and document.line(first - 1).lstrip().startswith("#"):
        first -= 1
    lines = document.text.split("\n")
    return comments(lines[: first - 1])


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_putting_a_value_changes_exactly_that(data: Any) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    old: Any = read_text(text).data
    path = data.draw(st.sampled_from(paths(old)))
    value = data.draw(values)
    edited = put(text, path, value)
    expected: Any = copy.deepcopy(old)
    holder = expected
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert alike(read_text(edited).data, expected)
    kept = comments(edited.split("\n"))
    for comment in untouched(text, path):
        kept.remove(comment)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_removing_takes_away_exactly_that(data: Any) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    old: Any = read_text(text).data
    path = data.draw(st.sampled_from(paths(old)))
    edited = remove(text, path)
    expected: Any = copy.deepcopy(old)
    holder = expected
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    assert alike(read_text(edited).data, expected)


@pytest.mark.parametrize("text", [*TEXTS, *READY])
def test_the_same_value_changes_nothing(text: str) -> None:
    old = read_text(text).data
    for path in paths(old)[:60]:
        value = old
        for step in path:
            value = value[step]  # type: ignore[index]
        assert put(text, path, copy.deepcopy(value)) == text


@given(st.permutations(range(3)), values)
@settings(max_examples=30, deadline=None)
def test_the_order_of_a_list_moves_with_its_comments(order: list[int], value: Any) -> None:
    old: Any = read_text(SHOP).data
    new = {**old, "promotions": [old["promotions"][at] for at in order] + [{"id": "new", "x": value}]}
    edited = rewrite(SHOP, new)
    assert alike(read_text(edited).data, new)
    for comment in comments(SHOP.split("\n")):
        assert comment in edited
    summer = edited.index("- id: summer")
    assert edited[:summer].rstrip(" ").endswith("# Summer: asked for by customers,\n  # twice.\n")


def test_one_figure_changes_one_line() -> None:
    edited = put(SHOP, ("promotions", 1, "gives", "percent"), "7%")
    assert edited == SHOP.replace("percent: 5%   # small", "percent: 7%   # small")
    assert put(SHOP, ("promotions", 0, "who", "tier"), ["gold"]) == SHOP.replace("[silver, gold]", "[gold]")
    assert put(SHOP, ("business", "name"), "C") == SHOP.replace('"A: b"', "C")


def test_a_removed_clause_takes_its_own_comment_along() -> None:
    edited = remove(SHOP, ("promotions", 1))
    assert "# twice." not in edited
    assert "# Spring" in edited
    assert "# a thought that belongs to nothing" in edited


def test_a_new_clause_looks_like_its_neighbours() -> None:
    edited = add(SHOP, ("promotions",), {"id": "winter", "gives": {"percent": "5%"}, "runs": "2026-12-01.."})
    assert (
        "  - {id: autumn, gives: {points: 5}}\n\n  - {id: winter, gives: {percent: 5%}, runs: 2026-12-01..}\n" in edited
    )
    made = add(SHOP, ("returns", "windows"), {"id": "w", "for": "7 days"})
    assert made.endswith("names: *l\n\nreturns:\n  windows:\n    - {id: w, for: 7 days}\n")


def test_moving() -> None:
    edited: Any = read_text(move(SHOP, ("promotions",), 2, 0)).data
    assert [one["id"] for one in edited["promotions"]] == ["autumn", "spring", "summer"]


def test_a_value_with_several_places_is_written_out_before_one_of_them_changes() -> None:
    edited = put(SHOP, ("loyalty", "points", "decimals"), 2)
    data: Any = read_text(edited).data
    assert (data["loyalty"]["points"], data["names"]["points"]) == ({"decimals": 2}, {"decimals": 0})


@pytest.mark.parametrize("text", ["a: [", "a: 1\n b: 2\n"])
def test_a_broken_document_is_not_edited(text: str) -> None:
    with pytest.raises(CannotEdit):
        put(text, ("a",), 2)


@pytest.mark.parametrize("path", [("promotions", 9), ("nothing",), ("dangol", "x")])
def test_what_is_not_there_is_not_removed(path: tuple[Any, ...]) -> None:
    with pytest.raises(CannotEdit):
        remove(SHOP, path)
