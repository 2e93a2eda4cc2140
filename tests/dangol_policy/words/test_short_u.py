"""Belarusian у and ў at the beginning of words."""

from __future__ import annotations

import pytest

from dangol_policy.words.short_u import mended


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("калі у Вас", "калі ў Вас"),
        ("за усе тавары", "за ўсе тавары"),
        ("Вас ўсе", "Вас усе"),
        ("у іх ужо у групу", "у іх ужо ў групу"),
        ("калі, ўсе", "калі, усе"),
        ("(ўсе)", "(усе)"),
        ("ўсё", "усё"),
        ("на\u00a0узровень", "на\u00a0ўзровень"),
        ("наўпрост ваўчар, акуляры", "наўпрост ваўчар, акуляры"),
        ("Усе", "Усе"),
        ("ад 5 да 9", "ад 5 да 9"),
    ],
)
def test_the_vowel_before_decides(written: str, said: str) -> None:
    assert mended(written) == said
    assert mended(said) == said
