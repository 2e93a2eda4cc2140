"""Counter-examples: each shows its fault when decided again, comes out as it says, and can be kept in the text."""

from __future__ import annotations

from typing import Any

import pytest

from dangol_policy.check.keeping import keep
from dangol_policy.interpret import quote
from dangol_policy.interpret.rules import Interpreted
from dangol_policy.load import load
from dangol_policy.model.examples import Example
from dangol_policy.model.policy import Policy
from dangol_policy.problems import Problem
from dangol_policy.story.examples import situation_of
from dangol_policy.story.play import Story
from dangol_policy.tried import try_examples
from dangol_policy.values import ValuesContext
from tests.dangol_policy.check.test_faults import FAULTS, HEAD, TIERS, Fault, name_of

ALWAYS = ("worse-tier", "points-worth-too-much", "code-used-twice", "lost-benefit", "overlapping-standards")
"""Codes that are shown wherever this file's faults have them, but for benefits that no price shows."""


def shown(fault: Fault) -> list[Problem]:
    return [problem for problem in fault.load(fault.wrong).problems if problem.example is not None]


SHOWN = [(fault, number) for fault in FAULTS for number in range(len(shown(fault)))]


def example_of(policy: Policy, item: Any) -> Example:
    return Example.model_validate(item, context=ValuesContext(policy.business.currency, zone=policy.business.timezone))


def names(shown: list[tuple[Fault, int]]) -> list[str]:
    return [f"{name_of(fault)}-{number}" for fault, number in shown]


@pytest.mark.parametrize(("fault", "number"), SHOWN, ids=names(SHOWN))
def test_it_comes_out_as_it_says_once_it_is_kept(fault: Fault, number: int) -> None:
    text = fault.head + fault.text.replace("@@", fault.wrong)
    longer = keep(text, shown(fault)[number])
    policy = load(longer).policy
    assert policy is not None
    kept = policy.model_copy(update={"examples": policy.examples[-1:]})
    (result,) = try_examples(Interpreted(kept))
    assert result.passed, [str(difference) for difference in result.differences]


@pytest.mark.parametrize(("fault", "number"), SHOWN, ids=names(SHOWN))
def test_it_shows_the_fault(fault: Fault, number: int) -> None:
    """Decided once more, and the fault looked for without the check's own means."""
    problem, policy = shown(fault)[number], load(fault.head + fault.text.replace("@@", fault.wrong)).policy
    assert policy is not None
    SHOWS[problem.code](policy, problem)


def _decided(policy: Policy, item: Any, **changes: Any) -> Any:
    given = {**item["given"], "customer": {**item["given"].get("customer", {}), **changes}}
    example = example_of(policy, {**item, "given": given if changes else item["given"]})
    assert example.given is not None
    return quote(policy, situation_of(policy, example.given))


def _tier(policy: Policy, problem: Problem) -> None:
    assert policy.loyalty.tiers is not None
    item: Any = problem.example
    if "clock" in item:
        assert item["clock"]["case"]["tier"]
        assert [one["by"] for one in item["answer"]["clocks"].values()] == [problem.clause]
        return
    ranks = [level.id for level in policy.loyalty.tiers.levels]
    high = _decided(policy, item)
    lower = [_decided(policy, item, tier=tier) for tier in ranks[: ranks.index(item["given"]["customer"]["tier"])]]
    assert any((low.total, -low.points) < (high.total, -high.points) for low in lower)


def _points(policy: Policy, problem: Problem) -> None:
    points = policy.loyalty.points
    assert points is not None
    assert points.redeem is not None
    decided = _decided(policy, problem.example)
    gifts = [
        (one.points, getattr(one.gives, "amount", getattr(one.gives, "voucher", 0))) for one in points.redeem.rewards
    ]
    worth = max([points.redeem.worth or 0, *(value / each for each, value in gifts)])
    assert decided.points * worth / 10**points.decimals >= decided.total


