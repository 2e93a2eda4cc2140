"""The handbook of a role: its clauses as sentences, by section, those only staff read included."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.handbook.roles import Because, concerns, role_name
from dangol_policy.handbook.talks import Moment, talk
from dangol_policy.model.policy import Policy
from dangol_policy.words.names import name_of
from dangol_policy.words.sentences import Section, section_title, sentences


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause of the handbook."""

    clause: str
    name: str
    """What the owner calls it; its id when it has no name."""
    text: str
    because: tuple[Because, ...]
    public: bool
    """Whether customers read it too."""
    moments: tuple[Moment, ...] = ()
    """A guided talk, moment by moment; empty for other clauses."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The clauses of one section."""

    section: Section
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Handbook:
    """What one role must know, in one language."""

    role: str
    name: str
    language: str
    chapters: tuple[Chapter, ...]


def handbook(policy: Policy, role: str, language: str) -> Handbook:
    """The handbook of the role. A role the policy does not name knows what customers are told.

    Raises UnknownLanguage.
    """
    known = concerns(policy, role)
    gathered: dict[Section, list[Entry]] = {}
    for one in sentences(policy, language):
        if one.clause in known:
            entry = Entry(
                clause=one.clause,
                name=name_of(policy, language, one.clause),
                text=one.text,
                because=known[one.clause],
                public=one.public,
                moments=talk(policy, one.clause, language),
            )
            gathered.setdefault(one.section, []).append(entry)
    chapters = tuple(
        Chapter(section, section_title(section, language), tuple(entries)) for section, entries in gathered.items()
    )
    return Handbook(role, role_name(policy, role, language), language, chapters)
