"""kill -9 at random moments: afterwards the audit is clean and every acknowledged purchase is there once."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

import pytest
from django.db import connection

from dangol.flows import audit
from dangol.loyalty.models import PromotionUse
from dangol.sales.models import Purchase
from tests.dangol.flows.player import rule
from tests.stints import Stint

POLICY = """
dangol: 1
business: {name: Shop, timezone: Asia/Seoul, currency: KRW}
loyalty:
  points:
    earn: [{id: base, rate: 1%}]
    pending: {for: 1 minute}
    redeem: {worth: 1}
  tiers:
    levels: [{id: basic, from: 0}, {id: dear, from: 100000}]
  cards: [{id: fifth, every: 5, visit: {per: purchase}, gives: {item: tea}}]
promotions:
  - {id: once, code: ONCE, gives: {amount: 100}, limit: {total: 20}}
"""


def address() -> str:
    """The database of this test, for another process."""
    of = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{of['NAME']}"
    where = urlencode({"host": of["HOST"], "port": of["PORT"]}) if str(of["HOST"]).startswith("/") else ""
    host = "" if where else f"{of['HOST']}:{of['PORT']}"
    who = f"{quote(of['USER'])}:{quote(of['PASSWORD'])}@" if of["USER"] else ""
    return f"postgresql://{who}{host}/{of['NAME']}{'?' + where if where else ''}"


def start(*command: str, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(environment),
    )


def acknowledged(buyer: subprocess.Popen[str], at_least: int) -> list[int]:
    """Waits for so many purchases, then kills the buyer at a random moment; returns all it acknowledged."""
    assert buyer.stdout is not None
    found = []
    for _ in range(at_least):
        line = buyer.stdout.readline()
        assert line, buyer.stderr.read() if buyer.stderr else ""
        found.append(int(line))
    time.sleep(random.uniform(0, 0.05))
    buyer.kill()
    rest = buyer.stdout.read().split("\n")[:-1]
    buyer.wait()
    return [*found, *map(int, rest)]


def kill_many_times(kills: Iterable[int]) -> None:
    rule(POLICY)
    environment = {**os.environ, "DATABASE_URL": address()}
    connection.close()
    seen: list[int] = []
    for number in kills:
        worker = start("dangol.config", "worker", environment=environment)
        buyer = start("tests.dangol.flows.buyer", str(len(seen)), environment=environment)
        try:
            seen += acknowledged(buyer, at_least=random.randint(1, 15))
        finally:
            worker.kill()
            buyer.kill()
            worker.communicate()
        assert seen == list(range(len(seen))), f"after kill {number}"
    assert list(audit.differences()) == []
    stored = list(Purchase.objects.values_list("number", flat=True))
    assert len(stored) == len(set(stored))
    assert {f"k{number}" for number in seen} <= set(stored)
    # At most the one purchase that was being posted is there without having been acknowledged.
    assert len(stored) - len(seen) in (0, 1)
    assert PromotionUse.objects.filter(clause="once").count() == min(20, len(stored))


@pytest.mark.django_db(transaction=True)
def test_after_three_kills_everything_adds_up() -> None:
    kill_many_times(range(3))


@pytest.mark.long(minutes=15)
@pytest.mark.django_db(transaction=True)
def test_after_two_hundred_kills_everything_adds_up(stint: Stint) -> None:
    kill_many_times(number for (number,) in stint.through(200, "kills"))