def _threshold(policy: Policy, problem: Problem) -> None:
    """The customer pays less without one of the discounts, or nothing at all."""
    item, outcomes = problem.example, []
    for left_out in (None, *policy.promotions):
        fewer = policy.model_copy(update={"promotions": tuple(one for one in policy.promotions if one is not left_out)})
        outcomes.append(_decided(fewer, item).total)
    assert outcomes[0] == 0 or min(outcomes[1:]) < outcomes[0]


def _apart(policy: Policy, problem: Problem) -> None:
    """Two clauses, or two ways to choose among them, make different totals, and the name says both."""
    item: Any = problem.example
    if "given" not in item:
        answers = [one(item) for key, one in _ANSWERED.items() if key in item]
        assert _told(policy, item) if "story" in item else all(answers) and answers
        return
    ways = [policy.model_copy(update={"promotions": (one,)}) for one in policy.promotions]
    for choose in ("best", "priority"):
        alike = [
            p.model_copy(update={"combine": p.combine.model_copy(update={"choose": choose})}) for p in policy.promotions
        ]
        ways.append(policy.model_copy(update={"promotions": tuple(alike)}))
    totals = {f"{_decided(way, item).total:,} KRW" for way in ways}
    assert len({total for total in totals if f" {total}" in item["name"].split(": ", 1)[1]}) >= 2


def _told(policy: Policy, item: Any) -> bool:
    """With one of the clauses about returns left out the story ends otherwise."""
    assert policy.returns is not None
    outcomes = set()
    for section in ("windows", "exclusions", "fees"):
        clauses = getattr(policy.returns, section)
        for left_out in (None, *clauses):
            fewer = {section: tuple(one for one in clauses if one is not left_out)}
            other = policy.model_copy(update={"returns": policy.returns.model_copy(update=fewer)})
            tale = Story(Interpreted(other))
            ends = [tale.play(event) for event in example_of(other, item).story][-1]
            outcomes.add((ends.refused and ends.refused.code, ends.undone and ends.undone.refund.money))
    return len(outcomes) >= 2


_ANSWERED: dict[str, Any] = {
    "may_give": lambda item: item["answer"]["gives"] == "nobody",
    "may_contact": lambda item: item["answer"]["contact"] in ("refuse", "defer") and item["answer"]["because"],
    "clock": lambda item: item["answer"]["clocks"]["first_response"]["by"],
}
"""What comes out where two clauses contradict each other: one of them is not kept."""


def _beaten(policy: Policy, problem: Problem) -> None:
    decided = _decided(policy, problem.example)
    assert problem.clause not in {one.clause for one in decided.applied}
    assert problem.clause in {one.clause for one in decided.not_applied}


def _standards(policy: Policy, problem: Problem) -> None:
    """Without either of the two the other sets the clock."""
    item: Any = problem.example
    setting = set()
    for left_out in policy.service.standards:
        fewer = tuple(one for one in policy.service.standards if one is not left_out)
        lonely = policy.model_copy(update={"service": policy.service.model_copy(update={"standards": fewer})})
        for clock, answer in item["answer"]["clocks"].items():
            for other in fewer:
                changed = {**item, "answer": {"clocks": {clock: {**answer, "by": other.id}}}}
                kept = lonely.model_copy(update={"examples": (example_of(policy, changed),)})
                setting |= {(clock, other.id)} if try_examples(Interpreted(kept))[0].passed else set()
    assert len({by for _, by in setting}) >= 2


SHOWS = {
    "worse-tier": _tier,
    "lost-benefit": _tier,
    "points-worth-too-much": _points,
    "defeats-threshold": _threshold,
    "costs-more": _threshold,
    "contradiction": _apart,
    "code-used-twice": _apart,
    "unreachable-promotion": _beaten,
    "overlapping-standards": _standards,
}


