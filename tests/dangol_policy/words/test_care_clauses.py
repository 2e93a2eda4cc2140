"""Each clause beside purchases in words: one whole sentence that states each figure of the clause and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from dangol_policy import words
from dangol_policy.load import load
from dangol_policy.model.base import Clause
from dangol_policy.model.policy import Policy
from tests.dangol_policy.words import reading

OF_PURCHASES = {"loyalty", "promotions", "returns"}
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def policy() -> Policy:
    result = load((HERE / "care_clauses.yaml").read_text("utf-8"))
    assert result.policy is not None, result.problems
    assert result.ok, result.problems
    return result.policy


def clauses(policy: Policy) -> dict[str, Clause]:
    return {clause.id: clause for path, clause in policy.clauses() if path[0] not in OF_PURCHASES}


def kinds() -> set[type[Clause]]:
    """Kinds of clause that the models of these sections know."""
    leaves = {kind for kind in _below(Clause) if not kind.__subclasses__()}
    return {kind for kind in leaves if kind.__module__.rsplit(".", 1)[1] not in OF_PURCHASES}


def _below(kind: type[Clause]) -> set[type[Clause]]:
    return {kind, *(deeper for one in kind.__subclasses__() for deeper in _below(one))}


def alone(clause: Clause) -> Clause:
    """The clause without clauses inside it, which have sentences of their own."""
    inside = {
        name: ()
        for name in type(clause).model_fields
        if isinstance(value := getattr(clause, name), tuple) and any(isinstance(one, Clause) for one in value)
    }
    return clause.model_copy(update=inside)


def test_the_policy_uses_every_kind_of_clause(policy: Policy) -> None:
    assert {type(clause) for clause in clauses(policy).values()} == kinds()


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_each_clause_has_one_sentence(policy: Policy, language: str) -> None:
    said = [sentence.clause for sentence in words.sentences(policy, language)]
    assert len(said) == len(set(said))
    assert set(clauses(policy)) <= set(said)
    assert all(words.section_title(sentence.section, language) for sentence in words.sentences(policy, language))


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_sentence_states_the_figures_of_its_clause_and_no_other(policy: Policy, language: str) -> None:
    texts = {sentence.clause: sentence.text for sentence in words.sentences(policy, language)}
    for key, clause in clauses(policy).items():
        named = reading.in_text(texts[key], language)
        assert reading.in_model(alone(clause), written_only=True) - {"0", "0%"} <= named, (key, texts[key])
        assert named <= reading.in_model(alone(clause), written_only=False), (key, texts[key])


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_sentences_are_whole_and_plain(policy: Policy, language: str) -> None:
    for sentence in words.sentences(policy, language):
        assert reading.is_whole_and_plain(sentence.text), sentence


def test_korean_sentences_are_polite(policy: Policy) -> None:
    for sentence in words.sentences(policy, "ko"):
        assert reading.is_polite_korean(sentence.text), sentence


def test_customers_read_what_is_for_them(policy: Policy) -> None:
    shown = {sentence.clause for sentence in words.sentences(policy, "en") if sentence.public}
    assert {"desk", "night", "complaints", "orders", "open-when", "stars", "courier"} <= shown
    assert not shown & {"questions", "counter", "angry", "some", "mina", "good-work", "korean", "take-in", "how-is-it"}


def test_the_owners_wording_is_used(policy: Policy) -> None:
    result = load(
        "dangol: 1\nbusiness: {name: x, timezone: Asia/Seoul, currency: KRW, languages: en}\n"
        "contact: {caps: [{id: few, most: 4, per: 30 days, says: {en: Four a month at most.}}]}\n"
    )
    assert result.policy is not None
    assert words.sentence_of(result.policy, "en", "few") == "Four a month at most."
