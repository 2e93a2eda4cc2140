"""What a wording checker finds: which words, of what kind, and what to ask the one who wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Checker(StrEnum):
    """The two ways of looking at a wording."""

    AMBIGUITY = "ambiguity"
    """Could readers understand it differently?"""
    STYLE = "style"
    """Would a customer take it well?"""


class Kind(StrEnum):
    """What is wrong with the words. The first seven are of ambiguity, the others of style."""

    TIME = "time"
    QUANTITY = "quantity"
    DISCRETION = "discretion"
    ACTOR = "actor"
    CONDITION = "condition"
    LIST = "list"
    TERM = "term"
    TONE = "tone"
    BLAME = "blame"
    RETORT = "retort"
    EMPTY = "empty"
    SHOUT = "shout"
    LONG = "long"
    JARGON = "jargon"
    NEGATIVE = "negative"
    NEVER = "never"
    """The policy's own list of what is never said."""


class Ask(StrEnum):
    """The question that leads to a better wording; its words are the messages `wording-ask-…`."""

    WITHIN = "within"
    HOW_OFTEN = "how-often"
    HOW_LONG = "how-long"
    HOW_EARLY = "how-early"
    HOW_MUCH = "how-much"
    WHICH = "which"
    WHEN_MAY = "when-may"
    WHO = "who"
    WHEN = "when"
    WHAT_ELSE = "what-else"
    MEANS_WHAT = "means-what"
    POLITE_FORM = "polite-form"
    NO_BLAME = "no-blame"
    NO_RETORT = "no-retort"
    SAY_SOMETHING = "say-something"
    CALMLY = "calmly"
    SHORTER = "shorter"
    PLAIN_WORD = "plain-word"
    WAY_OUT = "way-out"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a text, counted in characters from 0 in its composed form (NFC), and what is wrong with them."""

    checker: Checker
    kind: Kind
    ask: Ask
    start: int
    end: int
    words: str
    instead: str = ""
    """What the policy says in place of words that are never said."""
