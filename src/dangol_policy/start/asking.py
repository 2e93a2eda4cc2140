"""The interview as a page shows it: each question of a step with its words, its choices, and what was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dangol_policy.start.phrases import find, words_in
from dangol_policy.start.places import Country
from dangol_policy.start.questions import LATER, LONGEST_TEXT, STEPS, Answers, Question, Step, asked
from dangol_policy.values import Duration, exponent, read_duration
from dangol_policy.words import money
from dangol_policy.words.speech import speech

_DURATION = re.compile(r"\d+ [a-z ]+")
_AMOUNTS = ("card.minimum", "complaints.alone")


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """One answer to choose."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """One question in the reader's language. `kind` is one, many or text."""

    id: str
    kind: str
    ask: str
    hint: str
    choices: tuple[ChoiceShown, ...]
    text: str
    needed: bool
    longest: int = LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class StepShown:
    """One page of the interview."""

    id: Step
    number: int
    of: int
    title: str
    lead: str
    questions: tuple[QuestionShown, ...]


def step_shown(step: Step, answers: Answers, language: str) -> StepShown:
    """A page in a language, with what was answered filled in."""
    shown = tuple(_question(one, answers, language) for one in asked(answers, step))
    title, lead = find("asked", "steps", step, "title"), find("asked", "steps", step, "lead")
    return StepShown(step, STEPS.index(step) + 1, len(STEPS), title[language], lead[language], shown)


def ask_of(question: str, language: str) -> str:
    """A question in a language."""
    return find("asked", "questions", question, "ask")[language]


def _question(question: Question, answers: Answers, language: str) -> QuestionShown:
    words = words_in("asked")["questions"][question.id]
    chosen = answers.many(question.id)
    return QuestionShown(
        id=question.id,
        kind=question.kind,
        ask=words["ask"][language],
        hint=words["hint"][language] if "hint" in words else "",
        choices=tuple(_choices(question, answers, language)),
        text=chosen[0] if chosen and question.kind == "text" else "",
        needed=question.needed,
    )


def _choices(question: Question, answers: Answers, language: str) -> Iterator[ChoiceShown]:
    chosen = answers.many(question.id)
    for offer in question.offers(answers):
        yield ChoiceShown(offer, label(question.id, offer, answers, language), offer in chosen)
    if question.kind == "one" and not question.needed:
        yield ChoiceShown(LATER, find("asked", "later")[language], not chosen)


def label(question: str, offer: str, answers: Answers, language: str) -> str:
    """An answer in words: its own, or what an amount, a rate or a length of time is called."""
    own = words_in("asked")["questions"][question].get("choices", {}).get(offer)
    if own is not None:
        every = int(answers.one("card.every") or 10)
        return str(own[language]).format(every=every, after=every + 1)
    if _DURATION.fullmatch(offer):
        return duration_in_words(read_duration(offer), language)
    if question in _AMOUNTS and answers.country is not None:
        return amount_in_words(offer, answers.country, language)
    return offer


def duration_in_words(length: Duration, language: str) -> str:
    """A length of time in its own unit: `7일`, `4 business hours`."""
    return speech(language).say(f"duration-{length.unit.replace(' ', '-')}", n=length.amount)


def amount_in_words(major: str, country: Country, language: str) -> str:
    """An amount in major units of the country's currency."""
    return money(int(major) * 10 ** exponent(country.currency), country.currency, language)
