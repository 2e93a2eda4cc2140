"""`python -m bench.api`: quotes against a bare echo in turns; a table, and the ratios as the last line.

A single quote is explained in full and a batch in brief, as both are when nothing else is asked for; the other way of
explaining is measured beside them.
"""

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
QUOTE_BRIEF, BATCH_FULL = "quote, in brief", f"batch of {AT_ONCE}, in full"


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
    single = {"money": "minor", "basket": basket(0)}
    many = {"money": "minor", "situations": [{"basket": basket(turn)} for turn in range(AT_ONCE)]}

    def asked(path: str, body: dict[str, Any], **more: str) -> bytes:
        return request(path, json.dumps(body | more).encode(), **allowed)

    return {
        ECHO: request("/echo", json.dumps(single).encode()),
        QUOTE: asked("/api/quotes", single),
        QUOTE_BRIEF: asked("/api/quotes", single, explain="brief"),
        MEMBER: asked("/api/quotes", single, customer=customer),
        BATCH: asked("/api/quotes/batch", many),
        BATCH_FULL: asked("/api/quotes/batch", many, explain="full"),
    }


def measured(ports: Mapping[str, int], sent: Mapping[str, bytes]) -> dict[str, list[Load]]:
    """Every kind in turns, so that what else the machine does hits all alike."""
    seen: dict[str, list[Load]] = {name: [] for name in sent}
    for name, message in sent.items():
        put_under_load(ports[name], message, seconds=0.5, connections=CONNECTIONS)
    for _ in range(ROUNDS):
        for name, message in sent.items():
            connections = 2 if name in (BATCH, BATCH_FULL) else CONNECTIONS
            seen[name].append(put_under_load(ports[name], message, seconds=SECONDS, connections=connections))
    return seen


def show(rates: Mapping[str, float], seen: Mapping[str, list[Load]]) -> None:
    table = Table("", "answers/s", "quotes/s", "median ms", "99% ms", title="Quotes over HTTP, one server process")
    for name, rate in rates.items():
        quotes = {ECHO: 0.0, BATCH: rate * AT_ONCE, BATCH_FULL: rate * AT_ONCE}.get(name, rate)
        median, slow = (statistics.median(load.percentile(share) for load in seen[name]) for share in (0.5, 0.99))
        table.add_row(name, f"{rate:,.0f}", f"{quotes:,.0f}" if quotes else "", f"{median:.2f}", f"{slow:.2f}")
    Console().print(table)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="dangol-bench-") as folder, echo() as bare, product(Path(folder)) as served:
        port, key, customer = served
        sent = messages(key, customer)
        ports = {name: bare if name == ECHO else port for name in sent}
        alone = json.loads(answer_of(port, sent[QUOTE]))
        together = [one["quote"] for one in json.loads(answer_of(port, sent[BATCH]))["quotes"]]
        assert all(len(answer["not_applied"]) >= 10 for answer in (alone, *together)), "explanations are on"
        assert together[0]["total"] == alone["total"]
        seen = measured(ports, sent)
    rates = {name: statistics.median(load.per_second for load in loads) for name, loads in seen.items()}
    show(rates, seen)
    line = {
        "quote_vs_echo": round(rates[QUOTE] / rates[ECHO], 3),
        "batch_vs_single": round(rates[BATCH] * AT_ONCE / rates[QUOTE], 1),
        "customer_quote_vs_echo": round(rates[MEMBER] / rates[ECHO], 3),
        "brief_quote_vs_echo": round(rates[QUOTE_BRIEF] / rates[ECHO], 3),
        "batch_vs_single_both_brief": round(rates[BATCH] * AT_ONCE / rates[QUOTE_BRIEF], 1),
        "batch_vs_single_both_full": round(rates[BATCH_FULL] * AT_ONCE / rates[QUOTE], 1),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
