"""Figures in Korean words: ten thousands, and the particle that looks like them."""

from decimal import Decimal

import pytest

from dangol_policy.check.figures import figures_in


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("5만원", {50_000}),
        ("1만 5천원", {15_000}),
        ("배송비를 ₫15,000만 받습니다", {15_000, 15, 150_000_000, 150_000}),
        ("2,000만원", {2_000, 2, 20_000_000, 20_000}),
    ],
)
def test_ten_thousands_and_only(words: str, means: set[int]) -> None:
    assert [figure.values for figure in figures_in(words)] == [frozenset(map(Decimal, means))]
