"""Figures in a sentence that can be left out of it: amounts, rates and counts, with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain

from babel import Locale
from babel.numbers import format_decimal

from dangol_policy.words import formats

_SIGNS = {"ko": (",", "."), "en": (",", "."), "vi": (".", ","), "be": ("\u00a0", ",")}
"""Sign between thousands, and before decimals."""
_FARTHEST = 10
"""A wrong figure is at most so many times the right one, or the other way round."""
# What looks like a figure and is none: days, times, numbers to dial, addresses, names such as A4.
_NOT_FIGURES = re.compile(
    r"\d{4}년 \d{1,2}월 \d{1,2}일|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}:\d{2}"
    r"|\+?\d+(?:[- ]\d+)+|[^\s@]+@\S+|https?://\S+|[^\W\d_]+[-_]?\d[\w-]*|\d+(?:st|nd|rd|th|번째)|\d{4,}"
)
# A sign of money, if there is one, stays with its amount: nobody should guess the currency.
_BEFORE, _AFTER = r"(?P<before>[₩$€£]|BYN\u00a0)?", r"(?P<after>%|원|[\u00a0 ]?(?:₫|BYN|₩|€))?"


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure of a sentence, with its sign, and where it stands."""

    start: int
    end: int
    before: str
    after: str
    value: Decimal
    unit: str
    """Figures can be taken for one another when they have the same unit: a sign, or the word that follows."""
    plural: str
    """The plural form the words around it are written for."""

    places: int
    """Decimals it is written with: amounts of some currencies keep theirs."""

    def written(self, value: Decimal, language: str) -> str:
        """Another figure as it would stand in the gap."""
        number = formats.number(value, language)
        if self.places and value == round(value, self.places):
            shape = f"#,##0.{'0' * self.places}"
            number = str(format_decimal(value, format=shape, locale=Locale.parse(language)))
        return f"{self.before}{number}{self.after}"


@cache
def _number(language: str) -> re.Pattern[str]:
    group, mark = (re.escape(sign) for sign in _SIGNS[language])
    number = rf"(?P<number>\d{{1,3}}(?:{group}\d{{3}})+(?:{mark}\d+)?|\d+(?:{mark}\d+)?)"
    return re.compile(rf"(?<![\d\w]){_BEFORE}{number}{_AFTER}(?!\d)")


def gaps(text: str, language: str) -> tuple[Gap, ...]:
    """Every figure that stands in the text once, from left to right."""
    found = list(_gaps(text, language))
    values = [gap.value for gap in found]
    return tuple(gap for gap in found if values.count(gap.value) == 1)


def _gaps(text: str, language: str) -> Iterator[Gap]:
    masked = _NOT_FIGURES.sub(lambda match: "\ue000" * len(match[0]), text)
    group, mark = _SIGNS[language]
    for match in _number(language).finditer(masked):
        value = Decimal(match["number"].replace(group, "").replace(mark, "."))
        before, after = match["before"] or "", match["after"] or ""
        unit = (before or after).strip("\u00a0 ") or _unit(masked[match.end() :])
        places = len(match["number"].partition(mark)[2])
        gap = Gap(match.start(), match.end(), before, after, value, unit, _plural(value, language), places)
        # What nobody would write so as a figure is a number to dial, a year or a name: `1372`.
        if gap.written(value, language) == match[0]:
            yield gap


def _unit(rest: str) -> str:
    """The first letters of the words that follow: `day` of `days` and of `day's`, `영업시` of `영업시간`."""
    words = re.match(r"\s*([^\W\d_]+)(?:\s+([^\W\d_]+))?", rest)
    return " ".join(word[:3].lower() for word in words.groups() if word) if words else ""


def _plural(value: Decimal, language: str) -> str:
    return str(Locale.parse(language).plural_form(value))


def others(gap: Gap, text: str, neighbours: Iterable[Gap], language: str) -> Iterator[Decimal]:
    """Figures that could stand in the gap and are wrong: of other clauses first, then worked out from the right one.

    None of them stands in the sentence already, and each fits the plural form of the words around the gap. Those that
    are nearest to the right one come first: nobody should see at once what cannot be meant.
    """
    taken = {one.value for one in _gaps(text, language)}
    alike = sorted({one.value for one in neighbours if one.unit == gap.unit}, key=lambda value: _far(value, gap.value))
    for value in chain(alike, _derived(gap)):
        near = value > 0 and _far(value, gap.value) <= _FARTHEST
        if near and value not in taken and _plural(value, language) == gap.plural:
            taken.add(value)
            yield value


def _far(value: Decimal, right: Decimal) -> Decimal:
    """How many times one is the other, whichever is larger."""
    return max(value, right) / min(value, right) if value > 0 and right > 0 else Decimal("Infinity")


def _derived(gap: Gap) -> Iterator[Decimal]:
    value = gap.value
    whole = value == value.to_integral_value()
    if gap.after == "%":
        steps = (value * 2, value / 2, value + 5, value - 5, value + 10, value + 1, value + 2, value + 3)
        yield from (one.normalize() for one in steps if one <= 100 and (not whole or one == one.to_integral_value()))
    elif value >= 100:
        for times in ("2", "0.5", "1.5", "3", "0.8", "1.2", "5", "0.2", "10"):
            one = value * Decimal(times)
            if one == one.to_integral_value():
                yield one.to_integral_value()
    elif whole:
        yield from (value * 2, value + 3, value + 7, value - 2, value + 1, value - 1, value + 2, value + 10, value + 20)
        # Where the words ask for a plural form of their own, look further for figures that share it.
        yield from (value + step for step in range(4, 120))
    else:
        yield from (value * 2, value + Decimal("0.5"), value + 1, value * 3)
