"""What keys and words of the language are called in forms, in four languages; the word itself where there is none."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from dangol_policy.source import read_text

_ORDER = ("en", "ko", "vi", "be")


@lru_cache(maxsize=1)
def _all() -> dict[str, dict[str, list[str]]]:
    raw = files("dangol_policy.edit").joinpath("labels.yaml").read_bytes()
    data: Any = read_text(raw, "labels.yaml").data
    return dict(data)


def _said(group: str, name: str, language: str) -> str | None:
    found = _all()[group].get(name)
    return found[_ORDER.index(language) if language in _ORDER else 0] if found else None


def label_of(model: str, key: str, language: str) -> tuple[str, str]:
    """What a key of a model is called, and a hint when the key itself says nothing to a reader."""
    found = _said("keys", f"{model}.{key}", language) or _said("keys", key, language)
    return (found, "") if found else (key.replace("_", " "), "")


def word(value: object, language: str) -> str:
    """One of the language's own words, such as a choice or a unit."""
    name = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return _said("words", name, language) or name


def labelled() -> frozenset[str]:
    """Every key that has a label: for the tests."""
    return frozenset(_all()["keys"])
