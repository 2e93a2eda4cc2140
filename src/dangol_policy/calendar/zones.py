"""Which instants a local day or local time is: exact when clocks change, an hour repeats, or a day is skipped.

A zone's year is cut into pieces of constant offset; inside a piece local time is the instant plus the offset, so the
instants of a local window are the parts of the pieces that show a local time inside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from dangol_policy.values import DayRange

_DAY = dt.timedelta(days=1)
_REACH = dt.timedelta(hours=26)
"""More than any zone is away from UTC."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Instants from `start` up to but without `end`, both in UTC."""

    start: dt.datetime
    end: dt.datetime

    @property
    def length(self) -> dt.timedelta:
        """Elapsed time."""
        return self.end - self.start


@lru_cache(maxsize=256)
def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises ZoneInfoNotFoundError."""
    return ZoneInfo(name)


def day_of(at: dt.datetime, zone: str) -> dt.date:
    """The local day of an instant."""
    return at.astimezone(zone_of(zone)).date()


@lru_cache(maxsize=4096)
def start_of_day(day: dt.date, zone: str) -> dt.datetime:
    """The first instant whose local day is `day`; for a day a zone skipped, the instant at which it would have been."""
    spans = spans_of(zone, *_whole(day))
    return spans[0].start if spans else _between(day, zone)


@lru_cache(maxsize=4096)
def end_of_day(day: dt.date, zone: str) -> dt.datetime:
    """The first instant after the last one whose local day is `day`."""
    spans = spans_of(zone, *_whole(day))
    return spans[-1].end if spans else _between(day, zone)


def span_of_days(days: DayRange, zone: str) -> tuple[dt.datetime | None, dt.datetime | None]:
    """A day range as instants, half-open; an open end is None."""
    return (
        start_of_day(days.first, zone) if days.first else None,
        end_of_day(days.last, zone) if days.last else None,
    )


def _whole(day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    begin = dt.datetime.combine(day, dt.time())
    return begin, begin + _DAY


def _between(day: dt.date, zone: str) -> dt.datetime:
    before = spans_of(zone, *_whole(day - _DAY))
    return before[-1].end if before else dt.datetime.combine(day, dt.time(), dt.UTC)


def spans_of(zone: str, begin: dt.datetime, end: dt.datetime) -> tuple[Span, ...]:
    """The instants at which a clock in the zone shows a time from `begin` up to `end` (naive local times).

    Several spans when clocks are put back inside the window; none when they jump over it.
    """
    first, last = begin.replace(tzinfo=dt.UTC) - _REACH, end.replace(tzinfo=dt.UTC) + _REACH
    found: list[Span] = []
    for piece, offset in _pieces_between(zone, first, last):
        start = max(piece.start, begin.replace(tzinfo=dt.UTC) - offset)
        stop = min(piece.end, end.replace(tzinfo=dt.UTC) - offset)
        if start < stop:
            found.append(Span(start, stop))
    return merged(found)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same instants as spans in order that neither touch nor overlap."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def _pieces_between(zone: str, first: dt.datetime, last: dt.datetime) -> Iterator[tuple[Span, dt.timedelta]]:
    for year in range(first.year, last.year + 1):
        for piece, offset in _pieces(zone, year):
            if piece.end > first and piece.start < last:
                yield piece, offset


@lru_cache(maxsize=4096)
def _pieces(zone: str, year: int) -> tuple[tuple[Span, dt.timedelta], ...]:
    """The UTC year cut where the zone's offset changes. Zones change it at most once in a day."""
    start = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    stop = dt.datetime(year + 1, 1, 1, tzinfo=dt.UTC) if year < dt.MAXYEAR else dt.datetime.max.replace(tzinfo=dt.UTC)
    pieces: list[tuple[Span, dt.timedelta]] = []
    at, since = start, start
    while at < stop:
        following = min(at + _DAY, stop) if stop - at > _DAY else stop
        if _offset(zone, following) != _offset(zone, at):
            change = _change(zone, at, following)
            pieces.append((Span(since, change), _offset(zone, at)))
            since = change
        at = following
    if since < stop:
        pieces.append((Span(since, stop), _offset(zone, since)))
    return tuple(pieces)


def _offset(zone: str, at: dt.datetime) -> dt.timedelta:
    try:
        offset = at.astimezone(zone_of(zone)).utcoffset()
    except OverflowError:  # the last hours that dates can hold, in a zone that is ahead
        offset = None
    return offset or dt.timedelta()


def _change(zone: str, before: dt.datetime, after: dt.datetime) -> dt.datetime:
    """The second at which the offset changes between two instants with different offsets."""
    low, high = 0, int((after - before).total_seconds())
    old = _offset(zone, before)
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, before + dt.timedelta(seconds=middle)) == old:
            low = middle
        else:
            high = middle
    return before + dt.timedelta(seconds=high)
