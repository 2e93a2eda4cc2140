"""Quotes of whole tables say the same as quotes asked for one by one."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.decide_shop import drawn, policy, read
from dangol_policy.compile import compile_policy
from dangol_policy.compile.columns.quotes import Columns, Quotes
from dangol_policy.compile.columns.table import Table
from dangol_policy.compile.compiled import Compiled
from dangol_policy.compile.outline import Outline
from dangol_policy.situation import Situation
from tests.build_policies import policy_of, random_policy, random_situation, situation_of
from tests.stints import Stint

relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)
FIGURES = {"spend-short", "units-short", "spend-over", "units-over", "budget"}


def told(outline: Outline) -> tuple[object, ...]:
    """An outline without the order in which refusals are listed, and with figures of those reasons that have one."""
    refused = {(clause, code, figure if code in FIGURES else 0) for clause, code, figure in outline.refused}
    refused |= {(clause, code, 0) for clause, code in outline.closed}
    return (*outline[:6], list(outline.applied), refused)


def compare(compiled: Compiled, situations: Sequence[Situation]) -> Quotes:
    """The table's answers, each compared with the one that is given alone."""
    found = Columns(compiled).quotes(Table.of(situations))
    for row, situation in enumerate(situations):
        alone = compiled.outline(situation)
        assert told(found.outline(row)) == told(alone), situation
        assert (found.total[row], found.points[row]) == (alone.total, alone.points)
        amounts = {found.clauses[i]: int(found.amounts[i, row]) for i in np.flatnonzero(found.against[:, row] == 0)}
        assert amounts == {clause: amount for clause, amount in alone.applied if clause in found.clauses}
    return found


def on_random_tables(r: Random, situations: int) -> tuple[int, int]:
    compiled = compile_policy(random_policy(r, alone_in=40), digest="text")
    found = compare(compiled, [random_situation(r, plain=True) for _ in range(situations)])
    return situations - len(found.apart), situations


@relaxed
@given(st.integers(0, 2**63))
def test_a_table_is_decided_as_its_rows_are(seed: int) -> None:
    on_random_tables(Random(seed), 25)


@pytest.mark.long(minutes=5)
def test_thousands_of_tables(stint: Stint) -> None:
    seeds = (seed for some in stint.through(4_000, "policies", step=50) for seed in some)
    together = [on_random_tables(Random(seed), 40) for seed in seeds]
    assert sum(done for done, _ in together) > 0.1 * sum(rows for _, rows in together)


def test_so_many_random_rows_are_decided_together() -> None:
    together = [on_random_tables(Random(seed), 20) for seed in range(100)]
    assert sum(done for done, _ in together) > 0.15 * sum(rows for _, rows in together)


def test_the_rows_of_a_shop_are_decided_together() -> None:
    found = compare(compile_policy(policy(), digest="text"), [read(data) for data in drawn(600)])
    assert len(found.apart) < 20


def test_rows_of_every_length_stand_where_they_were() -> None:
    compiled = compile_policy(policy_of({"gives": {"percent": "10%", "of": {"category": "food"}}}), digest="text")
    line = {"sku": "a", "category": ["food"], "price": 1000}
    situations = [situation_of(*[line] * count) for count in (3, 1, 70, 2, 3)] + [situation_of()]
    found = compare(compiled, situations)
    assert found.total.tolist() == [2700, 900, 63000, 1800, 2700, 0]
    assert set(found.apart) == {2, 5}
    assert found.reason("p1", 5) == "nothing-matches"
    assert found.reason("p1", 0) is None


def test_sums_too_large_for_columns_are_exact() -> None:
    compiled = compile_policy(policy_of({"gives": {"percent": "33.33%"}}), digest="text")
    situations = [situation_of({"sku": "a", "price": 10**14 + 7}), situation_of({"sku": "a", "price": 10**11 - 1})]
    assert set(compare(compiled, situations).apart) == {0}


def test_an_empty_table_has_no_answers() -> None:
    assert compare(compile_policy(policy(), digest="text"), []).total.tolist() == []
