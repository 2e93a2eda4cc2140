"""The reference of the policy language is true and whole: every block runs, every key and kind has its entry."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter

from dangol_policy import situation, words
from dangol_policy.compile import compile_policy
from dangol_policy.load import load
from dangol_policy.model import (
    aftercare,
    business,
    cases,
    channels,
    conditions,
    contact,
    events,
    examples,
    gives,
    goals,
    loyalty,
    partners,
    privacy,
    promotions,
    questions,
    responsibility,
    returns,
    scripts,
    segments,
    staff,
    standards,
    style,
    voice,
)
from dangol_policy.model import policy as root
from dangol_policy.model.base import Clause, Part
from dangol_policy.problems import REGISTRY
from dangol_policy.story.examples import not_exercised
from dangol_policy.story.play import Story
from dangol_policy.tried import try_examples
from dangol_policy.values import ValuesContext
from tests.docs.blocks import DOCS, Block, blocks, pages_of_other_parts

POLICIES = [block for block in blocks() if block.kind == "yaml"]
SITUATIONS = [block for block in blocks() if block.kind == "json"]
STORIES = [block for block in blocks() if block.kind == "jsonl"]


@pytest.mark.parametrize("block", POLICIES, ids=str)
def test_each_policy_is_without_errors_and_its_examples_pass(block: Block) -> None:
    result = load(block.policy)
    assert result.ok, [f"{problem.place} {problem.code} {problem.message}" for problem in result.problems]
    assert result.policy is not None
    rules = compile_policy(result.policy, digest=result.digest)
    for example in try_examples(rules):
        assert example.passed, (example.name, [str(difference) for difference in example.differences])


@pytest.mark.parametrize("block", POLICIES, ids=str)
def test_examples_exercise_the_clauses_they_stand_with(block: Block) -> None:
    result = load(block.policy)
    assert result.policy is not None
    if result.policy.examples:
        rules = compile_policy(result.policy, digest=result.digest)
        assert not not_exercised(result.policy, try_examples(rules))


@pytest.mark.parametrize("block", POLICIES, ids=str)
def test_each_policy_can_be_said(block: Block) -> None:
    result = load(block.policy)
    assert result.policy is not None
    for language in words.LANGUAGES:
        for _, clause in result.policy.clauses():
            assert words.sentence_of(result.policy, language, clause.id)


@pytest.mark.parametrize("block", SITUATIONS, ids=str)
def test_each_situation_is_decided_as_the_page_says(block: Block) -> None:
    """A block of JSON holds a situation and, under `decision`, what the page says comes out."""
    result = load(block.policy)
    assert result.policy is not None
    data: dict[str, Any] = json.loads(block.text)
    expected = data.pop("decision")
    zone = result.policy.business.timezone
    asked = situation.Situation.model_validate(data, context=ValuesContext(result.policy.business.currency, zone=zone))
    decision = compile_policy(result.policy, digest=result.digest).quote(asked)
    assert {key: getattr(decision, key) for key in expected} == expected


@pytest.mark.parametrize("block", STORIES, ids=str)
def test_each_story_is_played_without_a_refusal(block: Block) -> None:
    result = load(block.policy)
    assert result.policy is not None
    story = Story(compile_policy(result.policy, digest=result.digest))
    context = ValuesContext(result.policy.business.currency, zone=result.policy.business.timezone)
    reader: TypeAdapter[Any] = TypeAdapter(events.StoryEvent)
    for line in block.text.splitlines():
        assert story.play(reader.validate_python(json.loads(line), context=context)).refused is None, line


# --- whole ----------------------------------------------------------------------------------------

PAGES: dict[str, tuple[ModuleType, ...]] = {
    "README.md": (root,),
    "business.md": (business,),
    "calendars.md": (business,),
    "conditions.md": (conditions,),
    "gifts.md": (gives,),
    "promotions.md": (promotions,),
    "loyalty.md": (loyalty,),
    "returns.md": (returns,),
    "channels.md": (channels,),
    "contact.md": (contact, questions),
    "service.md": (standards, questions),
    "cases.md": (cases,),
    "responsibility.md": (responsibility, questions),
    "privacy.md": (privacy, questions),
    "segments.md": (segments,),
    "style.md": (style,),
    "scripts.md": (scripts,),
    "aftercare.md": (aftercare,),
    "voice.md": (voice,),
    "staff.md": (staff,),
    "partners.md": (partners,),
    "goals.md": (goals,),
    "examples.md": (examples,),
    "situations.md": (situation,),
    "events.md": (events,),
}


CARE = (
    *(channels, contact, standards, cases, responsibility, segments, privacy, style, scripts, aftercare),
    *(voice, staff, partners, goals, questions),
)
"""The sections beside purchases, and what is asked of them."""


def parts(module: ModuleType) -> Iterator[type[Part]]:
    for found in vars(module).values():
        if inspect.isclass(found) and issubclass(found, Part) and found.__module__ == module.__name__:
            yield found


def documented(*pages: str) -> set[str]:
    """What stands in backticks on the pages."""
    text = "".join((DOCS / "policy" / page).read_text("utf-8") for page in pages)
    return set(re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)))


@pytest.mark.parametrize("module", dict.fromkeys(module for group in PAGES.values() for module in group))
def test_every_key_has_its_entry(module: ModuleType) -> None:
    named = documented(*(page for page, modules in PAGES.items() if module in modules))
    of_every_clause = documented("README.md") & set(Clause.model_fields)
    for part in parts(module):
        shared = of_every_clause if issubclass(part, Clause) else set()
        for name, field in part.model_fields.items():
            assert (field.alias or name) in named | shared, f"{part.__name__}.{field.alias or name}"


def used() -> Iterator[Part]:
    """Every part of every policy in the reference."""
    for block in POLICIES:
        result = load(block.policy)
        assert result.policy is not None
        yield from _inside(result.policy)


def _inside(value: object) -> Iterator[Part]:
    if isinstance(value, Part):
        yield value
        for name in type(value).model_fields:
            yield from _inside(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _inside(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _inside(inner)


def test_every_kind_has_an_example() -> None:
    seen = {type(part) for part in used()}
    for module in (gives, conditions, loyalty, promotions, returns, business, events, examples, situation, root, *CARE):
        missing = [part.__name__ for part in parts(module) if part not in seen and part.__name__ not in ABSTRACT]
        assert not missing, module.__name__


ABSTRACT = {"Event", "Situation", "ContactRule"}
"""Never written in a policy as such: shared by others, or the JSON of `dangol decide`."""


def test_every_key_of_a_clause_is_used_in_an_example() -> None:
    """Each key, not only each kind, stands at least once in a block that runs."""
    seen: dict[type[Part], set[str]] = {}
    for part in used():
        seen.setdefault(type(part), set()).update(part.model_fields_set)
    for module in (gives, conditions, loyalty, promotions, returns, *CARE):
        for kind in parts(module):
            if kind.__name__ in ABSTRACT:
                continue
            unused = set(kind.model_fields) - seen.get(kind, set()) - {"says", "name", "serves", "review"}
            assert not unused, f"{kind.__name__}: {sorted(unused)}"


def test_every_problem_has_its_entry() -> None:
    text = (DOCS / "policy" / "problems.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE)
    assert sorted(listed) == listed
    assert set(listed) == set(REGISTRY)
    for code, kind in REGISTRY.items():
        assert f"| `{code}` | {kind.severity.value} | {kind.title} | {kind.mend} |" in text, code


def test_policies_elsewhere_in_the_documentation_are_without_errors() -> None:
    for page, text in pages_of_other_parts():
        if re.search(r"^dangol:", text, re.MULTILINE):
            result = load(text)
            assert result.ok, (page.name, [problem.message for problem in result.problems])
