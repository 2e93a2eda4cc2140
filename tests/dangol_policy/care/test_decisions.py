"""Who may give what, how long data is kept, who belongs to a segment, what the style never says."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dangol_policy import words
from dangol_policy.care.authority import authority, level_of, rises
from dangol_policy.care.belonging import Known, Purchased, missing, segments_of
from dangol_policy.care.following import may_ask_from, steps_due
from dangol_policy.care.keeping import KeepAnswer, keep_until
from dangol_policy.care.memberships import current
from dangol_policy.care.style import said_never, too_long
from dangol_policy.load import load
from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import AuthorityQuestion
from dangol_policy.situation import Line
from dangol_policy.values import Duration, ValuesContext, read_duration
from dangol_policy.words.sections.responsibility import authority_answer

SEOUL = ZoneInfo("Asia/Seoul")


def policy_of(text: str, jurisdictions: str = "") -> Policy:
    head = "dangol: 1\nbusiness: {name: x, timezone: Asia/Seoul, currency: KRW, calendar: desk@@}\n"
    head += "calendars: [{id: desk, hours: {weekdays: 09:00-17:00}}]\n"
    result = load(head.replace("@@", f", jurisdictions: [{jurisdictions}]" if jurisdictions else "") + text)
    assert result.policy is not None, result.problems
    assert result.ok, result.problems
    return result.policy


def on(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(day).replace(tzinfo=SEOUL)


LEVELS = policy_of("""\
cases: {severities: [{id: grave, when: x}]}
responsibility:
  levels:
  - id: desk
    name: care desk
    roles: clerk
    kinds: [question]
    may: [{give: refund, up_to: 3000}, {give: apology}]
    cover: head
    rises: {after: 4 business hours, severity: grave, on_wish: true}
  - {id: shop, roles: [head, owner], may: [{give: refund, up_to: 9000}, {give: apology}]}
  - {id: top, roles: owner, may: [{give: refund}, {give: apology}]}
