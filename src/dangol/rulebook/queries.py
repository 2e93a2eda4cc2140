"""Named reads of the rulebook: which version rules when, and what was decided."""

import json
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from dangol.facts.models import Fact
from dangol.lib.reads import Select
from dangol.rulebook.errors import HasProblems, NoPolicyInForce, UnknownVersion
from dangol.rulebook.models import PUBLISHED, DecisionRecord, PolicyVersion, StepReason
from dangol_policy.compile import Compiled, compile_policy
from dangol_policy.load import load
from dangol_policy.model.policy import Policy
from dangol_policy.parse import parse

_COMPILED_AT_ONCE = 64


def version(number: int) -> PolicyVersion:
    found = PolicyVersion.objects.filter(number=number).first()
    if found is None:
        raise UnknownVersion(number)
    return found


def versions() -> QuerySet[PolicyVersion]:
    """All of them, latest first, without their texts."""
    return PolicyVersion.objects.defer("text").order_by("-number")


def version_at(at: datetime) -> PolicyVersion:
    """The version that rules at the instant, by the dates: it does not depend on the worker having come by."""
    found = _ruling(at).first()
    if found is None:
        raise NoPolicyInForce(at)
    return found


_NUMBER = Select(
    PolicyVersion,
    ("number", "sha256"),
    "state IN ('announced', 'in_force', 'retired') AND effective_from <= %s ORDER BY effective_from DESC LIMIT 1",
)


def number_at(at: datetime) -> tuple[int, str]:
    """Number and sha-256 of the version that rules at the instant: the cheap read for every purchase."""
    found = _NUMBER(at)
    if not found:
        raise NoPolicyInForce(at)
    return found[0][0], found[0][1]


def _ruling(at: datetime) -> QuerySet[PolicyVersion]:
    return PolicyVersion.objects.filter(state__in=PUBLISHED, effective_from__lte=at).order_by("-effective_from")


RULING = Select(
    PolicyVersion,
    ("effective_from", "number", "sha256"),
    "state IN ('announced', 'in_force', 'retired') ORDER BY effective_from",
)


def ruling() -> list[tuple[datetime, int, str]]:
    """Since when each published version rules, with its number and sha-256, oldest first."""
    return [(since, number, sha256) for since, number, sha256 in RULING()]


def published() -> list[PolicyVersion]:
    """Published versions in the order in which they rule, without their texts."""
    return list(PolicyVersion.objects.defer("text").filter(state__in=PUBLISHED).order_by("effective_from"))


def latest_published() -> PolicyVersion | None:
    """The version whose date is the last: in force, or announced to follow it. None before the first."""
    return PolicyVersion.objects.filter(state__in=PUBLISHED).order_by("effective_from").last()


def announced(at: datetime) -> list[PolicyVersion]:
    """Published versions that come into force later, soonest first."""
    return list(PolicyVersion.objects.filter(state__in=PUBLISHED, effective_from__gt=at).order_by("effective_from"))


def compiled_at(at: datetime) -> Compiled:
    """The version that rules at the instant, ready to decide."""
    return compiled(*number_at(at))


def compiled(number: int, sha256: str = "") -> Compiled:
    """A version ready to decide; parsed and compiled once per process, since its text never changes."""
    return _compiled(number, sha256 or version(number).sha256)


@lru_cache(maxsize=_COMPILED_AT_ONCE)
def _compiled(number: int, sha256: str) -> Compiled:
    result = load(version(number).text, name=f"version {number}")
    if result.policy is None or not result.ok:
        raise HasProblems(result.problems)
    return compile_policy(result.policy, digest=sha256, version=number)


def policy(number: int, sha256: str = "") -> Policy | None:
    """A version's text as the language means it; None for one with errors, or too old to be read."""
    return _policy(number, sha256 or version(number).sha256)


@lru_cache(maxsize=_COMPILED_AT_ONCE)
def _policy(number: int, sha256: str) -> Policy | None:
    return parse(version(number).text, name=f"version {number}").policy


STEPS = ("drafted", "checked", "sent-back", "approved", "announced", "withdrawn", "in-force", "retired")


def steps_of(number: int) -> list[tuple[Fact, str]]:
    """Every step of a version with the reason that was given, oldest first."""
    reasons = dict(StepReason.objects.filter(version_id=number).values_list("fact", "reason"))
    kinds = [f"policy.{step}" for step in STEPS]
    facts = Fact.objects.filter(kind__in=kinds, policy_version=number).order_by("at", "id")
    return [(fact, reasons.get(fact.id, "")) for fact in facts]


def decisions_about(subject: UUID) -> list[DecisionRecord]:
    """What was decided about a purchase, return or visit, oldest first."""
    return list(DecisionRecord.objects.filter(subject_id=subject).order_by("at", "id"))


def decision(record: DecisionRecord) -> Any:
    """The decision as plain JSON."""
    return json.loads(record.decision)
