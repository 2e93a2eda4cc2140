"""Who may give what, up to which amount, and when a case moves up. Pure functions of the policy and the case."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from dangol_policy.calendar import add, calendar_of
from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import AuthorityQuestion
from dangol_policy.model.responsibility import Level

Verdict = Literal["may", "higher", "nobody"]


@dataclass(frozen=True, slots=True)
class Passed:
    """A level that may not, and why."""

    level: str
    because: Literal["kind", "remedy", "amount", "severity"]
    limit: int | None = None
    """The largest amount it may give, in minor units."""


@dataclass(frozen=True, slots=True)
class AuthorityAnswer:
    """Whether the role may give it itself, or who may."""

    verdict: Verdict
    by: str | None
    """The level that may give it."""
    own: str | None
    """The level the role speaks for."""
    passed: tuple[Passed, ...] = ()
    """Levels on the way that may not."""


def authority(policy: Policy, question: AuthorityQuestion) -> AuthorityAnswer:
    """May this role give this? Else the first level above it that may."""
    levels = {level.id: level for level in policy.responsibility.levels}
    own = level_of(policy, question.role, frozenset(question.absent))
    mine = own.id if own else None
    passed: list[Passed] = []
    at = mine or next(iter(levels), None)
    seen: set[str] = set()
    while at is not None and at not in seen:
        seen.add(at)
        level = levels[at]
        refused = _refused(level, question)
        if refused is None:
            return AuthorityAnswer("may" if level.id == mine else "higher", level.id, mine, tuple(passed))
        passed.append(refused)
        at = level_above(policy, level)
    return AuthorityAnswer("nobody", None, mine, tuple(passed))


def level_of(policy: Policy, role: str, absent: frozenset[str] = frozenset()) -> Level | None:
    """The highest level a role speaks for, standing in where everybody of a level is absent."""
    found: Level | None = None
    for level in policy.responsibility.levels:
        stands_in = role in level.cover and bool(level.roles) and set(level.roles) <= absent
        if role in level.roles or stands_in:
            found = level
    return found


def level_above(policy: Policy, level: Level) -> str | None:
    """Where a case goes from a level: where it says, else the next in the list; None at the end."""
    ids = [one.id for one in policy.responsibility.levels]
    if level.rises is not None and level.rises.to is not None:
        return level.rises.to if level.rises.to in ids else None
    after = ids.index(level.id) + 1
    return ids[after] if after < len(ids) else None


def _refused(level: Level, question: AuthorityQuestion) -> Passed | None:
    """Why a level may not give it; None when it may."""
    if level.kinds and question.kind is not None and question.kind not in level.kinds:
        return Passed(level.id, "kind")
    if level.rises is not None and question.severity is not None and question.severity in level.rises.severity:
        return Passed(level.id, "severity")
    powers = [power for power in level.may if power.give == question.give]
    if not powers:
        return Passed(level.id, "remedy")
    if any(power.up_to is None or question.amount <= power.up_to for power in powers):
        return None
    return Passed(level.id, "amount", max(power.up_to for power in powers if power.up_to is not None))


@dataclass(frozen=True, slots=True)
class RiseAnswer:
    """That a case moves up: where to, when and why."""

    to: str
    at: dt.datetime
    because: Literal["time", "severity", "wish"]


def rises(
    policy: Policy,
    level: str,
    *,
    since: dt.datetime,
    severity: str | None = None,
    wished_at: dt.datetime | None = None,
) -> RiseAnswer | None:
    """When a case that a level has had since an instant moves up by itself; None when it stays."""
    found = next(one for one in policy.responsibility.levels if one.id == level)
    to = level_above(policy, found)
    if to is None or found.rises is None:
        return None
    if severity is not None and severity in found.rises.severity:
        return RiseAnswer(to, since, "severity")
    after = add(since, found.rises.after, calendar_of(policy)) if found.rises.after else None
    times: list[RiseAnswer] = [RiseAnswer(to, after, "time")] if after is not None else []
    if wished_at is not None and found.rises.on_wish:
        times.append(RiseAnswer(to, max(wished_at, since), "wish"))
    return min(times, key=lambda one: one.at, default=None)
