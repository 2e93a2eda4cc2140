"""Who waits for the turn to write tells the story meanwhile; what changed meanwhile makes it be told anew."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from dangol.facts.actions import once, record
from dangol.facts.models import Fact, Request
from dangol.lib.act import Act
from dangol.lib.reads import Select
from dangol.people.models import Customer
from tests.build import NOON, a_customer

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has one turn for all"),
]
NAME = Select(Customer, ("name",), "id = %s")


@contextmanager
def another_writing() -> Iterator[sqlite3.Connection]:
    """Another connection that has the turn."""
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield other
    finally:
        if other.in_transaction:
            other.execute("ROLLBACK")
        other.close()


class Story:
    """Reads a name, and says what it is; the other writer ends when the story is told first."""

    def __init__(self, other: sqlite3.Connection, change: str = "") -> None:
        self.customer = a_customer(name="Minsu").id if not Customer.objects.exists() else Customer.objects.get().id
        self.other = other
        self.change = change
        self.rehearsed: list[bool] = []

    def __call__(self, act: Act) -> dict[str, Any]:
        self.rehearsed.append(act.rehearsing)
        ((name,),) = NAME(self.customer)
        self.meanwhile(act)
        record(act=act, kind="customer.enrolled", customer=self.customer)
        if self.other.in_transaction:
            if self.change:
                self.other.execute(self.change)
            self.other.execute("COMMIT")
        return {"name": name}

    def meanwhile(self, act: Act) -> None:
        """Anything else the story does."""

    def tell(self) -> Any:
        return once(key="k", body={}, by="system:test", at=NOON, story=self).value


def written() -> tuple[int, int]:
    return Fact.objects.filter(kind="customer.enrolled").count(), Request.objects.count()


@pytest.fixture(autouse=True)
def minsu() -> None:
    a_customer(name="Minsu")
    connection.ensure_connection()


def test_the_story_is_told_once_while_waiting() -> None:
    before = written()
    with another_writing() as other:
        story = Story(other)
        assert story.tell() == {"name": "Minsu"}
    assert story.rehearsed == [True]
    assert written() == (before[0] + 1, 1)


def test_what_changed_meanwhile_makes_it_be_told_anew() -> None:
    before = written()
    with another_writing() as other:
        story = Story(other, "UPDATE people_customer SET name = 'Minho'")
        assert story.tell() == {"name": "Minho"}
    assert story.rehearsed == [True, False]
    assert written() == (before[0] + 1, 1)


def test_without_another_writer_nothing_is_rehearsed() -> None:
    with another_writing() as other:
        other.execute("ROLLBACK")
        story = Story(other)
        story.tell()
    assert story.rehearsed == [False]


def test_a_story_with_other_statements_waits_for_its_turn() -> None:
    class Counting(Story):
        def meanwhile(self, act: Act) -> None:
            if act.rehearsing:
                self.other.execute("COMMIT")
            Customer.objects.count()

    before = written()
    with another_writing() as other:
        story = Counting(other)
        story.tell()
    assert story.rehearsed == [True, False]
    assert written() == (before[0] + 1, 1)


def test_a_refusal_while_waiting_is_not_believed() -> None:
    class Doubting(Story):
        def meanwhile(self, act: Act) -> None:
            ((name,),) = NAME(self.customer)
            if name == "Minsu":
                self.other.execute("UPDATE people_customer SET name = 'Minho'")
                self.other.execute("COMMIT")
                raise ValueError("not for Minsu")

    with another_writing() as other:
        story = Doubting(other)
        assert story.tell() == {"name": "Minho"}
    assert story.rehearsed == [True, False]


def test_a_story_that_reads_its_own_rows_waits_for_its_turn() -> None:
    class Writing(Story):
        def meanwhile(self, act: Act) -> None:
            if act.rehearsing:
                self.other.execute("COMMIT")
            act.write()

    with another_writing() as other:
        story = Writing(other)
        story.tell()
    assert story.rehearsed == [True, False]
