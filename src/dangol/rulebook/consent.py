"""What must hold before a version may go on: a second person, and notice of what customers lose.

The version in force rules its own change: a version that drops the second person or shortens the notice is judged by
what stands without it. What was announced counts as if it ruled already, so nobody hurries past it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from dangol.rulebook import queries
from dangol.rulebook.models import PUBLISHED, PolicyVersion
from dangol_policy.calendar import add, calendar_of
from dangol_policy.diff import Difference, difference
from dangol_policy.model.policy import Policy

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class NoticeDue:
    """Notice that customers must be given: `first` is the first instant at which the version may take effect."""

    first: datetime
    notice: str
    zone: str
    """Of the business whose promise it is."""
    harming: tuple[str, ...]
    """Clauses that are worse for customers, or that cannot be judged."""


def asking_for_two(version: PolicyVersion, at: datetime) -> tuple[int, ...]:
    """Versions by which two people must stand behind this one: the one in force, those announced, and itself."""
    rulers = [*_ruling_or_announced(at), version]
    return tuple(dict.fromkeys(one.number for one in rulers if _asks_for_two(one)))


def lacks_second_person(version: PolicyVersion, by: str, at: datetime) -> tuple[int, ...]:
    """The versions that ask for two people where `by` cannot be the second; empty when they may approve.

    A program is nobody: where two people are asked for, a person of the business approves.
    """
    if by != version.author and by.startswith("staff:"):
        return ()
    return asking_for_two(version, at)


def notice_due(version: PolicyVersion, at: datetime) -> NoticeDue | None:
    """The notice customers must be given when the version is announced at the instant; None when none is promised.

    What changes is judged against the version it follows, and the longest of the promises that hold until then counts.
    """
    follows = queries.latest_published()
    if follows is None:
        return None
    harming = tuple(change.key for change in changes(follows.number, version.number).harming)
    promises = [promise for one in _ruling_or_announced(at) if (promise := _promise(one, at)) is not None]
    if not harming or not promises:
        return None
    first, notice, zone = max(promises)
    return NoticeDue(first, notice, zone, harming)


def changes(old: int, new: int) -> Difference:
    """How a version differs from another. Nothing for versions too old to be read."""
    return _changes(old, queries.version(old).sha256, new, queries.version(new).sha256)


@lru_cache(maxsize=256)
def _changes(old: int, old_sha256: str, new: int, new_sha256: str) -> Difference:
    before, after = queries.policy(old, old_sha256), queries.policy(new, new_sha256)
    return difference(before, after) if before and after else Difference(())


def _ruling_or_announced(at: datetime) -> list[PolicyVersion]:
    """The version in force and those that follow it, in their order."""
    ruling = PolicyVersion.objects.filter(state__in=PUBLISHED, effective_from__lte=at).order_by("effective_from").last()
    return [*([ruling] if ruling else []), *queries.announced(at)]


def _asks_for_two(version: PolicyVersion) -> bool:
    policy = queries.policy(version.number, version.sha256)
    return policy is not None and policy.business.changes.approval == "two people"


def _promise(version: PolicyVersion, at: datetime) -> tuple[datetime, str, str] | None:
    """When the notice that the version promises is over, if it is given at the instant."""
    policy = queries.policy(version.number, version.sha256)
    if policy is None or policy.business.changes.notice is None:
        return None
    return _over(policy, at), str(policy.business.changes.notice), policy.business.timezone


def _over(policy: Policy, at: datetime) -> datetime:
    notice = policy.business.changes.notice
    over = add(at, notice, calendar_of(policy), zone=policy.business.timezone) if notice else at
    return over or _NEVER
