"""Who still has to read what: asked once, asked again only for a change of their work, and counted rightly."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from dangol.facts.models import Fact
from dangol.flows import briefing, coverage
from dangol.flows.errors import BadInput, NotAllowed, NotFound
from dangol.rulebook import actions as rulebook
from dangol.staff import actions as staff
from dangol.staff.models import Acknowledgement, CheckAnswer, CoverageWaiver, User
from tests import cast
from tests.build import DAY, NOON, an_act

pytestmark = pytest.mark.django_db
POLICY = """\
dangol: 1
business: {name: {ko: 봄날식당, en: Bomnal}, timezone: Asia/Seoul, currency: KRW, languages: [ko, en]}
cases: {kinds: [{id: complaint, is: complaint}]}
returns: {windows: [{id: week, for: 7 days, after: purchase}]}
responsibility:
  levels:
    - {id: desk, roles: clerk, may: [{give: refund, up_to: 30000}]}
    - {id: direction, roles: head, may: [{give: refund}]}
staff:
  roles: [{id: clerk, name: {ko: 직원, en: clerk}}, {id: head, name: {ko: 점장, en: manager}}]
  training: [{id: know-returns, roles: clerk, knows: [returns], within: 7 days, passed: 100%, share: 50%}]
"""
LONGER = POLICY.replace("for: 7 days, after", "for: 10 days, after")


def publish(text: str = POLICY, *, days: int = 0) -> int:
    with an_act(at=NOON + days * DAY, by="staff:1") as act:
        return rulebook.publish_text(act=act, text=text)[0].number


def approved(text: str) -> int:
    """A version that is approved and waits to be published."""
    with an_act(at=NOON, by="staff:1") as act:
        version = rulebook.draft(act=act, text=text)
        rulebook.check(act=act, version=version)
        rulebook.approve(act=act, version=version)
    return version.number


def working(user: User, *duties: str) -> User:
    with an_act() as act:
        staff.assign(act=act, user=user, duties=duties)
    return user


def right(user: User, duty: str, version: int) -> dict[str, str]:
    asked = briefing.brief(user=user, duty=duty, version=version, language="en", at=NOON).questions
    return {one.id: one.options[one.right] for one in asked}


def acknowledge(
    user: User, duty: str, version: int, answers: Mapping[str, str] | None = None, key: str = ""
) -> dict[str, object]:
    chosen = right(user, duty, version) if answers is None else answers
    told = briefing.acknowledge(
        user=user,
        duty=duty,
        version=version,
        language="en",
        answers=chosen,
        request=key or f"{user.username}:{duty}:{version}",
        by=user.doer,
        at=NOON,
    )
    found: dict[str, object] = told.value
    return found


def waiting(user: User) -> list[tuple[str, int]]:
    return [(one.duty, one.version) for one in briefing.waiting(user, at=NOON)]


def test_without_a_policy_nothing_waits() -> None:
    assert waiting(cast.clerk()) == []
    assert coverage.coverage(language="en", at=NOON) == ()


def test_who_was_told_nothing_reads_what_everybody_reads() -> None:
    publish()
    assert waiting(cast.clerk()) == [("everybody", 1)]
    acknowledge(cast.clerk(), "everybody", 1)
    assert waiting(cast.clerk()) == []


def test_a_later_version_asks_again_only_whose_work_changed() -> None:
    clerk, lead = working(cast.clerk(), "clerk"), working(cast.lead(), "head")
    publish()
    acknowledge(clerk, "clerk", 1)
    acknowledge(lead, "head", 1)
    approved(POLICY.replace("up_to: 30000", "up_to: 40000"))
    assert waiting(clerk) == [("clerk", 2)]
    assert waiting(lead) == [], "the manager's own level is the same"
    brief = briefing.brief(user=clerk, duty="clerk", version=2, language="en", at=NOON)
    assert (brief.since, brief.in_force, [one.clause for one in brief.changes]) == (1, False, ["desk"])
    assert "₩40,000" in brief.changes[0].after
    acknowledge(clerk, "clerk", 2)
    assert waiting(clerk) == []


def test_two_duties_are_read_one_by_one() -> None:
    publish()
    both = working(cast.lead(), "clerk", "head")
    acknowledge(both, "head", 1)
    assert waiting(both) == [("clerk", 1)]


def test_too_many_wrong_answers_acknowledge_nothing_and_may_be_tried_again() -> None:
    publish()
    clerk = working(cast.clerk(), "clerk")
    answers = right(clerk, "clerk", 1)
    assert answers
    wrong = dict.fromkeys(answers, "nonsense")
    told = acknowledge(clerk, "clerk", 1, wrong, key="first")
    assert (told["acknowledged"], told["right"], told["asked"]) == (False, 0, len(answers))
    assert not Acknowledgement.objects.exists()
    assert waiting(clerk) == [("clerk", 1)]
    assert CheckAnswer.objects.filter(right=False).count() == len(answers)
    assert acknowledge(clerk, "clerk", 1, answers, key="second")["acknowledged"] is True
    assert CheckAnswer.objects.filter(right=True).count() == len(answers)
    facts = Fact.objects.filter(kind="staff.checked").values_list("figures", flat=True)
    assert sorted(one["right"] for one in facts) == [0, len(answers)]


def test_sent_twice_it_is_recorded_once_with_version_and_time() -> None:
    publish()
    clerk = working(cast.clerk(), "clerk")
    acknowledge(clerk, "clerk", 1)
    acknowledge(clerk, "clerk", 1)
    acknowledge(clerk, "clerk", 1, key="from another page")
    row = Acknowledgement.objects.get()
    assert (row.user_id, row.duty, row.policy_version, row.language, row.at) == (clerk.pk, "clerk", 1, "en", NOON)
    assert Fact.objects.filter(kind="staff.acknowledged", policy_version=1).count() == 1


def test_a_brief_of_others_or_of_a_retired_version_is_not_theirs_to_read() -> None:
    publish(days=-1)
    publish(LONGER)
    clerk = working(cast.clerk(), "clerk")
    for duty, version in (("head", 2), ("clerk", 1), ("clerk", 9)):
        with pytest.raises(NotFound):
            acknowledge(clerk, duty, version, {})
    assert not Acknowledgement.objects.exists()
    assert not CheckAnswer.objects.exists()


def test_coverage_counts_those_who_know_among_those_who_do_the_work() -> None:
    clerk, agent, lead = working(cast.clerk(), "clerk"), working(cast.agent(), "clerk"), working(cast.lead(), "head")
    publish()
    acknowledge(clerk, "clerk", 1)
    [first] = coverage.coverage(language="en", at=NOON)
    assert [(one.duty.id, one.know, len(one.people), one.percent) for one in first.duties] == [
        ("clerk", 1, 2, 50),
        ("head", 0, 1, 0),
    ]
    with an_act() as act:
        staff.close_user(act=act, user=agent)
    [now] = coverage.coverage(language="en", at=NOON)
    assert now.duties[0].percent == 100, "who has left need not know it"
    assert lead.username in [person.name for person in now.duties[1].people]


def test_a_change_waits_until_enough_have_read_it() -> None:
    clerk, agent = working(cast.clerk(), "clerk"), working(cast.agent(), "clerk")
    publish()
    number = approved(LONGER)
    [obstacle] = coverage.coverage_obstacles(number, language="en", at=NOON)
    assert (obstacle.clause, obstacle.needed, obstacle.share) == ("know-returns", 50, 0)
    assert set(obstacle.missing) == {clerk.username, agent.username}
    acknowledge(clerk, "clerk", number)
    assert coverage.coverage_obstacles(number, language="en", at=NOON) == ()


def test_where_nobody_does_the_work_it_waits_too() -> None:
    publish()
    number = approved(LONGER)
    [obstacle] = coverage.coverage_obstacles(number, language="en", at=NOON)
    assert obstacle.nobody


def test_a_version_that_changes_nothing_they_must_know_waits_for_nobody() -> None:
    working(cast.clerk(), "clerk")
    publish()
    number = approved(POLICY.replace("up_to: 30000", "up_to: 40000"))
    assert coverage.coverage_obstacles(number, language="en", at=NOON) == ()


def test_it_may_take_effect_all_the_same_with_a_reason_that_is_kept() -> None:
    working(cast.clerk(), "clerk")
    publish()
    number = approved(LONGER)
    given: dict[str, Any] = {
        "version": number,
        "clause": "know-returns",
        "by": cast.owner().doer,
        "at": NOON + timedelta(hours=1),
    }
    with pytest.raises(BadInput):
        coverage.waive(**given, reason="  ", request="w0")
    with pytest.raises(NotAllowed):
        coverage.waive(**{**given, "clause": "week"}, reason="because", request="w1")
    assert not CoverageWaiver.objects.exists()
    coverage.waive(**given, reason="Told to all at the morning meeting", request="w2")
    coverage.waive(**given, reason="Told to all at the morning meeting", request="w2")
    kept = CoverageWaiver.objects.get()
    assert (kept.reason, kept.by) == ("Told to all at the morning meeting", cast.owner().doer)
    fact = Fact.objects.get(kind="staff.coverage-waived")
    assert (fact.policy_version, fact.clause, fact.figures) == (number, "know-returns", {"share": 0, "needed": 50})
    assert coverage.coverage_obstacles(number, language="en", at=NOON) == ()
    [required] = coverage.required_coverage(number, language="en", at=NOON)
    assert required.waived


@pytest.mark.parametrize("table", ["staff_acknowledgement", "staff_checkanswer", "staff_coveragewaiver"])
def test_the_database_refuses_changes(table: str) -> None:
    clerk = working(cast.clerk(), "clerk")
    publish()
    acknowledge(clerk, "clerk", 1)
    number = approved(LONGER)
    with an_act(by=cast.owner().doer) as act:
        staff.waive_coverage(act=act, version=number, clause="know-returns", reason="r", share=0, needed=50)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET policy_version = 7")
