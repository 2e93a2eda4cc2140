"""Messages: the same ids in every language, none missing, none unused, none broken."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from dangol_policy import words
from dangol_policy.decision import ReasonCode
from dangol_policy.words.speech import BrokenMessage, Phrase, Speech, inflected, speech

CONDITION_FORMS = {"and", "or", "if", "of"}
CASES = {"acc", "gen", "ins", "neu", "fem", "last", "by"}
GRAMMAR_ONLY = {"count", "kind"}
"""Arguments that only choose a form."""
IN_LETTERS = {"ordinal"}
"""Messages that may say their number in letters: `first`."""
HOME = Path(str(files("dangol_policy.words")))


class Variables(Visitor):
    """Collects the arguments a message asks for."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, reference: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(reference.id.name)


@cache
def messages(language: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for path in sorted((HOME / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} is there twice"
                found[entry.id.name] = entry
    return found


def arguments(message: ast.Message) -> set[str]:
    collector = Variables()
    collector.visit(message)
    return collector.found


def patterns(message: ast.Message) -> list[ast.Pattern]:
    """The text of a message and of each of its forms."""
    return [one for one in (message.value, *(attribute.value for attribute in message.attributes)) if one is not None]


def asked_for(pattern: ast.Pattern) -> set[str]:
    collector = Variables()
    collector.visit(pattern)
    return collector.found


def alternatives(pattern: ast.Pattern) -> list[set[str]]:
    """For each way through the branches of a pattern the arguments that are really said."""
    ways: list[set[str]] = [set()]
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            continue
        inner = element.expression
        if isinstance(inner, ast.SelectExpression):
            branches = [way for variant in inner.variants for way in alternatives(variant.value)]
            ways = [way | branch for way in ways for branch in branches]
        else:
            collector = Variables()
            collector.visit(inner)
            ways = [way | collector.found for way in ways]
    return ways


def forms(message: ast.Message) -> set[str]:
    return {attribute.id.name for attribute in message.attributes}


OTHERS = [language for language in words.LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_messages(language: str) -> None:
    assert messages(language).keys() == messages("en").keys()


@pytest.mark.parametrize("language", OTHERS)
def test_forms_that_carry_figures_are_the_same_in_every_language(language: str) -> None:
    english = messages("en")
    grammar = CONDITION_FORMS | CASES | {"not"}
    for key, message in messages(language).items():
        assert forms(message) - grammar == forms(english[key]) - grammar, key


def test_a_condition_has_all_its_forms() -> None:
    for key, message in messages("ko").items():
        assert not forms(message) & CONDITION_FORMS or forms(message) >= CONDITION_FORMS, key


@pytest.mark.parametrize("language", ["en", "vi", "be"])
def test_a_condition_has_its_contrary(language: str) -> None:
    for key in (key for key in messages("ko") if key.startswith(("who-", "need-"))):
        assert "not" in forms(messages(language)[key]), key


def test_only_languages_with_cases_have_them() -> None:
    for language in ("ko", "en", "vi"):
        assert not {form for message in messages(language).values() for form in forms(message)} & CASES


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_every_figure_english_says(language: str) -> None:
    """All languages use the same arguments, save those that only the grammar of one needs."""
    grammar = {"count", "kind", "nth", "n", "points", "list", "either", "what", "without", "measure"}
    english = messages("en")
    for key, message in messages(language).items():
        assert arguments(message) ^ arguments(english[key]) <= grammar, key


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_branch_and_form_of_a_message_says_its_figures(language: str) -> None:
    """A plural form or a case that forgets the number would be found by no reader of English."""
    for key, message in messages(language).items():
        for pattern in patterns(message) if key not in IN_LETTERS else []:
            for told in alternatives(pattern):
                missing = asked_for(pattern) - told - GRAMMAR_ONLY
                assert not missing, (key, missing)


def test_a_case_says_what_the_plain_form_says() -> None:
    for key, message in messages("be").items():
        for attribute in message.attributes:
            if attribute.id.name in CASES and message.value and key not in IN_LETTERS:
                assert asked_for(attribute.value) - GRAMMAR_ONLY == asked_for(message.value) - GRAMMAR_ONLY, key


def test_every_message_is_used() -> None:
    source = "".join(path.read_text("utf-8") for path in HOME.parent.rglob("*.py"))
    named = set(re.findall(r'"([a-z][a-z0-9-]+)"', source))
    begun = {found.rstrip("-") for found in re.findall(r'f"([a-z][a-z0-9-]*-)\{', source)}
    held = set(re.findall(r'\{[a-z_.]+\}(-[a-z-]+)"', source))
    for key in messages("en"):
        built = any(key.startswith(f"{start}-") for start in begun) or any(key.endswith(end) for end in held)
        assert key in named or built, f"nothing says {key}"


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_reason_has_words(language: str) -> None:
    for code in get_args(ReasonCode):
        assert speech(language).knows(f"why-{code}"), code


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(words.UnknownLanguage, match="it speaks ko, en, vi, be"):
        speech("xx")


def test_a_missing_message_or_argument_is_never_silent() -> None:
    with pytest.raises(BrokenMessage, match="no message"):
        speech("ko").say("no-such-message")
    with pytest.raises(BrokenMessage, match="duration-days"):
        speech("ko").say("duration-days")


def test_a_form_a_language_does_not_need_is_its_plain_message() -> None:
    assert speech("en").form("who-member", "if") == speech("en").say("who-member") == "you are a member"
    assert speech("ko").form("who-member", "and") == "회원이시고"


def test_a_text_of_any_length_is_said() -> None:
    names = ", ".join(f"상품{n}번" for n in range(3_000)) + ", 컵"
    said = speech("ko").say("give-item", item=names)
    assert said == f"{names}을 드립니다"


@pytest.mark.parametrize(
    ("n", "points", "times", "visits"),
    [
        (1, "1 бал", "1 раз", "засталося 1 наведванне"),
        (2, "2 балы", "2 разы", "засталіся 2 наведванні"),
        (5, "5 балаў", "5 разоў", "засталося 5 наведванняў"),
        (11, "11 балаў", "11 разоў", "засталося 11 наведванняў"),
        (21, "21 бал", "21 раз", "засталося 21 наведванне"),
        (22, "22 балы", "22 разы", "засталіся 22 наведванні"),
        (112, "112 балаў", "112 разоў", "засталося 112 наведванняў"),
    ],
)
def test_three_plural_forms_of_belarusian(n: int, points: str, times: str, visits: str) -> None:
    assert speech("be").say("points", n=n) == points
    assert speech("be").say("limit-customer", times=n) == f"{times} на аднаго кліента"
    assert speech("be").say("stamps-left-visits", n=n, gift="дэсерт") == f"да падарунка «дэсерт» {visits}"


def test_part_of_a_point_is_said_in_the_singular_genitive() -> None:
    assert speech("be").say("points", n=Decimal("1.5")) == "1,5 бала"


@pytest.mark.parametrize(
    ("unit", "n", "form", "expected"),
    [
        ("days", 1, "gen", "1 дня"),
        ("days", 3, "gen", "3 дзён"),
        ("days", 3, "acc", "3 дні"),
        ("hours", 1, "acc", "1 гадзіну"),
        ("hours", 2, "gen", "2 гадзін"),
        ("business-days", 2, "", "2 працоўныя дні"),
        ("business-days", 1, "gen", "1 працоўнага дня"),
        ("months", 24, "last", "апошнія 24 месяцы"),
        ("years", 1, "last", "апошні 1 год"),
        ("weeks", 21, "gen", "21 тыдня"),
    ],
)
def test_belarusian_durations_take_the_case_of_their_place(unit: str, n: int, form: str, expected: str) -> None:
    length = speech("be").phrase(f"duration-{unit}", n=n)
    assert inflected(length, form) == expected


def test_a_form_passes_on_to_what_stands_inside() -> None:
    said = speech("be")
    tea = said.phrase("lines-with", lines=said.phrase("lines-head"), trait="з пазнакай «чай»")
    both = said.phrase("list-or", first=tea, last=said.phrase("lines-products", names="«кубак»", count=1))
    assert both == "тавары з пазнакай «чай» або тавар «кубак»"
    assert inflected(both, "gen") == "тавараў з пазнакай «чай» або тавару «кубак»"
    assert inflected(both, "no-such-form") == both


def test_words_of_other_languages_never_change() -> None:
    assert not isinstance(speech("vi").phrase("duration-days", n=3), Phrase)
    assert inflected("7 ngày", "gen") == "7 ngày"


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        ("ko", "‘봄’ 잔치", "‘“봄” 잔치’"),
        ("en", "a “spring” feast", "“a ‘spring’ feast”"),
        ("vi", "tiệc “mùa xuân”", "“tiệc ‘mùa xuân’”"),
        ("be", "свята «Вясна»", "«свята „Вясна“»"),
    ],
)
def test_a_quotation_inside_another_has_marks_of_its_own(language: str, name: str, expected: str) -> None:
    assert Speech(language, ["quoted = { QUOTE($name) }\n"]).say("quoted", name=name) == expected


def test_a_long_text_is_said_in_its_form_too() -> None:
    said = speech("be")
    names = ", ".join(f"«тавар {n}»" for n in range(3_000))
    many = said.phrase("lines-products", names=names, count=3_000)
    assert said.say("fee-none", of=many) == f"калі Вы перадумалі, вяртанне тавараў {names} бясплатнае"
