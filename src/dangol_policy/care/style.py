"""Looks a text over for what the style of its language never says. Pure; the words are the policy's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dangol_policy.model.style import Style

_SENTENCES = re.compile(r"[.!?。]+\s+|\n+")


@dataclass(frozen=True, slots=True)
class Slip:
    """Words that are never said, where they stand, and what is said instead."""

    words: str
    start: int
    instead: str


def said_never(style: Style, text: str) -> tuple[Slip, ...]:
    """Every place at which a text says what the style never says, whatever the case of its letters."""
    lowered = text.casefold()
    found = []
    for never in style.never:
        for words in never.say:
            at = lowered.find(words.casefold())
            while at >= 0:
                found.append(Slip(words, at, never.instead))
                at = lowered.find(words.casefold(), at + 1)
    return tuple(sorted(found, key=lambda slip: slip.start))


def too_long(style: Style, text: str) -> tuple[str, ...]:
    """Sentences with more words than the style allows."""
    if style.longest_sentence is None:
        return ()
    sentences = (one.strip() for one in _SENTENCES.split(text))
    return tuple(one for one in sentences if len(one.split()) > style.longest_sentence)
