"""The registry is closed, says something about each code, and each code is given by some policy in the tests."""

from __future__ import annotations

import pytest

from dangol_policy.problems import MOST_PROBLEMS, REGISTRY, Place, Problem, Severity, errors, in_order
from tests.dangol_policy.check import test_faults
from tests.dangol_policy.parse import test_shape
from tests.dangol_policy.test_bombs import EXPECTED

GIVEN_ELSEWHERE = {"too-many-problems", "example-differs", "clause-without-example", "review-passed", "outside-focus"}
"""By more problems than are listed, by running the examples, by asking on a day, and by what benefits cost."""


def test_every_code_is_given_by_some_policy() -> None:
    meant, shaped = test_faults.FAULTS, test_shape.FAULTS
    given = {fault.code for fault in meant} | {fault.code for fault in shaped} | set(EXPECTED.values())
    assert given | GIVEN_ELSEWHERE == set(REGISTRY)


@pytest.mark.parametrize("code", REGISTRY)
def test_every_code_says_what_why_and_the_way_out(code: str) -> None:
    kind = REGISTRY[code]
    assert kind.title[0].isupper()
    assert not kind.title.endswith(".")
    assert kind.why.endswith(".")
    assert kind.mend.endswith(".")


def test_a_code_outside_the_registry_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        Problem("no-such-code", "x")


def test_problems_are_in_the_order_of_the_text_and_each_once() -> None:
    late = Problem("bad-id", "x", Place("a", 10, 1))
    early = Problem("bad-id", "x", Place("a", 9, 5))
    assert in_order([late, early, late]) == (early, late)


def test_beyond_the_limit_errors_are_kept_before_warnings_and_the_rest_is_counted() -> None:
    warnings = [Problem("vague-wording", "x", Place("a", line, 1)) for line in range(300)]
    fault = Problem("bad-id", "x", Place("a", 999, 1))
    found = in_order([*warnings, fault])
    assert len(found) == MOST_PROBLEMS
    assert fault in found
    assert found[-1].code == "too-many-problems"
    assert "102 more" in found[-1].message


def test_errors_leave_warnings_out() -> None:
    fault, warning = Problem("bad-id", "x"), Problem("vague-wording", "x")
    assert errors((warning, fault)) == (fault,)
    assert warning.severity is Severity.WARNING


def test_a_problem_for_programs_has_all_its_parts() -> None:
    problem = Problem("bad-id", "words", Place("a.yaml", 3, 7), ("promotions", 0), "spring", "hint")
    answer = problem.as_json()
    assert answer["code"] == "bad-id"
    assert (answer["file"], answer["line"], answer["column"]) == ("a.yaml", 3, 7)
    assert answer["path"] == ["promotions", 0]
    assert answer["hint"] == problem.way_out == "hint"
    assert answer["why"] == REGISTRY["bad-id"].why
