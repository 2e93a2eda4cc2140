"""A policy text as it is read: composed letters, its headings and sentences with their places, each in its language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 200_000
"""Characters of a text that are read; the rest is left alone, and said so."""
_LONGEST_SENTENCE = 2_000
"""Characters: what has no end before that is no sentence, and is read in pieces, so that reading stays quick."""
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"\s*(?:[-–—•*▪◦·○●□■※▶]|\(?\d{1,2}[.)]|[①-⑳]|[가-하][.)]|#{1,6}|[a-zа-я]\))?\s*")
_STOP = re.compile(r"(?<![.!?。…])[.!?。…]++[\"”»’)]*+(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:руб|тыс|тел|вул|дн|гадз|хв|e\.g|i\.e|no|tel|approx|v\.v|tp|[A-Za-zА-Яа-яЎўІі])|\d)\.$", re.I
)
_LONGEST_ABBREVIATION = 12
_HEADING_LENGTH = 60
_FIGURES = re.compile(r"\d+\s*(?:%|원|일|đ|days?|ngày|дзён|руб)|\d(?:[\d ()-]*\d){4}")
"""Figures, and numbers one can call."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text, from `start` to before `end` in characters of its composed form."""

    start: int
    end: int
    text: str
    language: str
    heading: bool = False


def composed(text: str) -> str:
    """The text with each letter as one character, lines ended alike, without characters that cannot be seen."""
    whole = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter if letter in "\n\t" or letter.isprintable() else " " for letter in whole)[:LONGEST]


def quotes(text: str) -> tuple[Quote, ...]:
    """The headings and sentences of a composed text, in order."""
    found: list[Quote] = []
    before = "en"
    for line in _LINE.finditer(text):
        mark = _MARK.match(text, line.start(), line.end())
        start = mark.end() if mark else line.start()
        for first, last in _sentences(text, start, line.end()):
            words = text[first:last]
            before = language_of(words) or before
            found.append(
                Quote(first, last, words, before, _is_heading(words, whole=(first, last) == (start, line.end())))
            )
    return tuple(found)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        last = max(begin, stop.end() - _LONGEST_ABBREVIATION)
        if stop.end() < end and _ABBREVIATED.search(text, last, stop.end()):
            continue
        yield from _in_pieces(text, begin, stop.end())
        begin = stop.end()
    yield from _in_pieces(text, begin, end)


def _in_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence; one that is far too long, divided between words where it has any."""
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if any(letter.isalnum() for letter in words):
        first = start + len(words) - len(words.lstrip())
        yield first, start + len(words.rstrip())


def _is_heading(words: str, *, whole: bool) -> bool:
    """A short line of its own that is no sentence."""
    stripped = words.rstrip(":：")
    if not whole or len(words) > _HEADING_LENGTH or words.endswith((".", "!", "?", "。", ";", ",")):
        return False
    return not _FIGURES.search(stripped) and ":" not in stripped and "@" not in stripped


_HANGUL = re.compile(r"[가-힣ㄱ-ㅎ]")
_VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яёіў]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|we|you|your|our|of|to|and|is|are|for|in|within|by)\b", re.IGNORECASE)
_TONES = re.compile(r"[àáãèéìíòóõùúýĩũ]", re.IGNORECASE)


def language_of(words: str) -> str | None:
    """The language of a sentence by its letters; None when they could be of several."""
    if _HANGUL.search(words):
        return "ko"
    if len(_CYRILLIC.findall(words)) > len(_LATIN.findall(words)):
        return "be"
    if _VIETNAMESE.search(words):
        return "vi"
    if _ENGLISH.search(words):
        return "en"
    return "vi" if _TONES.search(words) else None


def languages_of(found: tuple[Quote, ...]) -> tuple[str, ...]:
    """Languages of the text, the one with the most letters first."""
    sizes: dict[str, int] = {}
    for one in found:
        sizes[one.language] = sizes.get(one.language, 0) + len(one.text)
    return tuple(sorted(sizes, key=lambda language: -sizes[language]))
