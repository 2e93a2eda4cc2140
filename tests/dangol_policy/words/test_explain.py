"""A decision in words: what applied, what did not and why, the nearest miss, the sum of points, codes, gifts."""

from __future__ import annotations

from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy import words
from dangol_policy.decision import Decision, Reason, ReasonCode
from dangol_policy.interpret import quote
from dangol_policy.model.policy import Policy
from tests.build_policies import policy_of, random_policy, random_situation, situation_of
from tests.dangol_policy.words.reading import in_text

PASTA = {"sku": "pasta", "category": "pasta", "price": 12000}
JUICE = {"sku": "juice", "category": "drink", "price": 3000}
GOLD = {"id": "minsu", "tier": "gold"}
WORTH = "적용되었다면 {} 할인되었을 것입니다."
LOYALTY = {
    "points": {"earn": [{"id": "base-earn", "rate": {"welcome": "1%", "gold": "3%"}}]},
    "tiers": {
        "levels": [{"id": "welcome", "from": 0}, {"id": "gold", "name": {"ko": "골드", "en": "Gold"}, "from": 9}]
    },
}


def told(policy: Policy, decision: Decision, language: str) -> str:
    return "\n".join(words.explain(decision, policy, language).lines())


def test_what_is_missing_for_free_shipping() -> None:
    policy = policy_of({"gives": {"shipping": "free"}, "needs": {"spend": 17000}})
    decision = quote(policy, situation_of(PASTA, JUICE, shipping=3000))
    korean = words.explain(decision, policy, "ko")
    assert korean.nearest is not None
    assert korean.nearest.text == "2,000원 더 담으시면 무료 배송입니다. 3,000원이 할인됩니다."
    english = words.explain(decision, policy, "en")
    assert english.nearest is not None
    assert english.nearest.text == "Add ₩2,000 for free shipping. That is ₩3,000 off."


def test_missing_units_are_named() -> None:
    policy = policy_of({"gives": {"shipping": "free"}, "needs": {"at_least": 3, "of": {"category": "drink"}}})
    nearest = words.explain(quote(policy, situation_of(JUICE, shipping=3000)), policy, "ko").nearest
    assert nearest is not None
    assert nearest.text.startswith("drink 분류 상품을 2개 더 담으시면 무료 배송입니다.")


def test_points_are_shown_with_their_sum() -> None:
    policy = policy_of(loyalty=LOYALTY)
    decision = quote(policy, situation_of(PASTA, JUICE, customer=GOLD))
    assert [one.text for one in words.explain(decision, policy, "ko").points] == [
        "15,000원의 3% = 450포인트.",
        "모두 450포인트가 적립됩니다.",
    ]
    assert [one.text for one in words.explain(decision, policy, "en").points] == [
        "3% of ₩15,000 = 450 points.",
        "You will earn 450 points in all.",
    ]


def test_rounded_points_say_what_was_rounded() -> None:
    policy = policy_of(loyalty=LOYALTY)
    decision = quote(policy, situation_of({"sku": "tea", "price": 1050}, customer=GOLD))
    assert [one.text for one in words.explain(decision, policy, "ko").points] == [
        "1,050원의 3% = 31.5포인트.",
        "합계 31.5포인트에서 끝수를 처리하여 모두 31포인트가 적립됩니다.",
    ]


def test_an_endless_fraction_is_called_approximate() -> None:
    earn = [{"id": "per-amount", "points": 1, "per": 3000}]
    policy = policy_of(loyalty={"points": {"earn": earn}})
    decision = quote(policy, situation_of({"sku": "tea", "price": 1000}, customer=GOLD | {"tier": None}))
    assert words.explain(decision, policy, "ko").points[0].text == "1,000원, 3,000원당 1포인트 = 약 0.33포인트."


def test_what_applied_names_the_clause_and_the_amount() -> None:
    policy = policy_of(
        {"name": {"ko": "봄맞이", "en": "Spring"}, "gives": {"percent": "10%", "of": {"category": "pasta"}}}
    )
    decision = quote(policy, situation_of(PASTA, JUICE, shipping=2500))
    explained = words.explain(decision, policy, "ko")
    assert [one.text for one in explained.applied] == ["‘봄맞이’가 적용되어 1,200원이 할인되었습니다."]
    assert explained.totals == (
        "상품 금액 15,000원에서 1,200원이 할인되었습니다.",
        "배송비는 2,500원입니다.",
        "내실 금액은 16,300원입니다.",
    )
    assert words.explain(decision, policy, "en").applied[0].text == "Spring: ₩1,200 off."


