"""Money as people and programs write it; inside, money is always an integer of minor units."""

import re
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import format_currency, format_decimal

_SPACE_AND_SIGN = re.compile(r"[\s_원₩₫đ]")
# `1.234` and `567,89`: digits in threes or not at all, then a sign and the last digits.
_PARTS = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<group>[.,])\d{3}(?:(?P=group)\d{3})*)?|\d+)(?P<sign>[.,])(?P<last>\d{1,3})"
)
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


def as_typed(text: str, decimals: int) -> str:
    """What a person typed, as programs write it: `12,000`, `12.000`, `12 000` and `12000` are the same.

    Three digits after a sign are thousands, unless the currency has three decimals and the sign is a point; fewer are
    decimals. What cannot be read is given back as it is, for `to_minor` to refuse.
    """
    plain = _SPACE_AND_SIGN.sub("", text)
    found = _PARTS.fullmatch(plain)
    if found is None:
        return plain
    whole, sign, last = found["whole"], found["sign"], found["last"]
    if len(last) == 3 and found["group"] in (None, sign) and not (decimals == 3 and sign == "." and whole.isdigit()):
        return re.sub(r"[.,]", "", plain) if len(whole) <= 3 or found["group"] else plain
    return plain if found["group"] == sign else f"{re.sub(r'[.,]', '', whole)}.{last}"


def to_major(minor: int, currency: str) -> str:
    """1250 minor units of USD become `"12.50"`: the form programs exchange."""
    return f"{Decimal(minor).scaleb(-exponent(currency)):f}"


def as_text(minor: int, currency: str, language: str) -> str:
    """The amount as a reader of the language writes it: 12,000원, 12.000 ₫, 12 000,50 BYN, ₩12,000."""
    amount = Decimal(minor).scaleb(-exponent(currency))
    locale = Locale.parse(language.replace("-", "_"))
    if currency == "KRW" and locale.language == "ko":
        return f"{format_decimal(amount, locale=locale)}원"
    text = str(format_currency(amount, currency, locale=locale))
    # Unicode's sign for the Belarusian rouble is `Br`; shops and banks write the code.
    return text.replace("Br", currency) if currency == "BYN" else text


def count_as_text(number: int, language: str) -> str:
    """A whole number with the language's grouping, for points and visits."""
    return str(format_decimal(number, locale=language.replace("-", "_")))


def points_as_text(smallest: int, decimals: int, language: str) -> str:
    """Smallest parts of a point as points: 1234 with two decimals is 12.34."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(Decimal(smallest).scaleb(-decimals), pattern, locale=language.replace("-", "_")))
