"""kill -9 of the running program while tills post purchases: nothing acknowledged is lost, nothing is there twice."""

import json
import os
import random
import signal
import sqlite3
import threading
import time
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

import psycopg
import pytest

from tests.servers import MakeServer, Server, wait_until_gone, worker_of
from tests.stints import Stint

POLICY = """
dangol: 1
business: {name: Shop, timezone: Asia/Seoul, currency: KRW}
loyalty:
  points:
    earn: [{id: base, rate: 1%}]
    redeem: {worth: 1}
  tiers:
    levels: [{id: basic, from: 0}, {id: dear, from: 100000}]
  cards: [{id: fifth, every: 5, visit: {per: purchase}, gives: {item: tea}}]
promotions:
  - {id: once, code: ONCE, gives: {amount: 100}, limit: {total: 20}}
"""
TILLS = 3
_ENOUGH = 5
"""Purchases that must have been acknowledged between two kills."""


@dataclass
class Till:
    """Posts purchases one after another; what is not acknowledged is sent again as it was, until it is."""

    server: Server
    key: str
    name: str
    customer: str = ""
    acknowledged: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def work(self) -> None:
        self.customer = str(self._sent("/api/customers", {"external": self.name}, f"join-{self.name}")["id"])
        while not self.stopped.is_set():
            number = f"{self.name}-{len(self.acknowledged)}"
            basket = {"lines": [{"sku": "pan", "price": 5000}], "codes": ["ONCE"], "redeem": {"points": "max"}}
            body = {"money": "minor", "number": number, "customer": self.customer, "basket": basket}
            answer = self._sent("/api/purchases", body, number)
            if answer:
                assert answer["number"] == number, answer
                self.acknowledged.append(number)

    def _sent(self, path: str, body: object, key: str) -> dict[str, object]:
        """The answer, whenever the server is there to give it; empty when the work has ended before."""
        headers = {"Authorization": f"Bearer {self.key}", "Idempotency-Key": key, "Content-Type": "application/json"}
        request = urllib.request.Request(self.server.url + path, json.dumps(body).encode(), headers)
        while True:
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    return json.load(answer)  # type: ignore[no-any-return]
            except urllib.request.HTTPError as refused:
                told = refused.read().decode()
                if refused.code < 500:
                    self.failed.append(told)
                    self.stopped.set()
                    return {}
            except (OSError, HTTPException, json.JSONDecodeError):
                pass
            if self.stopped.is_set():
                return {}
            time.sleep(0.05)


def stored(server: Server) -> list[str]:
    """The numbers of all stored orders."""
    query = "SELECT number FROM sales_purchase"
    if server.database_url.startswith("sqlite"):
        with sqlite3.connect(server.database_url.removeprefix("sqlite:///")) as there:
            return [number for (number,) in there.execute(query)]
    with psycopg.connect(server.database_url) as on_server:
        return [number for (number,) in on_server.execute(query)]


def opened(server: Server, folder: Path) -> str:
    """The policy in force and a key for the tills."""
    policy = folder / "policy.yaml"
    policy.write_text(POLICY)
    server.dangol("publish", str(policy))
    scopes = ("--scope", "sales.write", "--scope", "customers.write")
    return str(json.loads(server.dangol("key", "create", "tills", "--json", *scopes).stdout)["key"])


def wait_for_more(tills: Iterable[Till], than: int, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while sum(len(till.acknowledged) for till in tills) < than + _ENOUGH:
        assert not any(till.failed for till in tills), [till.failed for till in tills]
        assert time.monotonic() < end, "the tills came to a stop"
        time.sleep(0.01)


def kill_many_times(server: Server, folder: Path, kills: Iterable[int]) -> None:
    """Of three kills one hits the worker while the server goes on, two hit everything."""
    key = opened(server, folder)
    server.start()
    tills = [Till(server, key, f"till{number}") for number in range(TILLS)]
    threads = [threading.Thread(target=till.work, daemon=True) for till in tills]
    for thread in threads:
        thread.start()
    try:
        for number in kills:
            wait_for_more(tills, sum(len(till.acknowledged) for till in tills))
            time.sleep(random.uniform(0, 0.3))
            worker = worker_of(server.home) if number % 3 == 1 else None
            if worker is not None:
                os.kill(worker, signal.SIGKILL)
                continue
            server.kill()
            assert wait_until_gone(server.home, 30) == []
            server.start()
        wait_for_more(tills, sum(len(till.acknowledged) for till in tills))
    finally:
        for till in tills:
            till.stopped.set()
        for thread in threads:
            thread.join(60)
        server.stop()
    assert [till.failed for till in tills] == [[]] * TILLS
    audit = server.dangol("audit", "ledger", check=False)
    assert audit.returncode == 0, audit.stdout
    numbers = stored(server)
    assert len(numbers) == len(set(numbers))
    acknowledged = {number for till in tills for number in till.acknowledged}
    assert acknowledged <= set(numbers)
    # At most the one purchase of each till that was being posted is there without having been acknowledged.
    assert len(numbers) - len(acknowledged) <= TILLS


def test_after_three_kills_everything_is_there_once(make_server: MakeServer, tmp_path: Path) -> None:
    kill_many_times(make_server(), tmp_path, range(3))


@pytest.mark.long(minutes=20)
def test_after_two_hundred_kills_everything_is_there_once(
    make_server: MakeServer, tmp_path: Path, stint: Stint
) -> None:
    kill_many_times(make_server(), tmp_path, (number for (number,) in stint.through(200, "kills")))
