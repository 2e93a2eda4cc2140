"""What is new for a role between two policies, clause by clause, whatever language it is read in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from dangol_policy.handbook.roles import Because, concerns, plain_language
from dangol_policy.model.policy import Policy
from dangol_policy.words.names import name_of
from dangol_policy.words.sentences import Section, sentences
from dangol_policy.words.speakers import speaker_for

_UNTAUGHT = {"serves", "review"}
"""Keys that change nothing in what staff must know: which goal a clause serves, when it is looked at again."""


@dataclass(frozen=True, slots=True)
class News:
    """One clause that is new, changed or gone for a role, with what was said before and what is said now."""

    clause: str
    name: str
    section: Section
    kind: Literal["new", "changed", "gone"]
    before: str
    """Empty when the clause is new."""
    after: str
    """Empty when it is gone."""
    because: tuple[Because, ...]


def news(before: Policy | None, after: Policy, role: str, language: str) -> tuple[News, ...]:
    """What the role must learn to follow `after` when it knew `before`; everything when it knew nothing.

    Clauses that stay come in the order customers read, then those that are gone. Raises UnknownLanguage.
    """
    known, due = (concerns(before, role) if before else {}), concerns(after, role)
    old, new = (marks(before) if before else {}), marks(after)
    was = {one.clause: one for one in sentences(before, language)} if before else {}
    found: list[News] = []
    for one in sentences(after, language):
        if one.clause in due and not (one.clause in known and old.get(one.clause) == new[one.clause]):
            # A clause that was there for others counts as new for this role.
            earlier = was[one.clause].text if one.clause in known and one.clause in was else ""
            name = name_of(after, language, one.clause)
            kind: Literal["new", "changed"] = "changed" if earlier else "new"
            found.append(News(one.clause, name, one.section, kind, earlier, one.text, due[one.clause]))
    for clause, because in known.items():
        if clause not in due and before is not None and clause in was:
            name = name_of(before, language, clause)
            found.append(News(clause, name, was[clause].section, "gone", was[clause].text, "", because))
    return tuple(found)


def marks(policy: Policy) -> dict[str, str]:
    """A mark of every clause's meaning: it changes when the clause does, whatever stands around it."""
    return speaker_for(policy, plain_language(policy)).once("marks", lambda: _marks(policy))


def _marks(policy: Policy) -> dict[str, str]:
    written = {
        clause.id: clause.model_dump_json(exclude=_UNTAUGHT & set(type(clause).model_fields))
        for _, clause in policy.clauses()
    }
    return {
        one.clause: _digest(written.get(one.clause) or one.text) for one in sentences(policy, plain_language(policy))
    }


def fingerprint(policy: Policy, role: str) -> str:
    """Two policies with the same fingerprint ask the same of the role (sha-256, hexadecimal)."""
    of = marks(policy)
    return _digest("\n".join(f"{clause} {of[clause]}" for clause in sorted(concerns(policy, role))))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
