"""What a clerk types: amounts in the writing of any language, never a thousandth of what was meant."""

import pytest

from dangol.console import forms


@pytest.mark.parametrize("typed", ["12000", "12,000", "12.000", "12 000"])
def test_twelve_thousand_dong_are_twelve_thousand(typed: str) -> None:
    assert forms.basket({"amount": typed}, 0).basket["lines"] == [{"id": "1", "price": "12000"}]


@pytest.mark.parametrize("typed", ["12,50", "12.50"])
def test_kopecks_stand_behind_either_sign(typed: str) -> None:
    row = {"what-1": "gloves", "price-1": typed, "quantity-1": "2"}
    assert forms.basket(row, 2).basket["lines"][0]["price"] == "12.50"


@pytest.mark.parametrize("typed", ["1,2,3", "twelve", "12..5"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    read = forms.basket({"amount": typed}, 2)
    assert read.wrong
    assert not read.basket


@pytest.mark.parametrize("typed", ["²", "1²", "9" * 5000])
def test_digits_that_are_no_number_are_refused_in_words(typed: str) -> None:
    assert forms.basket({"amount": "12000", "points": typed}, 0).wrong
    row = {"what-1": "gloves", "price-1": "100", "quantity-1": typed}
    assert forms.basket(row, 0).wrong or forms.basket(row, 0).rows[0].wrong
