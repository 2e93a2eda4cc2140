"""Money as people and programs write it; inside, money is always an integer of minor units."""

import re
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import format_currency, format_decimal

_MAJOR = re.compile(r"-?\d{1,15}(\.\d{1,4})?", re.ASCII)


class NotMoney(ValueError):
    """The text is no amount of this currency; the message says why."""


@cache
def exponent(currency: str) -> int:
    """How many minor digits the currency has by ISO 4217: 0 for KRW and VND, 2 for BYN and USD, 3 for KWD."""
    if not re.fullmatch("[A-Z]{3}", currency, re.ASCII):
        raise NotMoney(f"{currency!r} is no currency code; write three capital letters such as KRW")
    digits: int = get_global("currency_fractions").get(currency, (2, 0, 2, 0))[0]
    return digits


def to_minor(text: str, currency: str) -> int:
    """`"12.50"` in USD becomes 1250. Refuses what the currency cannot hold instead of rounding it."""
    if not _MAJOR.fullmatch(text):
        raise NotMoney(f"{text!r} is no amount; write digits with at most one point, such as 12000 or 12.50")
    scaled = Decimal(text).scaleb(exponent(currency))
    if scaled != scaled.to_integral_value():
        raise NotMoney(f"{text!r} has more decimals than {currency} has ({exponent(currency)})")
    return int(scaled)


def to_major(minor: int, currency: str) -> str:
    """1250 minor units of USD become `"12.50"`: the form programs exchange."""
    return f"{Decimal(minor).scaleb(-exponent(currency)):f}"


def as_text(minor: int, currency: str, language: str) -> str:
    """The amount as a reader of the language writes it: 12,000원, 12.000 ₫, 12 000,50 BYN, ₩12,000."""
    amount = Decimal(minor).scaleb(-exponent(currency))
    locale = Locale.parse(language.replace("-", "_"))
    if currency == "KRW" and locale.language == "ko":
        return f"{format_decimal(amount, locale=locale)}원"
    return str(format_currency(amount, currency, locale=locale))


def count_as_text(number: int, language: str) -> str:
    """A whole number with the language's grouping, for points and visits."""
    return str(format_decimal(number, locale=language.replace("-", "_")))


def points_as_text(smallest: int, decimals: int, language: str) -> str:
    """Smallest parts of a point as points: 1234 with two decimals is 12.34."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(Decimal(smallest).scaleb(-decimals), pattern, locale=language.replace("-", "_")))
