"""Reads of the hot path give what the ORM gives, alone, together and ahead."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dangol.facts.models import Request
from dangol.lib.reads import Select, ahead, columns_of, forget_ahead, places, reading_ahead, together, whole
from dangol.loyalty.actions import open_book
from dangol.loyalty.models import Counted
from dangol.people.models import Customer
from dangol.sales.models import Return
from tests.build import NOON, a_customer, an_act

pytestmark = pytest.mark.django_db
REQUEST = Select(Request, ("key", "answer", "customer_id", "at"), "key = %s")
SINCE = Select(Request, ("key",), "at >= %s AND customer_id = %s ORDER BY key")


class AsTheOrmReads(TestCase):
    """Any value comes back as it was written."""

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text("aß원'%\\\"{", max_size=5), st.lists
        ),
        st.none() | st.uuids(),
        st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    )
    def test_values(self, answer: object, customer: UUID | None, at: datetime) -> None:
        Request.objects.create(key="k", digest="", answer={"a": answer}, customer_id=customer, at=at)
        assert REQUEST("k") == [("k", {"a": answer}, customer, at)]
        found = Request.objects.get()
        assert (found.answer, found.customer_id, found.at) == ({"a": answer}, customer, at)
        Request.objects.all().delete()


def requests() -> list[Request]:
    customer = uuid4()
    return [
        Request.objects.create(key=str(number), digest="", answer=number, customer_id=customer, at=NOON)
        for number in range(3)
    ]


def test_values_are_compared_as_they_are_stored() -> None:
    first = requests()[0]
    assert SINCE(NOON, first.customer_id) == [("0",), ("1",), ("2",)]
    assert SINCE(NOON + timedelta(microseconds=1), first.customer_id) == []
    assert SINCE(NOON.astimezone(UTC), uuid4()) == []


def test_several_reads_together() -> None:
    first = requests()[0]
    answers = together((REQUEST, ("1",)), (SINCE, (NOON, first.customer_id)), (REQUEST, ("9",)))
    assert [len(answer) for answer in answers] == [1, 3, 0]
    assert answers[0][0][1] == 1


def test_a_whole_row_is_an_object_of_its_model() -> None:
    minsu = a_customer(name="민수")
    row = Select(Customer, columns_of(Customer), "id = %s")(minsu.id)[0]
    found = whole(Customer, row)
    assert (found, found.name, found.member_since) == (minsu, "민수", NOON)
    found.name = "지영"
    found.save()
    assert Customer.objects.get().name == "지영"


def test_days_and_flags_are_read() -> None:
    minsu = a_customer()
    with an_act() as act:
        open_book(act=act, customer=minsu.id).count(day=date(2026, 2, 28), reason="order", spend=5)
    read = Select(Counted, ("day", "spend"), "account_id = %s AND day >= %s")
    assert read(minsu.id, date(2026, 2, 28)) == [(date(2026, 2, 28), 5)]
    assert read(minsu.id, date(2026, 3, 1)) == []
    assert Select(Return, ("at_fault",), "money >= %s")(0) == []
    assert places(3) == "(%s, %s, %s)"


def test_what_is_fetched_ahead_is_answered_once(django_assert_num_queries: Any) -> None:
    requests()
    trips = {"postgresql": (1, 0, 1), "sqlite": (0, 2, 1)}[connection.vendor]
    with django_assert_num_queries(sum(trips)), reading_ahead():
        ahead((REQUEST, ("0",)), (REQUEST, ("1",)))
        with django_assert_num_queries(trips[1]):
            assert REQUEST("1")[0][1] == 1
            assert REQUEST("0")[0][1] == 0
        with django_assert_num_queries(trips[2]):
            assert REQUEST("0")[0][1] == 0
    with django_assert_num_queries(1):
        REQUEST("1")


def test_nothing_fetched_ahead_outlives_its_block_or_a_write(django_assert_num_queries: Any) -> None:
    requests()
    with reading_ahead():
        ahead((REQUEST, ("0",)), (REQUEST, ("1",)))
        forget_ahead()
        with django_assert_num_queries(2):
            assert (REQUEST("0")[0][1], REQUEST("1")[0][1]) == (0, 1)
        ahead((REQUEST, ("0",)))
    with django_assert_num_queries(1):
        assert REQUEST("0")[0][1] == 0
    with django_assert_num_queries(0):
        ahead((REQUEST, ("0",)))
