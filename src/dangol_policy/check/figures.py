"""Figures in words, and figures of a clause: what a text may say about a rule without contradicting it.

A number in a text is read in every way its writing allows (`5.000` is five thousand or five; `5만원` fifty thousand),
and it is known when one of them is a figure of the clause.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dangol_policy.model import gives
from dangol_policy.model.base import Clause, Part
from dangol_policy.model.loyalty import Card
from dangol_policy.values import DayRange, Duration, Text, TimeRange, exponent

_NUMBER = re.compile(r"(?<![A-Za-z\d])\d+(?:[., \u00a0\u202f]\d{3})*(?:[.,]\d+)?(?P<unit>만\s?(?:\d+천)?|천)?")
# A day as Belarusian writes it, which looks like a decimal number: `22.11.2026`.
_POINTED_DAY = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_KOREAN = re.compile(r"(\d+(?:\.\d+)?)만\s?(?:(\d+)천)?")
# Units that say the same length in other figures. A business day is as long as its calendar makes it.
_SAME = ({"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}, {"months": 1, "years": 12})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written, and the values it can mean."""

    written: str
    values: frozenset[Decimal]


def figures_in(words: str) -> Iterator[Figure]:
    """The numbers in a text; those that are part of a name (`A4`) are not figures."""
    for found in _NUMBER.finditer(_POINTED_DAY.sub(r"\1/\2/\3", words)):
        written = found[0].strip(" \u00a0\u202f.,")
        yield Figure(written, frozenset(_readings(written)))


def _readings(written: str) -> Iterator[Decimal]:
    korean = _KOREAN.fullmatch(written)
    if korean:
        yield Decimal(korean[1]) * 10_000 + Decimal(korean[2] or 0) * 1_000
        return
    if "만" in written:
        # With signs between thousands `만` may mean ten thousands, or `only`: `15,000만 받습니다`.
        for one in _readings(written.partition("만")[0]):
            yield from (one, one * 10_000)
        return
    if written.endswith("천"):
        yield from (one * 1_000 for one in _readings(written[:-1].strip()))
        return
    plain = re.sub(r"[ \u00a0\u202f]", "", written)
    yield Decimal(re.sub(r"[.,]", "", plain))
    for mark, group in ((".", ","), (",", ".")):
        candidate = plain.replace(group, "").replace(mark, ".")
        if candidate.count(".") == 1:
            yield Decimal(candidate)


def is_known(figure: Figure, known: frozenset[Decimal]) -> bool:
    """Whether one reading of a figure is among those of the clause."""
    return not figure.values.isdisjoint(known)


def figures_of(clause: Clause, currency: str) -> frozenset[Decimal]:
    """Every figure a text about the clause may name, also in other units and as what is left to pay."""
    return frozenset(_of(clause, Decimal(10) ** -exponent(currency)))


def _of(value: object, major: Decimal) -> Iterator[Decimal]:
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield from (Decimal(value), value * major)
    elif isinstance(value, Decimal):
        yield from (value, value * 100, 100 - value * 100)
    elif isinstance(value, Duration | DayRange | TimeRange | dt.date):
        yield from _of_time(value)
    elif isinstance(value, str):
        for figure in figures_in(value):
            yield from figure.values
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _of(key, major)
            yield from _of(inner, major)
    elif isinstance(value, tuple):
        yield Decimal(len(value))
        for inner in value:
            yield from _of(inner, major)
    elif isinstance(value, Part):
        yield from _of_part(value, major)


def _of_part(part: Part, major: Decimal) -> Iterator[Decimal]:
    for name in type(part).model_fields:
        if name == "says":
            continue
        value = getattr(part, name)
        for words in dict(value.by_language).values() if isinstance(value, Text) else (value,):
            yield from _of(words, major)
    if isinstance(part, Card | gives.Nth):
        number = part.every if isinstance(part, Card) else part.nth
        yield from (Decimal(number - 1), Decimal(1))
    if isinstance(part, gives.FreeUnits):
        yield Decimal(part.of_each - part.units)
    if isinstance(part, gives.Get):
        yield Decimal(part.get + part.for_each.units)


def _of_time(value: Duration | DayRange | TimeRange | dt.date) -> Iterator[Decimal]:
    if isinstance(value, Duration):
        yield Decimal(value.amount)
        same = next((family for family in _SAME if value.unit in family), {})
        yield from (Decimal(value.amount * same[value.unit]) / size for size in same.values())
    elif isinstance(value, TimeRange):
        for minute in (value.start, value.end):
            yield from (Decimal(minute // 60), Decimal(minute % 60), Decimal(minute // 60 % 12 or 12))
    else:
        ends = (value.first, value.last) if isinstance(value, DayRange) else (value,)
        for day in (end for end in ends if end is not None):
            yield from (Decimal(day.year), Decimal(day.month), Decimal(day.day), Decimal(day.year % 100))
