"""Values of the policy language: money, rate, duration, day range, time of day range, text.

Each value is read from what a person writes (`3000`, `"12.50"`, `5%`, `12 months`) into an exact,
immutable form. Money and points are integers; a rate is an exact decimal; nothing is ever a float.
Money needs to know the currency, so models are validated with a `ValuesContext`.
Source: policy language, section 2.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from babel.numbers import get_currency_precision, is_currency
from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

MAX_MINOR = 10**15
"""Largest amount in minor units: keeps sums inside 64-bit columns with room to spare."""


@lru_cache(maxsize=256)
def exponent(currency: str) -> int:
    """Number of decimals of an ISO 4217 currency (KRW 0, USD 2, BYN 2). Source: CLDR."""
    return int(get_currency_precision(currency))


@dataclass(frozen=True, slots=True)
class ValuesContext:
    """What the reader of values must know: the currency and whether integers are minor units."""

    currency: str
    money: Literal["major", "minor"] = "major"
    zone: str | None = None
    """Zone in which an instant written without offset is meant; None: such an instant is a problem."""

    @property
    def exponent(self) -> int:
        """Decimals of the currency."""
        return exponent(self.currency)


def fault(code: str, message: str, **facts: Any) -> PydanticCustomError:
    """A problem with a value: `code` from the registry of problems, `message` in plain words."""
    return PydanticCustomError(code, message, facts or None)


# --- money ---------------------------------------------------------------------------------------

_MONEY = re.compile(r"^(?P<sign>-?)(?P<whole>\d{1,18}(?:[ _]\d{3})*)(?:\.(?P<frac>\d+))?(?: ?(?P<cur>[A-Z]{3}))?$")


def read_money(value: object, context: ValuesContext) -> int:
    """Minor units of the context's currency from `3000`, `"12.50"` or `3000 KRW`.

    Raises `PydanticCustomError` bad-money when it is not an amount, has too many decimals, names another
    currency, is negative, or is larger than `MAX_MINOR`.
    """
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise fault("bad-money", 'this is not an amount of money; write it like 3000 or "12.50"')
    if context.money == "minor":
        if not isinstance(value, int):
            raise fault("bad-money", "amounts are declared in minor units; write a whole number like 1250")
        minor = value
    else:
        found = _MONEY.match(str(value).strip())
        if found is None:
            raise fault("bad-money", 'this is not an amount of money; write it like 3000 or "12.50"')
        if found["cur"] and found["cur"] != context.currency:
            raise fault(
                "bad-money",
                "this amount is in {found}; the business counts in {currency}",
                found=found["cur"],
                currency=context.currency,
            )
        frac = (found["frac"] or "").rstrip("0")
        if len(frac) > context.exponent:
            raise fault(
                "bad-money",
                "{currency} has {decimals} decimals; this amount has more",
                currency=context.currency,
                decimals=context.exponent,
            )
        digits = re.sub(r"[ _]", "", found["whole"]) + frac.ljust(context.exponent, "0")
        minor = int(found["sign"] + digits)
    if minor < 0:
        raise fault("bad-money", "an amount here cannot be negative")
    if minor > MAX_MINOR:
        raise fault("bad-money", "this amount is larger than Dangol counts")
    return minor


def write_money(minor: int, currency: str) -> str:
    """The amount as the language writes it: `3000`, `12.50` (major units, no currency)."""
    places = exponent(currency)
    return str(minor) if places == 0 else f"{Decimal(minor).scaleb(-places):.{places}f}"


def context_of(info: ValidationInfo) -> ValuesContext:
    """The values context of a running validation; currency XXX when none was given."""
    if isinstance(info.context, ValuesContext):
        return info.context
    return ValuesContext(currency="XXX")


def _money(value: object, info: ValidationInfo) -> int:
    return read_money(value, context_of(info))


Money = Annotated[
    int,
    BeforeValidator(_money),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": r"^\d[\d _]*(\.\d+)?( [A-Z]{3})?$"},
            ],
            "description": 'Amount in major units: 3000, "12.50" or "3000 KRW". Kept as integer minor units.',
        }
    ),
]


def _currency(value: object) -> str:
    if not isinstance(value, str) or not is_currency(value):
        raise fault("bad-currency", "this is not an ISO 4217 currency code such as KRW, VND, BYN or USD")
    return value


Currency = Annotated[str, BeforeValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]

# --- rate ----------------------------------------------------------------------------------------

_RATE = re.compile(r"^(\d{1,6}(?:\.\d{1,6})?) ?%$")


def read_rate(value: object) -> Decimal:
    """Exact decimal part of one: `5%` is Decimal("0.05"). Raises bad-rate."""
    found = _RATE.match(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise fault("bad-rate", "this is not a rate; write it with a percent sign, like 5% or 1.5%")
    return Decimal(found[1]).scaleb(-2)


def write_rate(rate: Decimal) -> str:
    """The rate as the language writes it: `5%`, `1.5%`."""
    return f"{(rate * 100).normalize():f}%"


Rate = Annotated[
    Decimal,
    BeforeValidator(read_rate),
    WithJsonSchema({"type": "string", "pattern": r"^\d+(\.\d+)? ?%$", "description": "A rate such as 5% or 1.5%."}),
]

# --- duration ------------------------------------------------------------------------------------

Unit = Literal["minutes", "hours", "days", "weeks", "months", "years", "business hours", "business days"]
_UNITS: dict[str, Unit] = {
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "business hour": "business hours",
    "business day": "business days",
}
_DURATION = re.compile(r"^(\d{1,6}) +(business )?(minute|hour|day|week|month|year)s?$")


@dataclass(frozen=True, slots=True, order=False)
class Duration:
    """A length of time in one unit. What it means on a calendar is `calendar`'s business."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        unit = self.unit[:-1] if self.amount == 1 else self.unit
        return f"{self.amount} {unit}"


