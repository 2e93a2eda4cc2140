"""A policy that checks clean never raises while deciding, by the reference or compiled, and says why in words."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy import words
from dangol_policy.compile import compile_policy
from dangol_policy.interpret import quote
from dangol_policy.load import load
from dangol_policy.parse import ParseResult
from dangol_policy.problems import errors
from tests.build_policies import Data, random_data, random_situation
from tests.stints import Stint


def cleaned(data: Data) -> ParseResult | None:
    """The policy without the parts that have errors; None when nothing clean is left after some rounds."""
    for _ in range(6):
        result = load(json.dumps(data))
        if result.ok:
            return result
        paths = [problem.path for problem in errors(result.problems)]
        faulty = {path[1] for path in paths if path[:1] == ("promotions",) and len(path) > 1}
        data["promotions"] = [one for number, one in enumerate(data["promotions"]) if number not in faulty]
        for section in {path[1] for path in paths if path[:1] == ("loyalty",) and len(path) > 1}:
            data["loyalty"].pop(section, None)
        named = {part for path in paths for part in path[:2] if isinstance(part, str)}
        if not faulty and "loyalty" not in named:
            return None
    return None


def decides(r: Random) -> bool:
    """Whether the policy that was drawn could be cleaned; then it has decided several situations."""
    result = cleaned(random_data(r))
    if result is None or result.policy is None:
        return False
    compiled = compile_policy(result.policy, digest=result.digest)
    for _ in range(3):
        situation = random_situation(r)
        decision = quote(result.policy, situation, digest=result.digest)
        assert compiled.quote_in_full(situation) == decision
        assert words.explain(decision, result.policy, "ko").lines()
        assert sum(line.amount for line in decision.lines) == decision.subtotal
    return True


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_random_policies_that_check_clean_decide(r: Random) -> None:
    decides(r)


def test_enough_of_them_are_clean() -> None:
    """Else the property above would hold for want of policies."""
    assert sum(decides(Random(seed)) for seed in range(12)) >= 6


@pytest.mark.long(3)
def test_very_many_random_policies_that_check_clean_decide(stint: Stint) -> None:
    for (seed,) in stint.through(2_000, "policies"):
        decides(Random(1_000 + seed))
