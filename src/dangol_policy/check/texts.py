"""Texts: every language of the business, no vague wording, and in `says` no figure that the clause does not have."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.figures import figures_in, figures_of, is_known
from dangol_policy.check.subject import Subject
from dangol_policy.problems import Problem

_VAGUE: dict[str, tuple[str, ...]] = {
    "en": (
        "as soon as possible",
        "promptly",
        "in a timely manner",
        "within a reasonable time",
        "where appropriate",
        "if necessary",
        "from time to time",
        "at our discretion",
        "to the extent possible",
    ),
    "ko": ("빠른 시일 내", "가능한 한 빨리", "가급적", "적절히", "필요 시", "최대한", "신속히", "상황에 따라"),
    "vi": ("sớm nhất có thể", "kịp thời", "khi cần thiết", "tùy trường hợp", "thời gian hợp lý"),
    "be": ("як мага хутчэй", "своечасова", "пры неабходнасці", "адпаведным чынам", "у разумны тэрмін", "па магчымасці"),
}


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
    """Words that everybody understands differently, in four languages."""
    for path, text in subject.texts:
        for language, words in text.by_language:
            lowered = words.lower()
            found = next((vague for lists in _VAGUE.values() for vague in lists if vague in lowered), None)
            if found is not None:
                at = (*path, language) if language else path
                yield subject.problem("vague-wording", f"`{found}` can mean anything", at)


def overrides_keep_the_figures(subject: Subject) -> Iterator[Problem]:
    """The owner's own wording names only figures that the clause has."""
    currency = subject.policy.business.currency
    for path, clause in subject.clauses:
        if clause.says is None:
            continue
        known = figures_of(clause, currency)
        for language, words in clause.says.by_language:
            for figure in figures_in(words):
                if not is_known(figure, known):
                    at = (*path, "says", language) if language else (*path, "says")
                    message = f"`{figure.written}` is not a figure of the clause `{clause.id}`"
                    yield subject.problem("figure-differs", message, at)