def read_duration(value: object) -> Duration:
    """A duration from `30 minutes`, `2 business hours`, `7 days`, `12 months`. Raises bad-duration."""
    found = _DURATION.match(value.strip()) if isinstance(value, str) else None
    unit = _UNITS.get((found[2] or "") + found[3]) if found else None
    if found is None or unit is None:
        raise fault("bad-duration", "this is not a length of time; write it like 7 days, 2 business hours or 12 months")
    return Duration(int(found[1]), unit)


def _duration(value: object) -> object:
    return value if isinstance(value, Duration) else read_duration(value)


DurationField = Annotated[
    Duration,
    BeforeValidator(_duration),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": _DURATION.pattern,
            "description": "30 minutes, 2 business hours, 3 business days, 7 days, 12 months.",
        }
    ),
]

# --- days and times ------------------------------------------------------------------------------

YEARS = range(1900, 3000)
"""Years a day or an instant may lie in: time arithmetic around them can never leave the range of dates."""


@dataclass(frozen=True, slots=True)
class DayRange:
    """Whole days from `first` to `last`, the last day included. An end that is None is open."""

    first: dt.date | None
    last: dt.date | None

    def __str__(self) -> str:
        return f"{self.first or ''}..{self.last or ''}"


def read_day(value: object) -> dt.date:
    """A date from `2026-12-01`. Raises bad-date."""
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
            day = dt.date.fromisoformat(value.strip())
            if day.year in YEARS:
                return day
    except ValueError:
        pass
    raise fault("bad-date", "this is not a date; write it like 2026-12-31")


def read_day_range(value: object) -> DayRange:
    """A day range from `2026-12-01..2026-12-31`; either end may be left open. Raises bad-range."""
    if not isinstance(value, str) or value.count("..") != 1:
        raise fault("bad-range", "this is not a range of days; write it like 2026-12-01..2026-12-31")
    first, last = (part.strip() for part in value.split(".."))
    days = DayRange(read_day(first) if first else None, read_day(last) if last else None)
    if days.first and days.last and days.last < days.first:
        raise fault("bad-range", "this range ends before it begins")
    if not days.first and not days.last:
        raise fault("bad-range", "this range has neither a first nor a last day")
    return days


def _day_range(value: object) -> object:
    return value if isinstance(value, DayRange) else read_day_range(value)


DayRangeField = Annotated[
    DayRange,
    BeforeValidator(_day_range),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$",
            "description": "Whole days, the last day included: 2026-12-01..2026-12-31.",
        }
    ),
]
Day = Annotated[
    dt.date,
    BeforeValidator(lambda v: v if isinstance(v, dt.date) else read_day(v)),
    WithJsonSchema({"type": "string", "format": "date"}),
]


