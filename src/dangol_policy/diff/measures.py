"""Which of two values is more: -1 less, 0 the same, 1 more, None when it depends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal

from dangol_policy.values import DayRange, Duration, TimeRange

Sign = int | None
Compare = Callable[[object, object], Sign]

_MINUTE = 1.0
_HOUR = 60.0
_DAY = 24 * _HOUR
_FOREVER = float("inf")
_EXACT: Mapping[str, tuple[str, int]] = {
    "minutes": ("minutes", 1),
    "hours": ("minutes", 60),
    "days": ("days", 1),
    "weeks": ("days", 7),
    "months": ("months", 1),
    "years": ("months", 12),
    "business hours": ("business hours", 1),
    "business days": ("business days", 1),
}
_BOUNDS: Mapping[str, tuple[float, float]] = {
    "minutes": (_MINUTE, _MINUTE),
    "days": (_DAY, _DAY),
    "months": (28 * _DAY, 31 * _DAY),
    "business hours": (_HOUR, _FOREVER),
    "business days": (_DAY, _FOREVER),
}
"""Minutes that one of a unit lasts at least and at most; a term of days lasts up to one day longer, see `_span`."""


def sign(a: float | Decimal, b: float | Decimal) -> int:
    """How two numbers compare."""
    return (a > b) - (a < b)


def numbers(a: object, b: object) -> Sign:
    """Two numbers of one kind; a rate and an amount cannot be compared."""
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        return sign(a, b)
    if isinstance(a, int) and isinstance(b, int):
        return sign(a, b)
    return None


def durations(a: object, b: object) -> Sign:
    """Two lengths of time, in whatever units: None where calendars decide which is longer."""
    if not isinstance(a, Duration) or not isinstance(b, Duration):
        return None
    (unit_a, factor_a), (unit_b, factor_b) = _EXACT[a.unit], _EXACT[b.unit]
    if unit_a == unit_b:
        return sign(a.amount * factor_a, b.amount * factor_b)
    (least_a, most_a), (least_b, most_b) = _span(a), _span(b)
    if most_a < least_b:
        return -1
    return 1 if least_a > most_b else None


def _span(length: Duration) -> tuple[float, float]:
    unit, factor = _EXACT[length.unit]
    least, most = (bound * factor * length.amount for bound in _BOUNDS[unit])
    # Whole days end with the end of their last day: up to a day after the hour at which they began.
    return least, most + (_DAY if unit in ("days", "months") else 0)


def members(a: object, b: object) -> Sign:
    """Two collections: more is to hold everything the other holds and something besides."""
    one, other = _set(a), _set(b)
    if one == other:
        return 0
    if one > other:
        return 1
    return -1 if one < other else None


def alternatives(a: object, b: object) -> Sign:
    """Two lists of what is allowed, where an empty one allows everything."""
    one, other = _set(a), _set(b)
    if one == other:
        return 0
    if not one or not other:
        return 1 if not one else -1
    return members(one, other)


def _set(value: object) -> frozenset[str]:
    return frozenset(map(repr, value)) if isinstance(value, Collection) else frozenset()


def days(a: object, b: object) -> Sign:
    """Two ranges of days: more is to begin no later and to end no sooner."""
    if not isinstance(a, DayRange) or not isinstance(b, DayRange):
        return None
    return _widest(
        -sign((a.first or dt.date.min).toordinal(), (b.first or dt.date.min).toordinal()),
        sign((a.last or dt.date.max).toordinal(), (b.last or dt.date.max).toordinal()),
    )


def hours(a: object, b: object) -> Sign:
    """Two lists of times of day: more is every minute of the other and some besides."""
    return members(minutes_of(a), minutes_of(b))


def minutes_of(windows: object) -> frozenset[int]:
    """Minutes of a day that lie in windows; those past midnight are counted on from 1440."""
    found: set[int] = set()
    for window in windows if isinstance(windows, tuple) else ():
        if isinstance(window, TimeRange):
            end = window.end if window.end > window.start else window.end + 1440
            found.update(range(window.start, end))
    return frozenset(found)


def _widest(*signs: int) -> Sign:
    """Several comparisons as one: None when they disagree."""
    found = set(signs) - {0}
    if not found:
        return 0
    return found.pop() if len(found) == 1 else None


def steps(a: object, b: object) -> Sign:
    """Two steps in which something may be used: a coarser step is more only where it holds every finer one."""
    one, other = (value if isinstance(value, int) and value else 1 for value in (a, b))
    if one == other:
        return 0
    if one % other == 0:
        return 1
    return -1 if other % one == 0 else None
