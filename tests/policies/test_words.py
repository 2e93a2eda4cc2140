"""Every ready policy can be said in every language without gaps: its clauses, and the decisions of its examples."""

from __future__ import annotations

import re

import pytest

from dangol_policy import words
from dangol_policy.compile import compile_policy
from dangol_policy.model.base import Clause
from dangol_policy.model.channels import Channel
from dangol_policy.model.contact import LabelRule
from dangol_policy.model.style import Style
from dangol_policy.story.examples import situation_of
from tests.policies.test_ready import READY, policy_of

SPOKEN = [(name, language) for name in READY for language in words.LANGUAGES]
GAP = re.compile(r"[{}<>\[\]]|(?<![A-Za-z])None(?![A-Za-z])|\?\?|  ")
KEY = re.compile(r"(?<![A-Za-z@])[a-z][a-z0-9-]{2,}(?![A-Za-z.])")
"""A word in small Latin letters: in a Korean or Belarusian sentence, a key that nobody gave a name."""
OWN_KEYS = re.compile(r"(?<![A-Za-z@])[a-z]+(?:-[a-z0-9]+)+(?![A-Za-z.])")
"""A key of several parts (`gift-card`), which no Vietnamese sentence holds."""
LETTERS = {
    "ko": re.compile(r"[가-힣]"),
    "be": re.compile(r"[а-яёіў]"),
    "vi": re.compile(r"[ạảấầậắặẹếềệịọốồộớờợụứừựỳýđ]"),
}
"""Letters no other of the languages has."""


def gaps(text: str, language: str) -> list[str]:
    """What a reader would stumble over."""
    found = [match[0] for match in GAP.finditer(text)]
    found += [match[0] for other, letters in LETTERS.items() if other != language for match in letters.finditer(text)]
    if language in ("ko", "be"):
        found += KEY.findall(text)
    if language == "vi":
        found += OWN_KEYS.findall(text)
    if language in LETTERS and not LETTERS[language].search(text):
        found.append(f"nothing in {language}")
    return found


def of_another_language(clause: Clause | None, language: str) -> bool:
    """Style is about one language; told in another it quotes the one it is about."""
    return isinstance(clause, Style) and clause.language != language


def without_own_words(clause: Clause | None, text: str) -> str:
    """The sentence without what is quoted letter by letter: addresses, labels of messages, words of style."""
    quoted: list[str] = []
    if isinstance(clause, Channel):
        quoted += [clause.at or "", *(clause.attachments.types if clause.attachments else ())]
    if isinstance(clause, LabelRule):
        quoted += [*clause.starts_with, *clause.holds]
    if isinstance(clause, Style):
        quoted += [clause.address, clause.own or "", clause.tone, clause.greeting or "", clause.closing or ""]
        quoted += [own for never in clause.never for own in (*never.say, never.instead)]
        quoted += [own or "" for pair in clause.examples for own in (pair.bad, pair.good, pair.because)]
    for own in sorted(filter(None, quoted), key=len, reverse=True):
        text = text.replace(own, "…")
    return text


@pytest.mark.parametrize(("name", "language"), SPOKEN)
def test_every_clause_has_its_sentence(name: str, language: str) -> None:
    policy = policy_of(name)
    said = {sentence.clause: sentence.text for sentence in words.sentences(policy, language)}
    clauses = {clause.id: clause for _, clause in policy.clauses()}
    assert clauses.keys() <= set(said)
    told = {clause: text for clause, text in said.items() if not of_another_language(clauses.get(clause), language)}
    found = {clause: gaps(without_own_words(clauses.get(clause), text), language) for clause, text in told.items()}
    assert {clause: words for clause, words in found.items() if words} == {}
    assert all(text.rstrip().endswith((".", "!")) for text in said.values())


@pytest.mark.parametrize(("name", "language"), SPOKEN)
def test_every_decision_of_the_examples_is_explained(name: str, language: str) -> None:
    policy = policy_of(name)
    compiled = compile_policy(policy, digest="")
    given = [example.given for example in policy.examples if example.given is not None]
    assert given
    for one in given:
        lines = words.explain(compiled.quote(situation_of(policy, one)), policy, language).lines()
        assert lines
        assert [(line, gaps(line, language)) for line in lines if gaps(line, language)] == []


@pytest.mark.parametrize(("name", "language"), SPOKEN)
def test_the_policy_fits_on_one_screen(name: str, language: str) -> None:
    summary = words.summary(policy_of(name), language)
    assert 3 <= len(summary) <= 12
    assert [(line, gaps(line, language)) for line in summary if gaps(line, language)] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("{name}", "ko"),
        ("None을 드립니다", "ko"),
        ("gift-card 분류 상품", "ko"),
        ("Free shipping", "ko"),
        ("Вы атрымліваеце teapot", "be"),
        ("Вы атрымліваеце 찻잔", "be"),
        ("sản phẩm thuộc danh mục gift-card", "vi"),
        ("sản phẩm thuộc danh mục Чай", "vi"),
        ("you get đ", "en"),
    ],
)
def test_a_gap_is_seen(text: str, language: str) -> None:
    assert gaps(text, language)
