"""What benefits cost outside the focus: the share, the clauses that cause it, and silence when the focus changes."""

from __future__ import annotations

from dangol_policy.check.focus import cost_outside_the_focus
from dangol_policy.load import load

POLICY = """\
dangol: 1
business: {name: Bomnal, timezone: Asia/Seoul, currency: KRW}
segments:
- {id: regulars, focus: @@, of: {orders: {at_least: 5}}}
- {id: passers-by, focus: ##, of: {orders: {at_most: 1}}}
promotions:
- {id: welcome, gives: {percent: 5%}}
- {id: tenth, gives: {amount: 900}}
"""
COST = {"welcome": {"passers-by": 70_000, "regulars": 10_000}, "tenth": {"regulars": 10_000, "": 10_000}}


def found(regulars: bool, passers_by: bool, cost: dict[str, dict[str, int]]) -> list[str]:
    text = POLICY.replace("@@", str(regulars).lower()).replace("##", str(passers_by).lower())
    return [problem.message for problem in cost_outside_the_focus(load(text), cost)]


def test_the_share_and_the_clauses_that_cause_it_are_told() -> None:
    words = "80% of what benefits cost goes to customers outside the focus, most of it by `welcome`, `tenth`"
    assert found(True, False, COST) == [words]


def test_another_focus_clears_it() -> None:
    assert found(False, True, COST) == []


def test_half_is_not_more_than_half() -> None:
    assert found(True, False, {"welcome": {"regulars": 500, "passers-by": 500}}) == []
    assert len(found(True, False, {"welcome": {"regulars": 500, "passers-by": 501}})) == 1


def test_nothing_is_said_without_a_focus_or_without_cost() -> None:
    assert found(False, False, COST) == []
    assert found(True, False, {}) == []
    assert found(True, False, {"welcome": {"passers-by": 0}}) == []


def test_it_stands_where_the_focus_is_written() -> None:
    (problem,) = cost_outside_the_focus(load(POLICY.replace("@@", "true").replace("##", "false")), COST)
    assert problem.place is not None
    assert problem.place.line == 4
    assert problem.code == "outside-focus"
