"""The labelled sentences and their two halves: one to develop rules with, one held out to measure them on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHECKERS = ("ambiguity", "style")
LANGUAGES = ("ko", "en", "vi", "be")
_CLEAN = "clean"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the kinds of which one is to be found in it, the half it is in, and whether no rule ever saw it."""

    text: str
    kinds: frozenset[str]
    held_out: bool
    fresh: bool = False

    @property
    def faulty(self) -> bool:
        """Whether anything is to be found."""
        return bool(self.kinds)


@cache
def sentences(checker: str, language: str) -> tuple[Sentence, ...]:
    """Every labelled sentence of a checker and language, in the order of the files."""
    home = Path(__file__).parent
    halved = [line for folder in (home, home / "later") for line in _lines(folder / checker / f"{language}.txt")]
    fresh = _lines(home / "fresh" / checker / f"{language}.txt")
    return (*(_read(line, language) for line in halved), *(_read(line, language, fresh=True) for line in fresh))


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line]


def _read(line: str, language: str, *, fresh: bool = False) -> Sentence:
    label, text = line.split(": ", 1)
    kinds = frozenset() if label == _CLEAN else frozenset(label.split(","))
    return Sentence(text, kinds, fresh or _held_out(language, text), fresh)


def _held_out(language: str, text: str) -> bool:
    """By the content alone, so that no sentence changes its half when others come or go."""
    return hashlib.sha256(f"{language}\n{text}".encode()).digest()[0] % 2 == 1
