"""What is unclear or taken badly is found with its place; the same words made definite are left alone."""

from __future__ import annotations

import unicodedata

import pytest

from dangol_policy.model.style import Style
from dangol_policy.wording import LANGUAGES, Ask, Checker, Finding, Kind, look
from dangol_policy.words import asked

AMBIGUITY, STYLE = (Checker.AMBIGUITY,), (Checker.STYLE,)


def kinds(text: str, language: str, checkers: tuple[Checker, ...] = AMBIGUITY) -> set[str]:
    return {found.kind.value for found in look(text, language, checkers=checkers)}


@pytest.mark.parametrize(
    ("language", "vague", "definite"),
    [
        ("en", "We reply as soon as possible.", "We reply as soon as possible, at the latest within 2 business hours."),
        ("ko", "가능한 한 빨리 회신합니다.", "가능한 한 빨리, 늦어도 2시간 안에 회신합니다."),
        ("vi", "Chúng tôi phản hồi sớm nhất có thể.", "Chúng tôi phản hồi sớm nhất có thể, trước 17:00."),
        ("be", "Адкажам як мага хутчэй.", "Адкажам як мага хутчэй, не пазней за 24 гадзіны."),
        ("en", "We charge a small fee.", "We charge a small fee: 3 dollars."),
        ("en", "Serious complaints go to the owner.", "Serious complaints are those in which somebody was hurt."),
        ("be", "У карэспандэнцыі і г. д.", "У карэспандэнцыі з г. Мінска."),
    ],
)
def test_a_figure_or_an_explanation_makes_vague_words_definite(language: str, vague: str, definite: str) -> None:
    assert kinds(vague, language)
    assert not kinds(definite, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In May the shop is closed."),
        ("en", "You may return it for 30 days."),
        ("en", "“Some Like It Hot” costs 9 dollars."),
        ("en", "Do you answer promptly?"),
        ("ko", "등급은 세 가지입니다: 실버, 골드, 플래티넘."),
        ("ko", "회원 등록은 무료입니다."),
        ("vi", "Một số điện thoại chỉ dùng cho một thẻ."),
        ("vi", "Quý khách có thể chọn quà."),
        ("be", "Вы можаце выбраць падарунак."),
    ],
)
def test_the_same_words_with_another_meaning_are_left_alone(language: str, text: str) -> None:
    assert not kinds(text, language)


def test_the_very_words_are_named_with_their_place() -> None:
    text = "Points last 12 months. Terms may change."
    (found,) = look(text, "en", checkers=AMBIGUITY)
    assert found == Finding(Checker.AMBIGUITY, Kind.DISCRETION, Ask.WHEN_MAY, 29, 32, "may")
    assert text[found.start : found.end] == found.words


def test_korean_words_are_named_whole_with_their_ending() -> None:
    (found,) = look("내일 보내 드릴게요.", "ko", checkers=STYLE)
    assert (found.kind, found.words) == (Kind.TONE, "드릴게요")


def test_letters_in_parts_are_read_as_whole_ones() -> None:
    apart = unicodedata.normalize("NFD", "Chúng tôi trả lời kịp thời.")
    assert [found.words for found in look(apart, "vi", checkers=AMBIGUITY)] == ["kịp thời"]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "You failed to enclose the receipt.", "blame"),
        ("en", "WE NEVER EXCHANGE THIS.", "shout"),
        ("ko", "내일까지 보내 줄게.", "tone"),
        ("ko", "포인트가 적립됐어요.", "tone"),
        ("vi", "Đơn của bạn đã gửi.", "tone"),
        ("be", "Твой заказ гатовы.", "tone"),
        ("be", "Вы самі вінаватыя.", "blame"),
        ("vi", "Ticket của Quý khách đã đóng.", "jargon"),
        ("en", "That is impossible.", "negative"),
    ],
)
def test_what_customers_take_badly_is_found(language: str, text: str, kind: str) -> None:
    assert kind in kinds(text, language, STYLE)


def test_a_refusal_with_a_way_out_is_none() -> None:
    assert "negative" in kinds("We cannot deliver on Sunday.", "en", STYLE)
    assert "negative" not in kinds("We cannot deliver on Sunday, but you can collect it.", "en", STYLE)


def test_the_policys_own_list_comes_on_top() -> None:
    style = Style.model_validate(
        {
            "id": "s",
            "language": "en",
            "address": "you",
            "tone": "plain",
            "longest_sentence": 4,
            "never": [{"say": "item", "instead": "article"}],
        }
    )
    found = look("Your item is ready now.", "en", style=style, checkers=STYLE)
    assert {(one.kind, one.words) for one in found} == {
        (Kind.LONG, "Your item is ready now."),
        (Kind.NEVER, "item"),
    }
    assert "article" in asked.question(next(one for one in found if one.kind is Kind.NEVER), "en")


def test_the_policys_own_form_of_address_is_right() -> None:
    style = Style.model_validate({"id": "s", "language": "vi", "address": "bạn", "tone": "thân mật"})
    assert "tone" in kinds("Đơn của bạn đã gửi.", "vi", STYLE)
    assert not look("Đơn của bạn đã gửi.", "vi", style=style, checkers=STYLE)


def test_of_another_language_nothing_is_said() -> None:
    assert look("So bald wie möglich.", "de") == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", " \n\n", "!!!", "«", "..." * 50, "\ud83d\ude00 " * 200, "a" * 5000, "가" * 5000])
def test_nothing_makes_it_stumble(language: str, text: str) -> None:
    for found in look(text, language):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_every_question_has_words(language: str) -> None:
    for kind in Kind:
        assert asked.kind_in_words(kind, language)
    for ask in Ask:
        found = Finding(Checker.AMBIGUITY, Kind.TIME, ask, 0, 1, "x", "y")
        assert asked.question(found, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_unclear_words_come_with_a_measurable_form_and_unkind_ones_without(language: str) -> None:
    unclear = Finding(Checker.AMBIGUITY, Kind.TIME, Ask.WITHIN, 0, 1, "x")
    assert "…" in (asked.measurable_form(unclear, language) or "")
    assert asked.measurable_form(Finding(Checker.STYLE, Kind.TONE, Ask.POLITE_FORM, 0, 1, "x"), language) is None
