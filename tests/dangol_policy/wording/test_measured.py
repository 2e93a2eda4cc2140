"""The checkers keep what was measured: on the sentences held out, for each checker and language."""

from __future__ import annotations

import json

import pytest

from bench.words.__main__ import Answer, answers, figures, main
from bench.words.corpus import CHECKERS, LANGUAGES, Sentence, sentences

CASES = [(checker, language) for checker in CHECKERS for language in LANGUAGES]


@pytest.mark.parametrize(("checker", "language"), CASES)
def test_precision_and_recall_stay_above_their_targets(checker: str, language: str) -> None:
    measured = figures(answers(checker, language, held_out=True))
    assert measured["precision"] >= 0.9
    assert measured["recall"] >= 0.8


@pytest.mark.parametrize(("checker", "language"), CASES)
def test_the_sentences_are_many_and_about_half_of_them_faulty(checker: str, language: str) -> None:
    labelled = sentences(checker, language)
    assert len({one.text for one in labelled}) == len(labelled) >= 150
    for half in (True, False):
        faulty = [one.faulty for one in labelled if one.held_out is half]
        assert len(faulty) >= 70
        assert 0.4 <= sum(faulty) / len(faulty) <= 0.65


def test_measuring_counts_sentences_rightly() -> None:
    clean, vague = (Sentence("x", frozenset(kinds), held_out=True) for kinds in ((), ("time",)))
    seen = [
        Answer(vague, frozenset({"time"})),
        Answer(vague, frozenset({"list"})),
        Answer(vague, frozenset()),
        Answer(clean, frozenset({"time"})),
        Answer(clean, frozenset()),
    ]
    assert figures(seen) == {"precision": 0.667, "recall": 0.667, "kinds": 0.5, "n": 5}


def test_the_last_line_is_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert {(checker, language) for checker, by in told.items() for language in by} == set(CASES)
    assert set(told["style"]["ko"]) == {"precision", "recall", "n"}
