"""The owner's own wording may not contradict the clause, whatever language and way of writing figures it uses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dangol_policy.load import load
from dangol_policy.problems import Problem

SALE: dict[str, Any] = {
    "gives": {"percent": "7.5%", "off": "order", "at_most": "1200.50"},
    "needs": {"spend": "12000.00"},
    "runs": "2026-12-01..2026-12-31",
    "limit": {"per_customer": 3},
}


def differing(language: str, words: str, currency: str = "BYN", **promotion: Any) -> list[Problem]:
    """The problems of a promotion with this wording whose figures differ."""
    business = {"name": "Bomnal", "timezone": "Asia/Seoul", "currency": currency, "languages": [language]}
    told = {"id": "sale", **(promotion or SALE), "says": {language: words}}
    result = load(json.dumps({"dangol": 1, "business": business, "promotions": [told]}))
    assert result.policy is not None, result.problems
    return [problem for problem in result.problems if problem.code == "figure-differs"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("be", "З 01.12.2026 па 31.12.2026 зніжка 7,5% на заказ ад 12 000,00 BYN, не больш за 1 200,50 BYN."),
        ("be", "Зніжка 7,5 % ад 12\xa0000 BYN, 3 разы на кліента."),
        ("be", "Сёмага снежня таксама: зніжка 7,5%."),
        ("vi", "Từ 01/12/2026 đến hết 31/12/2026, giảm 7,5% cho đơn hàng từ 12.000,00 BYN, tối đa 1.200,50 BYN."),
        ("vi", "Giảm 7,5% cho đơn hàng từ 12.000 BYN, mỗi khách 3 lần."),
        ("en", "From December 1 to 31, 2026: 7.5% off orders of BYN 12,000.00 or more, at most BYN 1,200.50."),
        ("ko", "2026년 12월 1일부터 31일까지 12,000 BYN 이상 주문 7.5% 할인, 최대 1,200.50 BYN."),
    ],
)
def test_the_figures_of_the_clause_may_be_written_in_every_way(language: str, words: str) -> None:
    assert differing(language, words) == []


@pytest.mark.parametrize(
    ("language", "words", "wrong"),
    [
        ("be", "Зніжка 8% на заказ.", "8"),
        ("be", "Зніжка 7,5% да 30.12.2026.", "30"),
        ("be", "Зніжка 7,5% ад 15 000,00 BYN.", "15 000,00"),
        ("be", "Зніжка 7,5%, 5 разоў на кліента.", "5"),
        ("vi", "Giảm 10% cho đơn hàng.", "10"),
        ("vi", "Giảm 7,5% đến hết 28/12/2026.", "28"),
        ("vi", "Giảm 7,5% cho đơn hàng từ 15.000 BYN.", "15.000"),
        ("vi", "Giảm 7,5%, mỗi khách 4 lần.", "4"),
        ("en", "8% off the order.", "8"),
        ("ko", "주문 금액 8% 할인.", "8"),
    ],
)
def test_another_figure_is_found_and_named(language: str, words: str, wrong: str) -> None:
    assert [f"`{wrong}`" in problem.message for problem in differing(language, words)] == [True]


def test_dong_without_decimals() -> None:
    sale = {"gives": {"amount": 50000}, "needs": {"spend": 1200000}}
    assert differing("vi", "Giảm 50.000 ₫ cho đơn hàng từ 1.200.000 ₫.", "VND", **sale) == []
    assert len(differing("vi", "Giảm 55.000 ₫ cho đơn hàng từ 1.200.000 ₫.", "VND", **sale)) == 1


LIMITED: dict[str, Any] = {
    "gives": {"percent": "50%"},
    "limit": {"per_customer": 2},
    "notice": {"before": "3 days"},
}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", "한 분께 두 번까지 반값에 드립니다. 사흘 안에 알려 드립니다."),
        ("ko", "한 가지 상품을 두 번까지 50% 할인해 드립니다."),
        ("en", "Half price, twice per customer; staff know within three days."),
        ("en", "One item at 50% off, two times."),
        ("vi", "Giảm 50%, mỗi khách hai lần, nhân viên biết trong ba ngày."),
        ("vi", "Mỗi ngày một lần, giảm 50%, tối đa hai lần."),
        ("be", "Зніжка 50 %, два разы на кліента, паведамім за тры дні."),
        ("be", "Двойчы за палову кошту, на працягу трох дзён."),
    ],
)
def test_figures_spelled_out_are_known_like_those_in_digits(language: str, words: str) -> None:
    assert differing(language, words, **LIMITED) == []


@pytest.mark.parametrize(
    ("language", "words", "wrong"),
    [
        ("ko", "한 번만 50% 할인해 드립니다.", "한 번"),
        ("ko", "네 번까지 50% 할인해 드립니다.", "네 번"),
        ("ko", "나흘 안에 알려 드립니다.", "나흘"),
        ("en", "50% off, three times per customer and four days.", "four days"),
        ("en", "50% off, only once.", "only once"),
        ("vi", "Giảm 50%, tối đa một lần.", "một lần"),
        ("vi", "Giảm 50%, bốn lần mỗi khách.", "bốn lần"),
        ("be", "Зніжка 50 %, адзін раз на кліента.", "адзін раз"),
        ("be", "Зніжка 50 %, чатыры разы.", "чатыры разы"),
        ("be", "Паведамім на працягу пяці дзён.", "пяці дзён"),
    ],
)
def test_another_figure_spelled_out_is_found(language: str, words: str, wrong: str) -> None:
    assert f"`{wrong}`" in " ".join(problem.message for problem in differing(language, words, **LIMITED))


@pytest.mark.parametrize(
    ("written", "language", "same", "other"),
    [
        ("24 hours", "en", "Told 1 day before, 50% off.", "Told 2 days before, 50% off."),
        ("1 day", "ko", "24시간 전에 알려 드립니다.", "12시간 전에 알려 드립니다."),
        ("2 weeks", "vi", "Báo trước 14 ngày.", "Báo trước 10 ngày."),
        ("2 weeks", "ko", "두 주 전에 알려 드립니다.", "세 주 전에 알려 드립니다."),
        ("1 year", "be", "За 12 месяцаў.", "За 10 месяцаў."),
        ("90 minutes", "en", "Told 1.5 hours before.", "Told 3 hours before."),
        ("3 business days", "en", "Told 3 business days before.", "Told 72 hours before."),
    ],
)
def test_lengths_of_time_in_another_unit(written: str, language: str, same: str, other: str) -> None:
    sale: dict[str, Any] = {"gives": {"percent": "50%"}, "notice": {"before": written}}
    assert differing(language, same, **sale) == []
    assert len(differing(language, other, **sale)) == 1


@pytest.mark.parametrize(
    ("currency", "language", "same", "other"),
    [
        ("KRW", "ko", "5만 원 이상 3천 원 할인", "5만 원 이상 4천 원 할인"),
        ("KRW", "ko", "50,000원 이상 3,000원 할인", "55,000원 이상 3,000원 할인"),
        ("VND", "vi", "Giảm 3.000 ₫ cho đơn từ 50.000 ₫", "Giảm 3.000 ₫ cho đơn từ 60.000 ₫"),
        ("BYN", "be", "Зніжка 3 000 BYN ад 50 000,00 BYN", "Зніжка 3 000 BYN ад 50 500,00 BYN"),
        ("USD", "en", "$3,000.00 off from $50,000", "$3,000.00 off from $50,500"),
    ],
)
def test_grouped_digits_and_local_money(currency: str, language: str, same: str, other: str) -> None:
    sale = {"gives": {"amount": 3000}, "needs": {"spend": 50000}}
    assert differing(language, same, currency, **sale) == []
    assert len(differing(language, other, currency, **sale)) == 1
