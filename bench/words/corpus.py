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
    """One sentence, the kinds of which one is to be found in it, and the half it is in."""

    text: str
    kinds: frozenset[str]
    held_out: bool

    @property
    def faulty(self) -> bool:
        """Whether anything is to be found."""
        return bool(self.kinds)


@cache
def sentences(checker: str, language: str) -> tuple[Sentence, ...]:
    """Every labelled sentence of a checker and language, in the order of the file."""
    path = Path(__file__).parent / checker / f"{language}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_read(line, language) for line in lines if line)


def _read(line: str, language: str) -> Sentence:
    label, text = line.split(": ", 1)
    kinds = frozenset() if label == _CLEAN else frozenset(label.split(","))
    return Sentence(text, kinds, _held_out(language, text))


def _held_out(language: str, text: str) -> bool:
    """By the content alone, so that no sentence changes its half when others come or go."""
    return hashlib.sha256(f"{language}\n{text}".encode()).digest()[0] % 2 == 1
