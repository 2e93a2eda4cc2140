"""The clocks of a case: when each is due, whether it was met, and why. A pure function of the policy and the log.

Business time is counted on the standard's calendar, other time elapses; what the policy pauses does not count. A clock
is met when the time used at the answer is at most its target, so an answer after closing to a clock due at closing is
met; a breach lies at the first instant that exceeds the target. Source: policy language, section 6.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from dangol_policy.calendar import (
    DayHours,
    WorkCalendar,
    add,
    business_time,
    calendar_of,
    day_of,
    due,
    first_open,
    hours_on,
)
from dangol_policy.care.standards import standard_for
from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import CaseMark, ClockQuestion
from dangol_policy.model.standards import CLOCKS, ClockName, Standard
from dangol_policy.values import Duration

State = Literal["running", "paused", "met", "breached", "ended"]
Happened = Literal["started", "paused", "resumed", "changed", "breached", "met", "ended", "reopened"]

_ZERO = dt.timedelta()
_DAY = dt.timedelta(days=1)
_MOST_DAYS = 92
"""Closed days that are listed for one clock."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to a clock."""

    at: dt.datetime
    what: Happened


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day on which business time stood still, and why."""

    day: dt.date
    hours: DayHours


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of a case: of `next_response` and `update_every` there is one for each message and each interval."""

    name: ClockName
    clause: str
    target: Duration
    started: dt.datetime
    due: dt.datetime | None
    """The first instant that reaches the target; None while it is paused before that, or when that never comes."""
    state: State
    ended: dt.datetime | None = None
    """When it was met or ended."""
    breached: dt.datetime | None = None
    """The first instant that exceeded the target, or at which a change of the case made it exceeded."""
    by_change: bool = False
    """Whether the breach came with a change of the case."""
    used: dt.timedelta = _ZERO
    """Time that counts, up to the end or to the instant asked about."""
    steps: tuple[Step, ...] = ()
    closed: tuple[ClosedDay, ...] = field(default=(), compare=False)
    """Days between start and due on which nothing opened."""


@dataclass(frozen=True, slots=True)
class CaseClocks:
    """Every clock of a case, and the two totals."""

    clocks: tuple[Clock, ...]
    waited: dt.timedelta
    """What the customer waited: elapsed time while it was open and not waiting for the customer."""
    waited_business: dt.timedelta
    """The same in opening hours."""
    worked: dt.timedelta
    """What the team worked: opening hours while it was open and waiting for nobody."""

    def latest(self, name: ClockName) -> Clock | None:
        """The last clock of a name; None when there is none."""
        return next((one for one in reversed(self.clocks) if one.name == name), None)


Gap = tuple[dt.datetime, dt.datetime | None]
"""From when to when, half-open; None: it goes on."""


