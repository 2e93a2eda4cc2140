"""Every ready policy is whole: it checks without a finding, says everything in its languages, and shows its choices."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from dangol_policy.compile import compile_policy
from dangol_policy.load import load
from dangol_policy.model.base import Part
from dangol_policy.model.policy import OTHER_SECTIONS, Policy
from dangol_policy.story.examples import not_exercised
from dangol_policy.tried import try_examples
from dangol_policy.values import Text

FOLDER = Path(__file__).parents[2] / "policies"
READY = ["electronics", "restaurant", "salon", "shop", "webshop"]


def policy_of(name: str) -> Policy:
    policy = load(FOLDER / f"{name}.yaml").policy
    assert policy is not None
    return policy


def texts(part: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of the policy with where it stands."""
    if isinstance(part, Text):
        yield path, part
    elif isinstance(part, Part):
        for field in type(part).model_fields:
            yield from texts(getattr(part, field), f"{path}.{field}")
    elif isinstance(part, tuple):
        for number, inner in enumerate(part):
            yield from texts(inner, f"{path}.{number}")
    elif isinstance(part, dict):
        for key, inner in part.items():
            yield from texts(inner, f"{path}.{key}")


def test_these_are_all_ready_policies_and_the_readme_tells_of_each() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == READY
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"[{name}.yaml]({name}.yaml)" in readme for name in READY)


@pytest.mark.parametrize("name", READY)
def test_checks_without_a_finding(name: str) -> None:
    result = load(FOLDER / f"{name}.yaml")
    assert [f"{problem.place} {problem.code} {problem.message}" for problem in result.problems] == []
    assert result.ok


EVERY_SECTION = ("loyalty", "promotions", "returns", *OTHER_SECTIONS)


@pytest.mark.parametrize("name", READY)
def test_every_section_is_written(name: str) -> None:
    policy = policy_of(name)
    empty = [section for section in EVERY_SECTION if not list(policy.clauses_of(section))]
    assert empty == []
    assert policy.business.legal_identity is not None
    assert policy.business.mission is not None
    assert policy.privacy.officer is not None
    assert policy.service.pauses
    assert {style.language for style in policy.style} == {"ko", "en", "vi", "be"}
    assert policy.scripts.flows
    assert policy.scripts.questions
    assert policy.staff.training
    assert policy.staff.rewards
    assert policy.staff.reports
    assert policy.cases.processes
    assert policy.voice.reviews
    assert policy.voice.ideas
    assert any(segment.focus for segment in policy.segments)


@pytest.mark.parametrize("name", READY)
def test_each_section_says_what_it_is_for(name: str) -> None:
    lines = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    untold = [line for before, line in pairwise(lines) if line.removesuffix(":") in EVERY_SECTION and before[:1] != "#"]
    assert untold == []


@pytest.mark.parametrize("name", READY)
def test_every_text_is_there_in_every_language(name: str) -> None:
    policy = policy_of(name)
    languages = set(policy.business.languages)
    assert languages == {"ko", "en", "vi", "be"}
    assert [path for path, text in texts(policy) if text.languages() != languages] == []


@pytest.mark.parametrize("name", READY)
def test_korean_texts_are_korean(name: str) -> None:
    without = [path for path, text in texts(policy_of(name)) if not _has_hangul(text.get("ko"))]
    assert without == []


def _has_hangul(words: str) -> bool:
    return any("가" <= letter <= "힣" for letter in words)


@pytest.mark.parametrize("name", READY)
def test_every_promotion_says_its_period_bound_notice_and_return(name: str) -> None:
    for promotion in policy_of(name).promotions:
        assert promotion.runs is not None, promotion.id
        assert None not in (promotion.runs.first, promotion.runs.last), promotion.id
        assert promotion.limit.total or promotion.limit.budget, promotion.id
        assert promotion.notice is not None, promotion.id
        assert promotion.notice.by, promotion.id
        assert promotion.on_return is not None, promotion.id
        assert promotion.name is not None, promotion.id


@pytest.mark.parametrize("name", READY)
def test_every_example_names_its_dates(name: str) -> None:
    for example in (one for one in policy_of(name).examples if one.answer is None):
        first = example.given if example.given is not None else example.story[0]
        assert first.at is not None, example.name


@pytest.mark.parametrize("name", READY)
def test_examples_pass_and_exercise_every_clause(name: str) -> None:
    policy = policy_of(name)
    results = try_examples(compile_policy(policy, digest=""))
    assert {one.name: [str(differs) for differs in one.differences] for one in results if not one.passed} == {}
    assert len(results) == len(policy.examples)
    assert not_exercised(policy, results) == ()
