"""Things said twice and differently: deadlines of one request, rows about the same data, ways with two promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dangol_policy.check.subject import Subject
from dangol_policy.model.base import Clause
from dangol_policy.model.channels import Channel
from dangol_policy.model.privacy import Data, Leak, Request
from dangol_policy.model.style import Style
from dangol_policy.problems import Problem


def requests_have_one_deadline(subject: Subject) -> Iterator[Problem]:
    """One deadline for each kind of request."""
    first: dict[str, Request] = {}
    for path, request in subject.parts(Request):
        for index, kind in enumerate(request.kind):
            other = first.setdefault(kind, request)
            if other.within != request.within:
                message = f"{kind} is answered within {request.within} here, and within {other.within} by `{other.id}`"
                yield subject.problem("contradiction", message, (*path, "kind", index))


def leaks_have_one_rule(subject: Subject) -> Iterator[Problem]:
    """For as many people concerned there is one rule."""
    yield from _differing(subject, Leak, lambda one: one.from_people, ("tell_people", "tell_authority"), "a leak")


def languages_have_one_style(subject: Subject) -> Iterator[Problem]:
    """One style for each language."""
    yield from _differing(subject, Style, lambda one: one.language, ("address", "own", "tone"), "the language")


def channels_promise_one_thing(subject: Subject) -> Iterator[Problem]:
    """One number, address or page keeps one promise."""
    ways = ("first", "answer_within", "person_within", "charge")
    yield from _differing(subject, Channel, lambda one: one.at and (one.means, one.at), ways, "this way")


def data_is_kept_for_one_time(subject: Subject) -> Iterator[Problem]:
    """The same fields of the same sort are kept for one time."""
    yield from _differing(subject, Data, lambda one: (one.sort, frozenset(one.fields)), ("keep",), "this data")


def _differing(
    subject: Subject, kind: type[Any], known_by: Callable[[Any], object], keys: tuple[str, ...], what: str
) -> Iterator[Problem]:
    """Clauses that are about the same, and differ under one of the keys."""
    first: dict[object, Clause] = {}
    for path, clause in subject.parts(kind):
        mark = known_by(clause)
        other = first.setdefault(mark, clause) if mark not in (None, "") else clause
        differ = next((key for key in keys if getattr(other, key) != getattr(clause, key)), None)
        if differ is not None:
            message = f"`{clause.id}` and `{other.id}` are both about {what}, and differ in `{differ}`"
            written = getattr(clause, differ) is not None
            yield subject.problem("contradiction", message, (*path, differ) if written else path)
