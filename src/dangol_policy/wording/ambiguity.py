"""Finds words that readers understand differently, but for those that a figure or an explanation settles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dangol_policy.wording.cues import Cues
from dangol_policy.wording.definite import Definite
from dangol_policy.wording.finding import Ask, Checker, Finding
from dangol_policy.wording.text import Sentence
from dangol_policy.wording.unclear import be, en, ko, vi

_CUES = {"be": be.CUES, "en": en.CUES, "ko": ko.CUES, "vi": vi.CUES}


@cache
def _checker(language: str) -> tuple[Cues, Definite]:
    return Cues(Checker.AMBIGUITY, _CUES[language], whole_words=language != "ko"), Definite(language)


def ambiguity(sentence: Sentence, language: str) -> Iterator[Finding]:
    """What is unclear in a sentence of one of the four languages."""
    if sentence.plain.rstrip().endswith("?"):
        return  # A question promises nothing.
    cues, definite = _checker(language)
    for _, found in cues.look(sentence):
        told = found.ask is Ask.MEANS_WHAT and sentence.plain.startswith(":", found.end - sentence.start)
        if not told and not definite.answers(found.ask, sentence.plain):
            yield found
