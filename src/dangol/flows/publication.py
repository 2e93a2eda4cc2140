"""The walk of a version: approved, sent back, announced, withdrawn, an older text again; and what stands against it.

What the rulebook refuses is told as NotAllowed with a code that pages have words for: `second-person`, `notice`,
`announced-first`, `overtaken`, `in-the-past`, `too-late`, `wrong-step`, `coverage`, `same-text`.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from dangol.facts.actions import Answer, once
from dangol.flows import coverage
from dangol.flows.errors import BadInput, InputProblem, NotAllowed, NotFound
from dangol.flows.published import PublishedVersion as PublishedVersion
from dangol.flows.published import history as history
from dangol.flows.refusal_words import language_of_reader, said
from dangol.lib.act import Act
from dangol.loyalty.actions import look_again
from dangol.rulebook import actions as rulebook
from dangol.rulebook import consent, queries
from dangol.rulebook.errors import (
    InThePast,
    OutOfOrder,
    Overtaken,
    SecondPersonNeeded,
    TooEarly,
    TooLate,
    UnknownVersion,
    WrongStep,
)
from dangol.rulebook.models import APPROVED, CHECKED, PolicyVersion
from dangol.staff import actions as staff
from dangol_policy.calendar import start_of_day


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands against the next step of a version, in the reader's words; `figures` are plain data."""

    code: str
    text: str
    figures: Mapping[str, object]
    overridable: bool = False
    """Whether somebody may publish nevertheless, for a reason that is kept."""


def obstacles(version: int, at: datetime, *, starts: datetime | None = None, by: str = "") -> list[Obstacle]:
    """What keeps the version from being approved (by `by`), or once approved from taking effect at `starts` or now."""
    found = _version(version)
    if found.state == CHECKED:
        return [*_second_person(found, by, at)]
    if found.state == APPROVED:
        return [
            *_second_person(found, found.approved_by, at),
            *_notice(found, starts or at, at),
            *_coverage(found, at),
        ]
    return []


def first_allowed(version: int, at: datetime) -> datetime:
    """The first instant at which the version may take effect when it is announced now."""
    due = consent.notice_due(_version(version), at)
    return due.first if due else at


def approve(*, version: int, reason: str = "", request: str, by: str, at: datetime) -> Answer:
    """A person stands by a checked version: another one than its author where two people are asked for."""

    def story(act: Act) -> dict[str, object]:
        rulebook.approve(act=act, version=_version(version), reason=reason.strip())
        return {"version": version}

    return _once(story, request=request, body={"version": version}, by=by, at=at)


def send_back(*, version: int, reason: str, request: str, by: str, at: datetime) -> Answer:
    """A version goes back to its author, and its draft is open again. Answers with `draft`, the one to go on with."""
    why = _reason(reason)

    def story(act: Act) -> dict[str, object]:
        found = _version(version)
        rulebook.send_back(act=act, version=found, reason=why)
        draft = rulebook.reopen(act=act, version=version)
        return {"version": version, "draft": draft.hex}

    return _once(story, request=request, body={"version": version, "reason": reason}, by=by, at=at)


