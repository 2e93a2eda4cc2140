"""Money, numbers, days and times as the vocabulary of each language writes them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from dangol_policy.words import UnknownLanguage, formats

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("minor", "currency", "language", "expected"),
    [
        (12000, "KRW", "ko", "12,000원"),
        (12000, "KRW", "en", "₩12,000"),
        (12000, "VND", "vi", f"12.000{NBSP}₫"),
        (1200050, "BYN", "be", f"12{NBSP}000,50{NBSP}BYN"),
        (1200050, "BYN", "en", f"BYN{NBSP}12,000.50"),
        (1250, "USD", "en", "$12.50"),
        (1200, "USD", "en", "$12.00"),
        (1250, "USD", "ko", "US$12.50"),
        (0, "KRW", "ko", "0원"),
    ],
)
def test_money(minor: int, currency: str, language: str, expected: str) -> None:
    assert formats.money(minor, currency, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ko", "2026년 11월 22일"), ("en", "November 22, 2026"), ("vi", "22/11/2026"), ("be", "22.11.2026")],
)
def test_day(language: str, expected: str) -> None:
    assert formats.day(dt.date(2026, 11, 22), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", "2026년 11월 22일 00:05"),
        ("en", "November 22, 2026, 00:05"),
        ("vi", "00:05 22/11/2026"),
        ("be", "22.11.2026 00:05"),
    ],
)
def test_a_moment_is_said_in_the_zone_of_the_business(language: str, expected: str) -> None:
    at = dt.datetime(2026, 11, 21, 15, 5, tzinfo=dt.UTC)
    assert formats.moment(at, "Asia/Seoul", language) == expected


@pytest.mark.parametrize(("language", "expected"), [("ko", "1.5%"), ("en", "1.5%"), ("vi", "1,5%"), ("be", "1,5%")])
def test_rate(language: str, expected: str) -> None:
    assert formats.rate(Decimal("0.015"), language) == expected


def test_a_rate_of_whole_hundreds_is_no_power_of_ten() -> None:
    assert formats.rate(Decimal(1), "ko") == "100%"


def test_number() -> None:
    assert formats.number(1234567, "ko") == "1,234,567"
    assert formats.number(Decimal("1234.5"), "vi") == "1.234,5"
    assert formats.number(1234567, "be") == f"1{NBSP}234{NBSP}567"


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownLanguage, match="ko, en"):
        formats.money(1, "KRW", "xx")
