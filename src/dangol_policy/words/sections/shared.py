"""Words that several sections share: names of roles, kinds, figures; texts inside sentences."""

from __future__ import annotations

from collections.abc import Iterable

from dangol_policy.model.base import Clause
from dangol_policy.values import Text
from dangol_policy.words.sections.channels import case_kind
from dangol_policy.words.speaker import Speaker


def inner(speaker: Speaker, text: Text) -> str:
    """A text as a part of a sentence: without its full stop."""
    return text.get(speaker.language).strip().rstrip(".")


def word(speaker: Speaker, message: str) -> str:
    """A word of the language of policies (`remedy-refund`, `stop-customer's wish`) in the reader's language."""
    return speaker.phrase(message.replace(" ", "-").replace("_", "-").replace("'", ""))


def words_of(speaker: Speaker, messages: Iterable[str]) -> str:
    """Several of them, listed."""
    return speaker.listed(word(speaker, message) for message in messages)


def fields(speaker: Speaker, names: Iterable[str]) -> str:
    """Fields of personal data as the policy names them, listed."""
    own = speaker.policy.names.fields
    return speaker.listed(own[name].get(speaker.language) if name in own else name for name in names)


def role(speaker: Speaker, name: str) -> str:
    """A role as `staff` names it; its id when it has no name."""
    found = {one.id: one.name for one in speaker.policy.staff.roles}.get(name)
    return found.get(speaker.language) if found else name


def roles(speaker: Speaker, names: Iterable[str]) -> str:
    """Several roles, listed."""
    return speaker.listed(role(speaker, name) for name in names)


def named(speaker: Speaker, clause: Clause) -> str:
    """The name of a clause; its id when it has none."""
    name = getattr(clause, "name", None)
    return name.get(speaker.language) if isinstance(name, Text) else clause.id


def name_in(speaker: Speaker, clauses: Iterable[Clause], key: str) -> str:
    """The name of one of some clauses by its id."""
    return next((named(speaker, one) for one in clauses if one.id == key), key)


def kinds(speaker: Speaker, names: Iterable[str]) -> str:
    """Several kinds of case, listed."""
    return speaker.listed(case_kind(speaker, name) for name in names)


def severities(speaker: Speaker, names: Iterable[str]) -> str:
    """Several severities, listed."""
    return speaker.listed(name_in(speaker, speaker.policy.cases.severities, name) for name in names)
