"""From answers to a first policy: its text with comments, its outline by parts, and what stays open."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dangol_policy.load import load
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Problem
from dangol_policy.prove import prove
from dangol_policy.start.asking import ask_of
from dangol_policy.start.maker import Maker, Section
from dangol_policy.start.parts import BY_ITSELF, OF_SECTION, PARTS, Part, part_of_question, title
from dangol_policy.start.phrases import find
from dangol_policy.start.questions import Answers, ready, step_of, unanswered
from dangol_policy.start.sections import business, care, privacy, regulars, returns
from dangol_policy.start.sections.worked import worked
from dangol_policy.start.writing import Value, write
from dangol_policy.words import sentences


class NotReady(ValueError):
    """A policy cannot be without a name, a kind of business and a country: answer these first."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What was asked and not decided: the question stays, nothing is promised instead."""

    question: str
    step: str
    part: Part
    ask: str


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """One part of the policy: what is promised so far, in sentences, and what is open."""

    id: Part
    title: str
    promises: tuple[str, ...]
    open: tuple[OpenPoint, ...]
    later: bool
    """Whether nothing is said in it yet, and the program does not write it by itself."""


@dataclass(frozen=True, slots=True)
class Starter:
    """A first policy. `result` was parsed, checked and proved by its examples."""

    answers: Answers
    text: str
    result: ParseResult

    @property
    def findings(self) -> tuple[Problem, ...]:
        """What the checks say; never an error."""
        return self.result.problems


def start(answers: Answers) -> Starter:
    """The first policy that follows from the answers. Raises NotReady."""
    if not ready(answers):
        raise NotReady("Tell the name, the kind of business and the country first.")
    maker, head = Maker(answers), _head(answers)
    policy = _policy(maker)
    without = load(write(policy, head)).policy
    assert without is not None, "the answers offered make a policy"
    examples = [*_examples(maker), *worked(maker, without)]
    if examples:
        policy["examples"] = maker.noted("examples", examples)
    text = write(policy, head)
    return Starter(answers, text, prove(load(text)))


_ASKED = {"no-calendar": "reach.hours", "promise-without-remedy": "complaints.missed"}
"""Findings that an open question of the interview stands for already."""


def told(starter: Starter, language: str) -> tuple[str, ...]:
    """What the checks say, in the reader's language, where no open point says it; each once."""
    codes = dict.fromkeys(one.code for one in starter.findings)
    asked = {one.id for one in unanswered(starter.answers)}
    return tuple(find("told", code)[language] for code in codes if _ASKED.get(code) not in asked)


def open_points(answers: Answers, language: str) -> tuple[OpenPoint, ...]:
    """What was asked and not decided."""
    return tuple(
        OpenPoint(one.id, one.step, part_of_question(one.id, one.step), ask_of(one.id, language))
        for one in unanswered(answers)
    )


def outline(starter: Starter, language: str) -> tuple[OutlinePart, ...]:
    """The parts of the policy in the reader's language, each with its promises and open points."""
    promises = _promises(starter, language)
    points = open_points(starter.answers, language)
    settled = {part_of_question(one, step_of(one)) for one in starter.answers.given}
    return tuple(_part(part, promises, points, settled, language) for part in PARTS)


def _part(
    part: Part,
    promises: Mapping[Part, tuple[str, ...]],
    points: tuple[OpenPoint, ...],
    settled: Collection[Part],
    language: str,
) -> OutlinePart:
    said = promises.get(part, ())
    left = tuple(one for one in points if one.part == part)
    return OutlinePart(
        part, title(part, language), said, left, not (said or left or part in BY_ITSELF or part in settled)
    )


def _promises(starter: Starter, language: str) -> Mapping[Part, tuple[str, ...]]:
    """What customers read, by part."""
    by_part: dict[Part, list[str]] = {}
    policy = starter.result.policy
    assert policy is not None
    for sentence in sentences(policy, language):
        part = OF_SECTION.get(sentence.section)
        if part and sentence.public:
            by_part.setdefault(part, []).append(sentence.text)
    missed = dict.fromkeys(one.if_missed.get(language) for one in policy.service.standards if one.if_missed)
    return {part: tuple(said) for part, said in by_part.items()} | ({"failure": tuple(missed)} if missed else {})


def _policy(maker: Maker) -> Section:
    """The sections in the order in which a person reads them; those with nothing in them are left out."""
    fields = privacy.fields(maker)
    categories = tuple(one for one in (returns.served(maker), "packed" if returns.packed(maker) else None) if one)
    made: dict[str, Value] = {
        "business": business.business(maker),
        "calendars": business.calendars(maker),
        "names": business.names(maker, categories, fields),
        "loyalty": regulars.loyalty(maker),
        "returns": returns.returns(maker),
        "staff": care.staff(maker),
        "cases": care.cases(maker),
        "service": care.service(maker),
        "responsibility": care.responsibility(maker),
        "channels": care.channels(maker),
        "contact": privacy.contact(maker),
        "privacy": privacy.privacy(maker),
        "figures": care.figures(maker),
    }
    return {"dangol": 1} | {key: value for key, value in made.items() if value}


def _examples(maker: Maker) -> list[Value]:
    return [one for section in (regulars, returns, care, privacy) for one in section.examples(maker)]


def _head(answers: Answers) -> str:
    """The comment at the top: what this is, and what was not decided."""
    language = answers.languages[0]
    points = open_points(answers, language)
    lines = [find("notes", "head")[language]]
    if points:
        lines += [find("notes", "open")[language], *(f"- {one.ask}" for one in points)]
    return "\n".join(lines)
