"""What each person still has to read: new clauses for their work, questions that check them, the acknowledgement.

A person reads the version in force, and those that are approved or announced and come later. A version asks again only
when something changed for the person's work.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from dangol.facts.actions import Answer, once
from dangol.flows.errors import NotFound
from dangol.flows.handbook import DutyView, duties_of, duty_view, policy_of
from dangol.lib.act import Act
from dangol.rulebook.errors import NoPolicyInForce as NothingRules
from dangol.rulebook.models import ANNOUNCED, APPROVED, PolicyVersion
from dangol.rulebook.queries import number_at
from dangol.staff import actions as staff
from dangol.staff import queries as people
from dangol.staff.models import Acknowledgement, User
from dangol_policy import handbook as book
from dangol_policy.handbook import CheckQuestion, News


@dataclass(frozen=True, slots=True)
class Waiting:
    """One brief somebody has not acknowledged yet."""

    duty: str
    version: int


@dataclass(frozen=True, slots=True)
class BriefView:
    """What is new for one duty in one version, and the questions about it."""

    duty: DutyView
    version: int
    since: int | None
    """The version the person knows; None when they have read none."""
    effective_from: datetime | None
    in_force: bool
    changes: tuple[News, ...]
    questions: tuple[CheckQuestion, ...]
    needed: int
    """How many right answers it takes."""
    acknowledged_at: datetime | None


def targets(at: datetime) -> tuple[int, ...]:
    """Numbers of the versions staff have to know: the one in force, then those on their way, in their order."""
    coming = PolicyVersion.objects.filter(state__in=(APPROVED, ANNOUNCED)).exclude(effective_from__lte=at)
    return (*_ruling(at), *sorted(coming.values_list("number", flat=True)))


def _ruling(at: datetime) -> tuple[int, ...]:
    try:
        return (number_at(at)[0],)
    except NothingRules:
        return ()


def waiting(user: User, *, at: datetime) -> tuple[Waiting, ...]:
    """What this person still has to read, what rules already first."""
    read = read_by(people.acknowledged([user.pk]))
    return tuple(
        Waiting(duty, number)
        for number in targets(at)
        for duty in duties_of(user)
        if not knows(read.get((user.pk, duty), ()), number, duty)
    )


def read_by(rows: Iterable[Acknowledgement]) -> dict[tuple[int, str], tuple[Acknowledgement, ...]]:
    """Acknowledgements by person and duty, oldest first."""
    gathered: dict[tuple[int, str], list[Acknowledgement]] = {}
    for row in rows:
        gathered.setdefault((row.user_id, row.duty), []).append(row)
    return {key: tuple(found) for key, found in gathered.items()}


def knows(read: Sequence[Acknowledgement], version: int, duty: str) -> bool:
    """Whether somebody who acknowledged these knows what the version asks of the duty."""
    versions = {row.policy_version for row in read}
    return version in versions or any(fingerprint(one, duty) == fingerprint(version, duty) for one in versions)


@lru_cache(maxsize=4096)
def fingerprint(version: int, duty: str) -> str:
    """What a version asks of a duty, as a mark; the text of a version never changes."""
    return book.fingerprint(policy_of(version), duty)


def brief(*, user: User, duty: str, version: int, language: str, at: datetime) -> BriefView:
    """The brief of a version for a person's duty. Raises NotFound when it is not theirs to read."""
    ours = targets(at)
    if duty not in duties_of(user) or version not in ours:
        raise NotFound("brief", f"{duty} {version}")
    read = read_by(people.acknowledged([user.pk])).get((user.pk, duty), ())
    since = _since(read, version, ours)
    policy = policy_of(version)
    changes = book.news(policy_of(since) if since else None, policy, duty, language)
    questions = book.check_questions(
        policy,
        [one.clause for one in changes if one.kind != "gone"],
        language,
        seed=f"{version}:{duty}:{user.pk}",
        fresh=[one.before for one in changes],
    )
    row = PolicyVersion.objects.defer("text").get(number=version)
    return BriefView(
        duty=duty_view(policy, duty, language),
        version=version,
        since=since,
        effective_from=row.effective_from,
        in_force=version in _ruling(at),
        changes=changes,
        questions=questions,
        needed=_needed(book.pass_mark(policy, duty), len(questions)),
        acknowledged_at=next((one.at for one in read if one.policy_version == version), None),
    )


def _since(read: Sequence[Acknowledgement], version: int, ours: tuple[int, ...]) -> int | None:
    """The version the person read last; who has read none reads a coming one against the one in force."""
    earlier = [row.policy_version for row in read if row.policy_version != version]
    if earlier:
        return earlier[-1]
    return ours[0] if version != ours[0] else None


def _needed(mark: Decimal | None, asked: int) -> int:
    """Right answers it takes to reach a share: 80 % of 4 are 4."""
    return -int(-(mark * asked) // 1) if mark else 0


def acknowledge(
    *,
    user: User,
    duty: str,
    version: int,
    language: str,
    answers: Mapping[str, str],
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """Keeps what was answered, and that the person has read it when enough is right.

    `answers` are the chosen figures by question. The value says what was right and whether it is acknowledged. Raises
    NotFound when the brief is not theirs to read.
    """

    def story(act: Act) -> dict[str, Any]:
        asked = brief(user=user, duty=duty, version=version, language=language, at=at)
        judged = {one.id: answers.get(one.id) == one.options[one.right] for one in asked.questions}
        kept = {(one.clause, one.id): judged[one.id] for one in asked.questions if one.id in answers}
        staff.answer_checks(act=act, user=user, duty=duty, version=version, answers=kept)
        enough = sum(judged.values()) >= asked.needed
        if enough:
            staff.acknowledge(act=act, user=user, duty=duty, version=version, language=language)
        return {"acknowledged": enough, "right": sum(judged.values()), "asked": len(judged), "judged": judged}

    body = {"user": user.pk, "duty": duty, "version": version, "language": language, "answers": dict(answers)}
    return once(key=request, body=body, by=by, at=at, story=story)
