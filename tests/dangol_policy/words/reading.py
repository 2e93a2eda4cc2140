"""Reads figures: those a sentence names, and those a clause of the model holds. Written apart from what says them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from dangol_policy.model.base import Part
from dangol_policy.model.examples import Example
from dangol_policy.values import DayRange, Duration, Text, TimeRange

MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
MONTHS += ["August", "September", "October", "November", "December"]
_DATES = {
    "ko": re.compile(r"(?P<y>\d{4})년 (?P<m>\d{1,2})월 (?P<d>\d{1,2})일"),
    "en": re.compile(rf"(?P<name>{'|'.join(MONTHS)}) (?P<d>\d{{1,2}}), (?P<y>\d{{4}})"),
    "vi": re.compile(r"(?P<d>\d{2})/(?P<m>\d{2})/(?P<y>\d{4})"),
    "be": re.compile(r"(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{4})"),
}
_TIME = re.compile(r"\b(\d{2}:\d{2})")
# Sign between thousands, and before decimals.
_SIGNS = {"ko": (",", "."), "en": (",", "."), "vi": (".", ","), "be": ("\u00a0", ",")}
_NUMBERS = {
    language: re.compile(
        rf"(\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(mark)}\d+)?|\d+(?:{re.escape(mark)}\d+)?)(%?)"
    )
    for language, (group, mark) in _SIGNS.items()
}
_FIRST = {"ko": "첫 번째", "en": "1st", "vi": "thứ nhất", "be": r"сам(?:ы|ае|ага|ую) перш"}
"""How a language says the number one of an order or visit in letters."""

UNSPOKEN = {"priority", "cost", "share", "tier_at", "review"}
"""Fields whose figures are the business's own: the order of promotions, what a gesture costs, how many of the staff,
when a clause is to be read again."""


def in_text(text: str, language: str) -> set[str]:
    """Figures of a sentence, each in one form: `1000`, `12.5`, `5%`, `2026-12-01`, `09:00`; `첫 번째` is 1."""
    found = {"1"} if re.search(_FIRST[language], text) else set()
    found |= {_date(match) for match in _DATES[language].finditer(text)}
    text = _DATES[language].sub(" ", text)
    found |= set(_TIME.findall(text))
    text = _TIME.sub(" ", text)
    group, mark = _SIGNS[language]
    return found | {
        _plain(Decimal(number.replace(group, "").replace(mark, "."))) + sign
        for number, sign in _NUMBERS[language].findall(text)
    }


def _date(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = MONTHS.index(parts["name"]) + 1 if "name" in parts else int(parts["m"])
    return dt.date(int(parts["y"]), month, int(parts["d"])).isoformat()


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def in_model(part: Part, *, written_only: bool) -> set[str]:
    """Figures of a part of the policy; with `written_only` those the owner wrote, without what is left to defaults."""
    return set(_of_part(part, written_only))


def _of_part(part: Part, written_only: bool) -> Iterator[str]:
    for name in type(part).model_fields:
        if name in UNSPOKEN or isinstance(getattr(part, name), Text | Example):
            continue
        if name in part.model_fields_set or not written_only:
            yield from _of(getattr(part, name), written_only)


def _of(value: object, written_only: bool) -> Iterator[str]:
    match value:
        case bool():
            pass
        case Part():
            yield from _of_part(value, written_only)
        case int():
            yield _plain(Decimal(value))
        case Decimal():
            yield f"{_plain(value * 100)}%"
        case Duration():
            yield str(value.amount)
        case dt.date():
            yield value.isoformat()
        case DayRange():
            yield from (day.isoformat() for day in (value.first, value.last) if day)
        case TimeRange():
            yield from str(value).split("-")
        case dict():
            for inner in value.values():
                yield from _of(inner, written_only)
        case tuple():
            for inner in value:
                yield from _of(inner, written_only)


def is_whole_and_plain(text: str) -> bool:
    """Whether a sentence ends, and shows nothing that stands for something else."""
    ends = re.search(r"[.!?]$", text)
    odd = re.search(r"  |[{}\ue000\ue001\u2068\u2069]|None|\?\?\?|\(를\)|\(가\)| ,|\.\.", text)
    return bool(ends) and not odd


def is_polite_korean(text: str) -> bool:
    """Whether the first sentence speaks as one does to a customer."""
    return text.split(". ")[0].rstrip(".").split(": ")[0].endswith("니다")
