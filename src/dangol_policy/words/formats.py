"""Money, numbers, rates, days and times as readers of a language write them. Source: Unicode CLDR by Babel.

Money is taken in minor units of an ISO 4217 currency: `12,000원`, `₩12,000`, `12.000 ₫`, `12 000,50 BYN`.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from dangol_policy.values import exponent
from dangol_policy.words.speech import LANGUAGES, UnknownLanguage

_DAYS = {"ko": "y년 M월 d일", "en": "MMMM d, y", "vi": "dd/MM/y", "be": "dd.MM.y"}
_MOMENTS = {"ko": "{day} {time}", "en": "{day}, {time}", "vi": "{time} {day}", "be": "{day} {time}"}


@lru_cache(maxsize=len(LANGUAGES))
def _locale(language: str) -> Locale:
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
    return Locale.parse(language)


@lru_cache(maxsize=65536)
def money(minor: int, currency: str, language: str) -> str:
    """An amount in minor units as text; whole amounts of a currency with decimals keep them (`$12.00`)."""
    locale = _locale(language)
    amount = Decimal(minor).scaleb(-exponent(currency))
    if currency == "KRW" and language == "ko":
        return f"{number(amount, language)}원"
    text = str(format_currency(amount, currency, locale=locale))
    if currency == "BYN":
        text = text.replace("Br", "BYN")
    return text.replace("BYN", "BYN\u00a0") if text.startswith("BYN") else text


@lru_cache(maxsize=16384)
def number(value: int | Decimal, language: str) -> str:
    """A number with the grouping and decimal sign of the language."""
    return str(format_decimal(value, format="#,##0.######", locale=_locale(language)))


def rate(value: Decimal, language: str) -> str:
    """A rate, given as part of one: Decimal("0.015") is `1.5%` (`1,5%` where the decimal sign is a comma)."""
    return f"{number((value * 100).normalize(), language)}%"


def fraction(value: Fraction, language: str) -> tuple[str, bool]:
    """An exact fraction as a decimal number of at most two places, and whether that is exact."""
    rounded = Decimal(round(value * 100)).scaleb(-2)
    return number(rounded, language), Fraction(rounded) == value


@lru_cache(maxsize=4096)
def day(date: dt.date, language: str) -> str:
    """A day: `2026년 11월 22일`, `November 22, 2026`, `22/11/2026`, `22.11.2026`."""
    _locale(language)
    return str(format_date(date, format=_DAYS[language], locale=language))


def moment(at: dt.datetime, zone: str, language: str) -> str:
    """An instant as local day and 24-hour time in the IANA zone: `2026년 11월 22일 15:00`. `at` must be aware."""
    local = at.astimezone(zone_of(zone))
    return _MOMENTS[language].format(day=day(local.date(), language), time=f"{local:%H:%M}")


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    """The IANA zone of this name."""
    return ZoneInfo(name)
