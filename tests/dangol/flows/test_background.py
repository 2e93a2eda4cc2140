"""How background work stands, and that dead work is tried again once, with a fact that says who asked for it."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from dangol.facts.models import Fact
from dangol.flows import work
from dangol.flows.background import MOST_SHOWN, background
from dangol.flows.models import DEAD, WAITING, Work, WorkerSeen
from tests.build import DAY, NOON

pytestmark = pytest.mark.django_db


def row(key: str, *, due: datetime = NOON, holder: str = "", error: str = "", state: str = WAITING) -> Work:
    values = {"holder": holder, "last_error": error, "state": state, "attempts": 3, "created_at": NOON - DAY}
    return Work.objects.create(id=uuid4(), kind="settle", key=key, due_at=due, **values)


def test_an_idle_business_has_nothing_to_show() -> None:
    view = background(at=NOON)
    assert (view.due, view.under_way.total, view.failing.total, view.dead.total) == (0, 0, 0, 0)
    assert (view.workers, view.anybody_at_work) == ((), False)


def test_each_row_stands_in_its_place() -> None:
    later = NOON + timedelta(minutes=1)
    row("due")
    row("lease ended", holder="killed", due=NOON - DAY)
    row("planned", due=later)
    row("held", holder="w", due=later)
    row("failing", due=later, error="ValueError: broken")
    row("dead", error="KeyError: gone", state=DEAD)
    view = background(at=NOON)
    assert view.due == 2
    assert not view.many_due
    assert view.under_way.total == 1
    assert [one.error for one in view.failing.shown] == ["ValueError: broken"]
    assert [(one.error, one.attempts) for one in view.dead.shown] == [("KeyError: gone", 3)]


def test_long_lists_are_cut_and_counted() -> None:
    for number in range(MOST_SHOWN + 3):
        row(str(number), state=DEAD)
    dead = background(at=NOON).dead
    assert (len(dead.shown), dead.total, dead.left_out) == (MOST_SHOWN, MOST_SHOWN + 3, 3)


def test_a_silent_worker_has_stopped() -> None:
    WorkerSeen.objects.create(name="silent", started_at=NOON - DAY, seen_at=NOON - timedelta(minutes=2), done=7)
    assert not background(at=NOON).anybody_at_work
    WorkerSeen.objects.create(name="busy", started_at=NOON - DAY, seen_at=NOON - timedelta(seconds=119))
    view = background(at=NOON)
    assert [(one.at_work, one.done) for one in view.workers] == [(True, 0), (False, 7)]


def test_dead_work_is_revived_once_and_the_journal_says_by_whom() -> None:
    dead = row("dead", error="KeyError: gone", state=DEAD)
    first = work.revive(dead.id, request="tap", by="staff:1", at=NOON)
    again = work.revive(dead.id, request="tap", by="staff:1", at=NOON + DAY)
    late = work.revive(dead.id, request="other tap", by="staff:2", at=NOON + DAY)
    assert (first.value, again.value, late.value) == ({"revived": True}, {"revived": True}, {"revived": False})
    assert again.replayed
    [fact] = Fact.objects.filter(kind="work.revived")
    assert (fact.subject_id, fact.by, fact.figures) == (dead.id, "staff:1", {"work": "settle"})
    alive = Work.objects.get()
    assert (alive.state, alive.attempts, alive.due_at) == (WAITING, 0, NOON)


def test_work_that_is_gone_is_not_revived() -> None:
    assert work.revive(uuid4(), request="tap", by="staff:1", at=NOON).value == {"revived": False}
    assert not Fact.objects.filter(kind="work.revived").exists()
