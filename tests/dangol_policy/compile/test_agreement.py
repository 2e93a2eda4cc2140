"""The compiled policy and the reference say the same, field by field, on whatever is drawn."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dangol_policy import interpret
from dangol_policy.compile import compile_policy
from tests.build_policies import policy_of, random_policy, random_situation, situation_of
from tests.stints import Stint

relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck))


def agree(r: Random, situations: int) -> None:
    """Draws a policy and some situations, and compares whole decisions."""
    policy = random_policy(r)
    compiled = compile_policy(policy, digest="text", version=7)
    for _ in range(situations):
        situation = random_situation(r)
        assert compiled.quote(situation) == interpret.quote(policy, situation, digest="text", version=7)


@settings(relaxed, max_examples=60)
@given(st.randoms(use_true_random=False))
def test_compiled_and_reference_agree_on_what_hypothesis_draws(r: Random) -> None:
    agree(r, 1)


@settings(relaxed, max_examples=150)
@given(st.integers(0, 2**63))
def test_compiled_and_reference_agree_on_seeded_policies(seed: int) -> None:
    agree(Random(seed), 4)


def test_a_voucher_for_what_is_not_reduced_yet_looks_at_what_earlier_phases_did() -> None:
    policy = policy_of(
        {"gives": {"percent": "10%", "of": {"product": "a"}}},
        {"gives": {"voucher": 500, "of": {"discounted": False}}},
    )
    held = [{"code": "V", "amount": 500, "clause": "p2"}]
    situation = situation_of({"sku": "a", "price": 1000}, {"sku": "b", "price": 200}, vouchers=held)
    decision = compile_policy(policy, digest="text").quote(situation)
    assert decision == interpret.quote(policy, situation, digest="text")
    assert decision.vouchers_used == (("V", 200),)


def test_only_members_that_take_part_say_how_their_group_chooses() -> None:
    """What stands alone says that priority chooses; the others of its group are valued without it."""
    policy = policy_of(
        {"gives": {"amount": 20}, "combine": {"group": "g", "choose": "priority", "alone": True}, "code": "X"},
        {"gives": {"amount": 300}, "priority": 1, "combine": {"group": "g"}},
        {"gives": {"amount": 500}, "combine": {"group": "g"}},
        {"gives": {"amount": 50}, "combine": {"alone": True}},
    )
    basket = situation_of({"sku": "a", "price": 5000})
    decision = compile_policy(policy, digest="text").quote(basket)
    assert decision == interpret.quote(policy, basket, digest="text")
    assert [one.clause for one in decision.applied] == ["p3"]


@pytest.mark.long(minutes=5)
def test_compiled_and_reference_agree_on_thousands_of_policies(stint: Stint) -> None:
    for (seed,) in stint.through(10_000, "policies"):
        agree(Random(seed), 4)
