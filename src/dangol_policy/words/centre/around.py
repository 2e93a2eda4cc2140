"""The words around the parts where there is no page to say them: the title of a paper, headings, the link."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.words.speech import speech


@dataclass(frozen=True, slots=True)
class Around:
    """Words that belong to no clause."""

    title: str
    short: str
    contents: str
    worked: str
    more: str


def around(business: str, language: str) -> Around:
    """The words around the policy of a business of this name. Raises UnknownLanguage."""
    said = speech(language)
    more = said.say("embed-more")
    return Around(
        title=said.say("paper-title", business=business),
        short=said.say("centre-short"),
        contents=said.say("centre-contents"),
        worked=said.say("centre-worked"),
        more=more[:1].upper() + more[1:],
    )
