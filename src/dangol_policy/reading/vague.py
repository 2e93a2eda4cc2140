"""Vague words in a sentence of an existing text, with their place in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dangol_policy.reading.quotes import Quote
from dangol_policy.wording import Checker, look


@dataclass(frozen=True, slots=True)
class Vague:
    """Words that everybody understands differently, with the sentence they stand in."""

    start: int
    end: int
    words: str
    quote: Quote


def vague_in(quote: Quote) -> Iterator[Vague]:
    """Each of them; places count in the whole text."""
    for found in look(quote.text, quote.language, checkers=(Checker.AMBIGUITY,)):
        yield Vague(quote.start + found.start, quote.start + found.end, found.words, quote)
