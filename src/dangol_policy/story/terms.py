"""Terms of the policy on the calendar: when points mature and lapse, when a tier is reviewed, what day it is where.

Days are those of the business's zone (of the store for visits). An end is the first instant after the term, so "valid
until 31 March" is the start of 1 April; None is "never". Instants come out in UTC. Source: policy language, section 2.
"""

from __future__ import annotations

import datetime as dt

from dangol_policy import calendar
from dangol_policy.model.loyalty import Expire, Pending, Review
from dangol_policy.model.policy import Policy
from dangol_policy.story.index import index_of
from dangol_policy.values import Duration

INSTANT = dt.timedelta(microseconds=1)
"""The shortest time there is: an end less one of it is still inside."""
_DAY = dt.timedelta(days=1)


def zone_of(policy: Policy, store: str | None = None) -> str:
    """The zone of the store when it has its own, else of the business."""
    for place in policy.business.stores if store is not None else ():
        if place.id == store and place.timezone is not None:
            return place.timezone
    return policy.business.timezone


def day_of(at: dt.datetime, policy: Policy, store: str | None = None) -> dt.date:
    """The local day of an instant."""
    return calendar.day_of(at, zone_of(policy, store))


def start_of(day: dt.date, policy: Policy) -> dt.datetime:
    """The first instant of a day of the business."""
    return calendar.start_of_day(day, policy.business.timezone)


def end_of(day: dt.date, policy: Policy) -> dt.datetime:
    """The first instant after a day of the business."""
    return calendar.end_of_day(day, policy.business.timezone)


def last_day(until: dt.datetime, policy: Policy) -> dt.date:
    """The last day of the business that an end still covers."""
    return day_of(until - INSTANT, policy)


def end_of_term(at: dt.datetime, term: Duration, policy: Policy) -> dt.datetime | None:
    """When a term is over that an event starts."""
    return calendar.add(at, term, index_of(policy).calendar, zone=policy.business.timezone)


def end_of_term_from_day(day: dt.date, term: Duration, policy: Policy) -> dt.datetime | None:
    """When a term is over that starts with a day, such as the day goods arrived."""
    return calendar.add_to_day(day, term, index_of(policy).calendar, zone=policy.business.timezone)


def rounded_end(at: dt.datetime, term: Expire | Review, policy: Policy) -> dt.datetime | None:
    """When a term is over that is rounded up to the end of a month or year: of an expiry, or until a review."""
    length = term.after if isinstance(term, Expire) else term.every
    until = end_of_term(at, length, policy)
    return None if until is None else calendar.counted_end(until, term.counted, policy.business.timezone)


def pending_until(at: dt.datetime, pending: Pending, policy: Policy) -> dt.datetime | None:
    """When what an event at an instant gave becomes usable."""
    if pending.from_day is not None:
        return start_of(day_of(at, policy) + pending.from_day * _DAY, policy)
    return at if pending.for_time is None else end_of_term(at, pending.for_time, policy)


def pending_from_day(day: dt.date, pending: Pending, policy: Policy) -> dt.datetime | None:
    """When what an event on a day gave becomes usable."""
    if pending.from_day is not None:
        return start_of(day + pending.from_day * _DAY, policy)
    return start_of(day, policy) if pending.for_time is None else end_of_term_from_day(day, pending.for_time, policy)
