"""The worker: due things are done once, whoever comes by; what fails is kept with its reason and tried again."""

from __future__ import annotations

import datetime as dt
from threading import Event
from typing import Any
from uuid import UUID

import pytest

from dangol.flows import due, work
from dangol.flows import worker as working
from dangol.flows.join import join
from dangol.flows.models import Work, WorkerSeen
from dangol.flows.publish import publish
from dangol.flows.purchase import purchase
from dangol.loyalty import queries as loyalty
from dangol.loyalty.models import Entry
from tests.build import at_once
from tests.dangol.flows.player import rule

AT = dt.datetime(2026, 3, 2, 3, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
POLICY = """
dangol: 1
business: {name: Shop, timezone: Asia/Seoul, currency: KRW}
loyalty:
  points:
    earn: [{id: base, rate: 1%}]
    pending: {for: 7 days}
    expire: {after: 30 days}
    redeem: {worth: 1}
"""


def a_buyer() -> UUID:
    rule(POLICY)
    how: dict[str, Any] = {"by": "system:test", "at": AT}
    mina = UUID(join(external="mina", request="join", **how).value["customer"])
    basket = {"lines": [{"sku": "pan", "price": 50_000}]}
    purchase(number="o1", basket=basket, customer=mina, request="buy", **how)
    return mina


def a_worker(at: dt.datetime) -> working.Worker:
    return working.Worker(work.new_worker(at), lambda: at)


@pytest.mark.django_db
def test_points_mature_and_expire_each_at_its_own_instant() -> None:
    mina = a_buyer()
    assert a_worker(AT + 6 * DAY).round(Event()) == 0
    a_worker(AT + 90 * DAY).round(Event())
    moved = Entry.objects.filter(account_id=mina).order_by("number").values_list("kind", "at")
    seoul = dt.timedelta(hours=9)
    day = dt.datetime(2026, 3, 2, tzinfo=dt.UTC) - seoul
    assert list(moved) == [("earn", AT), ("mature", day + 8 * DAY), ("expire", day + 31 * DAY)]
    assert loyalty.account(mina).next_due is None


@pytest.mark.django_db
def test_a_worker_is_seen() -> None:
    rule(POLICY)
    a_worker(AT).round(Event())
    assert [alive for _, alive in working.workers_seen(at=AT + dt.timedelta(minutes=1))] == [True]
    assert [alive for _, alive in working.workers_seen(at=AT + dt.timedelta(minutes=3))] == [False]
    a_worker(AT + 2 * DAY).round(Event())
    assert WorkerSeen.objects.count() == 1


@pytest.mark.django_db
def test_what_fails_is_kept_with_its_reason_and_tried_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    mina = a_buyer()
    later = AT + 10 * DAY

    def fail(customer: UUID, *, at: dt.datetime) -> int:
        raise RuntimeError("out of ink")

    with monkeypatch.context() as patch:
        patch.setattr(due, "settle", fail)
        a_worker(later).round(Event())
        a_worker(later).round(Event())
    row = Work.objects.get(kind=working.SETTLE)
    assert (row.customer_id, row.state, row.attempts) == (mina, "waiting", 1)
    assert "out of ink" in row.last_error
    assert loyalty.account(mina).pending == 500
    a_worker(later + dt.timedelta(hours=1)).round(Event())
    assert loyalty.account(mina).usable == 500
    assert not Work.objects.exists()


@pytest.mark.django_db
def test_work_that_always_fails_is_left_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    a_buyer()

    def fail(customer: UUID, *, at: dt.datetime) -> int:
        raise RuntimeError("out of ink")

    monkeypatch.setattr(due, "settle", fail)
    for days in range(10, 40):
        a_worker(AT + days * DAY).round(Event())
    (row,) = work.dead()
    assert "out of ink" in row.last_error


@pytest.mark.django_db
def test_new_rules_are_looked_at_when_they_begin() -> None:
    mina = a_buyer()
    begins = AT + 3 * DAY
    publish(
        text=POLICY + "    if_already_spent: forgive\n", effective_from=begins, request="v2", by="system:test", at=AT
    )
    assert loyalty.account(mina).next_due == begins
    a_worker(begins).round(Event())
    assert loyalty.account(mina).next_due == dt.datetime(2026, 3, 9, 15, tzinfo=dt.UTC)


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_it_once() -> None:
    mina = a_buyer()
    at_once(lambda n: a_worker(AT + 10 * DAY).round(Event()), 4, threads=4)
    assert Entry.objects.filter(account_id=mina, kind="mature").count() == 1
