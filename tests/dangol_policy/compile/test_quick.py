"""The quick answer says the same as the whole decision, wherever it answers at all."""

from __future__ import annotations

import pickle
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.decide_shop import drawn, policy, read
from dangol_policy import interpret
from dangol_policy.compile import compile_policy
from dangol_policy.compile.lazy import LazyDecision
from tests.build_policies import random_policy, random_situation
from tests.stints import Stint

relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=150)


def compare(r: Random, situations: int) -> int:
    """Compares totals of quick answers with those of the reference; how many were quick."""
    drawn_policy = random_policy(r, alone_in=40)
    compiled = compile_policy(drawn_policy, digest="text")
    quick = 0
    for _ in range(situations):
        situation = random_situation(r, plain=True)
        decision = compiled.quote(situation)
        if isinstance(decision, LazyDecision):
            quick += 1
            listed, goods, shipping, points, applied, *_, tier = decision.totals
            whole = interpret.quote(drawn_policy, situation, digest="text")
            assert (listed, goods, shipping, points) == (whole.list_total, whole.subtotal, whole.shipping, whole.points)
            assert (tier, goods + shipping) == (whole.tier, whole.total)
            assert [amount for _, amount in applied] == [one.amount for one in whole.applied]
            assert decision.total == whole.total
            assert decision == whole
    return quick


@relaxed
@given(st.integers(0, 2**63))
def test_quick_totals_are_those_of_the_reference(seed: int) -> None:
    compare(Random(seed), 4)


@pytest.mark.long(minutes=5)
def test_quick_totals_on_thousands_of_policies(stint: Stint) -> None:
    seeds = (seed for some in stint.through(10_000, "policies", step=100) for seed in some)
    quick = sum(compare(Random(seed), 6) for seed in seeds)
    assert quick > stint.done // 2


def test_usual_baskets_of_a_shop_are_answered_quickly() -> None:
    compiled = compile_policy(policy(), digest="text")
    situations = [read(data) for data in drawn(200)]
    quick = [one for one in map(compiled.quote, situations) if isinstance(one, LazyDecision)]
    assert len(quick) > 190
    for situation in situations[:50]:
        first = compiled.quote(situation)
        assert first.total == interpret.quote(policy(), situation).total
        assert first == compiled.quote_in_full(situation)
        assert pickle.loads(pickle.dumps(first)) == first
