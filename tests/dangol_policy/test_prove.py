"""The examples of a policy: what does not come out is an error at the example, what nobody tried is a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from dangol_policy.load import load
from dangol_policy.prove import prove

POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*.yaml"))
POLICY = """\
dangol: 1
business: {name: Bomnal, timezone: Asia/Seoul, currency: KRW}
promotions:
- {id: tenth, gives: {percent: 10%, off: order}}
examples:
- {name: ten off, given: {basket: [{price: 1000}]}, expect: {total: 900}}
"""


def test_examples_that_come_out_leave_no_problem() -> None:
    assert prove(load(POLICY)).problems == ()


def test_an_example_that_differs_is_an_error_where_it_is_written() -> None:
    result = prove(load(POLICY.replace("total: 900", "total: 950")))
    (problem,) = result.problems
    assert problem.code == "example-differs"
    assert problem.place is not None
    assert problem.place.line == 6
    assert "expected 950, found 900" in problem.message
    assert not result.ok


def test_a_clause_nobody_tried_is_a_warning_at_its_id() -> None:
    untried = "- {id: tea, needs: {at_least: 3, of: {tag: tea}}, gives: {item: cup}}\n"
    result = prove(load(POLICY.replace("examples:", untried + "examples:")))
    (problem,) = result.problems
    assert problem.code == "clause-without-example"
    assert problem.clause == "tea"
    assert problem.place is not None
    assert problem.place.line == 5
    assert result.ok


def test_a_policy_with_errors_is_not_run() -> None:
    result = load(POLICY.replace("10%", "150%"))
    assert prove(result) is result


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_the_ready_policies_are_proven(path: Path) -> None:
    assert prove(load(path)).problems == ()


def test_examples_that_would_take_minutes_are_not_run() -> None:
    many = "".join(f"- {{id: p{n}, gives: {{percent: 1%}}}}\n" for n in range(400))
    big = "- {name: big, given: {basket: [{price: 1, quantity: 90000}]}, expect: {total: 1}}\n"
    result = prove(load(POLICY.replace("examples:", many + "examples:") + big))
    assert [problem.code for problem in result.problems] == ["too-big"]
