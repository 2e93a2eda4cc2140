"""Conditions on time and place: day ranges, weekdays, hours, stores, channels."""

from __future__ import annotations

import datetime as dt

from dangol_policy.decision import Reason
from dangol_policy.model.conditions import When, Where
from dangol_policy.situation import Basket
from dangol_policy.values import DayRange

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def runs_reasons(runs: DayRange | None, today: dt.date) -> list[Reason]:
    """Why a day range does not hold on a day of the business; the last day is included."""
    if runs is None:
        return []
    if runs.first and today < runs.first:
        return [Reason("not-begun", other=runs.first.isoformat())]
    if runs.last and today > runs.last:
        return [Reason("ended", other=runs.last.isoformat())]
    return []


def when_reasons(when: When | None, local: dt.datetime) -> list[Reason]:
    """Why weekdays and hours do not hold. Hours past midnight belong to the day on which they began."""
    if when is None:
        return []
    minute = local.hour * 60 + local.minute
    open_now = [hours for hours in when.hours if minute in hours]
    began = [local.weekday() - (hours.start >= hours.end and minute < hours.end) for hours in open_now]
    days = {WEEKDAYS[day % 7] for day in began or [local.weekday()]}
    reasons = []
    if when.weekdays and days.isdisjoint(when.weekdays):
        reasons.append(Reason("wrong-weekday"))
    if when.hours and not open_now:
        reasons.append(Reason("wrong-hour"))
    return reasons


def where_reasons(where: Where | None, basket: Basket) -> list[Reason]:
    """Why store and channel do not hold; an unnamed store or channel is none of those asked for."""
    reasons = []
    if where is not None and where.store and basket.store not in where.store:
        reasons.append(Reason("wrong-store"))
    if where is not None and where.channel and basket.channel not in where.channel:
        reasons.append(Reason("wrong-channel"))
    return reasons
