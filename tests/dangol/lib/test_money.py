"""Money as text: every currency keeps its own number of decimals, every language its own way to write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dangol.lib import money

CURRENCIES = ["KRW", "VND", "BYN", "USD", "JPY", "KWD"]


@pytest.mark.parametrize(
    ("currency", "digits"), [("KRW", 0), ("VND", 0), ("JPY", 0), ("BYN", 2), ("USD", 2), ("KWD", 3)]
)
def test_exponent_is_that_of_iso_4217(currency: str, digits: int) -> None:
    assert money.exponent(currency) == digits


@given(minor=st.integers(-(10**14), 10**14), currency=st.sampled_from(CURRENCIES))
def test_written_and_read_again_is_the_same(minor: int, currency: str) -> None:
    assert money.to_minor(money.to_major(minor, currency), currency) == minor


@pytest.mark.parametrize("text", ["", "1,000", "1e3", "12.345", "abc", "１２", "--1", "1.", " 1", "NaN", "9" * 20])
def test_refuses_what_is_no_amount(text: str) -> None:
    with pytest.raises(money.NotMoney):
        money.to_minor(text, "USD")


def test_refuses_decimals_of_a_currency_without_them() -> None:
    with pytest.raises(money.NotMoney, match="more decimals"):
        money.to_minor("12000.5", "KRW")


@pytest.mark.parametrize("currency", ["", "won", "krw", "KRWX", "₩"])
def test_refuses_what_is_no_currency(currency: str) -> None:
    with pytest.raises(money.NotMoney, match="three capital letters"):
        money.exponent(currency)


@pytest.mark.parametrize(
    ("minor", "currency", "language", "expected"),
    [
        (12000, "KRW", "ko", "12,000원"),
        (12000, "KRW", "en", "₩12,000"),
        (-500, "KRW", "ko", "-500원"),
        (12000, "VND", "vi", "12.000\xa0₫"),
        (1200050, "BYN", "be", "12\xa0000,50\xa0BYN"),
        (1250, "USD", "en", "$12.50"),
    ],
)
def test_is_written_as_readers_of_the_language_do(minor: int, currency: str, language: str, expected: str) -> None:
    assert money.as_text(minor, currency, language) == expected


@pytest.mark.parametrize(
    ("typed", "decimals", "read"),
    [
        ("12000", 0, "12000"),
        ("12,000", 0, "12000"),
        ("12.000", 0, "12000"),
        ("1.200.000", 0, "1200000"),
        ("12 000\xa0₫", 0, "12000"),
        ("12,000원", 0, "12000"),
        ("12.50", 2, "12.50"),
        ("12,5", 2, "12.5"),
        ("12,50", 2, "12.50"),
        ("1 234,50", 2, "1234.50"),
        ("1.234,50", 2, "1234.50"),
        ("1,234.50", 2, "1234.50"),
        ("1,234", 2, "1234"),
        ("1.234", 2, "1234"),
        ("1.234", 3, "1.234"),
        ("1,234", 3, "1234"),
        ("1,234.567", 3, "1234.567"),
        ("12.5", 0, "12.5"),
        ("1,2,3", 2, "1,2,3"),
        ("1,23,456", 2, "1,23,456"),
        (",5", 2, ",5"),
        ("abc", 2, "abc"),
        ("", 2, ""),
    ],
)
def test_what_people_type_is_read_whichever_sign_they_use(typed: str, decimals: int, read: str) -> None:
    assert money.as_typed(typed, decimals) == read


@given(
    minor=st.integers(0, 10**11),
    currency=st.sampled_from(["KRW", "VND", "BYN", "USD"]),
    language=st.sampled_from(["ko", "en", "vi", "be"]),
)
def test_an_amount_as_a_page_writes_it_can_be_typed_again(minor: int, currency: str, language: str) -> None:
    written = money.as_text(minor, currency, language).replace("BYN", "").strip("US$\xa0 ")
    assert money.to_minor(money.as_typed(written, money.exponent(currency)), currency) == minor


def test_counts_are_grouped_by_language() -> None:
    assert [money.count_as_text(12345, language) for language in ("ko", "en", "vi", "be")] == [
        "12,345",
        "12,345",
        "12.345",
        "12\xa0345",
    ]
