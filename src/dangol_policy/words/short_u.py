"""Belarusian у and ў: between words the vowel shortens after a vowel and comes back after a consonant."""

from __future__ import annotations

import re

_VOWELS = "аеёіоуыэюяАЕЁІОУЫЭЮЯ"
_LETTERS = "А-Яа-яЁёІіЎў'’"
_AFTER_VOWEL = re.compile(rf"(?<=[{_VOWELS}][ \u00a0])у(?=[{_LETTERS} \u00a0])")
_ELSEWHERE = re.compile(rf"(?<![{_VOWELS}][ \u00a0])(?<![{_LETTERS}])ў(?=[{_LETTERS} \u00a0])")


def mended(text: str) -> str:
    """The text with `у` and `ў` at the beginning of words as the word before asks: `за ўсе`, `Вас усе`.

    Where a pause (a comma, a bracket, a dash) or a figure stands between, the full vowel is written.
    """
    return _ELSEWHERE.sub("у", _AFTER_VOWEL.sub("ў", text))
