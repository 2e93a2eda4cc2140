"""The journal: closed kinds, figures only, and no way to change what was written."""

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from dangol.facts import queries
from dangol.facts.actions import record
from dangol.facts.errors import NotAFact
from dangol.facts.kinds import KINDS, checked
from dangol.facts.models import Fact
from dangol.lib.act import Act
from dangol.lib.append_only import AppendOnly
from dangol.lib.ids import new_id
from tests.build import DAY, NOON, an_act

pytestmark = pytest.mark.django_db
SOMEBODY = new_id(NOON)


def test_a_fact_keeps_what_it_was_told() -> None:
    with an_act("r1", by="staff:7") as act:
        record(act=act, kind="points.earned", customer=SOMEBODY, figures={"points": 120}, version=3, clause="base-earn")
    fact = Fact.objects.get()
    assert (fact.kind, fact.customer_id, fact.figures, fact.policy_version, fact.clause, fact.by, fact.request) == (
        "points.earned",
        SOMEBODY,
        {"points": 120},
        3,
        "base-earn",
        "staff:7",
        "r1",
    )
    assert fact.at == NOON


@pytest.mark.parametrize(
    ("kind", "figures"),
    [
        ("points.gifted", {}),
        ("points.earned", {"name": "Minsu"}),
        ("points.earned", {"points": "120"}),
        ("points.earned", {"points": 1.5}),
        ("points.earned", {"points": True}),
        ("points.earned", {"points": 2**63}),
        ("tier.changed", {"to": "Kim Minsu"}),
        ("tier.changed", {"to": "김민수"}),
        ("customer.referred", {"referrer": "Minsu"}),
    ],
)
def test_names_text_and_unknown_figures_are_refused(kind: str, figures: dict[str, object]) -> None:
    with pytest.raises(NotAFact), an_act() as act:
        record(act=act, kind=kind, figures=figures)
    assert not Fact.objects.exists()


@given(st.text(min_size=1, max_size=40))
def test_no_text_with_a_space_or_a_foreign_letter_is_a_figure(text: str) -> None:
    if text.isascii() and not any(character.isspace() for character in text):
        return
    with pytest.raises(NotAFact):
        checked("tier.changed", {"to": text})


def test_each_kind_says_what_it_means() -> None:
    assert all(kind.says.endswith(".") and len(kind.says) > 10 for kind in KINDS.values())


def test_facts_can_neither_be_changed_nor_removed() -> None:
    with an_act() as act:
        record(act=act, kind="customer.joined", customer=SOMEBODY)
    fact = Fact.objects.get()
    fact.kind = "customer.erased"
    for change in (fact.save, fact.delete, Fact.objects.all().delete, lambda: Fact.objects.update(kind="x")):
        with pytest.raises(AppendOnly):
            change()
    assert Fact.objects.get().kind == "customer.joined"


@pytest.mark.parametrize("statement", ["UPDATE facts_fact SET kind = 'x'", "DELETE FROM facts_fact"])
def test_the_database_refuses_too(statement: str) -> None:
    with an_act() as act:
        record(act=act, kind="customer.joined", customer=SOMEBODY)
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Fact.objects.get().kind == "customer.joined"


def test_a_story_that_fails_leaves_no_facts() -> None:
    def fail(act: Act) -> None:
        record(act=act, kind="customer.joined", customer=SOMEBODY)
        raise RuntimeError

    with pytest.raises(RuntimeError), an_act() as act:
        fail(act)
    assert not Fact.objects.exists()


def test_a_timeline_is_in_the_order_of_its_instants() -> None:
    for days in (2, 0, 1):
        with an_act(at=NOON + days * DAY) as act:
            record(act=act, kind="customer.joined", customer=SOMEBODY, subject=SOMEBODY)
    assert [fact.at for fact in queries.of_customer(SOMEBODY)] == [NOON, NOON + DAY, NOON + 2 * DAY]
    assert [fact.at for fact in queries.of_customer(SOMEBODY, since=NOON + DAY)] == [NOON + DAY, NOON + 2 * DAY]
    assert queries.of_subject(SOMEBODY).count() == 3
    assert queries.of_kind("customer.joined", since=NOON, until=NOON + 2 * DAY).count() == 2