def test_what_did_not_apply_says_why_and_what_it_would_have_given() -> None:
    policy = policy_of(
        {"gives": {"percent": "10%", "off": "order"}, "who": {"tier": "gold"}},
        {"gives": {"amount": 500}, "combine": {"group": "one"}},
        {"gives": {"amount": 900}, "combine": {"group": "one"}},
        loyalty=LOYALTY,
    )
    decision = quote(policy, situation_of(PASTA, customer={"id": "jin", "tier": "welcome"}))
    said = {one.clause: one.text for one in words.explain(decision, policy, "ko").not_applied}
    assert said[
        "p1"
    ] == "‘주문 금액 10% 할인’은 적용되지 않았습니다. 골드 등급 고객님께 드리는 혜택입니다. " + WORTH.format(
        "1,200원이"
    )
    assert said["p2"] == (
        "‘주문 금액 500원 할인’은 적용되지 않았습니다. 함께 쓸 수 없는 ‘주문 금액 900원 할인’이 더 유리하여 "
        "적용되었습니다. " + WORTH.format("500원이")
    )


def test_codes_are_accepted_or_refused_with_the_way_out() -> None:
    policy = policy_of(
        {"gives": {"amount": 500}, "code": "SPRING"},
        {"gives": {"amount": 700}, "code": "BIG", "needs": {"spend": 50000}},
    )
    decision = quote(policy, situation_of(PASTA, codes=["spring", "BIG", "OOPS"]))
    said = {one.clause: one.text for one in words.explain(decision, policy, "ko").codes}
    assert said["spring"] == "쿠폰 코드 spring이 적용되었습니다."
    assert said["BIG"] == "쿠폰 코드 BIG는 적용되지 않았습니다. 50,000원 이상이어야 하며 38,000원 더 담으시면 됩니다."
    assert said["OOPS"] == "쿠폰 코드 OOPS는 등록되어 있지 않습니다. 철자를 다시 확인해 주시기 바랍니다."


def test_gifts_are_named_in_the_language() -> None:
    policy = policy_of(
        {"gives": {"item": "cup", "name": {"ko": "찻잔", "en": "tea cup"}, "units": 2}},
        {"gives": {"voucher": 5000}},
        {"gives": {"warranty": "12 months"}},
    )
    decision = quote(policy, situation_of(PASTA))
    assert [one.text for one in words.explain(decision, policy, "ko").gifts] == [
        "찻잔 2개를 함께 드립니다.",
        "다음 주문에 쓰실 수 있는 5,000원 할인 쿠폰을 드립니다.",
        "모든 상품의 품질 보증 기간을 12개월 늘려 드립니다.",
    ]
    assert "You get 2 units of tea cup with it." in told(policy, decision, "en")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_reason_can_be_said_with_and_without_figures(language: str) -> None:
    policy = policy_of({"gives": {"amount": 1}})
    for code in get_args(ReasonCode):
        bare = words.reason(Reason(code), policy, language)
        day = "2026-12-01" if code in ("not-begun", "ended") else "p1"
        full = words.reason(Reason(code, have=1, need=3, other=day), policy, language)
        assert bare.endswith(".")
        assert full.endswith(".")
        assert not in_text(bare, language), "no figure comes from nowhere"


def test_a_reason_with_figures_says_the_way_out() -> None:
    policy = policy_of({"gives": {"amount": 1}})
    short = Reason("spend-short", have=28000, need=30000)
    assert words.reason(short, policy, "ko") == "30,000원 이상이어야 하며 2,000원 더 담으시면 됩니다."
    assert words.reason(short, policy, "en") == "It needs ₩30,000; ₩2,000 more will do."
    assert words.reason(Reason("not-begun", other="2026-12-01"), policy, "ko") == "2026년 12월 1일에 시작됩니다."
    assert words.reason(Reason("limit-customer", have=1, need=1), policy, "en") == (
        "It may be used 1 time per customer, and you have used it 1 time."
    )


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_decision_of_any_policy_can_be_said(chance: Random) -> None:
    policy = random_policy(chance)
    decision = quote(policy, random_situation(chance))
    for language in words.LANGUAGES:
        assert all(sentence.text for sentence in words.sentences(policy, language))
        explanation = words.explain(decision, policy, language)
        assert {one.clause for one in decision.applied} <= {one.clause for one in explanation.applied}
        assert len(explanation.not_applied) == len(decision.not_applied)
        assert all(line.strip().endswith((".", "!", "?")) for line in explanation.lines())
        assert words.summary(policy, language) is not None
