"""Acts and their rows: written together, in the form Django itself reads, or not at all."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError

from dangol.facts.models import Fact, Request
from dangol.lib.act import acting
from dangol.lib.rows import Rows, as_json
from dangol.loyalty.models import Account, Counted
from tests.build import NOON, a_customer, an_act

pytestmark = pytest.mark.django_db


def a_request(key: str, answer: object = None) -> dict[str, object]:
    return {"key": key, "digest": "d", "answer": answer, "at": NOON}


def test_rows_are_read_as_they_were_written() -> None:
    instant = datetime(2026, 3, 29, 1, 59, 59, 999999, tzinfo=timezone(timedelta(hours=9)))
    customer, answer = uuid4(), {"이름": ["a", None, True, 1.5, "'%s'"], "empty": {}}
    with an_act() as act:
        act.rows.insert(Request, {"key": "k", "digest": "d", "answer": answer, "customer_id": customer, "at": instant})
    found = Request.objects.get(customer_id=customer, at=instant)
    assert (found.answer, found.at) == (answer, instant)
    assert found.at.tzinfo is UTC
    Request.objects.create(key="django", digest="d", answer=answer, customer_id=customer, at=instant)
    raw = list(Request.objects.extra(select={"raw": "at"}).values_list("raw", "customer_id"))
    assert raw[0] == raw[1]


def test_days_and_defaults() -> None:
    minsu = a_customer()
    Account.objects.create(customer=minsu)
    with an_act() as act:
        values = {"id": act.new_id(), "account_id": minsu.id, "day": date(2026, 2, 28), "step": 0}
        act.rows.insert(Counted, {**values, "reason": "order", "at": NOON, "request": "r"})
        act.rows.update(Account, {"customer_id": minsu.id, "usable": -5, "tier": "gold"})
    counted = Counted.objects.get(day=date(2026, 2, 28))
    assert (counted.spend, counted.order_id) == (0, None)
    account = Account.objects.get(customer_id=minsu.id)
    assert (account.usable, account.tier, account.version) == (-5, "gold", 0)


def test_many_rows_of_several_tables_at_once() -> None:
    with an_act("r") as act:
        for number in range(50):
            act.rows.insert(Request, a_request(str(number)))
            act.rows.insert(Fact, {"id": act.new_id(), "at": NOON, "kind": "x", "by": "b", "request": "r"})
        act.rows.update(Request, {"key": "7", "digest": "changed"})
        act.rows.update(Request, {"key": "8", "digest": "changed"})
        assert not Request.objects.exists()
    assert Request.objects.count() == Fact.objects.count() == 50
    assert set(Request.objects.filter(digest="changed").values_list("key", flat=True)) == {"7", "8"}


def test_one_row_that_is_refused_takes_all_with_it() -> None:
    def gather(rows: Rows) -> None:
        rows.insert(Fact, {"id": uuid4(), "at": NOON, "kind": "x", "by": "b", "request": "r"})
        rows.insert(Request, a_request("twice"))
        rows.insert(Request, a_request("twice"))

    with pytest.raises(IntegrityError), an_act() as act:
        gather(act.rows)
    assert not Fact.objects.exists()
    assert not Request.objects.exists()


def test_a_column_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="custmer"), an_act() as act:
        act.rows.insert(Request, {**a_request("k"), "custmer": 1})
    with pytest.raises(KeyError), an_act() as act:
        act.rows.update(Request, {"key": "k", "digst": "x"})


def test_nothing_to_write_asks_nothing(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        Rows().write()


def test_what_is_open_is_opened_once_and_closed_before_writing() -> None:
    opened: list[int] = []
    with an_act() as act:
        for _ in range(2):
            assert act.open_once("x", lambda: opened.append(1) or "thing") == "thing"  # type: ignore[func-returns-value]
        act.before_writing(lambda: act.rows.insert(Request, a_request("closing")))
    assert opened == [1]
    assert Request.objects.get().key == "closing"


def test_ids_of_an_act_rise() -> None:
    with an_act() as act:
        ids = [act.new_id() for _ in range(1000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 1000
    assert all(id_.version == 7 and id_.variant == UUID(int=0x8 << 60).variant for id_ in ids)
    assert len({b.int - a.int for a, b in pairwise(ids)}) > 990


@pytest.mark.parametrize(
    ("by", "at", "request_key"),
    [
        ("Minsu", NOON, "r"),
        ("staff:", NOON, "r"),
        ("staff:Kim Minsu", NOON, "r"),
        ("system:worker", NOON.replace(tzinfo=None), "r"),
        ("system:worker", NOON, ""),
        ("system:worker", NOON, "x" * 201),
    ],
)
def test_an_act_says_who_when_and_why(by: str, at: datetime, request_key: str) -> None:
    with pytest.raises(ValueError, match=r"by|at|request"), acting(by=by, at=at, request=request_key):
        pass


def test_json_is_compact_and_keeps_its_letters() -> None:
    assert as_json({"b": 1, "a": "원"}) == '{"b":1,"a":"원"}'
