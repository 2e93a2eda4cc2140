"""Responsibility: people on every level, an end to every way up, and more power the higher it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from dangol_policy.care.authority import level_above
from dangol_policy.check.asked import question
from dangol_policy.check.baskets import money, usual_price
from dangol_policy.check.references import missing
from dangol_policy.check.subject import Subject
from dangol_policy.model.aftercare import Touch
from dangol_policy.model.base import Clause
from dangol_policy.model.cases import Step
from dangol_policy.model.goals import Goal, Measure
from dangol_policy.model.responsibility import Level, Power
from dangol_policy.model.staff import Report, Reward, Training
from dangol_policy.problems import Path, Problem

_Naming = tuple[tuple[type[Clause], str], ...]
_MANY: _Naming = ((Step, "accountable"), (Step, "helps"), (Level, "roles"), (Level, "cover"))
_OF_STAFF: _Naming = ((Training, "roles"), (Reward, "roles"), (Report, "roles"))
_ONE: _Naming = ((Touch, "role"), (Goal, "owner"), (Measure, "owner"))


def roles_exist(subject: Subject) -> Iterator[Problem]:
    """Roles that clauses name; where `staff` names none, any word is a role."""
    known = [role.id for role in subject.policy.staff.roles]
    if not known:
        return
    for kind, key in (*_MANY, *_OF_STAFF):
        for path, part in subject.parts(kind):
            yield from missing(subject, "role", getattr(part, key), known, (*path, key))
    for holder, field in _ONE:
        for path, part in subject.parts(holder):
            name = getattr(part, field)
            if name is not None and name not in known:
                yield from missing(subject, "role", (name,), known, (*path, field))


def levels_exist(subject: Subject) -> Iterator[Problem]:
    """Levels that a case moves up to."""
    known = [level.id for level in subject.policy.responsibility.levels]
    for path, level in subject.parts(Level):
        if level.rises and level.rises.to is not None and level.rises.to not in known:
            yield from missing(subject, "level", (level.rises.to,), known, (*path, "rises", "to"))


def levels_have_people(subject: Subject) -> Iterator[Problem]:
    """Somebody decides on each level."""
    for path, level in subject.parts(Level):
        if not level.roles:
            yield subject.problem("nobody-responsible", f"nobody decides on the level `{level.id}`", (*path, "id"))


def ways_up_end(subject: Subject) -> Iterator[Problem]:
    """A case that moves up comes to somebody who keeps it, and never in a circle."""
    levels = {level.id: level for level in subject.policy.responsibility.levels}
    for path, level in subject.parts(Level):
        way, at = [level.id], level_above(subject.policy, level)
        while at is not None and at not in way:
            way.append(at)
            at = level_above(subject.policy, levels[at])
        if at == level.id:
            message = f"a case goes in a circle: {', '.join(f'`{one}`' for one in (*way, at))}"
            yield subject.problem("endless-escalation", message, (*path, "rises", "to"))
        elif level.rises and level.rises.to is None and level_above(subject.policy, level) is None:
            message = f"a case leaves the level `{level.id}`, and above it there is none"
            yield subject.problem("endless-escalation", message, (*path, "rises"), key=True)


def power_grows(subject: Subject) -> Iterator[Problem]:
    """A higher level may give at least what the one below may."""
    for (_, low), (path, high) in pairwise(subject.parts(Level)):
        for power in low.may:
            if not _may(high, power):
                most = f" up to {subject.money(power.up_to)}" if power.up_to is not None else ""
                message = f"`{low.id}` may give `{power.give}`{most}, and `{high.id}` above it may not"
                at: Path = (*path, "may") if high.may else (*path, "id")
                example = _asked(subject, high, power, message)
                yield subject.problem("contradiction", message, at, clause=high.id, example=example)


def _asked(subject: Subject, level: Level, power: Power, words: str) -> Mapping[str, Any] | None:
    """Somebody of a level who is asked for what the level below may give."""
    if not level.roles:
        return None
    amount = power.up_to if power.up_to is not None else usual_price(subject.bench.currency)
    asked = {"role": level.roles[0], "give": power.give, "amount": money(amount, subject.bench.currency)}
    return question(subject.policy, words, "may_give", asked)


def _may(level: Level, power: Power) -> bool:
    return any(
        own.give == power.give and (own.up_to is None or (power.up_to is not None and power.up_to <= own.up_to))
        for own in level.may
    )
