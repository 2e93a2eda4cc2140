"""What follows: when the steps of an aftercare plan are due, and when a customer may be asked again. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dangol_policy.calendar import add, calendar_of
from dangol_policy.model.aftercare import Plan, Stop
from dangol_policy.model.policy import Policy

_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Due:
    """One step of a plan: when it is due, and until when a message still makes sense."""

    touch: str
    at: dt.datetime
    until: dt.datetime | None
    """None: it always does."""


def steps_due(
    policy: Policy, plan: Plan, began: dt.datetime, happened: Iterable[tuple[dt.datetime, Stop]] = ()
) -> tuple[Due, ...]:
    """The steps of a plan that began at an instant, in the order in which they are due; none after what stops it."""
    calendar, zone = calendar_of(policy), policy.business.timezone
    stopped = min((at for at, what in happened if what in plan.stops_on and at >= began), default=_NEVER)
    found = []
    for touch in plan.touches:
        at = add(began, touch.wait, calendar, zone=zone)
        if at is not None and at < stopped:
            until = add(at, touch.relevant_for, calendar, zone=zone) if touch.relevant_for else None
            found.append(Due(touch.id, at, until))
    return tuple(sorted(found, key=lambda one: (one.at, one.touch)))


def may_ask_from(policy: Policy, asked: Iterable[dt.datetime], at: dt.datetime) -> dt.datetime | None:
    """The first instant, from `at` on, at which one more question is not too many; None when that never comes."""
    calendar, zone = calendar_of(policy), policy.business.timezone
    earlier = [one for one in asked if one <= at]
    result = at
    for limit in policy.voice.fatigue:
        ends = sorted(add(one, limit.per, calendar, zone=zone) or _NEVER for one in earlier)
        running = [end for end in ends if end > at]
        if len(running) >= limit.most:
            result = max(result, running[len(running) - limit.most])
    return None if result == _NEVER else result
