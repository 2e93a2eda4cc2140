"""How many of the staff know what their work asks of them, and whether a version may take effect yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dangol.facts.actions import Answer, once
from dangol.flows.briefing import knows, read_by, targets
from dangol.flows.errors import BadInput, InputProblem, NotAllowed
from dangol.flows.handbook import DutyView, duties_of, duty_view, policy_of
from dangol.lib.act import Act
from dangol.rulebook.errors import NoPolicyInForce as NothingRules
from dangol.rulebook.queries import number_at
from dangol.staff import actions as staff
from dangol.staff import queries as people
from dangol.staff.models import Acknowledgement, User
from dangol_policy import handbook as book
from dangol_policy.handbook import EVERYBODY, Required
from dangol_policy.handbook.news import marks
from dangol_policy.words import name_of


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody, and whether they know it."""

    id: int
    name: str
    knows: bool
    at: datetime | None
    """When they acknowledged last for this duty; None: never."""


@dataclass(frozen=True, slots=True)
class DutyCoverage:
    """Who of one duty knows a version."""

    duty: DutyView
    people: tuple[PersonView, ...]
    know: int
    percent: int | None
    """None where nobody has the duty."""


@dataclass(frozen=True, slots=True)
class RequiredCoverage:
    """A clause that asks for a share of the staff, and what that share is now; whole percents."""

    clause: str
    name: str
    duties: tuple[DutyView, ...]
    needed: int
    share: int
    missing: tuple[str, ...]
    """Who has not acknowledged it yet, by name."""
    nobody: bool
    """Whether nobody does this work at all."""
    waived: bool

    @property
    def met(self) -> bool:
        """Whether the version need not wait for it."""
        return self.waived or (not self.nobody and self.share >= self.needed)


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Coverage of one version."""

    version: int
    in_force: bool
    duties: tuple[DutyCoverage, ...]
    required: tuple[RequiredCoverage, ...]


def coverage(*, language: str, at: datetime) -> tuple[CoverageView, ...]:
    """Coverage of the version in force and of each that is on its way."""
    staff_now = [one for one in people.colleagues() if one.is_active]
    read = people.acknowledged()
    ours = targets(at)
    return tuple(_of(number, place == 0, staff_now, read, language, at) for place, number in enumerate(ours))


def _of(
    number: int, first: bool, staff_now: Sequence[User], read: Iterable[Acknowledgement], language: str, at: datetime
) -> CoverageView:
    policy = policy_of(number)
    rows = list(read)
    by_duty = read_by(rows)
    duties = list(book.roles_of(policy))
    if any(duties_of(one) == (EVERYBODY,) for one in staff_now):
        duties.append(EVERYBODY)
    found = []
    for duty in duties:
        those = [_person(one, duty, number, by_duty) for one in staff_now if duty in duties_of(one)]
        know = sum(one.knows for one in those)
        percent = know * 100 // len(those) if those else None
        found.append(DutyCoverage(duty_view(policy, duty, language), tuple(those), know, percent))
    return CoverageView(number, first, tuple(found), required_coverage(number, language=language, at=at))


def _person(
    user: User, duty: str, number: int, by_duty: dict[tuple[int, str], tuple[Acknowledgement, ...]]
) -> PersonView:
    read = by_duty.get((user.pk, duty), ())
    return PersonView(user.pk, str(user), knows(read, number, duty), read[-1].at if read else None)


def required_coverage(version: int, *, language: str, at: datetime) -> tuple[RequiredCoverage, ...]:
    """What must be known before a version takes effect, with the share that knows it."""
    after = policy_of(version)
    before = _in_force(at)
    asked = book.required(policy_of(before) if before and before != version else None, after)
    if before == version or not asked:
        return ()
    read, waived = people.acknowledged(), people.waived(version)
    staff_now = [one for one in people.colleagues() if one.is_active]
    return tuple(_required(one, version, staff_now, read, one.clause in waived, language) for one in asked)


def _in_force(at: datetime) -> int | None:
    try:
        return number_at(at)[0]
    except NothingRules:
        return None


def _required(
    asked: Required,
    version: int,
    staff_now: Sequence[User],
    read: Iterable[Acknowledgement],
    waived: bool,
    language: str,
) -> RequiredCoverage:
    policy = policy_of(version)
    known = {row.user_id for row in read if row.duty in asked.roles and _teaches(row.policy_version, version, asked)}
    those = [one for one in staff_now if not set(asked.roles).isdisjoint(one.duties)]
    missing = tuple(str(one) for one in those if one.pk not in known)
    return RequiredCoverage(
        clause=asked.clause,
        name=name_of(policy, language, asked.clause),
        duties=tuple(duty_view(policy, role, language) for role in asked.roles),
        needed=int(asked.share * 100),
        share=(len(those) - len(missing)) * 100 // len(those) if those else 0,
        missing=missing,
        nobody=not those,
        waived=waived,
    )


def _teaches(read: int, version: int, asked: Required) -> bool:
    """Whether who read one version knows these clauses of another."""
    old, new = marks(policy_of(read)), marks(policy_of(version))
    return all(old.get(clause) == new[clause] for clause in asked.knows)


def coverage_obstacles(version: int, *, language: str, at: datetime) -> tuple[RequiredCoverage, ...]:
    """What keeps a version from taking effect: clauses that too few of the staff know."""
    return tuple(one for one in required_coverage(version, language=language, at=at) if not one.met)


def waive(*, version: int, clause: str, reason: str, request: str, by: str, at: datetime) -> Answer:
    """Lets the version take effect although too few know this clause. The reason is kept; without one nothing changes.

    Raises BadInput without a reason, and NotAllowed when nothing has to be waived.
    """
    if not reason.strip():
        raise BadInput([InputProblem(("reason",), "missing", "say why it may take effect before they have read it")])

    def story(act: Act) -> dict[str, Any]:
        found = {one.clause: one for one in coverage_obstacles(version, language="en", at=at)}.get(clause)
        if found is None:
            raise NotAllowed(f"Nothing about {clause!r} keeps version {version} waiting.", code="nothing-to-waive")
        staff.waive_coverage(
            act=act, version=version, clause=clause, reason=reason.strip(), share=found.share, needed=found.needed
        )
        return {"version": version, "clause": clause}

    return once(key=request, body={"version": version, "clause": clause, "reason": reason}, by=by, at=at, story=story)