""")


def ask(role: str, give: str = "refund", **more: Any) -> tuple[str, str | None]:
    question = AuthorityQuestion.model_validate({"role": role, "give": give, **more}, context=ValuesContext("KRW"))
    answer = authority(LEVELS, question)
    return answer.verdict, answer.by


@pytest.mark.parametrize(
    ("role", "amount", "answer"),
    [
        ("clerk", 3000, ("may", "desk")),
        ("clerk", 3001, ("higher", "shop")),
        ("clerk", 9001, ("higher", "top")),
        ("head", 9000, ("may", "shop")),
        ("head", 9001, ("higher", "top")),
        ("owner", 10**9, ("may", "top")),
        ("nobody-known", 1, ("higher", "desk")),
    ],
)
def test_one_unit_above_a_limit_needs_the_next_level(role: str, amount: int, answer: tuple[str, str]) -> None:
    assert ask(role, amount=amount) == answer


def test_kind_severity_and_remedy_lead_up_too() -> None:
    assert ask("clerk", kind="complaint") == ("higher", "shop")
    assert ask("clerk", kind="question") == ("may", "desk")
    assert ask("clerk", "apology", severity="grave") == ("higher", "shop")
    assert ask("clerk", "voucher") == ("nobody", None)


def test_a_cover_speaks_for_the_level_only_when_everybody_is_absent() -> None:
    found = level_of(LEVELS, "head", frozenset({"clerk"}))
    assert found is not None
    assert found.id == "shop", "the higher level counts"
    assert level_of(LEVELS, "stranger", frozenset({"clerk"})) is None


@given(st.integers(0, 20_000), st.integers(0, 20_000), st.sampled_from(["clerk", "head", "owner"]))
def test_less_never_needs_a_higher_level(one: int, more: int, role: str) -> None:
    order = ["desk", "shop", "top"]
    low, high = ask(role, amount=one)[1], ask(role, amount=one + more)[1]
    assert low is not None
    assert high is not None
    assert order.index(low) <= order.index(high)


def test_a_case_moves_up_by_time_severity_or_wish() -> None:
    friday = on("2026-05-08T16:00")
    late = rises(LEVELS, "desk", since=friday)
    assert late is not None
    assert (late.to, late.because, late.at.astimezone(SEOUL)) == ("shop", "time", on("2026-05-11T12:00"))
    grave = rises(LEVELS, "desk", since=friday, severity="grave")
    assert grave is not None
    assert (grave.because, grave.at) == ("severity", friday)
    wished = rises(LEVELS, "desk", since=friday, wished_at=on("2026-05-08T16:30"))
    assert wished is not None
    assert (wished.because, wished.at) == ("wish", on("2026-05-08T16:30"))
    assert rises(LEVELS, "top", since=friday) is None


def test_who_may_can_be_said() -> None:
    question = AuthorityQuestion(role="clerk", give="refund")
    answer = authority(LEVELS, question)
    assert authority_answer(answer, LEVELS, "en") == "It may be given here."
    complaint = question.model_copy(update={"kind": "complaint"})
    higher = authority(LEVELS, complaint)
    assert authority_answer(higher, LEVELS, "ko") == "‘shop’에서 결정합니다."


# --- keeping -----------------------------------------------------------------------------------------

ROW = "privacy: {data: [{id: d, what: x, is: @@, fields: y, purpose: z, ground: law, keep: {for: %s, since: event}}]}"


def kept(sort: str, period: str, since: str, jurisdictions: str = "") -> KeepAnswer:
    policy = policy_of(ROW.replace("@@", sort) % period, jurisdictions)
    return keep_until(policy, policy.privacy.data[0], on(since))


def test_a_period_ends_with_its_last_day() -> None:
    answer = kept("other", "6 months", "2026-08-31T15:00")
    assert answer.until == on("2027-03-01T00:00")
    assert (answer.ground, answer.on_request) == ("d", None)


def test_the_law_keeps_what_the_customer_asks_to_erase() -> None:
    answer = kept("order", "6 years", "2026-03-02T15:00", "KR")
    assert (answer.until, answer.ground) == (on("2032-03-03T00:00"), "d")
    assert answer.on_request == on("2031-03-03T00:00")


def test_the_longer_of_policy_and_law_counts() -> None:
    policy = policy_of(ROW.replace("@@", "order") % "5 years", "KR")
    short = policy.privacy.data[0].model_copy(
        update={"keep": policy.privacy.data[0].keep.model_copy(update={"for_time": read("1 year")})}
    )
    answer = keep_until(policy, short, on("2026-03-02T15:00"))
    assert (answer.until, answer.ground) == (on("2031-03-03T00:00"), "kr-keep-orders")
    assert answer.source is not None


def read(text: str) -> Duration:
    return read_duration(text)


# --- segments ----------------------------------------------------------------------------------------

SEGMENTS = policy_of(
    "loyalty: {tiers: {levels: [{id: welcome, from: 0}, {id: gold, from: 5000}]}}\n"
    "segments:\n"
    "- {id: tea, of: {orders: {at_least: 2, within: 12 months, of: {category: tea}}}}\n"
    "- {id: worth, of: {spent: {at_least: 5000, at_most: 9000, within: 30 days}, tier: gold}}\n"
    "- {id: lost, of: {no_order_for: 6 months, known_for: 1 year}}\n"
    "- {id: fresh, of: {last_order_within: 7 days, language: ko, region: [Seoul]}}\n"
)


def order(at: str, amount: int, category: str = "tea") -> Purchased:
    line = Line.model_validate({"category": [category], "price": amount}, context=ValuesContext("KRW"))
    return Purchased(on(at), amount, (line,))


def test_who_belongs_follows_from_what_they_did() -> None:
    customer = Known(
        since=on("2024-01-01T00:00"),
        tier="gold",
        region="Seoul",
        language="ko",
        orders=(order("2026-05-01T10:00", 3000), order("2026-05-20T10:00", 2000)),
    )
    assert segments_of(SEGMENTS, customer, on("2026-05-21T10:00")) == ("tea", "worth", "fresh")
    assert segments_of(SEGMENTS, customer, on("2026-05-31T23:59")) == ("tea", "worth")
    assert segments_of(SEGMENTS, customer, on("2026-06-01T00:00")) == ("tea",), (
        "the first order is past its thirty days"
    )
    assert segments_of(SEGMENTS, customer, on("2026-11-20T23:59")) == ("tea",)
    assert segments_of(SEGMENTS, customer, on("2026-11-21T00:00")) == ("tea", "lost")
    assert list(missing(SEGMENTS, SEGMENTS.segments[1].of, customer, on("2026-11-21T00:00"))) == ["spent"]


def test_nobody_is_lost_who_never_came() -> None:
    assert segments_of(SEGMENTS, Known(since=on("2020-01-01T00:00")), on("2026-01-01T00:00")) == ()


# --- memberships -------------------------------------------------------------------------------------


def test_a_badge_goes_with_the_end_of_the_day_of_renewal() -> None:
    result = load(
        "dangol: 1\nbusiness:\n  name: x\n  timezone: Asia/Seoul\n  currency: KRW\n"
        "  memberships: [{body: bureau, renewal: 2026-03-31, answer_within: 14 days}, {body: guild}]\n"
    )
    assert result.policy is not None
    bodies = [
        [one.body.get("en") for one in current(result.policy, on(at))] for at in ("2026-03-31T23:59", "2026-04-01")
    ]
    assert bodies == [["bureau", "guild"], ["guild"]]
    said = {one.clause: one.text for one in words.sentences(result.policy, "en")}
    assert said["business.memberships.0"] == (
        "We belong to bureau. Until March 31, 2026. We answer what comes through it within 14 days."
    )


# --- what follows ------------------------------------------------------------------------------------

FOLLOWING = policy_of("""\
aftercare:
- id: plan
  stops_on: [return]
  touches:
  - {id: later, wait: 1 month, message: Hello, channel: email}
  - {id: soon, wait: 3 days, message: Hello, channel: email, relevant_for: 2 days}
  - {id: at-once, wait: 30 minutes, message: Hello, channel: email}
