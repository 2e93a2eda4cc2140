"""Verbs about versions: draft, check, approve, publish.

Nothing that goes wrong here touches the version in force.
"""

import hashlib
from datetime import datetime

from django.db import connection
from django.db.models import Max

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.rulebook.errors import HasProblems, InThePast, WrongStep
from dangol.rulebook.models import (
    ANNOUNCED,
    APPROVED,
    CHECKED,
    DRAFT,
    IN_FORCE,
    PUBLISHED,
    RETIRED,
    PolicyVersion,
)
from dangol_policy.load import load
from dangol_policy.problems import Problem, Severity
from dangol_policy.prove import prove


def draft(*, act: Act, text: str, reason: str = "") -> PolicyVersion:
    """Writes a version down, with problems or without; nobody is ruled by it."""
    _one_at_a_time()
    highest = PolicyVersion.objects.aggregate(highest=Max("number"))["highest"] or 0
    version = PolicyVersion.objects.create(
        number=highest + 1,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        author=act.by,
        reason=reason,
        created_at=act.at,
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


def approve(*, act: Act, version: PolicyVersion) -> None:
    """A person stands by a checked version."""
    _require(version, CHECKED)
    _step(version, APPROVED, approved_at=act.at, approved_by=act.by)
    _tell(act, version, "policy.approved")


def publish(*, act: Act, version: PolicyVersion, effective_from: datetime | None = None) -> None:
    """An approved version comes into force, now or later. From its date on it rules, whoever asks.

    The first version ever published may also rule from a past day: nothing can have been decided before it.
    """
    _one_at_a_time()
    version.refresh_from_db()
    _require(version, APPROVED)
    starts = effective_from or act.at
    if starts < act.at and PolicyVersion.objects.filter(state__in=PUBLISHED).exists():
        raise InThePast(f"A version cannot rule from {starts.isoformat()}: that is before now, {act.at.isoformat()}.")
    _step(version, ANNOUNCED, published_at=act.at, effective_from=starts)
    if starts > act.at:
        _tell(act, version, "policy.announced")
    bring_into_force(act=act)


def publish_text(
    *, act: Act, text: str, reason: str = "", effective_from: datetime | None = None
) -> tuple[PolicyVersion, tuple[Problem, ...]]:
    """From a text to a version in force in one step. Raises HasProblems, leaving no trace; returns warnings."""
    version = draft(act=act, text=text, reason=reason)
    problems = without_errors(check(act=act, version=version))
    approve(act=act, version=version)
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


def _require(version: PolicyVersion, state: str) -> None:
    if version.state != state:
        raise WrongStep(version.number, version.state, state)


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
    at: datetime | None = None,
) -> None:
    record(act=act, kind=kind, version=version.number, figures=figures or {}, at=at)
