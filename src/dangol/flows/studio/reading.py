"""A draft's text looked at: problems, sentences, examples. Kept by text, since the same text always says the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dangol_policy import words
from dangol_policy.compile import compile_policy
from dangol_policy.edit.shapes import model_at
from dangol_policy.load import load
from dangol_policy.model.base import Clause
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Path, Problem, Severity
from dangol_policy.prove import prove
from dangol_policy.source import read_text
from dangol_policy.story.examples import Result, clauses_to_exercise, not_exercised
from dangol_policy.tried import try_examples
from dangol_policy.values import LANGUAGES
from dangol_policy.words import Sentence

_KEPT = 12
_NO_CLAUSES = ("dangol", "business", "calendars", "names", "examples")


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem as pages show it."""

    number: int
    """Its place in the list for this text."""
    code: str
    severe: bool
    message: str
    why: str
    way_out: str
    line: int
    clause: str
    example: bool
    """Whether it carries an example that can be kept."""


@lru_cache(maxsize=_KEPT)
def looked_at(text: str) -> ParseResult:
    """The text parsed and checked, its examples run."""
    return prove(load(text, name="draft"))


@lru_cache(maxsize=_KEPT)
def data_of(text: str) -> Any:
    """The text as plain data; None when it cannot be read."""
    return read_text(text).data


@lru_cache(maxsize=4 * _KEPT)
def sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """Every clause in words; nothing while the text is no policy."""
    policy = looked_at(text).policy
    return words.sentences_so_far(policy, language if language in LANGUAGES else "en") if policy is not None else ()


@lru_cache(maxsize=_KEPT)
def tried(text: str) -> tuple[Result, ...]:
    """What became of each example; nothing while the policy has errors in its meaning."""
    result = looked_at(text)
    if result.policy is None or any(one.code != "example-differs" for one in _errors(result)):
        return ()
    return try_examples(compile_policy(result.policy, digest=result.digest))


@lru_cache(maxsize=_KEPT)
def coverage(text: str) -> Mapping[str, bool]:
    """For each clause an example can show, whether one does."""
    policy = looked_at(text).policy
    ran = tried(text)
    if policy is None or not ran:
        return {}
    missing = set(not_exercised(policy, ran))
    return {clause: clause not in missing for clause in clauses_to_exercise(policy)}


def findings(text: str) -> tuple[Finding, ...]:
    """Every problem, errors first."""
    return tuple(sorted(_findings(looked_at(text)), key=lambda one: (not one.severe, one.number)))


def _findings(result: ParseResult) -> Iterator[Finding]:
    for number, problem in enumerate(result.problems):
        yield Finding(
            number=number,
            code=problem.code,
            severe=problem.severity is Severity.ERROR,
            message=problem.message,
            why=problem.why,
            way_out=problem.way_out,
            line=problem.place.line if problem.place else 1,
            clause=problem.clause or "",
            example=example_of(problem) is not None,
        )


def example_of(problem: Problem) -> Mapping[str, Any] | None:
    """The situation that shows a problem, in the form of an example, when it carries one."""
    found = getattr(problem, "example", None)
    return found if isinstance(found, Mapping) else None


def _errors(result: ParseResult) -> list[Problem]:
    return [problem for problem in result.problems if problem.severity is Severity.ERROR]


@lru_cache(maxsize=_KEPT)
def places(text: str) -> Mapping[str, Path]:
    """Where each clause stands, by its id; also while the text is no policy yet."""
    data = data_of(text)
    if not isinstance(data, dict):
        return {}
    found: dict[str, Path] = {}
    for section, inside in data.items():
        if section not in _NO_CLAUSES:
            for name, path in _named(inside, (section,)):
                found.setdefault(name, path)
    return found


def _named(data: Any, path: Path) -> Iterator[tuple[str, Path]]:
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"], path
        for key, inner in data.items():
            yield from _named(inner, (*path, key))
    elif isinstance(data, list):
        for number, inner in enumerate(data):
            yield from _named(inner, (*path, number))


def is_clause(path: Path, data: Any) -> bool:
    """Whether a clause belongs at the path."""
    model = model_at(path, data)
    return model is not None and issubclass(model, Clause)
