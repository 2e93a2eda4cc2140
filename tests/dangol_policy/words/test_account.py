"""Points, tiers, cards, vouchers and refunds of a customer in words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dangol_policy import words
from dangol_policy.model.policy import Policy
from tests.build_policies import policy_of

SEOUL = dt.timezone(dt.timedelta(hours=9))
NOON = dt.datetime(2026, 3, 4, 12, tzinfo=SEOUL)
LEVELS = [
    {"id": "welcome", "from": 0},
    {"id": "silver", "name": {"ko": "실버", "en": "Silver"}, "from": 300000},
    {"id": "gold", "name": {"ko": "골드", "en": "Gold"}, "from": 1000000},
]
CARDS = [
    {"id": "tenth", "every": 10, "gives": {"item": "dessert", "name": {"ko": "디저트", "en": "dessert"}}},
    {"id": "stamps", "every": 5, "stamps_per": 9000, "gives": {"voucher": 3000}},
]


@pytest.fixture
def policy() -> Policy:
    return a_policy()


def a_policy(**points: Any) -> Policy:
    earn = [{"id": "base-earn", "rate": "3%"}]
    return policy_of(
        loyalty={"points": {"earn": earn, **points}, "tiers": {"levels": LEVELS}, "cards": CARDS},
        returns={
            "exclusions": [{"id": "food", "of": {"category": "food"}, "because": {"ko": "먹는 것입니다", "en": "food"}}]
        },
    )


def test_points_earned_name_order_clause_and_days(policy: Policy) -> None:
    told: dict[str, Any] = {
        "kind": "points.earned",
        "points": 450,
        "clause": "base-earn",
        "order": "A-17",
        "at": NOON,
        "usable_from": dt.datetime(2026, 3, 12, tzinfo=SEOUL),
        "expires": dt.datetime(2027, 4, 1, tzinfo=SEOUL),
    }
    assert words.entry(policy, "ko", **told) == (
        "주문 A-17에서 ‘3% 적립’ 조항에 따라 450포인트가 적립되었습니다. 2026년 3월 12일부터 쓰실 수 있습니다. "
        "2027년 3월 31일까지 쓰실 수 있습니다."
    )
    assert words.entry(policy, "en", **told) == (
        "You earned 450 points with order A-17, by the clause “3% earned”. You can use them from March 12, 2026. "
        "You can use them until March 31, 2027."
    )


def test_points_usable_at_once_say_no_day(policy: Policy) -> None:
    said = words.entry(policy, "ko", kind="earn", points=1, order="7", at=NOON, usable_from=NOON)
    assert said == "주문 7로 1포인트가 적립되었습니다."


def test_an_hour_is_said_when_it_is_not_midnight(policy: Policy) -> None:
    later = NOON + dt.timedelta(hours=2)
    said = words.entry(policy, "en", kind="points.earned", points=1, at=NOON, usable_from=later)
    assert said.endswith("You can use them from March 4, 2026, 14:00.")


@pytest.mark.parametrize(
    ("kind", "korean"),
    [
        ("points.granted", "100포인트를 드렸습니다. 사유: 불편을 드려 죄송합니다."),
        ("points.matured", "주문 7로 적립된 100포인트를 이제 쓰실 수 있습니다."),
        ("points.spent", "주문 7에 100포인트를 쓰셨습니다."),
        ("points.expired", "100포인트가 유효 기간이 지나 소멸되었습니다."),
        ("points.reversed", "주문 7이 반품되거나 취소되어 100포인트가 회수되었습니다."),
        ("points.restored", "주문 7에 쓰신 100포인트를 돌려 드렸습니다."),
        ("points.adjusted", "잔액을 바로잡아 100포인트를 더했습니다."),
        ("points.owed", "주문 7의 반품으로 회수할 100포인트는 이미 쓰셨으므로 다음 적립에서 차감됩니다."),
        ("points.repaid", "100포인트를 부족했던 잔액에 채웠습니다."),
        ("points.waived", "부족했던 100포인트는 더 청구하지 않습니다."),
    ],
)
def test_every_kind_of_entry(policy: Policy, kind: str, korean: str) -> None:
    because = "불편을 드려 죄송합니다" if kind == "points.granted" else None
    assert words.entry(policy, "ko", kind=kind, points=100, order="7", because=because) == korean
    assert "100 points" in words.entry(policy, "en", kind=kind, points=100, order="7").lower()


def test_entries_made_by_hand_name_no_clause(policy: Policy) -> None:
    given = words.entry(policy, "ko", kind="grant", points=100, clause="grant", because="생일 축하")
    assert given == "100포인트를 드렸습니다. 사유: 생일 축하."
    assert words.entry(policy, "ko", kind="spend", points=9, clause="redeem") == "9포인트를 쓰셨습니다."


def test_a_correction_downwards_takes_away(policy: Policy) -> None:
    assert words.entry(policy, "ko", kind="points.adjusted", points=-5) == "잔액을 바로잡아 5포인트를 뺐습니다."


def test_an_unknown_kind_of_entry_is_refused(policy: Policy) -> None:
    with pytest.raises(KeyError):
        words.entry(policy, "ko", kind="points.vanished", points=1)


def test_points_with_decimals_are_counted_in_parts() -> None:
    policy = a_policy(decimals=2, name={"ko": "별", "en": "stars"})
    assert words.balance(policy, "ko", usable=1250, pending=5) == (
        "지금 쓰실 수 있는 별 12.5점이 있습니다. 그 밖에 별 0.05점이 곧 쓰실 수 있게 됩니다."
    )
    assert words.balance(policy, "en", usable=1250, debt=100) == (
        "You can use 12.5 stars now. The next 1 stars you earn fill what is missing."
    )


@pytest.mark.parametrize(
    ("parts", "said"),
    [(100, "1 бал"), (2700, "27 балаў"), (2200, "22 балы"), (150, "1,5 бала"), (200000, "2\xa0000 балаў")],
)
def test_whole_points_of_a_programme_with_decimals_take_their_plural_form(parts: int, said: str) -> None:
    assert words.balance(a_policy(decimals=2), "be", usable=parts) == f"Цяпер Вы можаце выкарыстаць {said}."


def test_when_points_expire(policy: Policy) -> None:
    said = words.points_expire(policy, "ko", points=450, expires=dt.datetime(2027, 1, 1, tzinfo=SEOUL))
    assert said == "450포인트는 2026년 12월 31일까지 쓰실 수 있으며 그 뒤에 소멸됩니다."


@pytest.mark.parametrize(
    ("before", "after", "reason", "korean"),
    [
        (None, "welcome", "entry", "welcome 등급으로 시작하셨습니다."),
        ("silver", "gold", "reached", "축하드립니다. 실버 등급에서 골드 등급으로 오르셨습니다."),
        ("gold", "silver", "review", "골드 등급에서 실버 등급으로 바뀌었습니다. 등급 심사의 결과입니다."),
        ("gold", "gold", "kept", "골드 등급이 그대로 유지되었습니다."),
        ("old", "gold", "policy", "골드 등급으로 시작하셨습니다. 등급 기준이 바뀌었기 때문입니다."),
    ],
)
def test_tier_changes(policy: Policy, before: str | None, after: str, reason: str, korean: str) -> None:
    assert words.tier_change(policy, "ko", before=before, after=after, reason=reason) == korean


def test_distance_to_the_next_tier(policy: Policy) -> None:
    assert words.tier_distance(policy, "ko", tier="silver", qualifying=750000) == "골드 등급까지 250,000원 남았습니다."
    assert words.tier_distance(policy, "en", tier=None, qualifying=0) == "₩300,000 to go to the Silver tier."
    assert words.tier_distance(policy, "ko", tier="gold", qualifying=0) is None
    assert words.tier_distance(policy, "en", tier="silver", qualifying=1000000) == (
        "You qualify for the Gold tier; it will hold soon."
    )


def test_benefits_of_a_tier() -> None:
    levels = [
        {"id": "gold", "from": 0, "benefits": [{"birthday": {"voucher": 5000, "valid": "9 days"}}, {"free": "returns"}]}
    ]
    policy = policy_of(loyalty={"tiers": {"levels": levels}})
    assert words.benefits(policy, "ko", "gold") == (
        "생일 당일에 5,000원 할인 쿠폰을 드리며, 쿠폰은 다음 주문부터 쓰실 수 있습니다.",
        "받으신 날부터 9일 동안 쓰실 수 있습니다.",
        "반품을 무료로 해 드립니다.",
    )
    with pytest.raises(KeyError):
        words.benefits(policy, "ko", "nobody")


def test_what_points_are_called(policy: Policy) -> None:
    assert words.points_name(policy, "ko") == "포인트"
    assert words.points_name(a_policy(name={"ko": "적립금"}), "ko") == "적립금"
    assert words.points_name(a_policy(name={"ko": "적립금"}), "en") == "points"


def test_stamps_that_are_missing(policy: Policy) -> None:
    assert words.stamps(policy, "ko", card="tenth", filled=7) == "디저트까지 3번 남았습니다."
    assert words.stamps(policy, "en", card="tenth", filled=9) == "1 more visit to dessert."
    assert words.stamps(policy, "ko", card="stamps", filled=1) == "3,000원 할인 쿠폰까지 스탬프 4개 남았습니다."
    assert words.stamps(policy, "ko", card="tenth", filled=10) == "카드를 다 채우셨습니다. 디저트를 받으실 수 있습니다."
    with pytest.raises(KeyError):
        words.stamps(policy, "ko", card="nobody", filled=1)


def test_vouchers_and_gifts(policy: Policy) -> None:
    until = dt.datetime(2026, 4, 1, tzinfo=SEOUL)
    assert words.voucher(policy, "ko", kind="voucher", clause="stamps", amount=3000, minimum=10000, expires=until) == (
        "3,000원 할인 쿠폰. 쿠폰은 할인 전 주문 금액이 10,000원 이상일 때 쓰실 수 있습니다. "
        "2026년 3월 31일까지 쓰실 수 있습니다."
    )
    assert words.voucher(policy, "en", kind="voucher", clause="stamps", rate="10%") == "Voucher for 10% off."
    assert words.voucher(policy, "ko", kind="item", clause="tenth", item="dessert") == "디저트."
    assert words.voucher(policy, "ko", kind="item", clause="", item="컵", units=2) == "컵 2개."
    assert words.voucher(policy, "ko", kind="free shipping", clause="") == "무료 배송."
    assert words.voucher(policy, "ko", kind="warranty", clause="", item="12 months") == "품질 보증 12개월 연장."
    assert words.voucher(policy, "ko", kind="priority", clause="", item="phone") == "전화 우선 연결."
    assert words.voucher(policy, "ko", kind="offer", clause="stamps") == "3,000원 할인 쿠폰."
    assert words.voucher(policy, "en", kind="points", clause="stamps", amount=5) == "5 points."


def test_refunds_name_each_part_that_is_not_nothing(policy: Policy) -> None:
    figures = {"goods": 12000, "shipping": 0, "fee": 3000, "money": 9000, "taken_back": 360}
    assert words.refund(policy, "ko", figures=figures) == (
        "상품 금액 12,000원을 돌려 드립니다.",
        "반품 수수료는 3,000원입니다.",
        "환불 금액은 9,000원입니다.",
        "적립된 360포인트를 회수합니다.",
    )


def test_objections_to_a_return(policy: Policy) -> None:
    assert words.objection(policy, "ko", code="excluded", line="사과", clause="food") == (
        "사과는 단순 변심으로 반품하실 수 없는 상품입니다. 사유: 먹는 것입니다. "
        "상품에 하자가 있으면 언제든지 말씀해 주시기 바랍니다."
    )
    closed = words.objection(policy, "en", code="window-closed", line="Kettle", day=dt.date(2026, 3, 11))
    assert closed == (
        "The time for returning Kettle is over. The last day was March 11, 2026. "
        "If the goods are faulty, please tell us at any time."
    )


@pytest.mark.parametrize("code", ["excluded", "no-window", "window-closed"])
def test_every_objection_has_words(policy: Policy, code: str) -> None:
    for language in words.LANGUAGES:
        assert "Kettle" in words.objection(policy, language, code=code, line="Kettle")
