"""Figures of a question: how many days ago, which amount, at what time, what is to be given, whose fault it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from dangol_policy.ask.letters import bare, fold
from dangol_policy.model.responsibility import Remedy
from dangol_policy.model.returns import Reason
from dangol_policy.values import exponent

Unit = Literal["days", "weeks", "months", "years"]

_DAYS: Mapping[Unit, int] = {"days": 1, "weeks": 7, "months": 30, "years": 365}
LONGEST_AGO = 3650
"""Most days ago that are understood: no policy looks further back, and no calendar has to."""

_UNITS: dict[str, dict[Unit, str]] = {
    "en": {"days": r"days?", "weeks": r"weeks?", "months": r"months?", "years": r"years?"},
    "ko": {"days": r"일(?!요)", "weeks": r"주일?", "months": r"개월|달", "years": r"년"},
    "vi": {"days": r"ngay", "weeks": r"tuan", "months": r"thang", "years": r"nam"},
    "be": {
        "days": r"дзен|дні|дзень|дня",
        "weeks": r"тыдн|тыдзень|тыдня",
        "months": r"месяц",
        "years": r"год|гады|гадоў",
    },
}
_WORDS: dict[str, dict[str, int]] = {
    "en": {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10},
    "ko": {"한": 1, "두": 2, "세": 3, "네": 4, "일": 1, "이": 2, "삼": 3},
    "vi": {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "muoi": 10},
    "be": {"адзін": 1, "два": 2, "дзве": 2, "тры": 3, "чатыры": 4, "пяць": 5, "дзесяць": 10},
}
# What stands alone for a length of time.
_ALONE: dict[str, dict[str, tuple[int, Unit]]] = {
    "en": {"yesterday": (1, "days"), "last week": (1, "weeks"), "last month": (1, "months")},
    "ko": {
        "어제": (1, "days"),
        "사흘": (3, "days"),
        "나흘": (4, "days"),
        "열흘": (10, "days"),
        "보름": (15, "days"),
        "일주일": (1, "weeks"),
        "지난주": (1, "weeks"),
        "지난달": (1, "months"),
    },
    "vi": {"hom qua": (1, "days"), "tuan truoc": (1, "weeks"), "thang truoc": (1, "months")},
    "be": {"учора": (1, "days"), "тыдзень таму": (1, "weeks"), "месяц таму": (1, "months")},
}
_AGO = {
    "en": r"ago|after|later|since|past|for|old|within|passed|now",
    "ko": r"전|지났|지난|됐|되었|된|뒤|후|만에|째|안에|이내|쓴|쓰다",
    "vi": r"truoc|sau|roi|qua|cach day|dung duoc",
    "be": r"таму|праз|пасля|прайшл|мінул|за",
}
_NUMBER = r"(?P<number>\d+(?:[.,]\d+)?)"
_TIMES = {
    "en": re.compile(r"\b(?P<h>\d{1,2})(?::(?P<m>\d{2}))?\s*(?P<half>am|pm|o'clock)|\b(?P<h2>\d{1,2}):(?P<m2>\d{2})"),
    "ko": re.compile(
        r"(?P<half>오전|오후|밤|저녁|새벽|아침|낮)?\s*(?P<h>\d{1,2})시(?:\s*(?P<m>\d{1,2})분)?|(?P<h2>\d{1,2}):(?P<m2>\d{2})"
    ),
    "vi": re.compile(
        r"\b(?P<h>\d{1,2})\s*(?:gio|h)\s*(?P<m>\d{2})?\s*(?P<half>sang|chieu|toi|dem|khuya|trua)?|\b(?P<h2>\d{1,2}):(?P<m2>\d{2})"
    ),
    "be": re.compile(
        r"(?P<h2>\d{1,2}):(?P<m2>\d{2})|\b(?P<h>\d{1,2})(?:-й|-ай|\s*гадзін\w*)\s*(?P<m>\d{2})?\s*(?P<half>раніцы|вечара|ночы|дня)?"
    ),
}
_LATE = {"pm", "오후", "밤", "저녁", "chieu", "toi", "dem", "khuya", "вечара", "дня"}
_REMEDIES: tuple[tuple[str, Remedy], ...] = (
    ("voucher_give", "voucher"),
    ("apology", "apology"),
    ("refund", "refund"),
    ("code", "voucher"),
    ("exchange", "exchange"),
    ("warranty", "repair"),
    ("discount", "discount"),
    ("reward", "gift"),
)


@dataclass(frozen=True, slots=True)
class Fields:
    """What a situation is, as far as it is told. Amounts in minor units of the policy's currency."""

    ago: int | None = None
    """Days since the purchase, also where weeks or months were told."""
    ago_unit: Unit = "days"
    ago_count: int = 0
    amount: int | None = None
    at_time: dt.time | None = None
    tier: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    reason: Reason | None = None
    remedy: Remedy | None = None
    role: str | None = None
    grave: bool = False

    def over(self, other: Fields) -> Fields:
        """These fields where they are told, else the other's: what was typed in a field counts more than words."""
        told = {
            name: getattr(self, name)
            for name in self.__dataclass_fields__
            if getattr(self, name) not in (None, (), False, 0) and name != "ago_unit"
        }
        if self.ago is not None:
            told["ago_unit"] = self.ago_unit
        return replace(other, **told)


