"""Money, days, moments and texts on pages, as readers of each language write them."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from dangol.front import tags

AT = datetime(2026, 11, 23, 3, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "day", "money"),
    [
        ("ko", "2026. 11. 23.", "12,000원"),
        ("en", "Nov 23, 2026", "₩12,000"),
        ("vi", "23/11/2026", "12.000\xa0₩"),
        ("be", "23.11.2026", "12\xa0000\xa0₩"),
    ],
)
def test_days_and_amounts_follow_the_language(language: str, day: str, money: str) -> None:
    with translation.override(language):
        assert f">{day}<" in tags.day(AT)
        assert f">{day} 03:05<" in tags.moment(AT)
        assert tags.money(12000, "KRW") == money


@pytest.mark.parametrize(
    ("currency", "language", "unit"),
    [("KRW", "ko", "원"), ("VND", "vi", "₫"), ("BYN", "be", "BYN"), ("USD", "en", "$")],
)
def test_the_unit_stands_beside_a_field(currency: str, language: str, unit: str) -> None:
    with translation.override(language):
        assert tags.unit(currency) == unit


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", "Hãy điền mục này."), ("be", "Запоўніце гэта поле."), ("ko", "필수 항목입니다. 입력해 주십시오.")],
)
def test_forms_of_django_speak_in_our_words(language: str, said: str) -> None:
    with translation.override(language):
        assert translation.gettext("This field is required.") == said


@pytest.mark.parametrize(("n", "said"), [(1, "1 пазнака"), (3, "3 пазнакі"), (5, "5 пазнак"), (21, "21 пазнака")])
def test_pages_have_three_plural_forms_in_belarusian(n: int, said: str) -> None:
    with translation.override("be"):
        text = translation.ngettext("One stamp was given.", "%(n)s stamps were given.", n) % {"n": n}
    assert said in text
