"""Parse: a policy text into the policy as meant, or into every problem it has, each with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.numbers import is_currency
from pydantic import ValidationError

from dangol_policy.model.base import Part
from dangol_policy.model.policy import Policy
from dangol_policy.parse.shape import Spot, locate, value_at, written
from dangol_policy.parse.wording import Wording, put_in_words
from dangol_policy.problems import Path, Problem, Severity, in_order
from dangol_policy.source import Document, read_file, read_text
from dangol_policy.values import ValuesContext

MOST_FAULTS = 1_000
"""Faults of validation that are put into words; far more than anybody is shown."""

_SECTIONS_WITHOUT_CLAUSES = ("dangol", "business", "calendars", "names", "examples")


@dataclass(frozen=True, slots=True)
class ParseResult:
    """The policy as meant (None when there is an error), every problem found, and where everything is written."""

    policy: Policy | None
    problems: tuple[Problem, ...]
    document: Document

    @property
    def digest(self) -> str:
        """SHA-256 of the text as it was given, in hexadecimal."""
        return self.document.digest

    @property
    def text(self) -> str:
        """The text that was read; empty when it could not be."""
        return self.document.text

    @property
    def ok(self) -> bool:
        """Whether the policy can be compiled: no problem is an error."""
        return self.policy is not None and not any(p.severity is Severity.ERROR for p in self.problems)

    def problem(
        self,
        code: str,
        message: str,
        path: Path,
        *,
        key: bool = False,
        clause: str | None = None,
        hint: str | None = None,
    ) -> Problem:
        """A problem about what is written at `path` (with `key`, about its key)."""
        at = written(self.document.data, path)
        clause = clause or clause_at(self.document.data, at)
        return Problem(code, message, self.document.place(at, key=key), at, clause, hint)


def parse(text: str | bytes, *, name: str = "policy.yaml") -> ParseResult:
    """Parse a policy from text or from the bytes of a file; `name` stands in places. Never raises on bad input."""
    return parse_document(read_text(text, name))


def parse_file(path: FilePath) -> ParseResult:
    """Parse a policy file. Raises OSError when it cannot be opened."""
    return parse_document(read_file(path))


def parse_document(document: Document) -> ParseResult:
    """Parse what was read: the models' view of it, or the problems in their words."""
    if document.problems:
        return ParseResult(None, in_order(list(document.problems)), document)
    if not isinstance(document.data, dict):
        return ParseResult(None, (_no_mapping(document),), document)
    try:
        policy = Policy.model_validate(document.data, context=context_of_business(document.data))
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)[:MOST_FAULTS]
        problems = problems_of(faults, document, Policy) or [_unworded(document)]
        return ParseResult(None, in_order(problems), document)
    return ParseResult(policy, (), document)


def _no_mapping(document: Document) -> Problem:
    place = document.place(())
    if document.data is None:
        return Problem("empty-document", "nothing is written here", place)
    return Problem("wrong-type", "a policy is made of sections: keys with values", place)


def _unworded(document: Document) -> Problem:
    """A policy that is refused is never refused without a word."""
    return Problem("bad-value", "something in this policy does not fit together", document.place(()))


def context_of_business(data: Mapping[str, Any]) -> ValuesContext:
    """Currency and zone, read before everything else because amounts and dates need them."""
    business = data.get("business")
    known = business if isinstance(business, Mapping) else {}
    currency, zone = known.get("currency"), known.get("timezone")
    return ValuesContext(
        currency=currency if isinstance(currency, str) and is_currency(currency) else "XXX",
        zone=zone if isinstance(zone, str) and _is_zone(zone) else None,
    )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


# --- faults to problems ----------------------------------------------------------------------------


def problems_of(faults: Sequence[Any], document: Document, root: type[Part]) -> list[Problem]:
    """Faults of validation against `root` as problems with places in the document."""
    spots = [(fault, locate(root, fault["loc"])) for fault in faults]
    problems: dict[tuple[Path, bool, str, str], Problem] = {}
    for group in _by_choice(spots, document.data).values():
        problem = _problem_of(group, document)
        # Several keys can be missing in one place; other faults of one kind in one place are one fault.
        what = problem.message if problem.code == "missing-key" else ""
        problems.setdefault((problem.path, group[0][1].is_key, problem.code, what), problem)
    return _without_echoes(list(problems.values()), document)


_Fault = tuple[Any, Spot]


def _by_choice(spots: list[_Fault], data: object) -> dict[object, list[_Fault]]:
    """Faults together that are branches of one choice; of a choice only the branch that was written counts."""
    groups: dict[object, list[_Fault]] = {}
    for number, (fault, spot) in enumerate(spots):
        if any(is_part != _is_mapping(data, path) for path, is_part in spot.branches):
            continue
        choice = number if spot.among is None else spot.among
        groups.setdefault(choice, []).append((fault, spot))
    return groups


def _is_mapping(data: object, path: Path) -> bool:
    return isinstance(value_at(data, written(data, path)), Mapping)


def _problem_of(group: list[_Fault], document: Document) -> Problem:
    spot = group[0][1]
    path = written(document.data, spot.path)
    value = value_at(document.data, path)
    wordings = [put_in_words(fault, spot, value) for fault, spot in group]
    code, message, hint = _together(wordings, value)
    key = spot.is_key or code in ("unknown-key", "missing-key") or (value is None and code == "wrong-type")
    clause = clause_at(document.data, path)
    return Problem(code, message, document.place(path, key=key), path, clause, hint)


def _together(wordings: list[Wording], value: object) -> Wording:
    """One wording for a value that fits none of several forms."""
    if len(wordings) == 1:
        return wordings[0]
    ranges = [wording for wording in wordings if wording[0] == "bad-range"]
    if ranges and isinstance(value, str) and ".." in value:
        return ranges[0]
    code, message, hint = next((w for w in wordings if w[0] not in ("unknown-choice", "wrong-type")), wordings[0])
    words = next((w for w in wordings if w[0] == "unknown-choice"), None)
    if words and code != "unknown-choice":
        return code, f"{message}; or one of{words[1].split('is not one of', 1)[1]}", words[2] or hint
    return code, message, hint


def _without_echoes(problems: list[Problem], document: Document) -> list[Problem]:
    """A missing key whose misspelling is reported beside it, and amounts when the currency is unknown, are echoes."""
    meant = {(p.path[:-1], p.hint) for p in problems if p.code == "unknown-key" and p.hint}
    no_currency = any(p.path[:2] == ("business", "currency") or p.message.startswith("`currency`") for p in problems)

    def echo(problem: Problem) -> bool:
        if problem.code == "missing-key":
            name = problem.message.split("`")[1]
            return (problem.path, f"Did you mean `{name}`?") in meant
        return no_currency and problem.code == "bad-money"

    return [problem for problem in problems if not echo(problem)]


def clause_at(data: object, path: Path) -> str | None:
    """The id of the innermost clause around a path, when it is inside one."""
    if not path or path[0] in _SECTIONS_WITHOUT_CLAUSES:
        return None
    found = None
    for depth in range(len(path) + 1):
        here = value_at(data, path[:depth])
        if isinstance(here, Mapping) and isinstance(here.get("id"), str):
            found = str(here["id"])
    return found
