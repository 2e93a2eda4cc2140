"""Finds what a customer takes badly: the wrong form of address, blame, back talk, empty phrases, shouting, refusals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dangol_policy.care.style import said_never
from dangol_policy.model.style import Style
from dangol_policy.wording.cues import Cues, finding
from dangol_policy.wording.finding import Ask, Checker, Finding, Kind
from dangol_policy.wording.manner import be, en, ko, vi
from dangol_policy.wording.text import HIDDEN, Sentence

LONGEST = {"be": 35, "en": 35, "ko": 28, "vi": 50}
"""Most words of a sentence (in Vietnamese, syllables) when the policy's style names no number."""

_MANNERS = {"be": be, "en": en, "ko": ko, "vi": vi}
_HEAPED = re.compile(r"[!?]{2,}")
_MANY_CALLS = 3
_CAPITALS = re.compile(r"[^\W_가-힣]{2,}")
_CODE = re.compile(r"(?:code|код\w*|코드(?:는)?|mã|клавіш\w*|key)\W+(?:\w+\W+)?$", re.IGNORECASE)


@cache
def _checker(language: str) -> tuple[Cues, re.Pattern[str]]:
    manner = _MANNERS[language]
    return Cues(Checker.STYLE, manner.CUES, whole_words=language != "ko"), re.compile(manner.WAY_OUT)


def manner(sentences: list[Sentence], language: str, style: Style | None) -> Iterator[Finding]:
    """What a customer would take badly in the sentences of one text."""
    cues, way_out = _checker(language)
    calls = sum(one.plain.count("!") for one in sentences)
    for sentence in sentences:
        for _, found in cues.look(sentence):
            leads_on = found.kind is Kind.NEGATIVE and any(way_out.search(_without(found, one)) for one in sentences)
            if not leads_on and not _is_own_way(found, style):
                yield found
        yield from _shouted(sentence, language, many_calls=calls >= _MANY_CALLS)
        yield from _too_long(sentence, language, style)


def _without(found: Finding, sentence: Sentence) -> str:
    """What a sentence says besides the words that were found."""
    start, end = (max(0, at - sentence.start) for at in (found.start, found.end))
    return f"{sentence.plain[:start]} {sentence.plain[end:]}"


def never_said(text: str, style: Style) -> Iterator[Finding]:
    """What the policy's own list forbids."""
    for slip in said_never(style, text):
        end = slip.start + len(slip.words)
        yield Finding(Checker.STYLE, Kind.NEVER, Ask.INSTEAD, slip.start, end, text[slip.start : end], slip.instead)


def _is_own_way(found: Finding, style: Style | None) -> bool:
    """Whether the policy's style itself addresses customers so."""
    if style is None or found.kind is not Kind.TONE:
        return False
    return style.address.casefold() in found.words.casefold() or ("해요" in style.tone and found.words.endswith("요"))


def _shouted(sentence: Sentence, language: str, *, many_calls: bool) -> Iterator[Finding]:
    for found in _HEAPED.finditer(sentence.plain):
        yield _shout(sentence, found.start(), found.end())
    if many_calls and sentence.plain.rstrip().endswith("!"):
        end = len(sentence.plain.rstrip())
        yield _shout(sentence, end - 1, end)
    yield from _in_capitals(sentence, language)


def _in_capitals(sentence: Sentence, language: str) -> Iterator[Finding]:
    """Runs of words written in capitals for their weight; a heading of its own on a line is none."""
    words = list(_CAPITALS.finditer(sentence.written))
    large = [found for found in words if _is_large(found, sentence)]
    if len(large) == len(words) and sentence.written.endswith("\n") and sentence.written.rstrip()[-1:].isalpha():
        return
    for run in _runs(large, sentence):
        start, end = run[0].start(), run[-1].end()
        weighty = any(_is_weighty(one[0], language, beside=len(run) > 1) for one in run)
        if weighty and not _CODE.search(sentence.written, 0, start):
            yield _shout(sentence, start, end)


def _shout(sentence: Sentence, start: int, end: int) -> Finding:
    return finding(Checker.STYLE, Kind.SHOUT, Ask.CALMLY, sentence, start, end)


def _is_large(found: re.Match[str], sentence: Sentence) -> bool:
    """Whether a word is in capitals; those with figures are codes, and names are not looked into."""
    return found[0].isupper() and found[0].isalpha() and sentence.plain[found.start()] != HIDDEN


def _runs(words: list[re.Match[str]], sentence: Sentence) -> Iterator[list[re.Match[str]]]:
    """The words in groups that stand side by side."""
    run: list[re.Match[str]] = []
    for found in words:
        if run and sentence.written[run[-1].end() : found.start()] != " ":
            yield run
            run = []
        run.append(found)
    if run:
        yield run


def _is_weighty(word: str, language: str, *, beside: bool) -> bool:
    """Whether capitals are there for weight: abbreviations and brands in Latin letters are not."""
    if word.isascii():
        return language == "en" and (
            word in en.EMPHASIS or (word.endswith("LY") and len(word) > 4) or (beside and len(word) > 4)
        )
    return len(word) > 4 or beside if language == "be" else len(word) > 2 or beside


def _too_long(sentence: Sentence, language: str, style: Style | None) -> Iterator[Finding]:
    most = (style.longest_sentence if style else None) or LONGEST[language]
    if len(sentence.written.split()) > most:
        end = len(sentence.written.rstrip())
        yield finding(Checker.STYLE, Kind.LONG, Ask.SHORTER, sentence, 0, end)