def read_fields(question: str, language: str, currency: str, concepts: frozenset[str], names: frozenset[str]) -> Fields:
    """The figures and marks a question tells."""
    text = fold(question, language)
    plain = bare(text) if language == "vi" else text
    ago = _ago(plain, language)
    if ago and ago[0] * _DAYS[ago[1]] > LONGEST_AGO:
        ago = None
    by_kind: dict[str, list[str]] = {}
    for name in sorted(names):
        kind, _, key = name.partition(":")
        by_kind.setdefault(kind, []).append(key)
    return Fields(
        ago=ago[0] * _DAYS[ago[1]] if ago else None,
        ago_unit=ago[1] if ago else "days",
        ago_count=ago[0] if ago else 0,
        amount=_amount(plain, language, currency),
        at_time=_time(plain, language),
        tier=next(iter(by_kind.get("tier", ())), None),
        categories=tuple(by_kind.get("categories", ())),
        tags=tuple(by_kind.get("tags", ())),
        products=tuple(by_kind.get("products", ())),
        reason="fault" if "fault" in concepts else "change of mind" if "mind" in concepts else None,
        remedy=next((remedy for concept, remedy in _REMEDIES if concept in concepts), None),
        grave="grave" in concepts,
    )


@cache
def _ago_pattern(language: str) -> re.Pattern[str]:
    words = "|".join(_WORDS[language])
    units = "|".join(f"(?P<{unit}>{pattern})" for unit, pattern in _UNITS[language].items())
    before = r"(?<!\d)" if language == "ko" else r"(?<!\w)"
    return re.compile(rf"{before}(?:(?P<n>\d{{1,4}})|(?P<w>{words}))\s*(?:{units})(?P<rest>.{{0,14}})(?P<after>)")


def _ago(text: str, language: str) -> tuple[int, Unit] | None:
    """A length of time since something happened; None when none is told."""
    near = re.compile(_AGO[language])
    for found in _ago_pattern(language).finditer(text):
        around = text[max(0, found.start() - 14) : found.start()] + " " + found["rest"]
        if near.search(around):
            count = int(found["n"]) if found["n"] else _WORDS[language][found["w"]]
            units: tuple[Unit, ...] = ("days", "weeks", "months", "years")
            return count, next(unit for unit in units if found[unit])
    return next((length for words, length in _ALONE[language].items() if words in text), None)


_SCALES: Mapping[str, tuple[tuple[str, int], ...]] = {
    "ko": (("만", 10_000), ("천", 1_000)),
    "vi": (("trieu", 1_000_000), ("nghin", 1_000), ("ngan", 1_000), ("k", 1_000)),
    "en": (("million", 1_000_000), ("thousand", 1_000), ("k", 1_000)),
    "be": (("млн", 1_000_000), ("тыс", 1_000)),
}
_MONEY = r"원|won|krw|₩|dong|d\b|vnd|₫|byn|br\b|руб\w*|р\.|\$|usd|dollars?|вон\w*|донг\w*"


def _amount(text: str, language: str, currency: str) -> int | None:
    """An amount with a sign of money, or a number of a thousand and more; minor units."""
    scales = "|".join(name for name, _ in _SCALES[language])
    number = r"(?P<number>\d{1,3}(?:[.,\u00a0 ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
    pattern = re.compile(
        rf"(?P<sign>{_MONEY})?\s?{number}\s?(?P<scale>{scales})?(?:\s?(?P<thousands>\d)천)?\s?(?P<after>{_MONEY})?"
    )
    for found in pattern.finditer(text):
        value = _decimal(found["number"]) * dict(_SCALES[language]).get(found["scale"] or "", 1)
        value += 1_000 * int(found["thousands"] or 0)
        if found["sign"] or found["after"] or (value >= 1_000 and not _is_year(found["number"], text, found.end())):
            return int((value * 10 ** exponent(currency)).to_integral_value())
    return None


def _is_year(number: str, text: str, end: int) -> bool:
    return bool(re.fullmatch(r"20\d\d", number)) and not re.match(r"\s?[원₩₫]", text[end:])


def _decimal(written: str) -> Decimal:
    """`50,000`, `50.000` and `50 000` are fifty thousand, `12.50` and `12,5` have decimals."""
    plain = re.sub(r"[\u00a0 ]", "", written)
    whole = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", plain)
    return Decimal(whole.replace(",", "."))


def _time(text: str, language: str) -> dt.time | None:
    for found in _TIMES[language].finditer(text):
        parts = found.groupdict()
        hour, minute = int(parts.get("h") or parts.get("h2") or 0), int(parts.get("m") or parts.get("m2") or 0)
        if (parts.get("half") or "") in _LATE and hour < 12:
            hour += 12
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    return None
