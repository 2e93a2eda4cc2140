"""Messages: the same ids in every language, none missing, none unused, none broken."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from dangol_policy import words
from dangol_policy.decision import ReasonCode
from dangol_policy.words.speech import BrokenMessage, Speech, speech

CONDITION_FORMS = {"and", "or", "if", "of"}
HOME = Path(str(files("dangol_policy.words")))


class Variables(Visitor):
    """Collects the arguments a message asks for."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, reference: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(reference.id.name)


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


def forms(message: ast.Message) -> set[str]:
    return {attribute.id.name for attribute in message.attributes}


def test_every_language_has_the_same_messages() -> None:
    korean, english = messages("ko"), messages("en")
    assert korean.keys() == english.keys()


def test_forms_that_carry_figures_are_the_same_in_every_language() -> None:
    korean, english = messages("ko"), messages("en")
    for key in korean:
        ours, theirs = (forms(message) - CONDITION_FORMS - {"not"} for message in (korean[key], english[key]))
        assert ours == theirs, key


def test_a_condition_has_all_its_forms() -> None:
    for key, message in messages("ko").items():
        assert not forms(message) & CONDITION_FORMS or forms(message) >= CONDITION_FORMS, key


def test_korean_says_every_figure_english_says() -> None:
    """Both languages use the same arguments, save those that only English grammar needs, or only Korean."""
    grammar = {"count", "kind", "nth", "n", "points", "list", "either", "what", "without", "measure"}
    korean, english = messages("ko"), messages("en")
    for key in korean:
        assert arguments(korean[key]) ^ arguments(english[key]) <= grammar, key


def test_every_message_is_used() -> None:
    source = "".join(path.read_text("utf-8") for path in HOME.glob("*.py"))
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
    with pytest.raises(words.UnknownLanguage, match="it speaks ko, en"):
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


def test_three_plural_forms_are_ready_for_belarusian() -> None:
    source = """
points = { $n ->
    [one] { $n } бал
    [few] { $n } балы
    [many] { $n } балаў
   *[other] { $n } бала
}
"""
    belarusian = Speech("be", [source])
    said = [belarusian.say("points", n=n) for n in (1, 2, 5, 11, 21, 22, 25, 112)]
    assert said == ["1 бал", "2 балы", "5 балаў", "11 балаў", "21 бал", "22 балы", "25 балаў", "112 балаў"]
