"""The words of the catalogue by name, read once from `texts.yaml`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from dangol_policy.catalogue.setting import Words
from dangol_policy.source import read_text

Part = Literal["templates", "labels", "words"]


@lru_cache(maxsize=1)
def _all() -> dict[str, dict[str, Any]]:
    raw = files("dangol_policy.catalogue").joinpath("texts.yaml").read_bytes()
    data: Any = read_text(raw, "texts.yaml").data
    return dict(data)


def title(template: str) -> Words:
    """What a template is called."""
    found: Words = _all()["templates"][template]["title"]
    return found


def about(template: str) -> Words:
    """One sentence on what a template does."""
    found: Words = _all()["templates"][template]["about"]
    return found


def label(parameter: str) -> Words:
    """What a parameter is called."""
    found: Words = _all()["labels"][parameter]
    return found


def words(name: str) -> Words:
    """Words that are written into policies."""
    found: Words = _all()["words"][name]
    return found
