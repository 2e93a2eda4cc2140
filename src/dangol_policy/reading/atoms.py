"""Figures in a sentence: lengths of time, rates, amounts of money, counts of points, and which visit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dangol_policy.values import Duration, Unit

Kind = Literal["duration", "rate", "money", "points", "visit"]


@dataclass(frozen=True, slots=True)
class Atom:
    """One figure. Money is in major units of `currency`; `certain` is false where it can be read two ways."""

    kind: Kind
    start: int
    end: int
    value: Duration | Decimal
    currency: str = ""
    certain: bool = True


_NUMBER = r"(?P<n>\d{1,3}(?:[., \u00a0]\d{3}){1,6}|\d+)(?:[.,](?P<frac>\d{1,2})(?!\d))?"
_WORDS = {
    "en": {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10},
    "vi": {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "bảy": 7, "mười": 10},
    "be": {"адзін": 1, "адну": 1, "два": 2, "дзве": 2, "тры": 3, "чатыры": 4, "пяць": 5, "сем": 7, "дзесяць": 10},
    "ko": {},
}
_SMALL = r"(?<![\d.,])(?P<n>\d{1,4}|\b(?:%s))"
_UNITS: dict[str, tuple[tuple[str, Unit], ...]] = {
    "ko": (
        (r"영업\s*시간(?:\s*기준)?\s*%s\s*시간", "business hours"),
        (r"%s\s*영업\s*시간", "business hours"),
        (r"영업일(?:\s*기준)?(?:으로)?\s*%s\s*일", "business days"),
        (r"%s\s*(?:영업|근무)\s*일", "business days"),
        (r"%s\s*분(?=\s*(?:이내|안에|내에|간|동안|뒤|후|만에))", "minutes"),
        (r"%s\s*시간", "hours"),
        (r"%s\s*주(?:일)?(?=\s|이내|안|간|동안)", "weeks"),
        (r"%s\s*개월", "months"),
        (r"%s\s*년(?!\s*\d)", "years"),
        (r"%s\s*일(?=\s|이내|안|간|까지|동안|내|이|입|부|[.,]|$)", "days"),
    ),
    "en": (
        (r"%s\s+(?:business|working|office|opening)\s+hours?", "business hours"),
        (r"%s\s+(?:business|working)\s+days?", "business days"),
        (r"%s\s+minutes?", "minutes"),
        (r"%s\s+hours?", "hours"),
        (r"%s\s+weeks?", "weeks"),
        (r"%s[\s-]+months?", "months"),
        (r"%s[\s-]+years?", "years"),
        (r"%s[\s-]+(?:calendar\s+)?days?", "days"),
    ),
    "vi": (
        (r"%s\s+giờ\s+làm\s+việc", "business hours"),
        (r"%s\s+ngày\s+làm\s+việc", "business days"),
        (r"%s\s+phút", "minutes"),
        (r"%s\s+(?:giờ|tiếng)", "hours"),
        (r"%s\s+tuần", "weeks"),
        (r"%s\s+tháng", "months"),
        (r"%s\s+năm", "years"),
        (r"%s\s+ngày", "days"),
    ),
    "be": (
        (r"%s\s+(?:рабоч|працоўн)\w+\s+гадз\w*", "business hours"),
        (r"%s\s+(?:рабоч|працоўн)\w+\s+(?:дзён|дні|дня|дзень|дзянёў)", "business days"),
        (r"%s\s+(?:хвілін\w*|хв\b)", "minutes"),
        (r"%s\s+гадз\w*", "hours"),
        (r"%s\s+тыд\w+", "weeks"),
        (r"%s\s+месяц\w*", "months"),
        (r"%s\s+(?:гадоў|гады|год|года)\b", "years"),
        (r"%s\s+(?:каляндарн\w+\s+)?(?:дзён|дні|дня|дзень|сутак)\b", "days"),
    ),
}
_DURATIONS = {
    language: tuple(
        (re.compile(pattern % (_SMALL % ("|".join(_WORDS[language]) or "(?!)")), re.IGNORECASE), unit)
        for pattern, unit in units
    )
    for language, units in _UNITS.items()
}
_RATE = re.compile(
    r"(?<![\d.,])(?P<n>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|퍼센트|percent\b|phần trăm|працэнт\w*)", re.IGNORECASE
)
_MONEY: tuple[tuple[re.Pattern[str], str, int], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), currency, times)
    for pattern, currency, times in (
        (r"(?<![\d.,])(?P<n>\d{1,4})\s*만\s*원", "KRW", 10_000),
        (r"(?<![\d.,만])" + _NUMBER + r"\s*(?:원(?![가-힣]*색)|KRW\b)", "KRW", 1),
        (r"(?:₩|KRW)\s?" + _NUMBER, "KRW", 1),
        (r"(?<![\d.,])(?P<n>\d{1,4})\s*triệu(?:\s*(?:đồng|đ\b|VN[DĐ]))?", "VND", 1_000_000),
        (r"(?<![\d.,])(?P<n>\d{1,4})(?:k\b|\s*(?:nghìn|ngàn)(?:\s*(?:đồng|đ\b))?)", "VND", 1_000),
        (r"(?<![\d.,])" + _NUMBER + r"\s*(?:đồng|đ(?!\w)|₫|VN[DĐ])", "VND", 1),
        (r"(?<![\d.,])" + _NUMBER + r"\s*(?:руб(?:лёў|лі|ль|ля|лям)?\b\.?|BYN\b)", "BYN", 1),
        (r"(?:\$|USD)\s?" + _NUMBER, "USD", 1),
        (r"(?<![\d.,])" + _NUMBER + r"\s*(?:dollars?\b|USD\b)", "USD", 1),
        (r"€\s?" + _NUMBER, "EUR", 1),
        (r"(?<![\d.,])" + _NUMBER + r"\s*(?:€|euros?\b|EUR\b)", "EUR", 1),
        (r"(?<![\d.,])" + _NUMBER + r"\s*won\b", "KRW", 1),
        (r"(?<![\d.,])" + _NUMBER + r"\s*(?:zł|PLN\b)", "PLN", 1),
    )
)
_POINTS = re.compile(
    r"(?<![\d.,])(?P<n>\d{1,3}(?:[., \u00a0]\d{3}){1,6}|\d+)\s*"
    r"(?:포인트|점(?!포|장|심|원|검)|P\b|points?\b|điểm|бал(?:аў|ы|а)?\b)",
    re.IGNORECASE,
)
_VISITS = {
    "ko": re.compile(r"(?P<n>\d{1,3})\s*(?:번째|회째|회|번)\s*(?P<again>재)?\s*(?:방문|이용)"),
    "en": re.compile(r"(?P<n>\d{1,3})(?:st|nd|rd|th)\s+(?P<again>return\s+|repeat\s+)?visit", re.IGNORECASE),
    "vi": re.compile(
        r"(?:lần|lượt)\s+(?P<again>quay lại\s+)?(?:ghé(?:\s+thăm)?\s+)?thứ\s+(?P<n>\d{1,3})", re.IGNORECASE
    ),
    "be": re.compile(r"(?P<n>\d{1,3})-?(?:е|га|м|я|ае|ага|ым)\s+(?P<again>паўторна\w+\s+)?наведванн", re.IGNORECASE),
}


def atoms(text: str, language: str) -> tuple[Atom, ...]:
    """The figures of a sentence, in order; where two readings overlap, the longer one."""
    found = sorted(_all(text, language), key=lambda one: (one.start - one.end, one.start))
    kept: list[Atom] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _all(text: str, language: str) -> Iterator[Atom]:
    for pattern, unit in _DURATIONS.get(language, ()):
        for match in pattern.finditer(text):
            number = _WORDS[language].get(match["n"].lower())
            yield Atom("duration", match.start(), match.end(), Duration(number or int(match["n"]), unit))
    for match in _RATE.finditer(text):
        yield Atom("rate", match.start(), match.end(), Decimal(match["n"].replace(",", ".")))
    for pattern, currency, times in _MONEY:
        for match in pattern.finditer(text):
            # "3만5천원" goes on after what was read.
            certain = (
                not re.match(r"\s*\d|\s*[천백]", text[match.end() :])
                and "-" not in text[match.start() - 1 : match.start()]
            )
            yield Atom("money", match.start(), match.end(), _amount(match, times), currency, certain)
    for match in _POINTS.finditer(text):
        yield Atom("points", match.start(), match.end(), Decimal(re.sub(r"\D", "", match["n"])))
    visits = _VISITS.get(language)
    for match in visits.finditer(text) if visits else ():
        yield Atom("visit", match.start(), match.end(), Decimal(match["n"]), certain=not match["again"])


def _amount(match: re.Match[str], times: int) -> Decimal:
    groups = match.groupdict()
    whole = Decimal(re.sub(r"\D", "", match["n"]))
    return (whole + Decimal(f"0.{groups.get('frac') or 0}")) * times
