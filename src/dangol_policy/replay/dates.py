"""Promotions that have not begun yet: tried as if they had run at the same time of an earlier year.

A draft is written for days to come, and no purchase of those days is stored. A promotion whose first day is not over
yet is moved back by whole years, to the year of which most lies in the period; where that is none it is not tried.
Only what differs between the two policies is moved.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
from dataclasses import dataclass

from dangol_policy.calendar import end_of_day, start_of_day
from dangol_policy.model.policy import Policy
from dangol_policy.model.promotions import Promotion
from dangol_policy.values import DayRange


@dataclass(frozen=True, slots=True)
class Tried:
    """A policy as it is played, and what became of the days of its promotions."""

    policy: Policy
    moved: tuple[tuple[str, dt.date], ...] = ()
    """(clause, the first day it is tried on)."""
    outside: tuple[str, ...] = ()
    """Promotions none of whose days lie in the period: they are not tried."""


def tried(
    base: Policy, draft: Policy, since: dt.datetime, until: dt.datetime, *, move: bool = True
) -> tuple[Tried, Tried]:
    """Both policies with promotions to come moved into the period; as they are written when `move` is false.

    A promotion that both have alike stays where it is: it makes no difference, wherever it runs.
    """
    alike = {one.id for one in base.promotions} & {one.id for one in draft.promotions if one in base.promotions}
    first, second = (_tried(policy, since, until, alike if move else None) for policy in (base, draft))
    return first, second


def _tried(policy: Policy, since: dt.datetime, until: dt.datetime, staying: set[str] | None) -> Tried:
    """`staying` are promotions that are not moved; None: none is."""
    zone = policy.business.timezone
    promotions: list[Promotion] = []
    moved: list[tuple[str, dt.date]] = []
    outside: list[str] = []
    for promotion in policy.promotions:
        days = promotion.runs
        moves = staying is not None and promotion.id not in staying
        placed = _inside(days, since, until, zone) if moves and days is not None else days
        if placed is not None and not _time_inside(placed, since, until, zone):
            outside.append(promotion.id)
        elif placed is not None and placed != days and placed.first is not None:
            moved.append((promotion.id, placed.first))
            promotion = promotion.model_copy(update={"runs": placed})
        promotions.append(promotion)
    played = policy.model_copy(update={"promotions": tuple(promotions)}) if moved else policy
    return Tried(played, tuple(moved), tuple(outside))


def _inside(days: DayRange, since: dt.datetime, until: dt.datetime, zone: str) -> DayRange:
    """The days; when the first is not over by the end of the period, those of the earlier year that fit in best."""
    if days.first is None or end_of_day(days.first, zone) <= until:
        return days
    earlier = [_years_before(days, years) for years in range(1, days.first.year - since.year + 2)]
    best = max(earlier, key=lambda one: _time_inside(one, since, until, zone))
    return best if _time_inside(best, since, until, zone) else days


def _years_before(days: DayRange, years: int) -> DayRange:
    return DayRange(days.first and _before(days.first, years), days.last and _before(days.last, years))


def _before(day: dt.date, years: int) -> dt.date:
    """29 February is the 28th in other years."""
    year = day.year - years
    return dt.date(year, day.month, min(day.day, months.monthrange(year, day.month)[1]))


def _time_inside(days: DayRange, since: dt.datetime, until: dt.datetime, zone: str) -> dt.timedelta:
    """How much of the days lies in the period."""
    begins = since if days.first is None else max(since, start_of_day(days.first, zone))
    ends = until if days.last is None else min(until, end_of_day(days.last, zone))
    return max(ends - begins, dt.timedelta())
