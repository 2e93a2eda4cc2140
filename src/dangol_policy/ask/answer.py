"""Asks a policy about a situation, in words or fields: the clauses that apply, what they decide, who may give what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dangol_policy.ask.decide import Ruling, rulings
from dangol_policy.ask.fields import Fields, read_fields
from dangol_policy.ask.letters import language_of
from dangol_policy.ask.search import Asked, Found, index_of
from dangol_policy.model.policy import Policy
from dangol_policy.story.tale import Rules
from dangol_policy.words.sentences import sentences
from dangol_policy.words.speakers import speaker_for
from dangol_policy.words.speech import LANGUAGES

MOST = 5
"""Most clauses of an answer beside those a ruling follows."""
LONGEST = 500
"""Most characters of a question that are read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the policy says to a question. Without clauses it says nothing about it."""

    question: str
    language: str
    understood: Fields
    about: tuple[str, ...]
    """Concepts and names the question holds."""
    rulings: tuple[Ruling, ...]
    clauses: tuple[Found, ...]
    """Best first; those a ruling follows stand before the others."""
    levels: tuple[Found, ...]
    """Levels of responsibility, where the question is about something that is given."""
    scripts: tuple[str, ...]
    """Guided talks that follow one of the clauses or are about the same."""

    @property
    def silent(self) -> bool:
        """Whether the policy says nothing about it."""
        return not self.clauses


def ask(
    rules: Rules,
    question: str,
    *,
    at: dt.datetime,
    language: str | None = None,
    answer_in: str | None = None,
    fields: Fields | None = None,
    public: bool = False,
) -> Answer:
    """The answer to a question in one of four languages (guessed when not named) at an instant.

    It is given in the language of the question, or in `answer_in`.
    `fields` are figures told apart from the words; they count more than what the words say. With `public`, only clauses
    that customers read are answered with. Raises UnknownLanguage.
    """
    policy = rules.policy
    words = question[:LONGEST].strip()
    spoken = language or language_of(words, LANGUAGES)
    index = index_of(policy, spoken)
    asked = index.read(words)
    read = read_fields(words, spoken, policy.business.currency, asked.concepts, asked.names)
    situation = fields.over(read) if fields else read
    found = index.search(asked, MOST)
    told = answer_in or spoken
    decided = rulings(rules, situation, asked.concepts, told, at) if found else ()
    everything = _all(policy, told)
    followed = [clause for one in decided for clause in one.clauses if clause in everything]
    names = dict.fromkeys((*followed, *(one.clause for one in found)))
    clauses = tuple(everything[clause] for clause in names)
    levels = _levels(policy, asked, everything) if found else ()
    if public:
        clauses, levels = tuple(one for one in clauses if one.public), ()
        decided = tuple(one for one in decided if one.kind != "authority")
    return Answer(
        question=words,
        language=told,
        understood=situation,
        about=tuple(sorted(asked.concepts | asked.names)),
        rulings=decided,
        clauses=clauses,
        levels=levels,
        scripts=() if public else _scripts(policy, clauses),
    )


def _all(policy: Policy, language: str) -> dict[str, Found]:
    """Every clause as it is said, found out once while the policy is in use."""
    said = speaker_for(policy, language).once(
        "told",
        lambda: {
            one.clause: Found(one.clause, one.section, one.text, one.public, 0.0, ())
            for one in sentences(policy, language)
        },
    )
    return dict(said)


_GIVEN = frozenset(
    (
        "authority",
        "apology",
        "refund",
        "voucher_give",
        "complaint",
        "grave",
        "rise",
        "exchange",
        "warranty",
        "fault",
        "missed",
    )
)


def _levels(policy: Policy, asked: Asked, everything: dict[str, Found]) -> tuple[Found, ...]:
    if not asked.concepts & _GIVEN:
        return ()
    return tuple(everything[level.id] for level in policy.responsibility.levels if level.id in everything)


def _scripts(policy: Policy, clauses: tuple[Found, ...]) -> tuple[str, ...]:
    """Talks that were found themselves, and those with a moment that follows one of the clauses."""
    found = {one.clause for one in clauses}
    return tuple(
        flow.id
        for flow in policy.scripts.flows
        if flow.id in found or any(node.clause in found for node in flow.nodes.values())
    )
