"""The staff handbook as pages show it: what somebody's work asks them to know, by the version in force."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from dangol.flows.policy_view import compiled_at
from dangol.rulebook import queries as rulebook
from dangol.staff.models import User
from dangol_policy import handbook as book
from dangol_policy.handbook import EVERYBODY, Chapter
from dangol_policy.model.policy import Policy


@dataclass(frozen=True, slots=True)
class DutyView:
    """A role of the policy."""

    id: str
    name: str
    """Empty for everybody whose work the policy does not name."""


@dataclass(frozen=True, slots=True)
class HandbookView:
    """The handbook of one duty in one language."""

    duty: DutyView
    version: int
    effective_from: datetime | None
    chapters: tuple[Chapter, ...]
    clauses: int


def policy_of(number: int) -> Policy:
    """A version as the language means it."""
    return rulebook.compiled(number).policy


def duties(*, language: str, at: datetime) -> tuple[DutyView, ...]:
    """Every role the policy in force names. Raises NoPolicyInForce."""
    policy = compiled_at(at).policy
    return tuple(duty_view(policy, role, language) for role in book.roles_of(policy))


def duty_view(policy: Policy, duty: str, language: str) -> DutyView:
    """A role with its name."""
    return DutyView(duty, "" if duty == EVERYBODY else book.role_name(policy, duty, language))


def duties_of(user: User) -> tuple[str, ...]:
    """What somebody does here; who was told nothing yet has to know what everybody has to."""
    return tuple(user.duties) or (EVERYBODY,)


def offered(*, user: User, every: bool, language: str, at: datetime) -> tuple[DutyView, ...]:
    """The handbooks somebody may open: those of their own duties, then with `every` those of all. Raises
    NoPolicyInForce."""
    policy = compiled_at(at).policy
    others = book.roles_of(policy) if every else ()
    return tuple(duty_view(policy, one, language) for one in dict.fromkeys((*duties_of(user), *others)))


def handbook(*, duty: str, language: str, at: datetime, find: str = "") -> HandbookView:
    """The handbook of a duty by the version in force; with `find`, only clauses that hold these words.

    A duty the policy does not name knows what customers are told. Raises NoPolicyInForce.
    """
    compiled = compiled_at(at)
    number = compiled.version or 0
    chapters = _searched(_chapters(number, compiled.digest, duty, language), find)
    version = rulebook.version(number)
    return HandbookView(
        duty=duty_view(compiled.policy, duty, language),
        version=number,
        effective_from=version.effective_from,
        chapters=chapters,
        clauses=sum(len(chapter.entries) for chapter in chapters),
    )


@lru_cache(maxsize=64)
def _chapters(number: int, digest: str, duty: str, language: str) -> tuple[Chapter, ...]:
    return book.handbook(rulebook.compiled(number, digest).policy, duty, language).chapters


def _searched(chapters: tuple[Chapter, ...], find: str) -> tuple[Chapter, ...]:
    """Chapters with the clauses that hold every word somewhere; all of them when nothing is looked for."""
    words = find.casefold().split()
    if not words:
        return chapters
    found = []
    for chapter in chapters:
        entries = tuple(
            entry
            for entry in chapter.entries
            if all(word in f"{chapter.title} {entry.name} {entry.clause} {entry.text}".casefold() for word in words)
        )
        if entries:
            found.append(Chapter(chapter.section, chapter.title, entries))
    return tuple(found)
