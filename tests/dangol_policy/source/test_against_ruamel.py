"""Whatever we read, ruamel.yaml reads the same; and we read everything a policy is written with."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from dangol_policy.source import read_text
from dangol_policy.source.node import resolve

POLICY = """\
dangol: 1
# the business
business: {name: {ko: 봄날식당, en: "Bomnal Diner"}, timezone: Asia/Seoul, currency: KRW, languages: [ko, en, vi]}
loyalty:
  points:
    earn:
    - id: base-earn
      rate: {welcome: 1%, silver: 2%}   # by tier
      on: {not: {category: gift-card}}
    -   id: other
        says: >-
          Folded words
          over lines

            kept
          end
  note: |2
     two
    one
  text: 'it''s
    on two lines'
  more: "tab\\there \\
    joined"
  plain words
    : no
"""
SEEDS = [
    POLICY.replace("  plain words\n    : no\n", ""),
    "a: &x [1, 2.50, {b: c}]\nd: *x\ne: &y\n  f: 1\ng: [*x, *y]\n",
    "- a\n-\n  - b\n  - - c\n    - d: 1\n      e: 2\n-\n- f:\n  - g\n",
    "a: one\n  two\n\n  three # note\nb: 'x\n\n  y'\nc: |+\n  k\n\nd: >\n  a\n  b\n\n   c\n  d\n",
    '{"a": [1, "b"], c: {d: e}, f: [g: h, i], j: , k: x:y}\n',
    "key with spaces: value: no\n",
    "a:\n  - 1\n b: 2\n",
    "--- # start\na: 1\n...\n",
]
PIECES = [
    *("a", "b:", ": ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ",", " ", "'", '"', "#", " # c"),
    *("|", ">", "|-", ">+", "&x ", "*x", "1.5", "-1", "on", "~", "\\n", "?", "!", "%", "@", "---", "...", "가", "\t"),
    *("''", "<<: ", "x: ", "y: |\n  ", "- z: ", '"q":', "{a: ", "[c, "),
]


def theirs(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_duplicate_keys = True
    return _plain(yaml.compose(io.StringIO(text)))


def _plain(node: Any) -> Any:
    if node is None:
        return None
    if isinstance(node, ScalarNode):
        return (
            resolve(node.value)
            if node.style is None and "\n" not in node.value and node.value
            else node.value or (None if node.style is None else "")
        )
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    assert isinstance(node, MappingNode)
    return {key.value: _plain(value) for key, value in node.value}


def agree(text: str) -> None:
    ours = read_text(text)
    if ours.problems or ours.data is None:
        return
    try:
        expected = theirs(text if text.endswith("\n") else text + "\n")
    except YAMLError as error:
        if "more indented follow up line" in str(error):  # ruamel refuses a blank line narrower than the text after it
            return
        raise AssertionError(f"ruamel.yaml refuses {text!r}: {error}") from error
    assert ours.data == expected, text


@pytest.mark.parametrize("text", SEEDS)
def test_seeds_read_the_same(text: str) -> None:
    agree(text)


@pytest.mark.parametrize("number", range(5))
def test_well_formed_seeds_are_read(number: int) -> None:
    assert read_text(SEEDS[number]).problems == ()


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_what_we_read_means_the_same_to_ruamel(text: str) -> None:
    agree(text)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(SEEDS), st.integers(0, 600), st.integers(0, 8), st.sampled_from(["", *PIECES]))
def test_altered_policies_mean_the_same_to_ruamel(seed: str, at: int, cut: int, put: str) -> None:
    at %= len(seed) + 1
    agree(seed[:at] + put + seed[at + cut :])


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), max_size=40
) | st.sampled_from(
    [
        "",
        " ",
        "on",
        "1",
        "01",
        "5%",
        "a: b",
        "# x",
        "two\nlines",
        "\n",
        "trailing \n",
        "12:30",
        "~",
        "- a",
        "'",
        '"',
        "\\",
    ]
)
VALUES = st.recursive(
    WORDS | st.integers(-(10**12), 10**12) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(VALUES, st.booleans(), st.sampled_from([20, 80, 200]))
def test_what_others_write_is_read_back(value: Any, flow: bool, width: int) -> None:
    yaml = YAML(typ="safe", pure=True)
    # Words in brackets stay on one line: we refuse those that run over several.
    yaml.default_flow_style, yaml.width, yaml.allow_unicode = flow, 100_000 if flow else width, True
    out = io.StringIO()
    yaml.dump({"v": value}, out)
    text = out.getvalue()
    ours = read_text(text)
    try:
        expected = theirs(text)
    except YAMLError:
        return
    refused = {p.code for p in ours.problems}
    if (
        refused & {"unsupported-yaml", "bad-character"}
        or (flow and ("[:" in text or " :" in text))
        or any(len(k) > 150 for k in _keys(expected))
    ):
        return
    assert ours.problems == (), text
    assert ours.data == expected


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(k for v in value.values() for k in _keys(v))]
    return [k for v in value for k in _keys(v)] if isinstance(value, list) else []
