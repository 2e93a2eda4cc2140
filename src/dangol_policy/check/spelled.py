"""Figures spelled out in letters before what they count: 두 번, ba ngày, тры разы, twice.

Only together with what is counted: 두 by itself may stand in any word, and "one" is often no figure at all. A one that
counts things ("one item per order") is grammar more often than a promise, so it counts only with times and lengths of
time, and not in a rate ("once a day").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dangol_policy.check.figures import Figure

_KO = dict(
    zip(
        ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"],
        range(1, 13),
        strict=True,
    )
) | {"스무": 20}
_KO_WHOLE = {"반값": 50, "절반": 50, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "열흘": 10, "보름": 15}
_EN = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_VI = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_BE = (
    "адзін|адна|адну|адно|аднаго|адной",
    "два|дзве|двух|двум",
    "тры|трох|тром",
    "чатыры|чатырох",
    "пяць|пяці",
    "шэсць|шасці",
    "сем|сямі",
    "восем|васьмі",
    "дзевяць|дзевяці",
    "дзесяць|дзесяці",
)
_WORDS: dict[str, dict[str, int]] = {
    "ko": _KO,
    "en": {word: n for n, word in enumerate(_EN, start=1)} | {"fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50},
    "vi": {word: n for n, word in enumerate(_VI, start=1)}
    | {"mười hai": 12, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30},
    "be": {word: n for n, words in enumerate(_BE, start=1) for word in words.split("|")}
    | {"дванаццаць": 12, "пятнаццаць": 15, "дваццаць": 20, "трыццаць": 30, "пяцьдзясят": 50},
}
_WHOLE: dict[str, dict[str, int]] = {
    "ko": _KO_WHOLE,
    "en": {"twice": 2, "thrice": 3, "only once": 1, "once only": 1, "half price": 50},
    "vi": {"nửa giá": 50},
    "be": {"двойчы": 2, "тройчы": 3, "палову кошту": 50},
}
"""Words that say how much by themselves."""
_TIMES = {
    "ko": r"번(?!에|째 줄| 더)|차례|시간|달|주(?!문)|해",
    "en": r"times?|(?:business |working |calendar )?(?:minutes?|hours?|days?|weeks?|months?|years?)",
    "vi": r"lần(?! nữa)|lượt|phút|giờ|ngày|tuần|tháng|năm",
    "be": r"раз\w{0,2}|(?:працоўн\w+ |каляндарн\w+ )?(?:хвілін\w*|гадзін\w*|дзень|дні|дня|дзён|тыд\w+|месяц\w*|"
    r"год|гады|гадоў|года)",
}
_THINGS = {
    "ko": r"개|장|잔|명|분|가지|배|그릇|병|벌|켤레",
    "en": r"visits?|items?|pieces?|points?|vouchers?|units?|stamps?|percent|per cent|drinks?|coffees?|orders?|people",
    "vi": r"điểm|món|ly|cốc|phiếu|sản phẩm|người|phần trăm|suất|cái|chiếc",
    "be": r"бал\w*|штук\w*|тавар\w*|наведванн\w*|ваўчар\w*|чалавек\w*|працэнт\w*|купон\w*|порцы\w*|напо\w*",
}
_NOT_AFTER = {
    "ko": r"(?<![가-힣\d])",
    "en": r"(?<![\w-])",
    "vi": r"(?<!\w)(?<!tháng )(?<!thứ )(?<!mỗi )",
    "be": r"(?<!\w)",
}
_END = {"ko": "", "en": r"(?!\w)", "vi": r"(?!\w)", "be": r"(?!\w)"}
_RATE = re.compile(
    r"하루에? ?$|매(?:일|주|월|달|년) ?$|마다 ?$|(?:mỗi|một|hằng|hàng) (?:ngày|tuần|tháng|năm) $"
    r"|(?:кожны|штодня|штотыдзень)\w* (?:\w+ )?$"
)
_RATE_AFTER = re.compile(
    r"^ ?/| (?:a|an|per|every|each) | (?:mỗi|một) (?:ngày|tuần|tháng|năm)| (?:у|ў|на) (?:дзень|тыд|месяц|год)"
)


def spelled_in(words: str, language: str) -> Iterator[Figure]:
    """The figures spelled out in a text of one of the four languages; none in a text of another."""
    plain = words.casefold()
    for pattern, things in _PATTERNS.get(language, ()):
        for found in pattern.finditer(plain):
            value = _value(found[1], language)
            if value != 1 or not (things or _is_rate(plain, found)):
                yield Figure(words[found.start() : found.end()], frozenset({Decimal(value)}))


def _value(word: str, language: str) -> int:
    return (_WORDS[language] | _WHOLE[language])[word]


def _is_rate(plain: str, found: re.Match[str]) -> bool:
    return bool(_RATE.search(plain[: found.start()]) or _RATE_AFTER.match(plain[found.end() :]))


def _pattern(language: str, counted: str) -> re.Pattern[str]:
    numbers = "|".join(sorted(_WORDS[language], key=len, reverse=True))
    gap = " ?" if language == "ko" else " "
    return re.compile(rf"{_NOT_AFTER[language]}({numbers}){gap}(?:{counted}){_END[language]}")


def _whole(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_NOT_AFTER[language]}({'|'.join(_WHOLE[language])}){_END[language]}")


_PATTERNS = {
    language: (
        (_pattern(language, _TIMES[language]), False),
        (_pattern(language, _THINGS[language]), True),
        (_whole(language), False),
    )
    for language in _WORDS
}
"""By language what is looked for, and whether things are counted."""
