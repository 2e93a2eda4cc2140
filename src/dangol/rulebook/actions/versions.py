"""Verbs about versions: draft, check, approve, send back, publish, withdraw.

Nothing that goes wrong here touches the version in force.
"""

import hashlib
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Max

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.rulebook import queries
from dangol.rulebook.consent import lacks_second_person, notice_due
from dangol.rulebook.errors import (
    HasProblems,
    InThePast,
    OutOfOrder,
    Overtaken,
    SecondPersonNeeded,
    TooEarly,
    TooLate,
    WrongStep,
)
from dangol.rulebook.models import (
    ANNOUNCED,
    APPROVED,
    CHECKED,
    DRAFT,
    IN_FORCE,
    PUBLISHED,
    RETIRED,
    PolicyVersion,
    StepReason,
)
from dangol_policy.load import load
from dangol_policy.problems import Problem, Severity
from dangol_policy.prove import prove

_TOO_LATE = timedelta(minutes=1)
"""So long before its date a version can no longer be withdrawn."""


def draft(*, act: Act, text: str, reason: str = "") -> PolicyVersion:
    """Writes a version down, with problems or without; nobody is ruled by it."""
    _one_at_a_time()
    highest = PolicyVersion.objects.aggregate(highest=Max("number"))["highest"] or 0
    follows = queries.latest_published()
    version = PolicyVersion.objects.create(
        number=highest + 1,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        author=act.by,
        reason=reason,
        created_at=act.at,
        follows=follows.number if follows else None,
    )
    _tell(act, version, "policy.drafted")
    return version


