"""The walk of a version into force: who may take which step, when it may take effect, and nobody gets around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from dangol.facts.models import Fact
from dangol.flows import drafting, publication
from dangol.flows.errors import BadInput, NotAllowed, NotFound
from dangol.flows.publish import publish
from dangol.rulebook import actions as rulebook
from dangol.rulebook import queries
from dangol.rulebook.errors import HasProblems
from dangol.rulebook.models import PolicyVersion, StepReason
from tests.build import NOON, an_act, at_once
from tests.dangol.flows.walking import AUTHOR, DAY, OTHER, approved, handed_in, how, published, states, text

pytestmark = pytest.mark.django_db
TWO = "{approval: two people}"
NOTICE = "{notice: 30 days}"
SEOUL = dt.timezone(dt.timedelta(hours=9))


def refused(code: str, step: Callable[..., Any], **arguments: Any) -> NotAllowed:
    """The refusal; nothing was changed by it."""
    before = list(PolicyVersion.objects.values()), Fact.objects.count(), StepReason.objects.count()
    with pytest.raises(NotAllowed) as refusal:
        step(**arguments)
    assert refusal.value.code == code
    assert (list(PolicyVersion.objects.values()), Fact.objects.count(), StepReason.objects.count()) == before
    return refusal.value


# --- two people -----------------------------------------------------------------------------------


def test_one_person_may_do_all_of_it_where_the_policy_asks_for_no_more() -> None:
    number = approved(text(), approver=AUTHOR)
    publication.announce(version=number, **how())
    assert states() == {number: "in_force"}


def test_whoever_wrote_it_does_not_approve_it_where_two_are_asked_for() -> None:
    number = handed_in(text(changes=TWO))
    assert [one.code for one in publication.obstacles(number, NOON, by=AUTHOR)] == ["second-person"]
    assert publication.obstacles(number, NOON, by=OTHER) == []
    refused("second-person", publication.approve, version=number, **how())
    for program in ("key:abc", "system:command-line"):
        refused("second-person", publication.approve, version=number, **how(program))
    publication.approve(version=number, reason="Read it twice.", **how(OTHER))
    assert PolicyVersion.objects.get().approved_by == OTHER
    assert StepReason.objects.get().reason == "Read it twice."


def test_nobody_escapes_the_second_person_by_dropping_the_rule_in_the_same_change() -> None:
    published(text(changes=TWO))
    number = handed_in(text(), at=NOON + DAY)
    refusal = refused("second-person", publication.approve, version=number, **how(at=NOON + DAY))
    assert refusal.figures == {"rulers": [1]}
    refused("second-person", publish, text=text(), **how(at=NOON + DAY))


def test_a_rule_for_two_that_is_only_announced_counts_already() -> None:
    published(text())
    published(text(changes=TWO), at=NOON + DAY, day=dt.date(2026, 3, 1))
    number = handed_in(text(rate="2%"), at=NOON + 2 * DAY)
    refused("second-person", publication.approve, version=number, **how(at=NOON + 2 * DAY))


def test_what_one_person_approved_is_not_published_after_a_rule_for_two_came() -> None:
    published(text())
    alone = approved(text(rate="2%"), approver=AUTHOR, at=NOON + DAY)
    published(text(changes=TWO), at=NOON + 2 * DAY)
    found = publication.obstacles(alone, NOON + 3 * DAY)
    assert "second-person" in [one.code for one in found]
    refused("second-person", publication.announce, version=alone, **how(at=NOON + 3 * DAY))


# --- notice to customers --------------------------------------------------------------------------


def test_what_is_worse_for_customers_waits_for_the_notice_they_were_promised() -> None:
    published(text(changes=NOTICE))
    number = approved(text(expire="6 months", changes=NOTICE), at=NOON + DAY)
    first = dt.datetime(2026, 2, 6, tzinfo=SEOUL)
    (obstacle,) = publication.obstacles(number, NOON + DAY)
    assert (obstacle.code, obstacle.figures["first"]) == ("notice", first)
    assert obstacle.figures["clauses"] == ["loyalty.points.expire"]
    assert publication.first_allowed(number, NOON + DAY) == first
    refusal = refused("notice", publication.announce, version=number, **how(at=NOON + DAY))
    assert refusal.figures["first"] == first
    one_second = dt.timedelta(seconds=1)
    refused("notice", publication.announce, version=number, instant=first - one_second, **how(at=NOON + DAY))
    publication.announce(version=number, day=dt.date(2026, 2, 6), **how(at=NOON + DAY))
    assert queries.version(number).effective_from == first
    assert states() == {1: "in_force", 2: "announced"}


def test_what_is_better_needs_no_notice_and_the_first_policy_none_either() -> None:
    published(text(changes="{notice: 30 days}", rate="3%"))
    published(text(changes="{notice: 30 days}", rate="4%"), at=NOON + DAY)
    assert states() == {1: "retired", 2: "in_force"}


def test_what_cannot_be_told_counts_as_worse() -> None:
    published(text(changes=NOTICE))
    number = approved(text(changes=NOTICE).replace("Asia/Seoul", "Asia/Tokyo"), at=NOON + DAY)
    refused("notice", publication.announce, version=number, **how(at=NOON + DAY))


def test_a_shorter_notice_itself_needs_the_longer_one() -> None:
    published(text(changes=NOTICE))
    number = approved(text(changes="{notice: 1 day}"), at=NOON + DAY)
    refused("notice", publication.announce, version=number, day=dt.date(2026, 1, 10), **how(at=NOON + DAY))


def test_the_promise_of_what_still_rules_holds_also_for_what_follows_an_announced_version() -> None:
    published(text(changes=NOTICE))
    published(text(), at=NOON + DAY, day=dt.date(2026, 2, 6))
    number = approved(text(expire="6 months"), at=NOON + 20 * DAY)
    refused("notice", publication.announce, version=number, day=dt.date(2026, 2, 7), **how(at=NOON + 20 * DAY))
    publication.announce(version=number, day=dt.date(2026, 2, 25), **how(at=NOON + 20 * DAY))


def test_publishing_in_one_step_obeys_the_notice_too() -> None:
    published(text(changes=NOTICE))
    refused("notice", publish, text=text(expire="6 months", changes=NOTICE), **how(at=NOON + DAY))


# --- dates ----------------------------------------------------------------------------------------


def test_a_day_begins_in_the_zone_of_the_business() -> None:
    published(text())
    number = published(text(rate="2%"), at=NOON, day=dt.date(2026, 3, 1))
    assert queries.version(number).effective_from == dt.datetime(2026, 2, 28, 15, tzinfo=dt.UTC)


def test_a_version_never_rules_from_a_past_instant() -> None:
    published(text())
    number = approved(text(rate="2%"))
    refused("in-the-past", publication.announce, version=number, day=dt.date(2026, 1, 4), **how(at=NOON + DAY))


def test_a_version_does_not_slip_in_before_an_announced_one_that_would_undo_it() -> None:
    published(text())
    later = published(text(rate="2%"), day=dt.date(2026, 3, 1))
    number = approved(text(rate="3%"))
    refusal = refused("announced-first", publication.announce, version=number, **how())
    assert refusal.figures == {"version": later}
    refused("announced-first", publication.announce, version=number, day=dt.date(2026, 3, 1), **how())


def test_a_version_does_not_undo_one_that_was_published_after_it_was_written() -> None:
    published(text())
    written = approved(text(rate="2%"))
    published(text(rate="3%"), at=NOON + DAY)
    refusal = refused("overtaken", publication.announce, version=written, **how(at=NOON + 2 * DAY))
    assert refusal.figures == {"version": 3}


# --- back and forth -------------------------------------------------------------------------------


def test_a_version_that_is_sent_back_is_a_draft_that_is_worked_on_again() -> None:
    number = approved(text())
    with pytest.raises(BadInput):
        publication.send_back(version=number, reason="  ", **how(OTHER))
    assert states() == {number: "approved"}
    answer = publication.send_back(version=number, reason="The rate is a slip.", **how(OTHER)).value
    version = PolicyVersion.objects.get()
    assert (version.state, version.approved_by, version.approved_at) == ("draft", "", None)
    draft = UUID(answer["draft"])
    assert [one.id for one in drafting.drafts()] == [draft]
    drafting.save_draft(draft=draft, base=1, text=text(rate="2%"), **how())
    assert drafting.submit_draft(draft=draft, reason="mended", **how()).value["version"] == 2
    assert states() == {1: "draft", 2: "checked"}
    reasons = {fact.kind: reason for fact, reason in queries.steps_of(1)}
    assert reasons["policy.sent-back"] == "The rate is a slip."
    assert sorted(reasons) == ["policy.approved", "policy.checked", "policy.drafted", "policy.sent-back"]


def test_a_version_without_a_draft_gets_one_when_it_is_sent_back() -> None:
    published(text())
    made = publication.roll_forward(version=handed_in(text(rate="2%")), reason="again", **how()).value["version"]
    draft = UUID(publication.send_back(version=made, reason="no", **how()).value["draft"])
    assert drafting.draft_text(draft).text == text(rate="2%")


def test_what_rules_or_ruled_is_not_sent_back() -> None:
    number = published(text())
    refused("wrong-step", publication.send_back, version=number, reason="no", **how())


def test_an_announced_version_can_be_withdrawn_until_a_minute_before() -> None:
    published(text())
    starts = NOON + 10 * DAY
    number = published(text(rate="2%"), instant=starts)
    late = starts - dt.timedelta(seconds=59)
    refused("too-late", publication.withdraw, version=number, reason="no", **how(at=late))
    publication.withdraw(version=number, reason="Too dear.", **how(at=starts - dt.timedelta(minutes=1)))
    assert states() == {1: "in_force", 2: "approved"}
    assert queries.version_at(starts + DAY).number == 1
    publication.announce(version=number, instant=starts + DAY, **how(at=starts))
    assert queries.version_at(starts + DAY).number == 2
    steps = [fact.kind.removeprefix("policy.") for fact, _ in queries.steps_of(number)]
    assert sorted(steps) == ["announced", "announced", "approved", "checked", "drafted", "withdrawn"]


def test_the_last_announced_version_is_withdrawn_first() -> None:
    published(text())
    second = published(text(rate="2%"), day=dt.date(2026, 3, 1))
    published(text(rate="3%"), day=dt.date(2026, 4, 1))
    refused("announced-first", publication.withdraw, version=second, reason="no", **how())


def test_what_rules_is_not_withdrawn() -> None:
    refused("wrong-step", publication.withdraw, version=published(text()), reason="no", **how())


def test_an_older_text_comes_back_as_a_new_version() -> None:
    published(text())
    published(text(rate="2%"), at=NOON + DAY)
    answer = publication.roll_forward(version=1, reason="Guests did not like it.", **how(at=NOON + 2 * DAY)).value
    made = queries.version(answer["version"])
    assert (made.number, made.state, made.text, made.follows) == (3, "checked", text(), 2)
    assert made.sha256 == queries.version(1).sha256
    assert made.reason == "The text of version 1 again. Guests did not like it."
    publication.approve(version=3, **how(OTHER, at=NOON + 2 * DAY))
    publication.announce(version=3, **how(at=NOON + 2 * DAY))
    assert states() == {1: "retired", 2: "retired", 3: "in_force"}
    refused("same-text", publication.roll_forward, version=1, reason="again", **how(at=NOON + 3 * DAY))


def test_a_text_that_does_not_pass_the_checks_does_not_come_back() -> None:
    published(text())
    with an_act(by=AUTHOR) as act:
        rulebook.draft(act=act, text="dangol: 1\n")
    before = list(PolicyVersion.objects.values()), Fact.objects.count()
    with pytest.raises(HasProblems):
        publication.roll_forward(version=2, reason="x", **how())
    with pytest.raises(NotFound):
        publication.roll_forward(version=7, reason="x", **how())
    assert (list(PolicyVersion.objects.values()), Fact.objects.count()) == before


# --- told to customers ----------------------------------------------------------------------------


def test_history_tells_customers_what_changed_in_their_language() -> None:
    published(text(changes=NOTICE))
    published(text(changes=NOTICE, rate="2%"), at=NOON + DAY)
    published(text(changes=NOTICE, expire="6 months", rate="2%"), at=NOON + 2 * DAY, day=dt.date(2026, 3, 1))
    last, second, first = publication.history("ko")
    assert (first.number, first.state, first.changes, first.until) == (1, "retired", (), second.effective_from)
    assert (last.state, last.until, last.zone) == ("announced", None, "Asia/Seoul")
    assert [(change.key, change.judged) for change in second.changes] == [("base", "유리")]
    assert "12개월" in last.changes[0].before
    assert "6개월" in last.changes[0].after
    assert [change.judged for change in publication.history("be")[0].changes] == ["горш"]


def test_customers_are_not_told_what_only_staff_read() -> None:
    goal = "figures: [{id: again, figure: retention, window: 12 months, target: %s}]\n"
    published(text() + goal % "40%")
    published(text() + goal % "30%", at=NOON + DAY)
    assert publication.history("en")[0].changes == ()
    assert [one.key for one in publication.history("en", staff=True)[0].changes] == ["again"]


# --- once -----------------------------------------------------------------------------------------


def test_a_step_that_is_sent_twice_is_taken_once() -> None:
    number = handed_in(text())
    same = how(OTHER)
    assert publication.approve(version=number, **same).replayed is False
    assert publication.approve(version=number, **same).replayed is True
    refused("wrong-step", publication.approve, version=number, **how(OTHER))


@pytest.mark.django_db(transaction=True)
def test_of_many_who_announce_at_once_one_does() -> None:
    number = approved(text())
    answers = at_once(lambda one: publication.announce(version=number, **how(f"staff:{one}")), 6, threads=3)
    assert sum(not isinstance(answer, Exception) for answer in answers) == 1
    assert all(isinstance(one, NotAllowed) for one in answers if isinstance(one, Exception)), answers
    assert Fact.objects.filter(kind="policy.in-force").count() == 1
