"""A guided talk moment by moment, as staff follow it."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.model.policy import Policy
from dangol_policy.words.sections.shared import word
from dangol_policy.words.speakers import speaker_for


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a talk: what is said or done, the ways on, or how it ends."""

    id: str
    say: str
    do: str
    clause: str
    """The clause it follows; empty when it names none."""
    ways: tuple[tuple[str, str], ...]
    """What the customer says, and the moment it leads to."""
    then: str
    """The moment that follows without a question; empty when there is none."""
    end: str
    """How the talk ends here, in words; empty when it goes on."""


def talk(policy: Policy, flow: str, language: str) -> tuple[Moment, ...]:
    """The moments of the talk with this id, the first one first; empty when there is no such talk.

    Raises UnknownLanguage.
    """
    found = next((one for one in policy.scripts.flows if one.id == flow), None)
    if found is None:
        return ()
    speaker = speaker_for(policy, language)
    order = [found.start, *(name for name in found.nodes if name != found.start)]
    return tuple(
        Moment(
            id=name,
            say=node.say.get(language) if node.say else "",
            do=node.do.get(language) if node.do else "",
            clause=node.clause or "",
            ways=tuple((branch.if_said.get(language), branch.go) for branch in node.answers),
            then=node.go or "",
            end=word(speaker, f"end-{node.end}") if node.end else "",
        )
        for name in order
        if (node := found.nodes.get(name)) is not None
    )
