"""A text as the checkers look at it: its sentences with their places, and names put out of sight."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u00a0": " ", "\u202f": " "})
_QUOTED = re.compile('“[^”\n]{1,60}”|"[^"\n]{1,60}"|«[^»\n]{1,60}»|‘[^’\n]{1,60}’|「[^」\n]{1,60}」|『[^』\n]{1,60}』')
_TITLE = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+){2,}\b")
# The month; nobody writes the verb large but to ask.
_MAY = re.compile(r"\bMay\b")
_PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")
_STOP = re.compile(r"[.!?…。]+[\"”»’)]*\s+|\n+")
# A small letter goes on after "v.v." or "5 p.m."; "г. Мінск" and "і да т. п." are one letter before the stop.
_ABBREVIATED = re.compile(r"(?<!\w)[a-zа-яіў]\.\s*$")
# Belarusian у is written ў after a vowel; a word is the same word.
_SHORT_U = re.compile(r"(?<!\w)ў")
HIDDEN = "\x00"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: as written, in small letters with names hidden, and where it starts in the text."""

    written: str
    plain: str
    start: int


def composed(text: str) -> str:
    """The text with each letter as one character."""
    return unicodedata.normalize("NFC", text)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a composed text. Quoted names, titles and placeholders are not looked into."""
    shown = text.translate(_APOSTROPHES)
    hidden = _QUOTED.sub(_hide, text).translate(_APOSTROPHES)
    for names in (_TITLE, _MAY, _PLACEHOLDER):
        hidden = names.sub(_hide, hidden)
    small = _SHORT_U.sub("у", hidden.lower())
    plain = small if len(small) == len(hidden) else hidden
    start = 0
    for end in (*_ends(hidden), len(text)):
        if shown[start:end].strip():
            yield Sentence(shown[start:end], plain[start:end], start)
        start = end


def _ends(text: str) -> Iterator[int]:
    for found in _STOP.finditer(text):
        goes_on = text[found.end() : found.end() + 1].islower() or _ABBREVIATED.search(text, 0, found.end())
        if "\n" in found[0] or not goes_on:
            yield found.end()


def _hide(found: re.Match[str]) -> str:
    return HIDDEN * len(found[0])