def announce(
    *,
    version: int,
    day: date | None = None,
    instant: datetime | None = None,
    although: str = "",
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """An approved version is published, to rule from the beginning of the day in its zone, from the instant, or now.

    `although` is the reason why it may take effect before enough of the staff know it. Answers with `version` and
    `from`.
    """

    def story(act: Act) -> dict[str, object]:
        found = _version(version)
        starts = instant if day is None else beginning(version, day)
        set_aside(act, found, although)
        rulebook.publish(act=act, version=found, effective_from=starts)
        # New rules may bring birthdays, reviews or gestures sooner than the old ones did.
        look_again(at=starts or at)
        return {"version": version, "from": (starts or at).isoformat()}

    given = instant or day
    body = {"version": version, "from": given.isoformat() if given else None}
    return _once(story, request=request, body=body, by=by, at=at)


def withdraw(*, version: int, reason: str, request: str, by: str, at: datetime) -> Answer:
    """An announced version is taken back before its day; it stays approved."""
    why = _reason(reason)

    def story(act: Act) -> dict[str, object]:
        rulebook.withdraw(act=act, version=_version(version), reason=why)
        return {"version": version}

    return _once(story, request=request, body={"version": version, "reason": reason}, by=by, at=at)


def roll_forward(*, version: int, reason: str, request: str, by: str, at: datetime) -> Answer:
    """An older text as a new, checked version; history is never rewritten. Answers with the new `version`.

    Raises HasProblems when the text no longer passes the checks.
    """
    why = _reason(reason)

    def story(act: Act) -> dict[str, object]:
        found, latest = _version(version), queries.latest_published()
        if latest is not None and latest.sha256 == found.sha256:
            raise NotAllowed(f"Version {latest.number} has this text already.", code="same-text")
        again = _("The text of version %(number)s again. %(why)s") % {"number": version, "why": why}
        made = rulebook.draft(act=act, text=found.text, reason=again)
        rulebook.without_errors(rulebook.check(act=act, version=made))
        return {"version": made.number, "of": version}

    return _once(story, request=request, body={"version": version, "reason": reason}, by=by, at=at)


def beginning(version: int, day: date) -> datetime:
    """The first instant of a day in the zone of the version's business."""
    return start_of_day(day, zone_of(version))


def zone_of(version: int) -> str:
    """The zone of the version's business."""
    policy = queries.policy(version, _version(version).sha256)
    return policy.business.timezone if policy else "UTC"


@contextmanager
def told_as_refusals() -> Iterator[None]:
    """What the rulebook refuses, as what a story refuses."""
    try:
        yield
    except UnknownVersion as missing:
        raise NotFound("version", str(missing.number), str(missing)) from missing
    except SecondPersonNeeded as one:
        raise NotAllowed(str(one), code="second-person", figures={"rulers": list(one.rulers)}) from one
    except TooEarly as early:
        raise NotAllowed(str(early), code="notice", figures=_of_notice(early)) from early
    except OutOfOrder as order:
        raise NotAllowed(str(order), code="announced-first", figures={"version": order.announced}) from order
    except Overtaken as overtaken:
        raise NotAllowed(str(overtaken), code="overtaken", figures={"version": overtaken.latest}) from overtaken
    except InThePast as past:
        raise NotAllowed(str(past), code="in-the-past") from past
    except TooLate as late:
        raise NotAllowed(str(late), code="too-late") from late
    except WrongStep as wrong:
        raise NotAllowed(str(wrong), code="wrong-step") from wrong


def set_aside(act: Act, version: PolicyVersion, although: str) -> None:
    """Lets the version go on although too few know it, when a reason is given. Raises NotAllowed without one."""
    missing, although = _coverage(version, act.at), although.strip()
    if missing and not although:
        raise NotAllowed(missing[0].text, code="coverage", figures=missing[0].figures)
    for one in coverage.coverage_obstacles(version.number, language="en", at=act.at) if missing else ():
        staff.waive_coverage(
            act=act, version=version.number, clause=one.clause, reason=although, share=one.share, needed=one.needed
        )


def _once(
    story: Callable[[Act], dict[str, object]], *, request: str, body: Mapping[str, object], by: str, at: datetime
) -> Answer:
    with told_as_refusals():
        return once(key=request, body=body, by=by, at=at, story=story)


def _version(number: int) -> PolicyVersion:
    with told_as_refusals():
        return queries.version(number)


def _reason(given: str) -> str:
    if not given.strip():
        raise BadInput((InputProblem(("reason",), "missing", "say why: whoever reads the history will ask"),))
    return given.strip()


def _second_person(version: PolicyVersion, by: str, at: datetime) -> list[Obstacle]:
    rulers = consent.lacks_second_person(version, by, at)
    return [_obstacle("second-person", {"rulers": list(rulers)})] if rulers else []


def _notice(version: PolicyVersion, starts: datetime, at: datetime) -> list[Obstacle]:
    due = consent.notice_due(version, at)
    if due is None or starts >= due.first:
        return []
    return [_obstacle("notice", _of_notice(due))]


def _of_notice(due: consent.NoticeDue | TooEarly) -> dict[str, object]:
    """What the words about a notice need."""
    return {"first": due.first, "notice": due.notice, "zone": due.zone, "clauses": list(due.harming)}


def _coverage(version: PolicyVersion, at: datetime) -> list[Obstacle]:
    """Before the first policy rules nobody can be asked to know it."""
    if queries.latest_published() is None:
        return []
    found = coverage.coverage_obstacles(version.number, language=language_of_reader(), at=at)
    return [
        _obstacle(
            "coverage",
            {"clause": one.name, "share": one.share, "needed": one.needed, "missing": list(one.missing)},
            overridable=True,
        )
        for one in found
    ]


def _obstacle(code: str, figures: Mapping[str, object], *, overridable: bool = False) -> Obstacle:
    return Obstacle(code, said(code, figures), figures, overridable)
