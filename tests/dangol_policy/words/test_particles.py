"""Korean particles follow the sound a word ends with, in whatever letters it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dangol_policy.words.particles import PAIRS, attach, final_sound


@pytest.mark.parametrize(
    ("word", "particle", "expected"),
    [
        ("쿠폰", "을", "쿠폰을"),
        ("적립금", "으로", "적립금으로"),
        ("포인트", "으로", "포인트로"),
        ("메일", "으로", "메일로"),
        ("디저트", "이", "디저트가"),
        ("김민수님", "이", "김민수님이"),
        ("커피", "과", "커피와"),
        ("빵", "과", "빵과"),
        ("12,000원", "을", "12,000원을"),
        ("3", "은", "3은"),
        ("2", "은", "2는"),
        ("1", "으로", "1로"),
        ("6", "으로", "6으로"),
        ("10", "이", "10이"),
        ("100", "이", "100이"),
        ("1,000", "이", "1,000이"),
        ("10,000", "을", "10,000을"),
        ("100,000,000", "을", "100,000,000을"),
        ("1,000,000,000,000", "을", "1,000,000,000,000를"),
        ("0", "을", "0을"),
        ("1.5", "을", "1.5를"),
        ("1.50", "을", "1.50을"),
        ("5%", "을", "5%를"),
        ("US$12.50", "을", "US$12.50를"),
        ("₫200", "으로", "₫200으로"),
        ("BYN 1.00", "으로", "BYN 1.00로"),
        ("BYN\u00a01.00", "을", "BYN\u00a01.00을"),
        ("VIP", "은", "VIP는"),
        ("ABC", "을", "ABC를"),
        ("HTML", "으로", "HTML로"),
        ("SMS", "을", "SMS를"),
        ("BTN", "을", "BTN을"),
        ("gold", "이", "gold가"),
        ("silver", "을", "silver를"),
        ("welcome", "을", "welcome을"),
        ("coupon", "을", "coupon을"),
        ("email", "으로", "email로"),
        ("style", "은", "style은"),
        ("book", "을", "book을"),
        ("latte", "을", "latte를"),
        ("볶은 커피 500g", "을", "볶은 커피 500g을"),
        ("쌀 5 kg", "은", "쌀 5 kg은"),
        ("우유 2l", "을", "우유 2l를"),
        ("생수 500ml", "으로", "생수 500ml로"),
        ("Café", "은", "Café는"),
        ("골드(gold)", "은", "골드(gold)는"),
        ("쿠폰 (10%)", "을", "쿠폰 (10%)을"),
        ("‘봄맞이 할인’", "이", "‘봄맞이 할인’이"),
        ("скідка", "을", "скідка을(를)"),
        ("?", "으로", "?(으)로"),
    ],
)
def test_attach(word: str, particle: str, expected: str) -> None:
    assert attach(word, particle) == expected


def test_a_particle_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        attach("쿠폰", "부터")


@given(st.text(min_size=1, max_size=20), st.sampled_from(sorted(PAIRS)))
def test_any_word_keeps_its_letters(word: str, particle: str) -> None:
    assert attach(word, particle).startswith(word)
    assert len(attach(word, particle)) > len(word)


@given(st.integers(0x0, 0x2BA3))
def test_hangul_syllables_by_their_final(offset: int) -> None:
    assert bool(final_sound(chr(0xAC00 + offset))) == (offset % 28 != 0)
