"""Due work: claimed by one worker, tried again, never lost when a worker is killed, kept when it is hopeless."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from dangol.facts.models import Fact
from dangol.flows import work
from dangol.flows.models import DEAD, Work
from tests.build import DAY, NOON, an_act, at_once

pytestmark = pytest.mark.django_db


def plan(key: str = "a", *, due: datetime = NOON, kind: str = "remind") -> None:
    with an_act() as act:
        work.schedule(act=act, kind=kind, key=key, due_at=due, payload={"days": 3})


def at(instant: datetime) -> Callable[[], datetime]:
    return lambda: instant


def test_work_is_done_when_it_is_due_and_then_gone() -> None:
    plan("later", due=NOON + DAY)
    plan("now")
    done: list[str] = []
    handlers = {"remind": lambda row, now: done.append(row.key)}
    assert work.run_due(handlers=handlers, worker="w", now=at(NOON)) == 1
    assert done == ["now"]
    assert [row.key for row in Work.objects.all()] == ["later"]
    work.run_due(handlers=handlers, worker="w", now=at(NOON + DAY))
    assert done == ["now", "later"]
    assert work.run_due(handlers=handlers, worker="w", now=at(NOON + DAY)) == 0


def test_asking_twice_changes_the_day() -> None:
    plan()
    plan(due=NOON + DAY)
    assert Work.objects.get().due_at == NOON + DAY
    work.unschedule(kind="remind", key="a")
    assert not Work.objects.exists()


def test_work_of_unknown_kind_waits_for_somebody_who_knows_it() -> None:
    plan(kind="paint")
    assert work.run_due(handlers={"remind": lambda row, now: None}, worker="w", now=at(NOON)) == 0
    assert Work.objects.count() == 1


def test_a_claimed_row_is_hidden_until_its_lease_ends() -> None:
    plan()
    [held] = work.claim(worker="first", at=NOON)
    assert work.claim(worker="second", at=NOON + work.LEASE - timedelta(seconds=1)) == []
    assert work.keep_holding(held, at=NOON + timedelta(minutes=4))
    assert work.claim(worker="second", at=NOON + work.LEASE) == []
    [taken] = work.claim(worker="second", at=NOON + timedelta(minutes=9))
    assert (taken.id, taken.attempts, taken.payload) == (held.id, 2, {"days": 3})


def test_a_worker_that_lost_its_lease_cannot_finish_or_prolong() -> None:
    plan()
    [held] = work.claim(worker="first", at=NOON)
    [taken] = work.claim(worker="second", at=NOON + work.LEASE)
    assert not work.finish(held)
    assert not work.keep_holding(held, at=NOON + work.LEASE)
    work.give_back(held, at=NOON + work.LEASE, reason="late")
    assert Work.objects.get().holder == "second"
    assert work.finish(taken)
    assert not Work.objects.exists()


def test_failures_come_back_later_and_later_and_stop_nobody() -> None:
    plan("bad")
    plan("good", due=NOON + timedelta(microseconds=1))
    done: list[str] = []

    def handle(row: Work, now: datetime) -> None:
        if row.key == "bad":
            raise ValueError("no such customer")
        done.append(row.key)

    work.run_due(handlers={"remind": handle}, worker="w", now=at(NOON + timedelta(seconds=1)))
    assert done == ["good"]
    row = Work.objects.get()
    assert (row.attempts, row.last_error, row.holder) == (1, "ValueError: no such customer", "")
    assert row.due_at == NOON + timedelta(seconds=31)
    delays = [work.delay(attempts) for attempts in range(1, 20)]
    assert delays == sorted(delays)
    assert delays[-1] == timedelta(hours=6)


def test_hopeless_work_stays_with_its_reason_until_a_person_revives_it() -> None:
    plan()
    now = NOON

    def fail(row: Work, now: datetime) -> None:
        raise ValueError("broken")

    for _ in range(work.MOST_ATTEMPTS):
        assert work.run_due(handlers={"remind": fail}, worker="w", now=at(now)) == 1
        now += timedelta(hours=7)
    assert work.run_due(handlers={"remind": fail}, worker="w", now=at(now)) == 0
    [dead] = work.dead()
    assert (dead.state, dead.last_error, dead.attempts) == (DEAD, "ValueError: broken", work.MOST_ATTEMPTS)
    assert Fact.objects.get(kind="work.died").subject_id == dead.id
    assert work.revive(dead.id, request="again", by="staff:1", at=now).value == {"revived": True}
    work.run_due(handlers={"remind": lambda row, now: None}, worker="w", now=at(now))
    assert not Work.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_workers_never_hold_the_same_row() -> None:
    for number in range(60):
        plan(str(number))
    claims = at_once(lambda number: [row.key for row in work.claim(worker=f"w{number}", at=NOON, limit=2)], 40)
    keys = [key for keys in claims for key in keys]
    assert len(keys) == len(set(keys))
    rest = work.claim(worker="last", at=NOON, limit=99)
    assert len(keys) + len(rest) == 60


def test_worker_names_differ() -> None:
    assert work.new_worker(NOON) != work.new_worker(NOON)
