"""Measures one database, in a process of its own: purchases through the product, the same rows by bare SQL, growth.

Prints one JSON object. The parent (`python -m bench.purchase`) sets DATABASE_URL and DANGOL_HOME before.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dangol.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench.purchase import filled  # noqa: E402
from bench.purchase.bases import Bases, bases, use  # noqa: E402
from bench.purchase.clients import Took, together  # noqa: E402
from bench.purchase.recorded import Statement, caught  # noqa: E402
from dangol.flows.join import join  # noqa: E402
from dangol.flows.publish import publish  # noqa: E402
from dangol.flows.purchase import purchase  # noqa: E402
from dangol.lib import clock  # noqa: E402

POLICY = Path(__file__).resolve().parents[2] / "policies" / "shop.yaml"
BY = "system:bench"
CLIENTS = (1, 4, 16)
STREAMS = max(CLIENTS)
CUSTOMERS_EACH = 12
ROUNDS = 3
EACH_ROUND = 16
"""Purchases of each of the sixteen streams in one round; a client works through one or several streams."""
SMALL, LARGE = 1_000, 1_000_000
GROWTH_SAMPLE = 300

Stream = list[tuple[str, UUID]]
"""(order number, customer)"""


def basket(number: int) -> dict[str, Any]:
    """Two lines, three units; the prices differ so that nothing can be kept from one purchase to the next."""
    lines = [
        {"sku": "linen-cloth", "category": "textile", "price": 28_000 + number % 97 * 100, "quantity": 1},
        {"sku": "soap-refill", "category": "bath", "tags": ["refill"], "price": 6_000, "quantity": 2},
    ]
    return {"lines": lines, "store": "main", "channel": "shop"}


def buy(number: str, customer: UUID) -> None:
    purchase(
        number=number,
        basket=basket(hash(number)),
        customer=customer,
        money="minor",
        request=f"bench:{number}",
        by=BY,
        at=clock.now(),
    )


def enrolled(name: str) -> UUID:
    answer = join(external=name, name="", request=f"bench:join:{name}", by=BY, at=clock.now())
    return UUID(answer.value["customer"])


def prepared() -> list[list[UUID]]:
    """Tables, a policy, and the customers of each stream, each with a first purchase."""
    call_command("migrate", interactive=False, verbosity=0)
    at = clock.now() - timedelta(days=1)
    publish(text=POLICY.read_text(encoding="utf-8"), request="bench:policy", by=BY, at=at)
    streams = [[enrolled(f"c{stream}-{one}") for one in range(CUSTOMERS_EACH)] for stream in range(STREAMS)]
    for customers in streams:
        for customer in customers:
            buy(f"first-{customer.hex}", customer)
    return streams


def streams_of(customers: list[list[UUID]]) -> list[Stream]:
    total = ROUNDS * EACH_ROUND
    return [
        [(f"n{stream}-{one}", those[one % len(those)]) for one in range(total)]
        for stream, those in enumerate(customers)
    ]


def of_round(streams: list[Any], round_: int, clients: int) -> list[list[Any]]:
    """What each client does in the round: its share of the streams."""
    cut = [stream[round_ * EACH_ROUND : (round_ + 1) * EACH_ROUND] for stream in streams]
    return [[one for stream in cut[client::clients] for one in stream] for client in range(clients)]


def through_the_product(name: str, orders: Stream) -> Callable[[], Callable[[], list[float]]]:
    def prepare() -> Callable[[], list[float]]:
        use(name)
        connection.ensure_connection()
        return lambda: [_timed(lambda order=order: buy(*order)) for order in orders]  # type: ignore[misc]

    return prepare


def by_bare_sql(copies: Bases, name: str, orders: list[list[Statement]]) -> Callable[[], Callable[[], list[float]]]:
    def prepare() -> Callable[[], list[float]]:
        bare = copies.bare(name)
        ready = [bare.prepared(order) for order in orders]
        return lambda: [_timed(lambda order=order: bare.carry_out(order)) for order in ready]  # type: ignore[misc]

    return prepare


def _timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def statements_of(streams: list[Stream]) -> list[list[list[Statement]]]:
    """What the product writes for each purchase of each stream."""
    result = []
    for stream in streams:
        purchases = []
        for order in stream:
            with caught() as statements:
                buy(*order)
            purchases.append(list(statements))
        result.append(purchases)
    return result


def against_bare(copies: Bases, streams: list[Stream], written: list[list[list[Statement]]]) -> list[dict[str, Any]]:
    """Rates of both, side by side, for each number of clients."""
    rows = []
    for clients in CLIENTS:
        ours, bare = copies.copy("bench_ours"), copies.copy("bench_bare")
        pairs = []
        for round_ in range(ROUNDS):
            product = together([through_the_product(ours, part) for part in of_round(streams, round_, clients)])
            plain = together([by_bare_sql(copies, bare, part) for part in of_round(written, round_, clients)])
            pairs.append((product, plain))
        rows.append(_row(clients, pairs))
        copies.drop(ours)
        copies.drop(bare)
    return rows


def _row(clients: int, pairs: list[tuple[Took, Took]]) -> dict[str, Any]:
    def rate(which: int) -> float:
        return statistics.median(len(pair[which].each) / pair[which].seconds for pair in pairs)

    return {
        "clients": clients,
        "per_second": round(rate(0)),
        "bare_per_second": round(rate(1)),
        "milliseconds": round(statistics.median(one for pair in pairs for one in pair[0].each) * 1000, 2),
        "ratio": round(statistics.median(pair[1].seconds / pair[0].seconds for pair in pairs), 3),
    }


def growth(copies: Bases, customers: list[list[UUID]]) -> dict[str, Any]:
    """Latency of one client with a thousand and with a million purchases stored."""
    name = copies.copy("bench_grown")
    use(name)
    enrolment, further = _patterns()
    milliseconds = {}
    done = 0
    for stored in (SMALL, LARGE):
        begun = time.perf_counter()
        with copies.filling():
            _fill(enrolment, further, first=done, last=stored)
        filling = time.perf_counter() - begun
        those = [customer for stream in customers for customer in stream]
        orders = [(f"g{stored}-{one}", those[one % len(those)]) for one in range(GROWTH_SAMPLE)]
        took = together([through_the_product(name, orders)])
        milliseconds[stored] = statistics.median(took.each) * 1000
        print(f"{connection.vendor}: filled up to {stored:,} in {filling:.0f} s", file=sys.stderr)
        done = stored
    copies.drop(name)
    return {
        "milliseconds": {str(stored): round(value, 2) for stored, value in milliseconds.items()},
        "growth": round(milliseconds[LARGE] / milliseconds[SMALL], 2),
    }


def _patterns() -> tuple[filled.Made, filled.Made]:
    """The rows of an enrolment with a first purchase, and those of a further purchase."""
    with caught() as first:
        customer = enrolled("pattern")
        buy("pattern", customer)
    with caught() as second:
        buy("further", customer)
    return (
        filled.Made(list(filled.patterns(first)), filled.Copying(customer, "pattern", 0, per_customer=True)),
        filled.Made(list(filled.patterns(second)), filled.Copying(customer, "further", 1 << 32, per_customer=False)),
    )


def _fill(enrolment: filled.Made, further: filled.Made, *, first: int, last: int) -> None:
    """Customers with one purchase each up to their number, then more purchases of all of them."""
    enrolment.copy(first=min(first, filled.CUSTOMERS), last=min(last, filled.CUSTOMERS))
    further.copy(first=max(first, filled.CUSTOMERS), last=max(last, filled.CUSTOMERS))


def main() -> None:
    customers = prepared()
    copies = bases()
    streams = streams_of(customers)
    caught_in = copies.copy("bench_caught")
    base = connection.settings_dict["NAME"]
    use(caught_in)
    written = statements_of(streams)
    use(base)
    copies.drop(caught_in)
    result: dict[str, Any] = {"database": connection.vendor, "rows": against_bare(copies, streams, written)}
    result["growth"] = growth(copies, customers)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
