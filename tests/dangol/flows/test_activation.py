"""A version comes into force by itself: at its very instant, exactly once, with several workers and after kill -9."""

from __future__ import annotations

import os
import time
from datetime import timedelta

import pytest
from django.db import connection

from dangol.facts.models import Fact
from dangol.lib import clock
from dangol.rulebook import queries
from tests.dangol.flows.test_kills import address, start
from tests.dangol.flows.walking import published, states, text


def wait_until_in_force(number: int, seconds: float) -> None:
    until = time.monotonic() + seconds
    while states()[number] != "in_force":
        assert time.monotonic() < until, states()
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
def test_two_worker_processes_and_a_kill_bring_it_into_force_once_and_at_its_instant() -> None:
    now = clock.now()
    published(text(), at=now - timedelta(days=1))
    starts = now + timedelta(seconds=4)
    published(text(rate="2%"), at=now, instant=starts)
    last = starts + timedelta(seconds=1)
    published(text(rate="3%"), at=now, instant=last)
    environment = {**os.environ, "DATABASE_URL": address()}
    connection.close()
    workers = [start("dangol.config", "worker", environment=environment) for _ in range(2)]
    try:
        # As close to the instant as can be: what it was doing is done by the others.
        time.sleep(max(0.0, (starts - clock.now()).total_seconds()))
        workers[0].kill()
        workers.append(start("dangol.config", "worker", environment=environment))
        wait_until_in_force(3, seconds=60)
    finally:
        for worker in workers:
            worker.kill()
            worker.communicate()
    assert states() == {1: "retired", 2: "retired", 3: "in_force"}
    told = Fact.objects.filter(kind="policy.in-force").order_by("at").values_list("policy_version", "at")
    assert list(told)[1:] == [(2, starts), (3, last)]
    assert Fact.objects.filter(kind="policy.retired").count() == 2
    # From its instant on it rules, whether or not a worker has come by.
    assert queries.number_at(starts - timedelta(microseconds=1))[0] == 1
    assert queries.number_at(starts)[0] == 2
    assert queries.number_at(last)[0] == 3
