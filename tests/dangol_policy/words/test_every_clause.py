"""Every clause kind in words: whole, plain sentences that state each figure of the clause and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from dangol_policy import words
from dangol_policy.model import gives
from dangol_policy.model.base import Part
from dangol_policy.model.policy import Policy
from dangol_policy.parse import parse
from dangol_policy.words import gifts
from tests.dangol_policy.words import reading

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def policy() -> Policy:
    result = parse((HERE / "every_clause.yaml").read_text("utf-8"))
    assert result.policy is not None, result.problems
    return result.policy


def clauses(policy: Policy) -> dict[str, Part]:
    return {clause.id: clause for _, clause in policy.clauses()}


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_each_clause_has_one_sentence(policy: Policy, language: str) -> None:
    said = [sentence.clause for sentence in words.sentences(policy, language)]
    assert len(said) == len(set(said))
    assert set(clauses(policy)) <= set(said)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_sentence_states_the_figures_of_its_clause_and_no_other(policy: Policy, language: str) -> None:
    texts = {sentence.clause: sentence.text for sentence in words.sentences(policy, language)}
    for key, clause in clauses(policy).items():
        named = reading.in_text(texts[key], language)
        assert reading.in_model(clause, written_only=True) - {"0", "0%"} <= named, (key, texts[key])
        assert named <= reading.in_model(clause, written_only=False), (key, texts[key])


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_parts_that_are_no_clause_state_their_figures(policy: Policy, language: str) -> None:
    texts = {sentence.clause: sentence.text for sentence in words.sentences(policy, language)}
    assert reading.in_text(texts["loyalty.points.rounding"], language) == {"2"}
    assert reading.in_text(texts["loyalty.points.pending"], language) == {"9"}
    assert reading.in_text(texts["loyalty.points.expire"], language) == {"10"}
    assert reading.in_text(texts["loyalty.points.redeem"], language) == {"2", "100", "50", "5000", "30%", "15000"}
    assert reading.in_text(texts["loyalty.points.restored_valid"], language) == {"45"}
    assert reading.in_text(texts["loyalty.tiers"], language) == {"14"}
    assert reading.in_text(texts["loyalty.tiers.review"], language) == {"13", "33"}
    assert reading.in_text(texts["promotion_rules"], language) == {"4"}
    assert reading.in_text(texts["promotion_rules.notice"], language) == {"3"}
    assert reading.in_text(texts["returns.refund"], language) == {"3"}


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_sentences_are_whole_and_plain(policy: Policy, language: str) -> None:
    for sentence in words.sentences(policy, language):
        assert reading.is_whole_and_plain(sentence.text), sentence


def test_korean_sentences_are_polite(policy: Policy) -> None:
    for sentence in words.sentences(policy, "ko"):
        assert reading.is_polite_korean(sentence.text), sentence


def test_every_kind_of_gift_has_words() -> None:
    kinds = {kind for kind in vars(gives).values() if isinstance(kind, type) and "key" in vars(kind)}
    assert set(gifts.kinds()) == kinds


def test_the_policy_uses_every_kind_of_gift(policy: Policy) -> None:
    assert {type(promotion.gives) for promotion in policy.promotions} == set(gifts.kinds())


@pytest.mark.parametrize(
    ("clause", "korean", "english"),
    [
        (
            "tenth-visit",
            "10번 방문하실 때마다 디저트를 드립니다. 방문은 하루에 한 번만 셉니다. 첫 방문은 세지 않습니다. "
            "8,000원 이상 구매하신 경우만 셉니다. 드린 날부터 30일 이내에 받으실 수 있습니다. "
            "카드를 다 채우시면 새 카드가 시작됩니다.",
            "On every 10th visit, you get dessert as a gift. One visit a day is counted. Your very first visit is not "
            "counted. Only purchases of ₩8,000 or more are counted. You can claim it within 30 days. When a card is "
            "full, a new one begins.",
        ),
        (
            "ships-free",
            "할인 전 주문 금액이 30,000원 이상이면 무료로 배송해 드립니다. 배송 절반 프로모션과는 중복되지 않으며, "
            "그중 가장 유리한 하나를 적용해 드립니다.",
            "If your order before discounts comes to at least ₩30,000, you get free shipping. It is not combined with "
            "Shipping halved; you get the best of them.",
        ),
        (
            "percent-line",
            "2026년 12월 5일부터 fresh 태그가 붙은 tea 분류 상품을 등급별로 실버 5%, 골드 7% 할인해 드립니다.",
            "From December 5, 2026, you get 5% (Silver) or 7% (Gold) off products in the tea category tagged fresh.",
        ),
        (
            "who-any",
            "골드 등급이시고 다른 고객님의 추천으로 오신 경우 또는 회원이신 경우에 해당하고 students 고객군에 속하시고 "
            "2번째 주문이면 무료로 배송해 드립니다.",
            "If either (you are in the Gold tier and another customer referred you) or you are a member, you belong to "
            "the group students and this is your 2nd order, you get free shipping.",
        ),
        (
            "first-order-card",
            "첫 번째 주문 때 저희가 마음을 담아 준비해 드립니다: 손편지. 모든 고객님을 합하여 250번까지 드립니다.",
            "On your 1st order, we prepare something for you ourselves: a letter by hand. It is given 250 times "
            "in all.",
        ),
        (
            "gold-longer",
            "웹사이트로 주문하실 때 골드 등급이시면 tea 분류 상품을 구매하신 날부터 영업일 기준 15일 이내에 "
            "단순 변심으로 반품하실 수 있습니다.",
            "Ordering through the website, if you are in the Gold tier, you can return products in the tea category "
            "because of a change of mind within 15 business days of the day of purchase.",
        ),
    ],
)
def test_wording(policy: Policy, clause: str, korean: str, english: str) -> None:
    assert words.sentence_of(policy, "ko", clause) == korean
    assert words.sentence_of(policy, "en", clause) == english


def test_the_discount_of_a_tier_is_told_with_its_tier(policy: Policy) -> None:
    assert words.sentence_of(policy, "en", "silver-discount") == words.sentence_of(policy, "en", "silver")


def test_the_summary_fits_on_one_screen(policy: Policy) -> None:
    for language in words.LANGUAGES:
        lines = words.summary(policy, language)
        assert 6 <= len(lines) <= 12
        assert all(lines)
    assert "방문 카드: 10번마다 디저트" in words.summary(policy, "ko")
    assert "Tiers: welcome, Silver from ₩300,000, Gold from ₩1,000,000" in words.summary(policy, "en")


def test_every_clause_has_a_short_name(policy: Policy) -> None:
    for language in words.LANGUAGES:
        for key in clauses(policy):
            assert words.name_of(policy, language, key) not in ("", key), key
    assert words.name_of(policy, "ko", "ships-free") == "무료 배송 주간"
    assert words.name_of(policy, "ko", "item") == "cup"
    assert words.name_of(policy, "ko", "silver-discount") == "실버 등급 할인"
    assert words.name_of(policy, "en", "nobody-knows") == "nobody-knows"
