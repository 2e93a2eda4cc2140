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
