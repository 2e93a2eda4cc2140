"""Which segments a customer belongs to: worked out from what they did, at an instant. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dangol_policy.calendar import WorkCalendar, add, calendar_of
from dangol_policy.model.conditions import EVERYTHING
from dangol_policy.model.policy import Policy
from dangol_policy.model.segments import Belonging
from dangol_policy.selecting import matches
from dangol_policy.situation import Line
from dangol_policy.values import Duration


@dataclass(frozen=True, slots=True)
class Purchased:
    """An order that was kept: when, what it came to after discounts and returns, and its lines."""

    at: dt.datetime
    amount: int
    """Minor units."""
    lines: tuple[Line, ...] = ()
    store: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a customer."""

    since: dt.datetime
    """Since when they are known to us."""
    tier: str | None = None
    region: str | None = None
    language: str | None = None
    orders: tuple[Purchased, ...] = ()


def segments_of(policy: Policy, customer: Known, at: dt.datetime) -> tuple[str, ...]:
    """The segments a customer belongs to at an instant, in the order of the policy."""
    return tuple(one.id for one in policy.segments if not any(missing(policy, one.of, customer, at)))


def missing(policy: Policy, of: Belonging, customer: Known, at: dt.datetime) -> Iterator[str]:
    """The keys of a segment that the customer does not meet: why somebody does not belong."""
    calendar, zone = calendar_of(policy), policy.business.timezone
    past = tuple(one for one in customer.orders if one.at <= at)
    last = max(past, key=lambda one: one.at, default=None)
    for key, value in (("tier", customer.tier), ("region", customer.region), ("language", customer.language)):
        if getattr(of, key) and value not in getattr(of, key):
            yield key
    if of.store and (last is None or last.store not in of.store):
        yield "store"
    if of.spent is not None:
        spent = sum(one.amount for one in past if _within(one.at, of.spent.within, at, calendar, zone))
        if not _between(spent, of.spent.at_least, of.spent.at_most):
            yield "spent"
    if of.orders is not None:
        counted = [one for one in past if _within(one.at, of.orders.within, at, calendar, zone)]
        held = [one for one in counted if of.orders.of == EVERYTHING or _holds(of, one.lines)]
        if not _between(len(held), of.orders.at_least, of.orders.at_most):
            yield "orders"
    if of.last_order_within and (last is None or not _within(last.at, of.last_order_within, at, calendar, zone)):
        yield "last_order_within"
    if of.no_order_for and (last is None or _within(last.at, of.no_order_for, at, calendar, zone)):
        yield "no_order_for"
    if of.known_for and _within(customer.since, of.known_for, at, calendar, zone):
        yield "known_for"


def _holds(of: Belonging, lines: tuple[Line, ...]) -> bool:
    assert of.orders is not None
    return any(matches(of.orders.of, line, discounted=False) for line in lines)


def _within(event: dt.datetime, time: Duration | None, at: dt.datetime, calendar: WorkCalendar, zone: str) -> bool:
    """Whether a term that began with an event still runs at an instant; without a term it always does."""
    if time is None:
        return True
    over = add(event, time, calendar, zone=zone)
    return over is None or at < over


def _between(value: int, least: int | None, most: int | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)
