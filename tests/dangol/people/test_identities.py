"""The one form in which phone numbers and e-mails are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dangol.people.errors import NotAnIdentity
from dangol.people.identities import backwards, normalised


@pytest.mark.parametrize(
    "typed",
    ["010-1234-5678", "010 1234 5678", "01012345678", "+82 10-1234-5678", "(010) 1234.5678", "０１０-1234-5678"],
)
def test_one_phone_number_however_it_is_written(typed: str) -> None:
    assert normalised("phone", typed) == "+821012345678"


def test_the_region_decides_what_a_short_number_means() -> None:
    assert normalised("phone", "0912 345 678", region="VN") == "+84912345678"
    assert normalised("phone", "8 029 123-45-67", region="BY") == "+375291234567"


def test_an_e_mail_is_the_same_in_capitals() -> None:
    assert normalised("email", " Min.Su@Example.COM ") == "min.su@example.com"


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("phone", "12"),
        ("phone", "call me"),
        ("phone", ""),
        ("phone", "+82 10-1234-5678-9012-3456"),
        ("email", "minsu"),
        ("email", "a@b"),
        ("email", "a b@example.com"),
        ("email", "a@@example.com"),
        ("external", "   "),
        ("external", "x" * 201),
        ("external", "a\x00b"),
        ("fax", "1234"),
    ],
)
def test_what_is_no_identity_is_refused(kind: str, typed: str) -> None:
    with pytest.raises(NotAnIdentity):
        normalised(kind, typed)


@given(st.text(max_size=30), st.sampled_from(["phone", "email", "external"]))
def test_any_text_is_an_identity_or_refused_and_normal_forms_stay(typed: str, kind: str) -> None:
    try:
        once = normalised(kind, typed)
    except NotAnIdentity:
        return
    assert normalised(kind, once) == once


def test_digits_backwards() -> None:
    assert backwards("+821012345678") == "876543210128"
