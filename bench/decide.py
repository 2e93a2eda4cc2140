"""Quotes per second, side by side in one run: compiled policy, interpreter, zen-engine. One process, each in turn.

All decide the same baskets by the same twenty promotions; totals, shipping and points are compared to the minor unit
before anything is measured. Situations are read beforehand, for zen-engine too, which gets day and hour ready made.

`many at once` decides a table of 20,000 other such baskets in columns (`dangol_policy.compile.columns`) and knows the
same of each as `compiled`; putting the situations into columns, which needs no policy, is reading and done beforehand.
`compiled` answers with totals, points, what each clause took off, and for every other promotion the first reason why
not. Left until asked for: shares by line and unit, the other reasons, what a refused promotion would have given, the
nearest miss, the sum of the points shown. `in full` is the same decision with nothing left; so is `interpreter`.
zen-engine gives totals, what each promotion took off, and one reason for each. `large` is one decision in full: 900
lines, 500 promotions of ten kinds.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

import zen

from bench.decide_large import large
from bench.decide_shop import drawn, for_zen, policy, read, zen_graph
from dangol_policy import interpret
from dangol_policy.compile import compile_policy
from dangol_policy.compile.columns.quotes import Columns
from dangol_policy.compile.columns.table import Table

BASKETS = 1_000
TABLE = 20_000
ROUNDS = 15
CHECKED = 300


def per_second(work: Callable[[Any], object], cases: Sequence[Any]) -> float:
    """Cases worked through in a second of processor time."""
    begun = time.process_time()
    for case in cases:
        work(case)
    return len(cases) / (time.process_time() - begun)


def main() -> None:
    """Compares, measures, reports."""
    shop = policy()
    begun = time.perf_counter()
    compiled = compile_policy(shop, digest="bench")
    compiling = time.perf_counter() - begun
    graph = zen.ZenEngine().create_decision(zen_graph())
    data = drawn(BASKETS)
    situations, contexts = [read(one) for one in data], [for_zen(one) for one in data]
    for situation, context in zip(situations[:CHECKED], contexts, strict=False):
        decision = compiled.quote(situation)
        other = graph.evaluate(context)["result"]
        found = (decision.total, decision.subtotal, decision.shipping, decision.points)
        assert found == (other["total"], other["subtotal"], other["shipping"], other["points"])
        assert decision == interpret.quote(shop, situation, digest="bench")
    table, columns = Table.of([read(one) for one in drawn(TABLE, seed=2)]), Columns(compiled)
    answers = columns.quotes(table)
    for row in range(CHECKED):
        alone, outline = compiled.outline(table.situations[row]), answers.outline(row)
        assert outline[:6] == alone[:6]
        assert list(outline.applied) == list(alone.applied)
        against = {(clause, code) for clause, code, _ in alone.refused} | set(alone.closed)
        assert against == {(clause, code) for clause, code, _ in outline.refused} | set(outline.closed)
    ways = ("many at once", "compiled", "in full", "zen-engine", "interpreter")
    speeds: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        speeds["many at once"].append(TABLE * per_second(columns.quotes, [table]))
        speeds["compiled"].append(per_second(compiled.quote, situations))
        speeds["in full"].append(per_second(compiled.quote_in_full, situations[:300]))
        speeds["zen-engine"].append(per_second(graph.evaluate, contexts[:300]))
        speeds["interpreter"].append(per_second(lambda one: interpret.quote(shop, one), situations[:50]))
    report(speeds, compiling, large_seconds())


def large_seconds() -> float:
    """What one very large decision takes, worked out in full: the middle of three."""
    many, situation = large()
    compiled = compile_policy(many, digest="large")
    return statistics.median(1 / per_second(compiled.quote_in_full, [situation]) for _ in range(3))


def report(speeds: dict[str, list[float]], compiling: float, of_large: float) -> None:
    """The table, and the figures as one line of JSON. Ratios are medians of the ratios of each round."""
    print(f"{len(policy().promotions)} promotions, 5-line baskets, {CHECKED} quotes compared to the minor unit before")
    print(f"compiling the policy took {compiling * 1000:.1f} ms\n")
    print(f"{'':<14}{'quotes/s':>12}{'µs each':>12}")
    for name, found in speeds.items():
        middle = statistics.median(found)
        print(f"{name:<14}{middle:>12,.0f}{1e6 / middle:>12.1f}")
    figures = {
        "quotes_per_s": round(statistics.median(speeds["many at once"])),
        "one_by_one_per_s": round(statistics.median(speeds["compiled"])),
        "vs_zen": _ratio(speeds["compiled"], speeds["zen-engine"]),
        "vs_interpreter": _ratio(speeds["compiled"], speeds["interpreter"]),
        "in_full_per_s": round(statistics.median(speeds["in full"])),
        "large_s": round(of_large, 2),
    }
    print(f"\n{json.dumps(figures)}")


def _ratio(one: list[float], other: list[float]) -> float:
    return round(statistics.median(a / b for a, b in zip(one, other, strict=True)), 2)


if __name__ == "__main__":
    main()