def test_contradictions_are_shown() -> None:
    """Which faults are shown is part of what is promised: none may fall silent."""
    found = dict.fromkeys(SHOWS, 0)
    for fault, number in SHOWN:
        found[shown(fault)[number].code] += 1
    assert found == {
        "worse-tier": found["worse-tier"],
        "lost-benefit": 1,
        "points-worth-too-much": 2,
        "defeats-threshold": 3,
        "costs-more": 1,
        "contradiction": found["contradiction"],
        "code-used-twice": 1,
        "unreachable-promotion": 1,
        "overlapping-standards": 1,
    }
    assert found["worse-tier"] >= 6
    assert found["contradiction"] >= 12


def test_a_basket_is_told_with_its_amounts() -> None:
    text = "promotions:\n- {id: a, needs: {spend: 30000}, gives: {amount: 30000}}\n"
    (problem,) = load(HEAD.replace("[VN]", "[]") + text).problems
    assert problem.example is not None
    assert problem.example["name"] == "1 × goods at 30,000 KRW: `a` takes it from 30,000 KRW to 0 KRW"
    assert problem.example["expect"] == {"total": 0, "applied": ["a"]}


def test_amounts_with_decimals_are_written_as_the_policy_writes_them() -> None:
    head = HEAD.replace("KRW", "BYN").replace("[VN]", "[]")
    (problem,) = load(head + 'promotions:\n- {id: a, needs: {spend: "30.50"}, gives: {amount: "31.00"}}\n').problems
    assert problem.example is not None
    assert problem.example["given"]["basket"][0]["price"] == "30.50"
    assert problem.example["name"].startswith("1 × goods at 30.50 BYN: ")


KEPT = [
    "promotions:\n- {id: a, needs: {spend: 9}, gives: {amount: 9}}\n",
    "promotions:\n- {id: a, needs: {spend: 9}, gives: {amount: 9}}\nexamples: []\n# the end\n",
    "examples:\n- name: one # first\n  given: {basket: []}\n  expect: {total: 0}\n\n# below\n"
    "promotions:\n- {id: a, needs: {spend: 9}, gives: {amount: 9}}\n",
    "examples: [{name: 'one, [two', given: {basket: []}, expect: {total: 0}}]\n"
    "promotions:\n- {id: a, needs: {spend: 9}, gives: {amount: 9}}\n",
    "promotions:\n- {id: a, needs: {spend: 9}, gives: {amount: 9}}\n"
    "examples:\n    - name: one\n      given: {basket: []}\n      expect: {total: 0}",
]


@pytest.mark.parametrize("text", KEPT)
def test_keeping_changes_nothing_else(text: str) -> None:
    before = load(HEAD + text)
    problem = next(one for one in before.problems if one.example is not None)
    longer = keep(HEAD + text, problem)
    after = load(longer).policy
    assert before.policy is not None
    assert after is not None
    assert after.examples[:-1] == before.policy.examples
    assert after.examples[-1].name == problem.example["name"] if problem.example else None
    assert after.model_copy(update={"examples": ()}) == before.policy.model_copy(update={"examples": ()})
    comments = [line for line in (HEAD + text).splitlines() if "#" in line]
    assert all(comment in longer for comment in comments)


def test_what_cannot_be_kept_is_refused() -> None:
    plain = Problem("bad-id", "x")
    with pytest.raises(ValueError, match="shows no example"):
        keep(HEAD, plain)
    example = Problem("bad-id", "x", example={"name": "x"})
    with pytest.raises(ValueError, match="cannot be read"):
        keep("a: [", example)
    with pytest.raises(ValueError, match="brackets"):
        keep("{dangol: 1}", example)


def test_a_policy_with_hundreds_of_faults_is_shown_the_first_ones() -> None:
    many = "".join(f"- {{id: p{n}, gives: {{percent: {{basic: 5%, gold: 4%}}}}}}\n" for n in range(400))
    problems = load(HEAD + TIERS + "promotions:\n" + many).problems
    with_example = [one for one in problems if one.example is not None]
    assert with_example
    assert len(with_example) < 20
