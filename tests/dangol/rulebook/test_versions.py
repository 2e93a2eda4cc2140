"""Versions of the policy: immutable, exactly one in force, and a refusal touches nothing."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from dangol.facts.models import Fact
from dangol.rulebook import actions, queries
from dangol.rulebook.errors import HasProblems, InThePast, NoPolicyInForce, OutOfOrder, UnknownVersion, WrongStep
from dangol.rulebook.models import DecisionRecord, PolicyVersion
from dangol.rulebook.personal import HOLDINGS
from tests.build import DAY, NOON, a_customer, an_act, at_once

pytestmark = pytest.mark.django_db


def text(name: str = "Bomnal Diner") -> str:
    return f"dangol: 1\nbusiness: {{name: {{en: {name}}}, timezone: Asia/Seoul, currency: KRW, languages: [en]}}\n"


BAD = "dangol: 1\nbusiness: {name: {en: X}, timezone: Mars/Olympus, currency: KRW, languages: [en]}\npromos: []\n"


def publish(name: str = "Bomnal Diner", *, at: datetime = NOON, since: datetime | None = None) -> PolicyVersion:
    with an_act(at=at, by="staff:1") as act:
        return actions.publish_text(act=act, text=text(name), reason="spring", effective_from=since)[0]


def states() -> dict[int, str]:
    return dict(PolicyVersion.objects.order_by("number").values_list("number", "state"))


def test_without_a_version_nothing_is_in_force_and_the_way_out_is_said() -> None:
    with pytest.raises(NoPolicyInForce, match="publish"):
        queries.version_at(NOON)


def test_a_published_version_rules_from_its_instant_on() -> None:
    first = publish()
    second = publish("Second", at=NOON + DAY)
    assert queries.version_at(NOON) == first
    assert queries.version_at(NOON + DAY - timedelta(microseconds=1)) == first
    assert queries.version_at(NOON + DAY) == second
    assert queries.number_at(NOON + 9 * DAY) == (2, second.sha256)
    assert states() == {1: "retired", 2: "in_force"}
    with pytest.raises(NoPolicyInForce):
        queries.version_at(NOON - DAY)
    assert Fact.objects.filter(kind="policy.in-force").count() == 2


def test_an_announced_version_rules_on_its_day_whether_or_not_the_worker_came_by() -> None:
    publish()
    later = publish("Later", since=NOON + 3 * DAY)
    assert states() == {1: "in_force", 2: "announced"}
    assert queries.version_at(NOON + 2 * DAY).number == 1
    assert queries.version_at(NOON + 3 * DAY) == later
    assert queries.announced(NOON) == [later]
    with an_act(at=NOON + 5 * DAY) as act:
        assert actions.bring_into_force(act=act) == later
    with an_act(at=NOON + 5 * DAY) as act:
        assert actions.bring_into_force(act=act) is None
    assert states() == {1: "retired", 2: "in_force"}
    assert Fact.objects.get(kind="policy.in-force", policy_version=2).at == NOON + 3 * DAY


def test_several_versions_that_became_due_leave_the_last_in_force() -> None:
    publish()
    publish("B", since=NOON + DAY)
    publish("C", since=NOON + 2 * DAY)
    with an_act(at=NOON + 3 * DAY) as act:
        actions.bring_into_force(act=act)
    assert states() == {1: "retired", 2: "retired", 3: "in_force"}


def test_a_text_with_problems_is_refused_and_nothing_changes() -> None:
    publish()
    before = list(PolicyVersion.objects.values()), Fact.objects.count()
    with pytest.raises(HasProblems) as refused, an_act() as act:
        actions.publish_text(act=act, text=BAD)
    assert len(refused.value.problems) >= 2
    assert (list(PolicyVersion.objects.values()), Fact.objects.count()) == before


def test_a_draft_may_have_problems_and_stays_a_draft() -> None:
    with an_act() as act:
        version = actions.draft(act=act, text=BAD)
        assert actions.check(act=act, version=version)
    assert states() == {1: "draft"}
    with pytest.raises(WrongStep), an_act() as act:
        actions.approve(act=act, version=version)


def test_the_steps_come_in_their_order() -> None:
    with an_act() as act:
        version = actions.draft(act=act, text=text())
    for step in (actions.approve, actions.publish):
        with pytest.raises(WrongStep), an_act() as act:
            step(act=act, version=version)
    with an_act(by="staff:2") as act:
        actions.check(act=act, version=version)
        actions.approve(act=act, version=version)
    with an_act() as act:
        actions.publish(act=act, version=version)
    assert PolicyVersion.objects.get().approved_by == "staff:2"
    with pytest.raises(WrongStep), an_act() as act:
        actions.publish(act=act, version=version)


def test_only_the_first_version_may_rule_from_a_past_day() -> None:
    publish(since=NOON - 365 * DAY)
    assert queries.version_at(NOON - 300 * DAY).number == 1
    with pytest.raises(InThePast):
        publish("B", since=NOON - timedelta(seconds=1))
    assert states() == {1: "in_force"}


def test_the_database_lets_one_version_be_in_force() -> None:
    publish()
    publish("B", since=NOON + DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyVersion.objects.filter(number=2).update(state="in_force")
    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyVersion.objects.filter(number=2).update(effective_from=NOON)


@pytest.mark.parametrize("change", ["SET text = 'x'", "SET sha256 = 'x'", "SET author = 'x'", "SET reason = 'x'"])
def test_a_version_is_immutable(change: str) -> None:
    publish()
    for statement in (f"UPDATE rulebook_policyversion {change}", "DELETE FROM rulebook_policyversion"):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert queries.version(1).text == text()
    with pytest.raises(UnknownVersion):
        queries.version(2)


@pytest.mark.django_db(transaction=True)
def test_many_who_publish_at_once_leave_one_in_force() -> None:
    publish()
    results = at_once(
        lambda number: publish(f"N{number}", at=NOON + DAY + number * timedelta(seconds=1)), 12, threads=4
    )
    assert PolicyVersion.objects.filter(state="in_force").count() == 1
    refused = [result for result in results if isinstance(result, Exception)]
    assert all(isinstance(error, InThePast | OutOfOrder | IntegrityError) for error in refused), refused
    numbers = list(PolicyVersion.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == 13 - len(refused)


def test_a_version_is_compiled_once() -> None:
    publish("Compiled once")
    first = queries.compiled_at(NOON)
    assert first is queries.compiled(1)
    assert (first.version, first.digest) == (1, queries.version(1).sha256)


def test_a_decision_is_kept_with_what_it_was_taken_on() -> None:
    minsu = a_customer()
    with an_act() as act:
        id_ = actions.keep_decision(
            act=act,
            kind="purchase",
            version=1,
            inputs={"birthday": "1990-05-05"},
            decision={"total": 1000},
            customer=minsu.id,
            subject=minsu.id,
        )
    [kept] = queries.decisions_about(minsu.id)
    assert (kept.id, queries.decision(kept), kept.policy_version) == (id_, {"total": 1000}, 1)
    holding = next(holding for holding in HOLDINGS if holding.model is DecisionRecord)
    assert holding.erase is not None
    assert holding.erase(minsu.id) == 1
    assert "1990" not in str(DecisionRecord.objects.values())
    assert len(kept.inputs_sha256) == 64
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE rulebook_decisionrecord SET decision = '{}'")
