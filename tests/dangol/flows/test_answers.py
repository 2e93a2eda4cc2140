"""Decisions as text: the same as the one JSON form, whatever was decided and however amounts are declared."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic_core import from_json

from dangol.flows.answers import Answers, amounts
from dangol.flows.reading import Declared
from dangol_policy.compile import Compiled, compile_policy
from dangol_policy.decision import Decision, Gift, LineResult, NotApplied, Reason
from dangol_policy.story.answers import Writer
from dangol_policy.values import write_money
from tests.build_policies import policy_of, random_policy, random_situation, situation_of

relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=150)
DECLARED: tuple[Declared, ...] = ("minor", "major")


def compare(rules: Compiled, made: Decision, declared: Declared) -> None:
    answers = Answers.by(rules, declared, made.at)
    whole = Writer(rules.policy, declared).decision(made)
    assert from_json(answers.whole(made)) == whole
    brief = from_json(answers.brief(made))
    left_out = {"applied", "not_applied"}
    assert {name: whole[name] for name in brief.keys() - left_out} == {
        name: brief[name] for name in brief.keys() - left_out
    }
    assert brief["applied"] == [{name: one[name] for name in ("clause", "amount")} for one in whole["applied"]]
    assert brief["not_applied"] == [
        {"clause": one["clause"], "reason": one["reasons"][0]["code"]} for one in whole["not_applied"]
    ]


@relaxed
@given(st.integers(0, 2**63), st.sampled_from(DECLARED))
def test_a_decision_as_text_is_the_one_json_form(seed: int, declared: Declared) -> None:
    r = Random(seed)
    rules = compile_policy(random_policy(r), digest="text", version=3)
    for _ in range(3):
        compare(rules, rules.quote_in_full(random_situation(r)), declared)


@relaxed
@given(st.integers(0, 2**63), st.sampled_from(DECLARED))
def test_an_outline_says_what_the_decision_in_brief_says(seed: int, declared: Declared) -> None:
    r = Random(seed)
    rules = compile_policy(random_policy(r), digest="text", version=3)
    for _ in range(4):
        situation = random_situation(r, plain=True)
        answers = Answers.by(rules, declared, situation.at)
        for _ in range(2):
            outlined = from_json(answers.outline(rules.outline(situation)))
            brief = from_json(answers.brief(rules.quote_in_full(situation)))
            for found in (outlined, brief):
                found["not_applied"] = sorted((one["clause"], one["reason"]) for one in found["not_applied"])
            assert outlined == brief


@pytest.mark.parametrize("declared", DECLARED)
def test_texts_of_customers_and_owners_stay_inside_their_quotes(declared: Declared) -> None:
    rules = compile_policy(policy_of({"gives": {"percent": "10%", "off": "order"}}), digest="text")
    nasty = 'a"b\\c\n\u2028</script>\x7f한국'
    made = rules.quote_in_full(situation_of({"id": nasty, "price": 1_000}, codes=[nasty]))
    assert made.lines[0].id == nasty
    compare(rules, made, declared)


@given(st.sampled_from(("KRW", "USD", "BYN", "KWD")), st.integers(-(10**15), 10**15))
def test_amounts_in_major_units_are_written_as_the_language_writes_them(currency: str, minor: int) -> None:
    sign = "-" if minor < 0 else ""
    assert amounts("major", currency)(minor) == f'"{sign}{write_money(abs(minor), currency)}"'
    assert amounts("minor", currency)(minor) == str(minor)


def test_every_part_of_a_decision_is_written() -> None:
    """What random policies seldom come to: a gift with a rate, figures of reasons that are amounts, a line for free."""
    rules = compile_policy(policy_of(currency="USD"), digest="text")
    made = rules.quote_in_full(situation_of({"price": 1_234, "quantity": 3}))
    more = Decision(
        **{
            **{name: getattr(made, name) for name in Decision.__slots__},
            "lines": (*made.lines, LineResult("free", 1, 0, (("p1", 5),), 0, (0,), 1, 2, 3)),
            "gifts": (Gift("p1", "voucher", "tea", 2, 150, "10%", (0, 1)),),
            "not_applied": (
                NotApplied("p2", (Reason("spend-short", 1_234, 5_000), Reason("ended", other="2026-01-31")), 99),
            ),
        }
    )
    for declared in DECLARED:
        compare(rules, more, declared)
