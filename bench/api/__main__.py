"""`python -m bench.api`: quotes against a bare echo in turns; a table, and the ratios as the last line."""

import json
import statistics
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.api.load import Load, answer_of, put_under_load, request
from bench.api.servers import echo, product

ROUNDS = 4
SECONDS = 1.6
CONNECTIONS = 8
AT_ONCE = 500
ECHO, QUOTE, MEMBER, BATCH = "bare echo", "quote", "quote for a customer", f"batch of {AT_ONCE}"


def basket(turn: int) -> dict[str, Any]:
    """Five lines, a code, a charge for shipping."""
    goods = ("pasta", "drink", "dessert", "salad", "coffee")
    lines = [
        {
            "sku": f"{name}-{turn % 7}",
            "category": [name],
            "price": 4_000 + 300 * place + turn % 90 * 100,
            "quantity": 1 + place % 3,
        }
        for place, name in enumerate(goods)
    ]
    return {"lines": lines, "codes": ["SPRING"], "shipping": 3_000, "channel": "web"}


def messages(key: str, customer: str) -> dict[str, bytes]:
    """What is sent: the echo gets the very body of the single quote."""
    allowed = {"Authorization": f"Bearer {key}"}
    single = json.dumps({"money": "minor", "basket": basket(0)}).encode()
    member = json.dumps({"money": "minor", "customer": customer, "basket": basket(0)}).encode()
    many = {"money": "minor", "situations": [{"basket": basket(turn)} for turn in range(AT_ONCE)]}
    return {
        ECHO: request("/echo", single),
        QUOTE: request("/api/quotes", single, **allowed),
        MEMBER: request("/api/quotes", member, **allowed),
        BATCH: request("/api/quotes/batch", json.dumps(many).encode(), **allowed),
    }


def measured(ports: Mapping[str, int], sent: Mapping[str, bytes]) -> dict[str, list[Load]]:
    """Every kind in turns, so that what else the machine does hits all alike."""
    seen: dict[str, list[Load]] = {name: [] for name in sent}
    for name, message in sent.items():
        put_under_load(ports[name], message, seconds=0.5, connections=CONNECTIONS)
    for _ in range(ROUNDS):
        for name, message in sent.items():
            connections = 2 if name == BATCH else CONNECTIONS
            seen[name].append(put_under_load(ports[name], message, seconds=SECONDS, connections=connections))
    return seen


def show(rates: Mapping[str, float], seen: Mapping[str, list[Load]]) -> None:
    table = Table("", "answers/s", "quotes/s", "median ms", "99% ms", title="Quotes over HTTP, one server process")
    for name, rate in rates.items():
        quotes = {ECHO: 0.0, BATCH: rate * AT_ONCE}.get(name, rate)
        median, slow = (statistics.median(load.percentile(share) for load in seen[name]) for share in (0.5, 0.99))
        table.add_row(name, f"{rate:,.0f}", f"{quotes:,.0f}" if quotes else "", f"{median:.2f}", f"{slow:.2f}")
    Console().print(table)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="dangol-bench-") as folder, echo() as bare, product(Path(folder)) as served:
        port, key, customer = served
        sent = messages(key, customer)
        ports = {name: bare if name == ECHO else port for name in sent}
        answer = json.loads(answer_of(port, sent[QUOTE]))
        assert len(answer["not_applied"]) >= 10, "explanations are on"
        seen = measured(ports, sent)
    rates = {name: statistics.median(load.per_second for load in loads) for name, loads in seen.items()}
    show(rates, seen)
    line = {
        "quote_vs_echo": round(rates[QUOTE] / rates[ECHO], 3),
        "batch_vs_single": round(rates[BATCH] * AT_ONCE / rates[QUOTE], 1),
        "customer_quote_vs_echo": round(rates[MEMBER] / rates[ECHO], 3),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