def _one_at_a_time() -> None:
    """Versions are numbered without gaps and change states one after another; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute('LOCK TABLE "rulebook_policyversion" IN SHARE ROW EXCLUSIVE MODE')


def check(*, act: Act, version: PolicyVersion) -> tuple[Problem, ...]:
    """Looks for problems; without errors the draft becomes a checked version. Returns all findings."""
    _require(version, DRAFT)
    problems = prove(load(version.text, name=f"version {version.number}")).problems
    if not _errors(problems):
        _step(version, CHECKED, checked_at=act.at)
        _tell(act, version, "policy.checked", {"warnings": len(problems)})
    return problems


def approve(*, act: Act, version: PolicyVersion, reason: str = "") -> None:
    """A person stands by a checked version. Raises SecondPersonNeeded where it must be somebody else."""
    _take_up(version)
    _require(version, CHECKED)
    _require_second_person(version, act.by, act.at)
    _step(version, APPROVED, approved_at=act.at, approved_by=act.by)
    _tell(act, version, "policy.approved", reason=reason)


def send_back(*, act: Act, version: PolicyVersion, reason: str) -> None:
    """A version that nobody has published yet is a draft again, for the reason."""
    _take_up(version)
    _require(version, CHECKED, APPROVED)
    _step(version, DRAFT, checked_at=None, approved_at=None, approved_by="")
    _tell(act, version, "policy.sent-back", reason=reason)


def publish(*, act: Act, version: PolicyVersion, effective_from: datetime | None = None) -> None:
    """An approved version comes into force, now or later. From its date on it rules, whoever asks.

    The first version ever published may also rule from a past day: nothing can have been decided before it. Raises
    SecondPersonNeeded when a rule for two people came since it was approved, TooEarly when customers were promised
    notice of what it takes from them, OutOfOrder when an announced version would undo it.
    """
    _take_up(version)
    _require(version, APPROVED)
    starts = effective_from or act.at
    _require_second_person(version, version.approved_by, act.at)
    _require_its_turn(version, starts, act.at)
    _require_notice(version, starts, act.at)
    _step(version, ANNOUNCED, published_at=act.at, effective_from=starts)
    if starts > act.at:
        _tell(act, version, "policy.announced")
    bring_into_force(act=act)


def withdraw(*, act: Act, version: PolicyVersion, reason: str) -> None:
    """An announced version does not come into force; it is approved as before. Raises TooLate, OutOfOrder."""
    _take_up(version)
    _require(version, ANNOUNCED)
    starts = version.effective_from or act.at
    # Who asks in this moment is answered by the version that rules then: it must not change under the answer.
    if starts - act.at < _TOO_LATE:
        raise TooLate(version.number, starts)
    later = PolicyVersion.objects.filter(state=ANNOUNCED, effective_from__gt=starts).order_by("effective_from").first()
    if later is not None:
        raise OutOfOrder(version.number, later.number)
    _step(version, APPROVED, published_at=None, effective_from=None)
    _tell(act, version, "policy.withdrawn", reason=reason)


def _require_second_person(version: PolicyVersion, by: str, at: datetime) -> None:
    if rulers := lacks_second_person(version, by, at):
        raise SecondPersonNeeded(version.number, rulers)


def _require_its_turn(version: PolicyVersion, starts: datetime, at: datetime) -> None:
    published = PolicyVersion.objects.filter(state__in=PUBLISHED)
    if starts < at and published.exists():
        raise InThePast(f"A version cannot rule from {starts.isoformat()}: that is before now, {at.isoformat()}.")
    later = published.filter(effective_from__gte=starts).order_by("-effective_from").first()
    if later is not None:
        raise OutOfOrder(version.number, later.number)
    latest = queries.latest_published()
    if latest is not None and latest.number != version.follows:
        raise Overtaken(version.number, latest.number)


def _require_notice(version: PolicyVersion, starts: datetime, at: datetime) -> None:
    due = notice_due(version, at)
    if due is not None and starts < due.first:
        raise TooEarly(version.number, due.notice, due.first, due.zone, due.harming)


def approve_text(*, act: Act, text: str, reason: str = "") -> tuple[PolicyVersion, tuple[Problem, ...]]:
    """From a text to an approved version in one step; returns warnings.

    Raises HasProblems, and SecondPersonNeeded where somebody else must approve, leaving no trace.
    """
    version = draft(act=act, text=text, reason=reason)
    problems = without_errors(check(act=act, version=version))
    approve(act=act, version=version)
    return version, problems


def publish_text(
    *, act: Act, text: str, reason: str = "", effective_from: datetime | None = None
) -> tuple[PolicyVersion, tuple[Problem, ...]]:
    """From a text to a version in force in one step; returns warnings. Raises what the steps raise."""
    version, problems = approve_text(act=act, text=text, reason=reason)
    publish(act=act, version=version, effective_from=effective_from)
    return version, problems


def bring_into_force(*, act: Act) -> PolicyVersion | None:
    """Makes the states say what the dates already decided; the worker calls it, and doing so late harms nobody."""
    _one_at_a_time()
    due = list(PolicyVersion.objects.filter(state=ANNOUNCED, effective_from__lte=act.at).order_by("effective_from"))
    for version in due:
        for former in PolicyVersion.objects.filter(state=IN_FORCE):
            _step(former, RETIRED)
            _tell(act, former, "policy.retired", at=version.effective_from)
        _step(version, IN_FORCE)
        _tell(act, version, "policy.in-force", at=version.effective_from)
    return due[-1] if due else None


def _errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def without_errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The findings, when they are warnings only. Raises HasProblems."""
    if _errors(problems):
        raise HasProblems(problems)
    return problems


def _take_up(version: PolicyVersion) -> None:
    """The version as it is now, and nobody else takes a step until this act ends."""
    _one_at_a_time()
    version.refresh_from_db()


def _require(version: PolicyVersion, *states: str) -> None:
    if version.state not in states:
        raise WrongStep(version.number, version.state, " or ".join(states))


def _step(version: PolicyVersion, state: str, **columns: object) -> None:
    version.state = state
    for name, value in columns.items():
        setattr(version, name, value)
    version.save(update_fields=["state", *columns])


def _tell(
    act: Act,
    version: PolicyVersion,
    kind: str,
    figures: dict[str, object] | None = None,
    *,
    at: datetime | None = None,
    reason: str = "",
) -> None:
    fact = record(act=act, kind=kind, version=version.number, figures=figures or {}, at=at)
    if reason:
        StepReason.objects.create(fact=fact, version=version, reason=reason)
