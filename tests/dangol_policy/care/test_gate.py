"""The gate: the first instant at which nothing speaks against a message, equal to asking second by second."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy import words
from dangol_policy.care.gate import GateAnswer, covers_the_day, gate, quiet_until
from dangol_policy.load import load
from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import ContactQuestion
from dangol_policy.packs import rule_named
from dangol_policy.values import TimeRange, ValuesContext

MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)
SEOUL = "Asia/Seoul"
HEAD = "dangol: 1\nbusiness: {name: x, timezone: Asia/Seoul, currency: KRW, languages: ko@@}\ncontact:\n"
NIGHT = "  quiet_hours: [{id: night, purpose: marketing, hours: 21:00-08:00, unless_agreed: true}]\n"
AGREED = {"consents": [{"at": "2020-01-01T00:00", "renewed": "2027-01-01T00:00"}]}

# Clocks change in New York on 8 March and 1 November 2026, in Havana at midnight, on Lord Howe by half an hour.
SCENES = [
    ("America/New_York", dt.date(2026, 3, 7)),
    ("America/New_York", dt.date(2026, 10, 31)),
    ("America/Havana", dt.date(2026, 3, 7)),
    ("America/Havana", dt.date(2026, 10, 31)),
    ("Australia/Lord_Howe", dt.date(2026, 4, 4)),
    ("Pacific/Apia", dt.date(2011, 12, 29)),
    (SEOUL, dt.date(2028, 2, 28)),
    ("Europe/Minsk", dt.date(2026, 12, 31)),
]


def policy_of(rules: str, jurisdictions: str = "") -> Policy:
    head = HEAD.replace("@@", f", jurisdictions: [{jurisdictions}]" if jurisdictions else "")
    result = load(head + rules)
    assert result.policy is not None, result.problems
    assert result.ok, result.problems
    return result.policy


def ask(policy: Policy, at: str, /, **asked: Any) -> GateAnswer:
    data = {"at": at, "channel": "sms", "purpose": "marketing", "text": "(광고) x", "customer": AGREED, **asked}
    return gate(policy, ContactQuestion.model_validate(data, context=ValuesContext("KRW", zone=SEOUL)))


def because(answer: GateAnswer) -> list[str]:
    return [reason.because for reason in answer.reasons]


def local(answer: GateAnswer, zone: str = SEOUL) -> str:
    assert answer.at is not None
    return answer.at.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat()


@pytest.mark.parametrize(
    ("at", "verdict", "goes"),
    [
        ("2026-11-22T20:59:59", "allow", "2026-11-22T20:59:59"),
        ("2026-11-22T21:00:00", "defer", "2026-11-23T08:00:00"),
        ("2026-11-23T00:00:00", "defer", "2026-11-23T08:00:00"),
        ("2026-11-23T07:59:59", "defer", "2026-11-23T08:00:00"),
        ("2026-11-23T08:00:00", "allow", "2026-11-23T08:00:00"),
        ("2028-02-28T23:00:00", "defer", "2028-02-29T08:00:00"),
    ],
)
@pytest.mark.parametrize("jurisdictions", ["", "KR"])
def test_the_night_is_half_open(at: str, verdict: str, goes: str, jurisdictions: str) -> None:
    answer = ask(policy_of(NIGHT, jurisdictions), at)
    assert answer.verdict == verdict
    assert local(answer) == goes


def test_the_law_is_asked_where_the_policy_is_silent() -> None:
    silent = policy_of("  caps: []\n", "KR")
    assert ask(silent, "2026-11-22T21:00").reasons[0].clause == "kr-advertising-night"
    assert ask(silent, "2026-11-22T21:00", channel="email").verdict == "allow", "e-mail is excepted"
    assert because(ask(silent, "2026-11-22T12:00", text="[광고] x")) == ["label-missing"]
    night = {"consents": [{"at": "2026-01-01T00:00", "quiet_hours": True}]}
    assert ask(silent, "2026-11-22T23:00", customer=night).verdict == "allow"


def test_an_answer_of_the_law_leads_to_its_source() -> None:
    silent = policy_of("  caps: []\n", "KR")
    clause = ask(silent, "2026-11-22T21:00").reasons[0].clause
    law = rule_named(silent.business.jurisdictions, clause)
    assert law is not None
    assert "article 50" in law.source
    assert rule_named(silent.business.jurisdictions, "kr-requests") is not None
    assert rule_named(silent.business.jurisdictions, "night") is None


def test_hours_are_those_where_the_customer_is() -> None:
    there = {**AGREED, "timezone": "America/New_York"}
    answer = ask(policy_of(NIGHT), "2026-11-22T12:00", customer=there)
    assert answer.verdict == "defer"
    assert local(answer, "America/New_York") == "2026-11-22T08:00:00"


def test_advertising_without_a_rule_needs_a_consent_and_other_messages_do_not() -> None:
    policy = policy_of("  caps: []\n")
    assert ask(policy, "2026-11-22T12:00", customer={}).reasons[0].clause == "contact.consents"
    assert ask(policy, "2026-11-22T12:00", customer={}, purpose="care").verdict == "allow"
    withdrawn = {"consents": [{"at": "2026-01-01T00:00", "withdrawn": "2026-11-22T12:00"}]}
    assert ask(policy, "2026-11-22T11:59:59", customer=withdrawn).verdict == "allow"
    assert because(ask(policy, "2026-11-22T12:00", customer=withdrawn)) == ["no-consent"]
    other = {"consents": [{"at": "2026-01-01T00:00", "channel": "email"}]}
    assert because(ask(policy, "2026-11-22T12:00", customer=other)) == ["no-consent"]


def test_a_consent_not_renewed_holds_unless_the_policy_says_otherwise() -> None:
    old = {"consents": [{"at": "2024-02-29T10:00"}]}
    rule = "  consents: [{id: ask, purpose: marketing, renew: 2 years@@}]\n"
    holding = policy_of(rule.replace("@@", ""))
    assert ask(holding, "2026-02-28T23:59", customer=old).verdict == "allow", "29 February two years on"
    assert because(ask(holding, "2026-03-01T09:00", customer=old)) == ["consent-old"]
    assert ask(policy_of(rule.replace("@@", ", unrenewed: send")), "2026-03-01T09:00", customer=old).verdict == "allow"
    assert because(ask(policy_of("  caps: []\n", "KR"), "2026-03-01T09:00", customer=old)) == ["consent-old"]
    sends = policy_of(rule.replace("@@", ", unrenewed: send"), "KR")
    assert ask(sends, "2026-03-01T09:00", customer=old).verdict == "allow", "silence leaves it as it is"


def test_a_purchase_stands_in_for_a_consent_for_its_time() -> None:
    policy = policy_of("  consents: [{id: ask, purpose: marketing, bought_within: 6 months}]\n")
    bought = {"last_purchase": "2026-05-31T15:00"}
    assert ask(policy, "2026-11-30T23:59", customer=bought).verdict == "allow"
    assert because(ask(policy, "2026-12-01T00:00", customer=bought)) == ["no-consent"]


def test_a_message_one_cap_length_ago_no_longer_counts() -> None:
    policy = policy_of("  caps: [{id: three, purpose: marketing, most: 3, per: 24 hours}]\n")
    sent = [{"at": f"2026-11-21T{hour}:00", "channel": "sms", "purpose": "marketing"} for hour in ("09", "12", "15")]
    customer = {**AGREED, "sent": sent}
    waits = ask(policy, "2026-11-22T08:59:59", customer=customer)
    assert (waits.verdict, local(waits)) == ("defer", "2026-11-22T09:00:00")
    assert ask(policy, "2026-11-22T09:00:00", customer=customer).verdict == "allow"
    assert ask(policy, "2026-11-22T08:59:59", customer=customer, purpose="care").verdict == "allow"


def test_the_wait_is_the_first_instant_at_which_nothing_speaks_against() -> None:
    policy = policy_of(NIGHT + "  caps: [{id: one, purpose: marketing, most: 1, per: 24 hours}]\n")
    sent = [{"at": "2026-11-21T22:30", "channel": "sms", "purpose": "marketing"}]
    answer = ask(policy, "2026-11-22T12:00", customer={**AGREED, "sent": sent})
    assert local(answer) == "2026-11-23T08:00:00", "the cap ends at 22:30, in the night"
    assert because(answer) == ["cap", "quiet-hours"]


def test_one_refusal_refuses_and_everything_that_speaks_against_is_said() -> None:
    policy = policy_of(
        NIGHT + "  registers: [{id: list, on: do-not-call}]\n  rests: [{id: rest, purpose: marketing}]\n"
    )
    customer = {**AGREED, "registers": ["do-not-call"], "open_cases": ["complaint"], "wishes": [{"most": 0}]}
    answer = ask(policy, "2026-11-22T22:00", customer=customer)
    assert answer.verdict == "refuse"
    assert answer.at is None
    assert because(answer) == ["on-register", "quiet-hours", "own-wish", "open-case"]


def test_a_message_never_outlives_its_relevance() -> None:
    policy = policy_of(NIGHT)
    late = ask(policy, "2026-11-22T22:00", relevant_until="2026-11-23T08:00")
    assert late.verdict == "refuse"
    assert because(late) == ["quiet-hours", "too-late"]
    assert ask(policy, "2026-11-22T22:00", relevant_until="2026-11-23T08:00:01").verdict == "defer"
    assert ask(policy, "2026-11-22T12:00", relevant_until="2026-11-22T12:00").verdict == "refuse"


def test_the_customers_own_wish_counts_beside_the_rules() -> None:
    policy = policy_of("  caps: []\n")
    sent = [{"at": "2026-11-20T10:00", "channel": "sms", "purpose": "marketing"}]
    customer = {**AGREED, "sent": sent, "wishes": [{"purpose": "marketing", "most": 1, "per": "7 days"}]}
    assert local(ask(policy, "2026-11-22T12:00", customer=customer)) == "2026-11-28T00:00:00"
    assert ask(policy, "2026-11-22T12:00", customer=customer, channel="email").verdict == "defer"


def test_an_answer_can_be_said() -> None:
    policy = policy_of(NIGHT)
    answer = ask(policy, "2026-11-22T22:00")
    assert words.contact_answer(answer, policy, "en") == (
        "The message waits until November 23, 2026, 08:00.",
        "It is a quiet hour where the customer is.",
    )
    assert words.contact_answer(answer, policy, "ko")[0] == "메시지는 2026년 11월 23일 08:00까지 기다립니다."


# --- against asking minute by minute -----------------------------------------------------------------

windows = st.lists(
    st.builds(TimeRange, st.integers(0, 47).map(lambda h: h * 30), st.integers(0, 48).map(lambda h: h * 30)),
    min_size=1,
    max_size=3,
)


def is_quiet(hours: list[TimeRange], at: dt.datetime, zone: str) -> bool:
    """What the clock on the wall shows lies in a window."""
    shown = at.astimezone(ZoneInfo(zone))
    minute = shown.hour * 60 + shown.minute
    return any(
        (one.start <= minute < one.end) if one.start < one.end else (minute >= one.start or minute < one.end)
        for one in hours
    )


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SCENES), windows, st.integers(-24 * 60, 48 * 60))
def test_quiet_hours_end_where_the_clock_on_the_wall_leaves_them(
    scene: tuple[str, dt.date], hours: list[TimeRange], minutes: int
) -> None:
    zone, day = scene
    at = dt.datetime.combine(day, dt.time(), dt.UTC) + minutes * MINUTE
    end = quiet_until(hours, at, zone)
    if not is_quiet(hours, at, zone):
        assert end is None
        return
    assert end is not None
    step = at
    while is_quiet(hours, step, zone) and step < at + 40 * 60 * MINUTE:
        step += MINUTE
    assert end == step or covers_the_day(hours)


@given(windows)
def test_windows_cover_the_day_when_no_minute_is_left(hours: list[TimeRange]) -> None:
    noon = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
    assert covers_the_day(hours) == all(is_quiet(hours, noon + n * MINUTE, "UTC") for n in range(1440))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(windows.map(tuple), max_size=3),
    st.lists(st.integers(0, 72 * 60), max_size=4),
    st.integers(1, 3),
    st.integers(1, 30),
    st.integers(0, 24 * 60),
)
def test_the_gate_is_the_first_minute_that_is_free(
    quiet: list[tuple[TimeRange, ...]], sent: list[int], most: int, per: int, later: int
) -> None:
    rules = "".join(
        f"  - {{id: q{n}, hours: [{', '.join(f'{str(one)!r}' for one in hours)}]}}\n" for n, hours in enumerate(quiet)
    )
    every = [one for hours in quiet for one in hours]
    if covers_the_day(every):
        return
    policy = policy_of(
        (f"  quiet_hours:\n{rules}" if quiet else "") + f"  caps: [{{id: cap, most: {most}, per: {per} hours}}]\n"
    )
    start = dt.datetime(2026, 11, 20, tzinfo=ZoneInfo(SEOUL))
    at = start + 72 * 60 * MINUTE + later * MINUTE
    times = [start + n * MINUTE for n in sent]
    messages = [{"at": one.isoformat(), "channel": "sms", "purpose": "care"} for one in times]
    answer = ask(policy, at.isoformat(), customer={"sent": messages}, purpose="care")
    step, length = at, dt.timedelta(hours=per)
    while is_quiet(every, step, SEOUL) or sum(one <= step < one + length for one in times) >= most:
        step += MINUTE
    assert answer.at == step
    assert answer.verdict == ("allow" if step == at else "defer")
