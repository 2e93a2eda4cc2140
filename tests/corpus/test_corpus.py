"""Runs every case of the corpus: through the interpreter and the compiled policy, as a story, as a question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from dangol_policy import interpret
from dangol_policy.calendar import notice_in_time
from dangol_policy.compile import compile_policy
from dangol_policy.problems import errors
from tests.corpus.case import case, case_ids
from tests.corpus.figures import differences
from tests.corpus.playing import moments, unlike

NUMBERS = (
    5, 8, 12, 23, 25, 27, 30, 32, 33, 35, 37, 38, 40, 41, 45, 51, 54, 55, 57, 58, 61, 71, 73, 75, 76, 80, 82,
    83, 85, 88, 89, 91, 92, 95, 98, 99, 100, 101, 102, 110, 112, 126, 128, 130, 142, 143, 146, 148, 161, 167,
    168, 170, 172, 180, 181, 182, 184, 186, 188, 191, 195, 198, 210, 216, 217, 220, 223, 225, 233, 240, 243,
    244, 245, 252,
)  # fmt: skip
IDS = [f"LP-{number:03}" for number in NUMBERS]
QUOTES = [(id_, number) for id_ in case_ids() for number in range(len(case(id_).quotes))]
STORIES = [id_ for id_ in case_ids() if case(id_).story]
NOTICES = [(id_, notice) for id_ in case_ids() for notice in case(id_).data.get("notice", ())]
DRAFTS = [(id_, clause, may) for id_ in case_ids() for clause, may in case(id_).data.get("publishable", {}).items()]


def test_all_74_cases_are_present() -> None:
    assert case_ids() == sorted(IDS)
    assert len(IDS) == 74


@pytest.mark.parametrize("id_", case_ids())
def test_case_says_what_it_is_and_asks_something(id_: str) -> None:
    data = case(id_).data
    assert data["id"] == id_
    assert data["fidelity"] in ("exact", "exact-rule", "adapted", "corrected")
    assert all(data[key].strip() for key in ("topic", "source", "programme"))
    assert {"quotes", "situation", "story", "notice", "publishable"} & set(data)


@pytest.mark.parametrize("id_", case_ids())
def test_policy_of_the_case_has_no_error_but_the_expected(id_: str) -> None:
    found = {problem.code for problem in errors(case(id_).parsed.problems)}
    assert found == set(case(id_).data.get("findings", ()))


@pytest.mark.parametrize(("id_", "number"), QUOTES)
def test_interpreter_gives_the_figures_of_the_case(id_: str, number: int) -> None:
    quote = case(id_).quotes[number]
    decision = interpret.quote(case(id_).policy, quote.situation)
    assert not differences(quote.expect, decision, quote.situation), quote.name


@pytest.mark.parametrize(("id_", "number"), QUOTES)
def test_compiled_policy_gives_the_figures_of_the_case(id_: str, number: int) -> None:
    quote = case(id_).quotes[number]
    compiled = compile_policy(case(id_).policy, digest=case(id_).parsed.digest)
    assert not differences(quote.expect, compiled.quote(quote.situation), quote.situation), quote.name


@pytest.mark.parametrize(("id_", "notice"), NOTICES)
def test_notice_is_in_time_or_not(id_: str, notice: Mapping[str, Any]) -> None:
    policy = case(id_).policy
    (promotion,) = (one for one in policy.promotions if one.id == notice["promotion"])
    assert notice_in_time(policy, promotion, dt.date.fromisoformat(notice["given_on"])) is notice["in_time"]


@pytest.mark.parametrize(("id_", "clause", "publishable"), DRAFTS)
def test_draft_is_publishable_or_not(id_: str, clause: str, publishable: bool) -> None:
    against = [problem for problem in errors(case(id_).parsed.problems) if problem.clause == clause]
    assert (not against) is publishable


@pytest.mark.parametrize("id_", STORIES)
def test_story_of_the_case_leads_where_it_should(id_: str) -> None:
    told, expected = moments(case(id_)), case(id_).then
    assert expected
    wrong = [(then["after"], line) for then in expected for line in unlike(then, told[then["after"] - 1])]
    assert wrong == []
