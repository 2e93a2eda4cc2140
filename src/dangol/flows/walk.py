"""Versions as the pages of the walk show them: where each stands, what is next, who may do it, why not yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dangol.flows.doers import names_of
from dangol.flows.errors import NotFound
from dangol.flows.publication import Obstacle, obstacles, zone_of
from dangol.flows.published import said_changes
from dangol.rulebook import drafts, queries
from dangol.rulebook.errors import NoPolicyInForce, UnknownVersion
from dangol.rulebook.models import (
    ANNOUNCED,
    APPROVED,
    CHECKED,
    DRAFT,
    IN_FORCE,
    RETIRED,
    PolicyVersion,
)
from dangol_policy.calendar import day_of
from dangol_policy.check.reviews import next_review
from dangol_policy.diff import SaidChange
from dangol_policy.words import name_of, sentence_of

WALK = (DRAFT, CHECKED, APPROVED, ANNOUNCED, IN_FORCE)
"""The steps in their order; a version that was followed by another has walked all of them."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the list."""

    number: int
    state: str
    reason: str
    author: str
    approver: str
    created_at: datetime
    effective_from: datetime | None
    until: datetime | None
    sent_back: bool


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A clause of the version in force whose day of review has come."""

    clause: str
    name: str
    sentence: str
    day: date


@dataclass(frozen=True, slots=True)
class Reviews:
    """What is to be read again: single clauses, and the policy as a whole from `whole` on (None: nothing is stated)."""

    clauses: tuple[ReviewLine, ...]
    whole: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class VersionList:
    """Every version by where it stands, and the working drafts."""

    zone: str
    in_force: VersionLine | None
    announced: tuple[VersionLine, ...]
    on_the_way: tuple[VersionLine, ...]
    retired: tuple[VersionLine, ...]
    drafts: tuple[drafts.DraftView, ...]
    reviews: Reviews


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the walk. `now`: the version stands here."""

    code: str
    done: bool
    now: bool
    at: datetime | None
    by: str


@dataclass(frozen=True, slots=True)
class Happened:
    """One step that was taken, from the journal, with the reason that was given."""

    code: str
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version with its walk."""

    line: VersionLine
    zone: str
    sha256: str
    text: str
    steps: tuple[Step, ...]
    happened: tuple[Happened, ...]
    obstacles: tuple[Obstacle, ...]
    against: int | None
    """The version it is compared with; None for the first."""
    changes: tuple[SaidChange, ...]
    draft: drafts.DraftView | None
    """The working draft it came from, while somebody works on it again."""

    @property
    def first_allowed(self) -> datetime | None:
        """When it may take effect if it is published now; None where nothing was promised."""
        firsts = [one.figures["first"] for one in self.obstacles if one.code == "notice"]
        return next((first for first in firsts if isinstance(first, datetime)), None)

    @property
    def harms(self) -> int:
        """How many changes customers must be told of in time."""
        return sum(change.verdict.harms for change in self.changes)


def versions(*, language: str, at: datetime) -> VersionList:
    """Every version, the latest first, and what is to be read again."""
    rows = list(queries.versions())
    names = names_of(doer for row in rows for doer in (row.author, row.approved_by))
    lines = [_line(row, names, rows) for row in rows]
    ruling = next((line for line in lines if line.state == IN_FORCE), None)
    shown = next((row.number for row in rows if row.state == IN_FORCE), rows[0].number if rows else None)
    return VersionList(
        zone=zone_of(shown) if shown else "UTC",
        in_force=ruling,
        announced=tuple(line for line in reversed(lines) if line.state == ANNOUNCED),
        on_the_way=tuple(line for line in lines if line.state in (DRAFT, CHECKED, APPROVED)),
        retired=tuple(line for line in lines if line.state == RETIRED),
        drafts=tuple(drafts.drafts()),
        reviews=reviews(language=language, at=at),
    )


def version_page(number: int, *, by: str, language: str, at: datetime) -> VersionPage:
    """One version as somebody sees it. Raises NotFound."""
    try:
        row = queries.version(number)
    except UnknownVersion as missing:
        raise NotFound("version", str(number), str(missing)) from missing
    steps = queries.steps_of(number)
    names = names_of([row.author, row.approved_by, *(fact.by for fact, _ in steps)])
    against = _against(row)
    draft = next((one for one in drafts.drafts() if one.version == number), None)
    return VersionPage(
        line=_line(row, names, queries.published()),
        zone=zone_of(number),
        sha256=row.sha256,
        text=row.text,
        steps=_walk(row, names),
        happened=tuple(
            Happened(fact.kind.removeprefix("policy."), fact.at, names.get(fact.by, fact.by), reason)
            for fact, reason in steps
        ),
        obstacles=tuple(obstacles(number, at, by=by)),
        against=against,
        changes=said_changes(against, number, language) if against is not None else (),
        draft=draft,
    )


def reviews(*, language: str, at: datetime) -> Reviews:
    """Clauses of the version in force that are to be read again, and when the whole policy is."""
    try:
        ruling = queries.version_at(at)
    except NoPolicyInForce:
        return Reviews((), None, overdue=False)
    policy = queries.policy(ruling.number, ruling.sha256)
    if policy is None or ruling.effective_from is None:
        return Reviews((), None, overdue=False)
    today = day_of(at, policy.business.timezone)
    due = [(clause.review, clause.id) for _, clause in policy.clauses() if clause.review and clause.review <= today]
    whole = next_review(policy, ruling.effective_from)
    return Reviews(
        clauses=tuple(
            ReviewLine(key, name_of(policy, language, key), sentence_of(policy, language, key), day)
            for day, key in sorted(due)
        ),
        whole=whole,
        overdue=whole is not None and whole <= today,
    )


def _line(row: PolicyVersion, names: Mapping[str, str], others: Iterable[PolicyVersion]) -> VersionLine:
    since = row.effective_from
    later = [one.effective_from for one in others if one.effective_from and since and one.effective_from > since]
    return VersionLine(
        number=row.number,
        state=row.state,
        reason=row.reason,
        author=names.get(row.author, row.author),
        approver=names.get(row.approved_by, row.approved_by),
        created_at=row.created_at,
        effective_from=since,
        until=min(later, default=None),
        sent_back=row.state == DRAFT,
    )


def _against(row: PolicyVersion) -> int | None:
    """What a version is compared with: the one it took the place of, else the one it wants to follow."""
    before = [one.number for one in queries.published() if _ends_before(one, row)]
    return before[-1] if before and row.effective_from else row.follows


def _ends_before(one: PolicyVersion, row: PolicyVersion) -> bool:
    return bool(one.effective_from and row.effective_from and one.effective_from < row.effective_from)


def _walk(row: PolicyVersion, names: Mapping[str, str]) -> tuple[Step, ...]:
    reached = WALK.index(IN_FORCE if row.state == RETIRED else row.state)
    facts: Sequence[tuple[datetime | None, str]] = (
        (row.created_at, row.author),
        (row.checked_at, ""),
        (row.approved_at, row.approved_by),
        (row.published_at, ""),
        (row.effective_from, ""),
    )
    return tuple(
        Step(code, place <= reached, place == reached, at if place <= reached else None, names.get(by, by))
        for place, (code, (at, by)) in enumerate(zip(WALK, facts, strict=True))
    )
