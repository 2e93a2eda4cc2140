"""The questions of the checkers in words: what kind of fault it is, what to ask, and a form that can be measured."""

from __future__ import annotations

from dangol_policy.wording.finding import Checker, Finding, Kind
from dangol_policy.words.speech import speech


def kind_in_words(kind: Kind, language: str) -> str:
    """What a kind is called: `vague time`."""
    return speech(language).say(f"wording-kind-{kind}")


def question(found: Finding, language: str) -> str:
    """What to ask whoever wrote the words, in the language of the one who asks."""
    return speech(language).say(f"wording-ask-{found.ask}", instead=found.instead)


def measurable_form(found: Finding, language: str) -> str | None:
    """How it can be written so that it can be kept and measured, in the language of the text, if unclear."""
    if found.checker is not Checker.AMBIGUITY:
        return None
    return speech(language).say(f"wording-form-{found.ask}")