voice:
  fatigue: [{id: a, most: 1, per: 90 days}, {id: b, most: 2, per: 1 year}]
""")


def test_steps_are_due_in_order_and_stop_with_what_stops_them() -> None:
    plan, began = FOLLOWING.aftercare[0], on("2026-01-31T10:00")
    steps = steps_due(FOLLOWING, plan, began)
    assert [(step.touch, step.at) for step in steps] == [
        ("at-once", on("2026-01-31T10:30")),
        ("soon", on("2026-02-04T00:00")),
        ("later", on("2026-03-01T00:00")),
    ]
    assert steps[1].until == on("2026-02-07T00:00")
    stopped = steps_due(FOLLOWING, plan, began, [(on("2026-02-01T10:00"), "return")])
    assert [step.touch for step in stopped] == ["at-once"]
    assert steps_due(FOLLOWING, plan, began, [(on("2026-02-01T10:00"), "complaint")]) == steps


def test_nobody_is_asked_more_often_than_every_limit_allows() -> None:
    assert may_ask_from(FOLLOWING, [], on("2026-06-01T10:00")) == on("2026-06-01T10:00")
    assert may_ask_from(FOLLOWING, [on("2026-05-01T10:00")], on("2026-06-01T10:00")) == on("2026-07-31T00:00")
    twice = [on("2026-01-01T10:00"), on("2026-05-01T10:00")]
    assert may_ask_from(FOLLOWING, twice, on("2026-09-01T10:00")) == on("2027-01-02T00:00")


# --- style -------------------------------------------------------------------------------------------


def test_the_style_finds_what_is_never_said_and_sentences_too_long() -> None:
    policy = policy_of(
        "style: [{id: s, language: en, address: you, tone: plain, longest_sentence: 5, "
        "never: [{say: [as per policy, we can't], instead: Here is what I can do}]}]\n"
    )
    style = policy.style[0]
    assert [(slip.words, slip.start) for slip in said_never(style, "As per policy WE CAN'T.")] == [
        ("as per policy", 0),
        ("we can't", 14),
    ]
    assert said_never(style, "Here is what I can do.") == ()
    assert too_long(style, "One two three four five. One two three four five six.") == ("One two three four five six.",)
