"""Asking the policy in force about a situation: what it decides, by which clauses, and who may give what."""

from dataclasses import dataclass
from datetime import datetime

from dangol.flows.errors import BadInput, InputProblem
from dangol.flows.policy_view import compiled_at
from dangol.flows.reading import amount as read_amount
from dangol_policy import words
from dangol_policy.ask import LONGEST_AGO, Fields, Found, Ruling, ask
from dangol_policy.handbook import Moment, talk
from dangol_policy.words.sentences import Section


@dataclass(frozen=True, slots=True)
class ClauseFound:
    """A clause that answers."""

    clause: str
    name: str
    """What the owner calls it; its id when it has no name."""
    section: Section
    title: str
    text: str
    public: bool


@dataclass(frozen=True, slots=True)
class ScriptFound:
    """A guided talk that fits."""

    clause: str
    name: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class AskView:
    """The answer as pages show it; without clauses the policy says nothing about the question."""

    question: str
    version: int
    rulings: tuple[Ruling, ...]
    clauses: tuple[ClauseFound, ...]
    levels: tuple[ClauseFound, ...]
    """Levels of responsibility that are not among the clauses already."""
    scripts: tuple[ScriptFound, ...]


@dataclass(frozen=True, slots=True)
class TierView:
    """A tier to choose from."""

    id: str
    name: str


def tiers(*, language: str, at: datetime) -> tuple[TierView, ...]:
    """The tiers of the policy in force, from the lowest. Raises NoPolicyInForce."""
    policy = compiled_at(at).policy
    levels = policy.loyalty.tiers.levels if policy.loyalty.tiers else ()
    return tuple(TierView(one.id, words.name_of(policy, language, one.id)) for one in levels)


def ask_policy(
    *,
    question: str,
    language: str,
    at: datetime,
    duty: str = "",
    tier: str = "",
    days_ago: int | None = None,
    amount: str = "",
    public: bool = False,
) -> AskView:
    """The answer, in `language`, to a question in any of the four; figures may be told in fields of their own.

    `duty` is what the person asking does here: who may give what begins with them. Raises NoPolicyInForce, and BadInput
    when a field cannot be.
    """
    compiled = compiled_at(at)
    policy = compiled.policy
    if days_ago is not None and not 0 <= days_ago <= LONGEST_AGO:
        raise BadInput([InputProblem(("days_ago",), "bad-value", f"days are a whole number from 0 to {LONGEST_AGO}")])
    levels = policy.loyalty.tiers.levels if policy.loyalty.tiers else ()
    fields = Fields(
        ago=days_ago,
        ago_count=days_ago or 0,
        amount=read_amount(amount or None, policy, "major", "amount"),
        tier=tier if tier in {one.id for one in levels} else None,
        role=duty or None,
    )
    answer = ask(compiled, question, at=at, answer_in=language, fields=fields, public=public)
    shown = {one.clause for one in answer.clauses}

    def view(one: Found) -> ClauseFound:
        name, title = words.name_of(policy, language, one.clause), words.section_title(one.section, language)
        return ClauseFound(one.clause, name, one.section, title, one.text, one.public)

    return AskView(
        question=answer.question,
        version=compiled.version or 0,
        rulings=answer.rulings,
        clauses=tuple(map(view, answer.clauses)),
        levels=tuple(view(one) for one in answer.levels if one.clause not in shown),
        scripts=tuple(
            ScriptFound(flow, words.name_of(policy, language, flow), talk(policy, flow, language))
            for flow in answer.scripts
        ),
    )