def clocks(policy: Policy, question: ClockQuestion) -> CaseClocks:
    """How every clock of the case stands at the instant asked about."""
    case = _Case(policy, question)
    found = [clock for run in case.runs() if (clock := case.clock(run)) is not None]
    return CaseClocks(tuple(sorted(found, key=lambda one: (CLOCKS.index(one.name), one.started))), *case.totals())


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch for which a clock runs, before its target is known."""

    name: ClockName
    start: dt.datetime
    end: dt.datetime | None = None
    met: bool = False


class _Case:
    """The log of one case, read once."""

    def __init__(self, policy: Policy, question: ClockQuestion) -> None:
        self.policy = policy
        self.now = question.at.astimezone(dt.UTC)
        self.opened = question.opened.astimezone(dt.UTC)
        past = [one for one in question.events if self.opened <= one.at <= self.now]
        self.events = [(one.at.astimezone(dt.UTC), one) for one in sorted(past, key=lambda one: one.at)]
        self.marks: list[tuple[dt.datetime, CaseMark]] = [(self.opened, question.case)]
        self.marks += [(at, one.to) for at, one in self.events if one.what == "changed" and one.to is not None]
        self.waiting, self.resolved = self._gaps()

    def _gaps(self) -> tuple[dict[str, list[Gap]], list[Gap]]:
        """When the case waited, by whom for, and when it was resolved."""
        waits: dict[str, list[Gap]] = {"customer": [], "third party": []}
        since: dict[str, dt.datetime] = {}
        resolved: list[Gap] = []
        closed: dt.datetime | None = None
        for at, one in self.events:
            ending = {"resumed": tuple(since), "resolved": tuple(since), "message": ("customer",)}.get(one.what, ())
            for whom in ending:
                if whom in since:
                    waits[whom].append((since.pop(whom), at))
            if one.what == "waiting" and closed is None:
                since.setdefault(one.waiting_for, at)
            if one.what == "resolved" and closed is None:
                closed = at
            if one.what == "reopened" and closed is not None:
                resolved.append((closed, at))
                closed = None
        for whom, at in since.items():
            waits[whom].append((at, None))
        if closed is not None:
            resolved.append((closed, None))
        return waits, resolved

    # --- which clocks run --------------------------------------------------------------------------

    def runs(self) -> Iterator[_Run]:
        """Every stretch in which a clock runs, in the order of the clocks."""
        yield self._once("acknowledge", ("automatic reply", "reply"))
        yield self._once("first_response", ("reply",))
        yield from self._answers()
        yield from self._updates()
        closed = self.resolved[-1][0] if self.resolved and self.resolved[-1][1] is None else None
        yield _Run("resolve", self.opened, closed, met=closed is not None)

    def _once(self, name: ClockName, answers: tuple[str, ...]) -> _Run:
        """A clock that runs once; being resolved ends it unless the case is opened again."""
        for at, one in self.events:
            if one.what in answers:
                return _Run(name, self.opened, at, met=True)
            if one.what == "no reply needed" or (one.what == "resolved" and (at, None) in self.resolved):
                return _Run(name, self.opened, at)
        return _Run(name, self.opened)

    def _answers(self) -> Iterator[_Run]:
        """From the oldest unanswered message to the answer; only after the first answer."""
        answered, since = False, None
        for at, one in self.events:
            if one.what == "message" and answered and since is None:
                since = at
            if one.what in ("reply", "no reply needed", "resolved") and since is not None:
                yield _Run("next_response", since, at, met=one.what == "reply")
                since = None
            answered = answered or one.what == "reply"
        if since is not None:
            yield _Run("next_response", since)

    def _updates(self) -> Iterator[_Run]:
        since: dt.datetime | None = self.opened
        for at, one in self.events:
            if one.what in ("reply", "update", "resolved") and since is not None:
                yield _Run("update_every", since, at, met=one.what != "resolved")
                since = None if one.what == "resolved" else at
            if one.what == "reopened" and since is None:
                since = at
        if since is not None:
            yield _Run("update_every", since)

    # --- one clock ---------------------------------------------------------------------------------

    def clock(self, run: _Run) -> Clock | None:
        """The clock with its target; None when no standard sets it."""
        until = run.end or self.now
        made: Clock | None = None
        for standard, start, end in self._standards(run, until):
            timer = self._timer(run, standard)
            last = min(end, until)
            if made is None:
                made = Clock(run.name, standard.id, timer.target, run.start, None, "running")
            made = replace(made, clause=standard.id, target=timer.target, due=timer.due(), closed=timer.closed_days())
            if made.breached is None and timer.used(last) > timer.amount:
                exceeded = timer.exceeded() or start
                changed = timer.used(start) > timer.amount and start > run.start
                made = replace(made, breached=max(exceeded, start), by_change=changed)
        if made is None:
            return None
        timer = self._timer(run, self._standard_at(run.name, until) or self._fallback(run, until))
        return replace(
            made,
            ended=run.end,
            state=self._state(run, made, timer),
            used=timer.used(until),
            steps=self._steps(run, made, timer),
        )

    def _fallback(self, run: _Run, until: dt.datetime) -> Standard:
        """The last standard that set the clock, when a change of the case has taken it away."""
        return list(self._standards(run, until))[-1][0]

    def _standard_at(self, name: ClockName, at: dt.datetime) -> Standard | None:
        mark = [mark for since, mark in self.marks if since <= at][-1]
        return standard_for(self.policy, name, mark)

    def _standards(self, run: _Run, until: dt.datetime) -> Iterator[tuple[Standard, dt.datetime, dt.datetime]]:
        """The standards that set the clock one after the other, each with its stretch."""
        times = [since for since, _ in self.marks]
        for number, since in enumerate(times):
            end = times[number + 1] if number + 1 < len(times) else max(until, since)
            standard = self._standard_at(run.name, since)
            start = max(since, run.start)
            if standard is not None and since <= until and (end > run.start or number + 1 == len(times)):
                yield standard, start, end

    def _timer(self, run: _Run, standard: Standard) -> _Timer:
        target: Duration = getattr(standard, run.name)
        calendar = calendar_of(self.policy, standard.calendar)
        return _Timer(target, run.start, calendar, self._paused(run.name))

    def _paused(self, name: ClockName) -> list[Gap]:
        """When a clock of this name stands still."""
        whom = {one for pause in self.policy.service.pauses if name in pause.clocks for one in pause.waiting_for}
        gaps = [gap for one in whom for gap in self.waiting[one]]
        # While it is resolved nothing runs; opening it again goes on from there.
        return _joined([*gaps, *(gap for gap in self.resolved if gap[1] is not None)])

    def _state(self, run: _Run, made: Clock, timer: _Timer) -> State:
        if made.breached is not None:
            return "breached"
        if run.end is not None:
            return "met" if run.met else "ended"
        return "paused" if timer.is_paused(self.now) else "running"

    def _steps(self, run: _Run, made: Clock, timer: _Timer) -> tuple[Step, ...]:
        until = run.end or self.now
        found = [Step(run.start, "started")]
        for start, end in timer.paused:
            if run.start <= start < until:
                found.append(Step(start, "paused"))
                if end is not None and end <= until:
                    found.append(Step(end, "resumed"))
        found += [Step(at, "changed") for at, _ in self.marks[1:] if run.start < at <= until]
        if made.breached is not None:
            found.append(Step(made.breached, "breached"))
        if run.end is not None:
            found.append(Step(run.end, "met" if run.met and made.breached is None else "ended"))
        return tuple(sorted(found, key=lambda one: one.at))

    def totals(self) -> tuple[dt.timedelta, dt.timedelta, dt.timedelta]:
        """What the customer waited, in elapsed and in opening time, and what the team worked."""
        calendar = calendar_of(self.policy)
        customer = _Open(self.opened, self.now, _joined([*self.waiting["customer"], *self.resolved]))
        everyone = [gap for gaps in self.waiting.values() for gap in gaps]
        team = _Open(self.opened, self.now, _joined([*everyone, *self.resolved]))
        waited = sum((end - start for start, end in customer.spans()), _ZERO)
        waited_business = sum((business_time(calendar, start, end) for start, end in customer.spans()), _ZERO)
        worked = sum((business_time(calendar, start, end) for start, end in team.spans()), _ZERO)
        return waited, waited_business, worked


@dataclass(frozen=True, slots=True)
class _Open:
    """An interval without some gaps."""

    start: dt.datetime
    end: dt.datetime | None
    gaps: list[Gap]

    def spans(self) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        """What is left, in order, up to the end."""
        yield from ((start, end) for start, end in self.endless() if end is not None)

    def endless(self) -> Iterator[tuple[dt.datetime, dt.datetime | None]]:
        """What is left; the last span has no end when the interval has none."""
        at: dt.datetime | None = self.start
        for start, end in self.gaps:
            if at is None or (self.end is not None and start >= self.end):
                break
            if start > at:
                yield at, start
            at = None if end is None else max(at, end)
        if at is not None and (self.end is None or at < self.end):
            yield at, self.end


class _Timer:
    """Time that counts for one clock under one target."""

    def __init__(self, target: Duration, start: dt.datetime, calendar: WorkCalendar, paused: list[Gap]) -> None:
        self.target, self.start, self.calendar, self.paused = target, start, calendar, paused
        self.in_business = target.unit.startswith("business")
        self.over = add(start, target, calendar)
        # A term of days is as long as it would be without a pause; a pause moves its end by what was paused.
        self.amount = dt.timedelta.max if self.over is None else self._measure(start, self.over)

    def _measure(self, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
        return business_time(self.calendar, start, end) if self.in_business else max(end - start, _ZERO)

    def used(self, at: dt.datetime) -> dt.timedelta:
        """Time that counts up to an instant."""
        if at <= self.start:
            return _ZERO
        return sum((self._measure(start, end) for start, end in _Open(self.start, at, self.paused).spans()), _ZERO)

    def is_paused(self, at: dt.datetime) -> bool:
        """Whether the clock stands still at an instant."""
        return any(start <= at and (end is None or at < end) for start, end in self.paused)

    def due(self) -> dt.datetime | None:
        """The first instant that reaches the target."""
        if self.over is None:
            return None
        left = self.amount
        for start, end in _Open(self.start, None, self.paused).endless():
            reached = due(self.calendar, start, left) if self.in_business else start + left
            if reached is None or end is None or reached <= end:
                return reached
            left -= self._measure(start, end)
        return None

    def exceeded(self) -> dt.datetime | None:
        """The latest instant at which the target is not exceeded yet."""
        reached = self.due()
        if reached is None:
            return None
        for start, end in _Open(self.start, None, self.paused).endless():
            if end is not None and end <= reached:
                continue
            at = max(start, reached)
            goes_on = first_open(self.calendar, at) if self.in_business else at
            if goes_on is not None and (end is None or goes_on < end):
                return goes_on
        return None

    def closed_days(self) -> tuple[ClosedDay, ...]:
        """Days from start to due on which nothing opens, when opening hours count."""
        end = self.due()
        if not self.in_business or end is None:
            return ()
        day, last = day_of(self.start, self.calendar.zone), day_of(end, self.calendar.zone)
        days = (day + number * _DAY for number in range(min((last - day).days + 1, _MOST_DAYS)))
        return tuple(ClosedDay(one, hours) for one in days if not (hours := hours_on(self.calendar, one)).windows)


def _joined(gaps: list[Gap]) -> list[Gap]:
    """The same gaps in order, without overlaps."""
    result: list[Gap] = []
    for start, end in sorted(gaps, key=lambda gap: gap[0]):
        if result and (result[-1][1] is None or start <= result[-1][1]):
            before, until = result[-1]
            result[-1] = (before, None if until is None or end is None else max(until, end))
        elif end is None or end > start:
            result.append((start, end))
    return result
