"""Promises to customers: each says what it is about, is measured, and tells what follows when it is not kept.

Source: ISO 10001 (customer satisfaction codes of conduct): scope and limits, indicators, remedy. That somebody answers
for each is looked at in `standards`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.care.standards import MARKS
from dangol_policy.check.subject import Subject
from dangol_policy.model.standards import Standard
from dangol_policy.problems import Path, Problem


def _promised(subject: Subject) -> Iterator[tuple[Path, Standard]]:
    yield from ((path, standard) for path, standard in subject.parts(Standard) if standard.public)


def promises_are_measured(subject: Subject) -> Iterator[Problem]:
    """A share of cases in which it is to be kept, or a figure that counts kept standards."""
    if any(one.figure == "standards met" for one in subject.policy.figures):
        return
    for path, standard in _promised(subject):
        if standard.reached is None:
            message = f"`{standard.id}` is promised, and no figure tells how often it is kept"
            yield subject.problem("promise-without-figure", message, (*path, "id"), clause=standard.id)


def promises_have_a_remedy(subject: Subject) -> Iterator[Problem]:
    """What a customer gets when the promise is not kept."""
    for path, standard in _promised(subject):
        if standard.if_missed is None:
            message = f"`{standard.id}` is promised, and nothing follows when it is not kept"
            yield subject.problem("promise-without-remedy", message, (*path, "id"), clause=standard.id)


def promises_have_limits(subject: Subject) -> Iterator[Problem]:
    """Which cases it is about."""
    for path, standard in _promised(subject):
        if not any(getattr(standard, mark) for mark in MARKS):
            message = f"`{standard.id}` is promised for whatever a customer comes with"
            yield subject.problem("promise-without-limits", message, (*path, "id"), clause=standard.id)
