"""Korean particles: which form follows a word, by the sound the word ends with.

A word may end in Hangul, digits (`12,000` is read 만 이천), Latin letters (`VIP`, `gold`), a sign (`%`, `$`) or a
closing bracket or quotation mark, which is not read. Where the sound cannot be known both forms are written: `을(를)`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PAIRS: dict[str, tuple[str, str]] = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "과": ("과", "와"),
    "으로": ("으로", "로"),
    "이나": ("이나", "나"),
    "이며": ("이며", "며"),
    "이고": ("이고", "고"),
    "이면": ("이면", "면"),
    "이라": ("이라", "라"),
}
"""Name of the particle (its form after a consonant) to its forms after a consonant and after a vowel."""
_BOTH = {"으로": "(으)로"}

_SILENT = "\"'`’‘”“」』》〉)]}.,!?… \u00a0"
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_NUMBER = re.compile(r"(\d[\d,]*)(\.\d+)?$")
# Sounds of the digits: 영 일 이 삼 사 오 육 칠 팔 구.
_DIGIT_FINALS = {"0": "ㅇ", "1": "ㄹ", "2": "", "3": "ㅁ", "4": "", "5": "", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ", "9": ""}
# What a number that ends with so many zeros is read with last: 십 백 천 만 … 억 … 조.
_ZEROS = ((12, ""), (8, "ㄱ"), (4, "ㄴ"), (3, "ㄴ"), (2, "ㄱ"), (1, "ㅂ"))
# 퍼센트, 달러, 유로, 동, 엔, 원, 파운드, 도, 플러스, 그리고/앤드.
_SIGN_FINALS = {"%": "", "$": "", "€": "", "₫": "ㅇ", "¥": "ㄴ", "₩": "ㄴ", "£": "", "°": "", "+": "", "&": ""}
_CURRENCY_FINALS = {"BYN": "ㄹ", "RUB": "ㄹ", "USD": "", "EUR": "", "KRW": "ㄴ", "VND": "ㅇ", "JPY": "ㄴ", "CNY": "ㄴ"}
_LETTER_FINALS = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
_JONGSEONG: tuple[str, ...] = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")


def attach(word: str, particle: str) -> str:
    """The word with the particle in the form its last sound asks for: `attach("쿠폰", "을")` is `쿠폰을`.

    Raises KeyError for a particle that is not in `PAIRS`.
    """
    after_consonant, after_vowel = PAIRS[particle]
    final = final_sound(word)
    if final is None:
        return word + _BOTH.get(particle, f"{after_consonant}({after_vowel})")
    if particle == "으로" and final == "ㄹ":
        return word + after_vowel
    return word + (after_consonant if final else after_vowel)


@lru_cache(maxsize=8192)
def final_sound(word: str) -> str | None:
    """The consonant a word ends with when read aloud: "" for a vowel, None when nobody can tell."""
    spoken = _BRACKETED.sub("", word).rstrip(_SILENT) or word.rstrip(_SILENT)
    if not spoken:
        return None
    money = _of_money(spoken)
    if money is not None:
        return money
    last = spoken[-1]
    if "가" <= last <= "힣":
        return _JONGSEONG[(ord(last) - ord("가")) % 28]
    if last in _SIGN_FINALS:
        return _SIGN_FINALS[last]
    if number := _NUMBER.search(spoken):
        return _of_number(number[1].replace(",", ""), number[2])
    return _of_latin(spoken)


def _of_money(spoken: str) -> str | None:
    """`US$12.50` and `BYN12,000.50` are read with the currency last."""
    found = re.search(r"(?:([A-Z]{3})|([$€₫¥₩£]))\s?[\d,]+(?:\.\d+)?$", spoken)
    if found is None:
        return None
    return _SIGN_FINALS[found[2]] if found[2] else _CURRENCY_FINALS.get(found[1])


def _of_number(whole: str, part: str | None) -> str:
    if part or whole.strip("0") == "":
        return _DIGIT_FINALS[(part or whole)[-1]]
    zeros = len(whole) - len(whole.rstrip("0"))
    return next((final for count, final in _ZEROS if zeros >= count), _DIGIT_FINALS[whole[-1]])


_UNITS = re.compile(r"\d\s?(?:(?P<gram>[km]?g)|(?P<open>[mkc]?[ml]|[KMGT]B|oz|lb))$")


def _of_latin(spoken: str) -> str | None:
    """The last sound of Latin letters: units (`500g` 그램, `2l` 리터), letter names in capitals, else by ear."""
    plain = "".join(c for c in unicodedata.normalize("NFD", spoken) if not unicodedata.combining(c))
    found = re.search(r"[A-Za-z]+$", plain)
    if found is None:
        return None
    if unit := _UNITS.search(plain):
        return "ㅁ" if unit["gram"] else ""
    word = found[0]
    if word.isupper():
        return _LETTER_FINALS.get(word[-1], "")
    return _of_word(word.lower())


def _of_word(word: str) -> str:
    """`coupon` 쿠폰, `email` 이메일, `book` 북, `welcome` 웰컴, `style` 스타일; else a vowel: `gold` 골드."""
    if word.endswith("ng"):
        return "ㅇ"
    for ending, final in (("l", "ㄹ"), ("m", "ㅁ"), ("n", "ㄴ"), ("le", "ㄹ"), ("me", "ㅁ"), ("ne", "ㄴ")):
        if word.endswith(ending):
            return final
    stops = {"b": "ㅂ", "p": "ㅂ", "k": "ㄱ", "c": "ㄱ", "g": "ㄱ", "t": "ㅅ"}
    if re.search(r"(^|[^aeiouy])[aeiou](ck|[bpkcgt])$", word) or re.search(r"oo[kpt]$", word):
        return stops[word[-1]]
    return ""
