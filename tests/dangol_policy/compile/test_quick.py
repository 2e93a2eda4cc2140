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
from dangol_policy.compile.outline import Outline
from dangol_policy.decision import Decision
from tests.build_policies import random_policy, random_situation
from tests.stints import Stint

relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=150)


def same_outline(outline: Outline, whole: Decision) -> None:
    """Totals, what applied in its order, and for everything else the first reason with its figure."""
    assert outline[:6] == (
        whole.list_total,
        whole.subtotal,
        whole.shipping,
        whole.total,
        whole.points,
        whole.tier,
    )
    assert list(outline.applied) == [(one.clause, one.amount) for one in whole.applied]
    first = {one.clause: one.reasons[0] for one in whole.not_applied}
    refused = {(clause, code) for clause, code, _ in outline.refused} | set(outline.closed)
    assert refused == {(clause, reason.code) for clause, reason in first.items()}
    assert len(outline.refused) + len(outline.closed) == len(first)
    for clause, code, figure in outline.refused:
        if code in ("spend-short", "units-short", "spend-over", "units-over", "budget"):
            assert figure == first[clause].have


def compare(r: Random, situations: int, *, plain: bool | None) -> int:
    """Compares quick answers with those of the reference; how many were quick."""
    drawn_policy = random_policy(r, alone_in=40)
    compiled = compile_policy(drawn_policy, digest="text")
    quick = 0
    for _ in range(situations):
        situation = random_situation(r, plain=plain)
        decision = compiled.quote(situation)
        if isinstance(decision, LazyDecision):
            quick += 1
            whole = interpret.quote(drawn_policy, situation, digest="text")
            same_outline(decision.outline, whole)
            assert decision.total == whole.total
            assert decision == whole
    return quick


@relaxed
@given(st.integers(0, 2**63))
def test_quick_totals_are_those_of_the_reference(seed: int) -> None:
    compare(Random(seed), 4, plain=None)


@pytest.mark.long(minutes=5)
def test_quick_totals_on_thousands_of_policies(stint: Stint) -> None:
    seeds = (seed for some in stint.through(10_000, "policies", step=100) for seed in some)
    quick = sum(compare(Random(seed), 6, plain=None) for seed in seeds)
    assert quick > stint.done


@pytest.mark.parametrize(("plain", "share"), [(True, 0.55), (None, 0.42)])
def test_so_many_random_baskets_are_answered_quickly(plain: bool | None, share: float) -> None:
    """Every kind of clause is in these policies, most of them several times."""
    assert sum(compare(Random(seed), 4, plain=plain) for seed in range(125)) > share * 500


@relaxed
@given(st.integers(0, 2**63))
def test_outlines_are_those_of_the_reference_whoever_works_them_out(seed: int) -> None:
    r = Random(seed)
    drawn_policy, situation = random_policy(r), random_situation(r)
    same_outline(
        compile_policy(drawn_policy, digest="text").outline(situation), interpret.quote(drawn_policy, situation)
    )


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
