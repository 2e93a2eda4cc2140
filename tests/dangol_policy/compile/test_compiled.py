"""Policies are compiled once for each text, and only so many are remembered."""

from __future__ import annotations

from dangol_policy.compile import compile_policy
from dangol_policy.compile.compiled import MOST_REMEMBERED
from tests.build_policies import policy_of, situation_of

LINE = {"sku": "tea", "price": 1000}


def test_a_policy_is_compiled_once_for_each_digest_and_version() -> None:
    first = compile_policy(policy_of({"gives": {"percent": "10%"}}), digest="ten", version=1)
    assert compile_policy(policy_of({"gives": {"percent": "10%"}}), digest="ten", version=1) is first
    assert compile_policy(policy_of({"gives": {"percent": "10%"}}), digest="ten", version=2) is not first


def test_another_policy_under_the_same_digest_is_not_mistaken_for_it() -> None:
    ten = compile_policy(policy_of({"gives": {"percent": "10%"}}), digest="same")
    twenty = compile_policy(policy_of({"gives": {"percent": "20%"}}), digest="same")
    situation = situation_of(LINE)
    assert [ten.quote(situation).total, twenty.quote(situation).total] == [900, 800]


def test_only_so_many_are_remembered_and_those_used_last_stay() -> None:
    policy = policy_of({"gives": {"percent": "10%"}})
    kept, forgotten = (compile_policy(policy, digest=digest) for digest in ("kept", "forgotten"))
    for number in range(MOST_REMEMBERED - 1):
        compile_policy(policy, digest=f"number {number}")
        assert compile_policy(policy, digest="kept") is kept
    assert compile_policy(policy, digest="forgotten") is not forgotten
