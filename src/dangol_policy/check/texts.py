"""Texts: every language of the business, no vague wording, and in `says` no figure that the clause does not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dangol_policy.check.figures import figures_in, figures_of, is_known
from dangol_policy.check.spelled import spelled_in
from dangol_policy.check.subject import Subject
from dangol_policy.problems import Path, Place, Problem
from dangol_policy.wording import Checker, Kind, look
from dangol_policy.words import asked

_LINES = 12
"""Most lines of a text in which words are looked for."""
_LABELS = ("name", "title", "mission")
"""Keys of texts that state nothing anybody is held to: what a thing is called, and what the business is there for."""
_PICTURES = ("names", "personas")
"""Sections that state nothing: what things are called, and customers as they are pictured."""
_QUOTED = ("if", "ask")
"""Keys of texts that say what a customer says."""
_TALKS = "scripts"
"""Where "we can make it anew" is an offer to the one who is spoken to."""


def languages_are_complete(subject: Subject) -> Iterator[Problem]:
    """A text written by language is written in every language of the business."""
    wanted = subject.policy.business.languages
    for path, text in subject.texts:
        missing = [language for language in wanted if language not in text.languages()]
        if missing and "" not in dict(text.by_language):
            yield subject.problem(
                "missing-language", f"`{path[-1]}` is not written in {', '.join(missing)}", path, key=True
            )


def wording_is_definite(subject: Subject) -> Iterator[Problem]:
    """No words that everybody understands differently, in the four languages; each asks for a form that is definite."""
    for path, language, words in statements(subject):
        for found in look(words, language, checkers=(Checker.AMBIGUITY,)):
            if path[0] == _TALKS and found.kind is Kind.DISCRETION:
                continue
            message = f"`{found.words}` is unclear: {asked.kind_in_words(found.kind, 'en')}"
            hint = f"{asked.question(found, 'en')} Write, for example: {asked.measurable_form(found, language)}"
            yield pointing(subject.problem("vague-wording", message, path, hint=hint), subject, found.words)


def statements(subject: Subject) -> Iterator[tuple[Path, str, str]]:
    """Texts that state something: where, in which language, and the words. Labels and customers' words are not."""
    first = subject.policy.business.languages[0]
    for path, text in subject.texts:
        if path[0] not in _PICTURES and path[-1] not in _LABELS and path[-1] not in _QUOTED:
            for language, words in text.by_language:
                yield (*path, language) if language else path, language or first, words


def pointing(problem: Problem, subject: Subject, words: str) -> Problem:
    """The problem at the very words, where the text is written on the lines that begin at its place."""
    place = problem.place
    for number in range(place.line, place.line + _LINES) if place else ():
        line = subject.result.document.line(number) or ""
        if place and (at := line.find(words, place.column - 1 if number == place.line else 0)) >= 0:
            return replace(problem, place=Place(place.file, number, at + 1))
    return problem


def overrides_keep_the_figures(subject: Subject) -> Iterator[Problem]:
    """The owner's own wording names only figures that the clause has."""
    currency = subject.policy.business.currency
    for path, clause in subject.clauses:
        if clause.says is None:
            continue
        known = figures_of(clause, currency)
        for language, words in clause.says.by_language:
            spoken = language or subject.policy.business.languages[0]
            for figure in (*figures_in(words), *spelled_in(words, spoken)):
                if not is_known(figure, known):
                    at = (*path, "says", language) if language else (*path, "says")
                    message = f"`{figure.written}` is not a figure of the clause `{clause.id}`"
                    yield subject.problem("figure-differs", message, at)
