"""The clocks of a case: worked values, and equality with counting minutes."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy import words
from dangol_policy.calendar import calendar_of
from dangol_policy.care.clocks import CaseClocks, Clock, clocks
from dangol_policy.load import load
from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import ClockQuestion
from dangol_policy.model.standards import ClockName
from dangol_policy.values import ValuesContext
from dangol_policy.words.sections.standards import clock_told
from tests.dangol_policy.calendar.by_minutes import open_at

MINUTE = dt.timedelta(minutes=1)
HEAD = """\
dangol: 1
business: {name: x, timezone: @@, currency: KRW, calendar: desk}
calendars:
- {id: desk, hours: {weekdays: 09:00-17:00}, closed: [2026-05-05]}
- {id: nights, hours: {every day: [22:00-06:00, 01:00-03:30]}}
responsibility: {levels: [{id: all, roles: staff}]}
"""
Log = list[dict[str, Any]]


def policy_of(service: str, zone: str = "Asia/Seoul") -> Policy:
    result = load(HEAD.replace("@@", zone) + service)
    assert result.policy is not None, result.problems
    assert result.ok, result.problems
    return result.policy


def ask(policy: Policy, opened: str, at: str, events: Log | None = None, **case: str) -> CaseClocks:
    data = {"opened": opened, "at": at, "case": {"kind": "complaint", **case}, "events": events or []}
    zone = policy.business.timezone
    return clocks(policy, ClockQuestion.model_validate(data, context=ValuesContext("KRW", zone=zone)))


def last(found: CaseClocks, name: ClockName) -> Clock:
    clock = found.latest(name)
    assert clock is not None
    return clock


def local(at: dt.datetime | None, zone: str = "Asia/Seoul") -> str | None:
    return None if at is None else at.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat(timespec="minutes")


FOUR_HOURS = policy_of(
    "service: {standards: [{id: s, first_response: 4 business hours, next_response: 4 business hours}]}\n"
)


def test_four_hours_from_friday_afternoon_are_monday_noon() -> None:
    clock = last(ask(FOUR_HOURS, "2026-05-08T16:00", "2026-05-08T16:30"), "first_response")
    assert (local(clock.due), clock.state) == ("2026-05-11T12:00", "running")
    assert [str(one.day) for one in clock.closed] == ["2026-05-09", "2026-05-10"]


def test_a_day_off_is_named_among_the_closed_days() -> None:
    clock = last(ask(FOUR_HOURS, "2026-05-04T16:00", "2026-05-04T16:30"), "first_response")
    assert local(clock.due) == "2026-05-06T12:00"
    assert [(str(one.day), one.hours.because) for one in clock.closed] == [("2026-05-05", "closed")]


@pytest.mark.parametrize(
    ("answer", "state"),
    [("2026-05-11T12:00:00", "met"), ("2026-05-11T12:00:01", "breached"), ("2026-05-09T03:00:00", "met")],
)
def test_due_exactly_met_is_met(answer: str, state: str) -> None:
    log = [{"at": answer, "what": "reply"}]
    assert last(ask(FOUR_HOURS, "2026-05-08T16:00", "2026-05-12T09:00", log), "first_response").state == state


def test_an_answer_after_closing_to_a_clock_due_at_closing_is_met() -> None:
    log = [{"at": "2026-05-08T23:00", "what": "reply"}]
    clock = last(ask(FOUR_HOURS, "2026-05-08T13:00", "2026-05-12T09:00", log), "first_response")
    assert (local(clock.due), clock.state) == ("2026-05-08T17:00", "met")
    breached = last(ask(FOUR_HOURS, "2026-05-08T13:00", "2026-05-11T09:01"), "first_response")
    assert local(breached.breached) == "2026-05-11T09:00", "the first instant that exceeds four hours"
    assert last(ask(FOUR_HOURS, "2026-05-08T13:00", "2026-05-11T09:00"), "first_response").state == "running"


def test_a_machine_acknowledges_and_does_not_answer() -> None:
    policy = policy_of("service: {standards: [{id: s, acknowledge: 10 minutes, first_response: 2 hours}]}\n")
    found = ask(policy, "2026-05-09T03:00", "2026-05-09T05:01", [{"at": "2026-05-09T03:01", "what": "automatic reply"}])
    assert last(found, "acknowledge").state == "met"
    assert (last(found, "first_response").state, local(last(found, "first_response").due)) == (
        "breached",
        "2026-05-09T05:00",
    )


def test_next_response_counts_from_the_oldest_unanswered_message() -> None:
    log: Log = [
        {"at": "2026-05-11T09:30", "what": "message"},
        {"at": "2026-05-11T10:00", "what": "reply"},
        {"at": "2026-05-11T11:00", "what": "message"},
        {"at": "2026-05-11T14:30", "what": "message"},
    ]
    found = ask(FOUR_HOURS, "2026-05-11T09:00", "2026-05-11T14:45", log)
    clock = last(found, "next_response")
    assert (local(clock.started), local(clock.due), clock.state) == ("2026-05-11T11:00", "2026-05-11T15:00", "running")
    assert sum(one.name == "next_response" for one in found.clocks) == 1, "none before the first answer"


@pytest.mark.parametrize(("ending", "state"), [("reply", "met"), ("no reply needed", "ended"), ("resolved", "ended")])
def test_what_ends_the_next_response(ending: str, state: str) -> None:
    log: Log = [
        {"at": "2026-05-11T10:00", "what": "reply"},
        {"at": "2026-05-11T11:00", "what": "message"},
        {"at": "2026-05-11T12:00", "what": ending},
    ]
    assert last(ask(FOUR_HOURS, "2026-05-11T09:00", "2026-05-12T09:00", log), "next_response").state == state


PAUSED = policy_of(
    "service:\n  standards: [{id: s, resolve: 10 business hours, update_every: 4 business hours}]\n"
    "  pauses: [{id: p, clocks: [resolve]}]\n"
)


def test_waiting_for_the_customer_pauses_what_the_policy_says() -> None:
    log: Log = [
        {"at": "2026-05-11T10:00", "what": "waiting"},
        {"at": "2026-05-11T13:00", "what": "message"},
        {"at": "2026-05-11T14:00", "what": "waiting", "waiting_for": "third party"},
    ]
    found = ask(PAUSED, "2026-05-11T09:00", "2026-05-11T15:00", log)
    clock = last(found, "resolve")
    assert (clock.state, clock.used, local(clock.due)) == ("running", dt.timedelta(hours=3), "2026-05-12T14:00")
    assert [step.what for step in clock.steps] == ["started", "paused", "resumed"]
    assert last(found, "update_every").state == "breached", "the policy does not pause it"
    assert last(ask(PAUSED, "2026-05-11T09:00", "2026-05-11T12:00", log[:1]), "resolve").state == "paused"
    assert last(ask(PAUSED, "2026-05-11T09:00", "2026-05-11T12:00", log[:1]), "resolve").due is None


def test_totals_tell_what_the_customer_waited_and_the_team_worked() -> None:
    log: Log = [
        {"at": "2026-05-11T10:00", "what": "waiting"},
        {"at": "2026-05-11T13:00", "what": "message"},
        {"at": "2026-05-11T14:00", "what": "waiting", "waiting_for": "third party"},
        {"at": "2026-05-12T10:00", "what": "resolved"},
    ]
    found = ask(PAUSED, "2026-05-11T08:00", "2026-05-13T00:00", log)
    hour = dt.timedelta(hours=1)
    assert found.waited == 23 * hour
    assert found.waited_business == (1 + 1 + 3 + 1) * hour
    assert found.worked == 2 * hour


def test_opened_again_it_goes_on_with_the_time_it_had() -> None:
    log: Log = [
        {"at": "2026-05-11T11:00", "what": "resolved"},
        {"at": "2026-05-13T09:00", "what": "reopened"},
    ]
    assert last(ask(PAUSED, "2026-05-11T09:00", "2026-05-12T09:00", log), "resolve").state == "met"
    clock = last(ask(PAUSED, "2026-05-11T09:00", "2026-05-13T10:00", log), "resolve")
    assert (clock.state, clock.used, local(clock.due)) == ("running", dt.timedelta(hours=3), "2026-05-13T17:00")


CHANGING = policy_of(
    "cases: {severities: [{id: grave, when: x}, {id: light, when: y}]}\n"
    "service:\n  standards:\n  - {id: plain, first_response: 6 business hours}\n"
    "  - {id: quick, severity: grave, first_response: 1 business hour}\n"
)


def test_a_change_counts_anew_and_breaches_at_the_change() -> None:
    change = [{"at": "2026-05-11T11:00", "what": "changed", "to": {"kind": "complaint", "severity": "grave"}}]
    clock = last(ask(CHANGING, "2026-05-11T09:00", "2026-05-11T11:30", change, severity="light"), "first_response")
    assert (clock.clause, clock.state, clock.by_change) == ("quick", "breached", True)
    assert (local(clock.breached), local(clock.due)) == ("2026-05-11T11:00", "2026-05-11T10:00")


def test_a_breach_stays_when_the_case_becomes_lighter() -> None:
    change = [{"at": "2026-05-11T11:00", "what": "changed", "to": {"kind": "complaint", "severity": "light"}}]
    clock = last(ask(CHANGING, "2026-05-11T09:00", "2026-05-11T11:30", change, severity="grave"), "first_response")
    assert (clock.clause, local(clock.breached), clock.by_change) == ("plain", "2026-05-11T10:00", False)


def test_the_narrower_standard_holds() -> None:
    assert (
        last(ask(CHANGING, "2026-05-11T09:00", "2026-05-11T09:30", severity="grave"), "first_response").clause
        == "quick"
    )
    assert last(ask(CHANGING, "2026-05-11T09:00", "2026-05-11T09:30"), "first_response").clause == "plain"


def test_a_month_from_the_last_of_january_ends_with_february() -> None:
    policy = policy_of("service: {standards: [{id: s, resolve: 1 month}]}\n")
    assert local(last(ask(policy, "2026-01-31T10:00", "2026-02-01T10:00"), "resolve").due) == "2026-03-01T00:00"
    assert local(last(ask(policy, "2028-01-31T10:00", "2028-02-01T10:00"), "resolve").due) == "2028-03-01T00:00"


def test_a_clock_says_how_it_stands_and_why() -> None:
    clock = last(ask(FOUR_HOURS, "2026-05-04T16:00", "2026-05-04T16:30"), "first_response")
    assert clock_told(clock, FOUR_HOURS, "en") == (
        "First answer is due May 6, 2026, 12:00.",
        "May 4, 2026, 16:00: it starts.",
        "May 5, 2026 does not count: closed.",
    )
    change = [{"at": "2026-05-11T11:00", "what": "changed", "to": {"kind": "complaint", "severity": "grave"}}]
    changed = last(ask(CHANGING, "2026-05-11T09:00", "2026-05-11T11:30", change, severity="light"), "first_response")
    assert (
        clock_told(changed, CHANGING, "ko")[0] == "상담 건이 바뀌어 첫 답변 기준을 2026년 5월 11일 11:00에 넘겼습니다."
    )
    waiting: Log = [{"at": "2026-05-11T10:00", "what": "waiting"}]
    paused = last(ask(PAUSED, "2026-05-11T09:00", "2026-05-11T12:00", waiting), "resolve")
    for language in words.LANGUAGES:
        assert all(line.endswith(".") for line in clock_told(paused, PAUSED, language))
    assert clock_told(paused, PAUSED, "vi")[0] == "Hạn giải quyết được xác định khi hết thời gian chờ."


# --- against counting minutes ------------------------------------------------------------------------

# Clocks change in New York on 8 March and 1 November 2026, on Lord Howe by half an hour on 5 April.
SCENES = [
    ("America/New_York", "2026-03-07"),
    ("America/New_York", "2026-10-31"),
    ("Australia/Lord_Howe", "2026-04-04"),
    ("Asia/Seoul", "2026-05-04"),
    ("Asia/Seoul", "2028-02-28"),
]
TARGETS = ["90 minutes", "5 hours", "4 business hours", "11 business hours"]
WHAT = ["message", "reply", "update", "waiting", "third", "resumed", "resolved", "reopened"]


def slow(
    policy: Policy, opened: dt.datetime, now: dt.datetime, log: list[tuple[dt.datetime, str]], business: bool
) -> int:
    """Minutes that count for the resolve clock: looked at one by one."""
    calendar = calendar_of(policy, policy.service.standards[0].calendar)
    waiting: set[str] = set()
    solved, count, at = False, 0, opened
    while at < now:
        for _, what in (one for one in log if one[0] == at):
            if what == "resolved" and not solved:
                solved, waiting = True, set()
            elif what == "reopened":
                solved = False
            elif what in ("waiting", "third") and not solved:
                waiting.add(what)
            elif what == "message":
                waiting.discard("waiting")
            elif what == "resumed":
                waiting.clear()
        count += not solved and "waiting" not in waiting and (not business or open_at(calendar, at))
        at += MINUTE
    return count


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(SCENES),
    st.sampled_from(TARGETS),
    st.sampled_from(["desk", "nights"]),
    st.lists(st.tuples(st.integers(1, 3000), st.sampled_from(WHAT)), max_size=7),
    st.integers(0, 3200),
    st.integers(0, 1439),
)
def test_the_time_used_is_the_minutes_counted(
    scene: tuple[str, str], target: str, calendar: str, happened: list[tuple[int, str]], later: int, start: int
) -> None:
    zone, day = scene
    policy = policy_of(
        f"service:\n  standards: [{{id: s, resolve: {target}, calendar: {calendar}}}]\n"
        "  pauses: [{id: p, clocks: [resolve]}]\n",
        zone,
    )
    opened = dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC) + start * MINUTE
    now = opened + later * MINUTE
    log = sorted({minute: (opened + minute * MINUTE, what) for minute, what in happened}.values())
    events = [
        {"at": at.isoformat(), "what": "waiting", "waiting_for": "third party"}
        if what == "third"
        else {"at": at.isoformat(), "what": what}
        for at, what in log
    ]
    clock = last(ask(policy, opened.isoformat(), now.isoformat(), events), "resolve")
    business = "business" in target
    counted = slow(policy, opened, clock.ended or now, log, business)
    allowed = clock.target.amount * (1 if "minutes" in target else 60)
    assert clock.used == counted * MINUTE
    assert (clock.state == "breached") == (counted > allowed)
    if clock.due is not None and clock.due <= (clock.ended or now):
        assert slow(policy, opened, clock.due, log, business) == allowed
        assert slow(policy, opened, clock.due - MINUTE, log, business) == allowed - 1
    if clock.breached is not None:
        assert slow(policy, opened, clock.breached, log, business) == allowed
        assert slow(policy, opened, clock.breached + MINUTE, log, business) == allowed + 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 3000), st.sampled_from(WHAT)), max_size=7),
    st.integers(0, 1500),
    st.integers(0, 1500),
)
def test_what_has_happened_stays(happened: list[tuple[int, str]], first: int, more: int) -> None:
    """Looking later at the same log moves no breach that was there, and never lessens what the customer waited."""
    opened = dt.datetime(2026, 5, 11, tzinfo=dt.UTC)
    events = [
        {"at": (opened + minute * MINUTE).isoformat(), "what": "waiting" if what == "third" else what}
        for minute, what in sorted(happened)
    ]
    early = ask(PAUSED, opened.isoformat(), (opened + first * MINUTE).isoformat(), events)
    late = ask(PAUSED, opened.isoformat(), (opened + (first + more) * MINUTE).isoformat(), events)
    assert {(one.name, one.started, one.breached) for one in early.clocks if one.breached} <= {
        (one.name, one.started, one.breached) for one in late.clocks
    }
    assert late.waited >= early.waited
    assert late.worked >= early.worked
