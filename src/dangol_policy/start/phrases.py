"""The words of the interview, of the starter policy and of its comments, in the four languages Dangol speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from dangol_policy.source import read_text
from dangol_policy.values import LANGUAGES

ByLanguage = Mapping[str, str]
"""One text in each of `LANGUAGES`."""


@cache
def words_in(name: str) -> Mapping[str, Any]:
    """The whole of `texts/NAME.yaml` as data."""
    path = files("dangol_policy.start").joinpath("texts", f"{name}.yaml")
    document = read_text(path.read_bytes(), f"{name}.yaml")
    assert isinstance(document.data, dict), document.problems
    return document.data


def find(name: str, *keys: str) -> ByLanguage:
    """One text by its place in a file. Raises KeyError."""
    found: Any = words_in(name)
    for key in keys:
        found = found[key]
    assert isinstance(found, dict), keys
    return found


def filled(text: ByLanguage, **what: object) -> ByLanguage:
    """The text with its `{places}` filled in, in every language."""
    return {language: words.format(**what) for language, words in text.items()}


def incomplete(name: str) -> tuple[str, ...]:
    """Places in a file where a text lacks a language."""
    return tuple(_incomplete(words_in(name), name))


def _incomplete(value: Mapping[str, Any], place: str) -> Iterator[str]:
    if all(isinstance(words, str) for words in value.values()):
        if set(value) != set(LANGUAGES) or not all(value.values()):
            yield place
        return
    for key, inner in value.items():
        yield from _incomplete(inner, f"{place}.{key}") if isinstance(inner, dict) else (f"{place}.{key}",)
