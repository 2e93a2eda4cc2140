"""The policy centre: any published version as customers read it, what changed between versions, and all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from dangol.flows.errors import NoPolicyInForce
from dangol.flows.policy_view import compiled_at
from dangol.rulebook import queries as rulebook
from dangol.rulebook.errors import UnknownVersion
from dangol.rulebook.models import PUBLISHED, PolicyVersion
from dangol.staff.models import User
from dangol_policy import words
from dangol_policy.words.centre import Hint, Part, Version, about, around, centre

_PAGES_AT_ONCE = 64
MOST_COMPARED = 10
"""Reading a version to compare it takes time; of older ones the list only says when they held."""


@dataclass(frozen=True, slots=True)
class CentreView:
    """One version in one language, as it is read on a day."""

    number: int
    digest: str
    business: str
    mission: str
    languages: tuple[str, ...]
    zone: str
    effective_from: datetime
    updated: datetime
    summary: tuple[str, ...]
    parts: tuple[Part, ...]
    hints: tuple[Hint, ...]
    """For staff only."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A clause customers read whose sentence is new, other than before, or gone (an empty side is none)."""

    clause: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """A published version among the others."""

    number: int
    digest: str
    effective_from: datetime
    until: datetime | None
    """When the next one begins to rule; None while none is announced."""
    standing: str
    """`coming`, `in force` or `past`."""
    changes: tuple[ChangeView, ...] | None = None
    """Against the version before it, empty for the first; None where they were not compared."""


def centre_view(*, language: str, at: datetime, number: int | None = None) -> CentreView:
    """The version in force, or a published one by its number. Raises NoPolicyInForce, UnknownVersion."""
    if number is None:
        version = PolicyVersion.objects.defer("text").get(number=compiled_at(at).version or 0)
    else:
        version = _published(number)
    if version.effective_from is None:
        raise NoPolicyInForce(f"Version {version.number} has no date from which it rules.")
    told = Version(
        version.number,
        version.sha256,
        version.effective_from,
        version.published_at or version.created_at,
        version.author,
        version.approved_by,
    )
    return _centre_view(told, language, _today(version.number, at))


def _published(number: int) -> PolicyVersion:
    """Drafts are nobody's business but the staff's."""
    version = rulebook.version(number)
    if version.state not in PUBLISHED:
        raise UnknownVersion(number)
    return version


def _today(number: int, at: datetime) -> date:
    return at.astimezone(ZoneInfo(rulebook.compiled(number).policy.business.timezone)).date()


@lru_cache(maxsize=_PAGES_AT_ONCE)
def _centre_view(told: Version, language: str, day: date) -> CentreView:
    """Kept by what is told, not by the number alone: an announced version may be withdrawn and announced anew."""
    policy = rulebook.compiled(told.number, told.digest).policy
    found = centre(policy, language, day)
    people = replace(told, author=_role(told.author), approver=_role(told.approver))
    return CentreView(
        number=told.number,
        digest=told.digest,
        business=policy.business.name.get(language),
        mission=policy.business.mission.get(language) if policy.business.mission else "",
        languages=tuple(one for one in policy.business.languages if one in words.LANGUAGES),
        zone=policy.business.timezone,
        effective_from=told.effective_from,
        updated=told.updated,
        summary=found.summary,
        parts=(*(part for part in found.parts if part.id != "short"), about(policy, language, people)),
        hints=found.hints,
    )


def _role(by: str) -> str:
    """The role of the one who acted: pages for everybody name no person; empty for a program."""
    kind, _, id_ = by.partition(":")
    if kind != "staff" or not id_.isdecimal():
        return ""
    return User.objects.filter(pk=int(id_)).values_list("role", flat=True).first() or "staff"


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The promises of the version in force in one language, and the words of the link to the whole."""

    title: str
    promises: tuple[str, ...]
    more: str


def summaries(*, at: datetime) -> dict[str, SummaryView]:
    """The version in force on one screen in each language of the business. Raises NoPolicyInForce."""
    first = centre_view(language="en", at=at)
    views = {language: centre_view(language=language, at=at) for language in first.languages}
    return {language: _summary(view, language) for language, view in views.items()}


def _summary(view: CentreView, language: str) -> SummaryView:
    said = around(view.business, language)
    return SummaryView(said.title, view.summary, said.more)


def versions_view(*, language: str, at: datetime) -> tuple[VersionView, ...]:
    """Every published version, latest first; the latest ones with what each changed for customers."""
    known = _known(at)
    return tuple(
        replace(one, changes=_changes_of(one.number, known, language)) if place < MOST_COMPARED else one
        for place, one in enumerate(known)
    )


def coming_views(*, language: str, at: datetime) -> tuple[VersionView, ...]:
    """Versions that are announced and rule later, soonest first, each with what it changes."""
    if not rulebook.announced(at):
        return ()
    known = _known(at)
    coming = [one for one in reversed(known) if one.standing == "coming"]
    return tuple(replace(one, changes=_changes_of(one.number, known, language)) for one in coming)


def version_view(number: int, *, at: datetime) -> VersionView:
    """Where a published version stands among the others. Raises UnknownVersion."""
    found = next((one for one in _known(at) if one.number == number), None)
    if found is None:
        raise UnknownVersion(number)
    return found


def _known(at: datetime) -> list[VersionView]:
    """Every published version, latest first."""
    ruling = rulebook.ruling()
    ends = [*(since for since, _, _ in ruling[1:]), None]
    return [
        VersionView(number, sha256, since, until, _standing(since, until, at))
        for (since, number, sha256), until in zip(reversed(ruling), reversed(ends), strict=True)
    ]


def _changes_of(number: int, known: Sequence[VersionView], language: str) -> tuple[ChangeView, ...]:
    """What a version changed for customers; nothing for the first."""
    later, earlier = next(((a, b) for a, b in pairwise(known) if a.number == number), (None, None))
    if later is None or earlier is None:
        return ()
    before = _public(earlier.digest, earlier.number, language)
    return tuple(_changes(before, _public(later.digest, later.number, language)))


def _standing(since: datetime, until: datetime | None, at: datetime) -> str:
    if since > at:
        return "coming"
    return "in force" if until is None or until > at else "past"


@lru_cache(maxsize=_PAGES_AT_ONCE)
def _public(digest: str, number: int, language: str) -> dict[str, str]:
    """The sentences customers read, by clause."""
    policy = rulebook.compiled(number, digest).policy
    return {one.clause: one.text for one in words.sentences(policy, language) if one.public}


def _changes(before: dict[str, str], after: dict[str, str]) -> Iterator[ChangeView]:
    for clause, text in after.items():
        if before.get(clause) != text:
            yield ChangeView(clause, before.get(clause, ""), text)
    for clause, text in before.items():
        if clause not in after:
            yield ChangeView(clause, text, "")