def read_instant(value: object, context: ValuesContext) -> dt.datetime:
    """An aware instant from ISO 8601 (`2026-12-01T12:00:00+09:00`). Raises bad-instant.

    Without offset it is meant in the context's zone; a local time that a clock change skips or repeats is read as the
    earlier of the two (fold 0).
    """
    try:
        at = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        at = None
    if isinstance(at, dt.datetime) and at.tzinfo is None and context.zone:
        at = at.replace(tzinfo=ZoneInfo(context.zone))
    if not isinstance(at, dt.datetime) or at.tzinfo is None or at.year not in YEARS:
        raise fault("bad-instant", "this is not an instant; write it with its offset, like 2026-12-01T12:00:00+09:00")
    return at


Instant = Annotated[
    dt.datetime,
    BeforeValidator(lambda v, info: read_instant(v, context_of(info))),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]

_TIMES = re.compile(r"^([01]\d|2[0-4]):([0-5]\d) ?- ?([01]\d|2[0-4]):([0-5]\d)$")


@dataclass(frozen=True, slots=True)
class TimeRange:
    """Minutes of the day, half-open; `end <= start` crosses midnight; 0..1440 is the whole day."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start // 60:02}:{self.start % 60:02}-{self.end // 60:02}:{self.end % 60:02}"

    def __contains__(self, minute: int) -> bool:
        if self.start < self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end


def read_time_range(value: object) -> TimeRange:
    """A time of day range from `21:00-08:00`; `00:00-24:00` is the whole day. Raises bad-range."""
    found = _TIMES.match(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise fault("bad-range", "this is not a time of day range; write it like 09:00-18:00")
    start, end = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    if start >= 1440 or end > 1440:
        raise fault("bad-range", "a day ends at 24:00")
    return TimeRange(start, end)


TimeRangeField = Annotated[
    TimeRange,
    BeforeValidator(lambda v: v if isinstance(v, TimeRange) else read_time_range(v)),
    WithJsonSchema(
        {"type": "string", "pattern": _TIMES.pattern, "description": "Half-open, may cross midnight: 21:00-08:00."}
    ),
]

# --- text ----------------------------------------------------------------------------------------

LANGUAGES = ("ko", "en", "vi", "be")
"""Languages Dangol speaks itself; a policy may hold texts in others."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one or several languages; key "" holds a text written without naming its language."""

    by_language: tuple[tuple[str, str], ...]

    def get(self, language: str) -> str:
        """The text in `language`, else the one without language, else English, else the first."""
        found = dict(self.by_language)
        for key in (language, "", "en"):
            if key in found:
                return found[key]
        return self.by_language[0][1]

    def languages(self) -> frozenset[str]:
        """Languages this text is written in; empty when it was written without naming one."""
        return frozenset(key for key, _ in self.by_language if key)


def read_text(value: object) -> Text:
    """Text from `"…"` or `{ko: …, en: …}`. Raises bad-text."""
    if isinstance(value, str) and value.strip():
        return Text((("", value),))
    if isinstance(value, Mapping) and value:
        for key, words in value.items():
            if not (
                isinstance(key, str) and re.fullmatch(r"[a-z]{2,3}", key) and isinstance(words, str) and words.strip()
            ):
                raise fault("bad-text", "a text is words, or words by language code like {{ko: …, en: …}}")
        return Text(tuple(sorted(value.items())))
    raise fault("bad-text", "a text is words, or words by language code like {{ko: …, en: …}}")


TextField = Annotated[
    Text,
    BeforeValidator(lambda v: v if isinstance(v, Text) else read_text(v)),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "object", "additionalProperties": {"type": "string"}},
            ],
            "description": "Words, or words by language: {ko: …, en: …}.",
        }
    ),
]

# --- names ---------------------------------------------------------------------------------------

_ID = re.compile(r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")


def _clause_id(value: object) -> str:
    if not isinstance(value, str) or not _ID.match(value):
        raise fault("bad-id", "an id is small letters, digits and hyphens, like tenth-visit-dessert")
    return value


Id = Annotated[str, BeforeValidator(_clause_id), WithJsonSchema({"type": "string", "pattern": _ID.pattern})]


def as_fraction(rate: Decimal) -> Fraction:
    """The rate as an exact fraction, for rational arithmetic."""
    return Fraction(rate)
