"""Cues: words that give a fault away, what they are a sign of, and what around them makes them harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dangol_policy.wording.finding import Ask, Checker, Finding, Kind
from dangol_policy.wording.text import Sentence

_GOES_ON = re.compile(r"\|\n\s*")


@dataclass(frozen=True)
class Cue:
    """Alternatives separated by ` / ` or line ends, as patterns on small letters; a line that ends in `|` goes on.

    `after` must be found in the part of the sentence before the words; `not_after`, `not_before` and `unless` must not
    be found before them, after them, or anywhere in the sentence.
    """

    kind: Kind
    ask: Ask
    words: str
    after: str = ""
    not_after: str = ""
    not_before: str = ""
    unless: str = ""
    begins_word: bool = False
    """Where words are not set apart: the words do not stand in the middle of another."""


def either(words: str) -> str:
    """A pattern for alternatives separated by ` / ` or line ends; spaces at their ends count only in a single line."""
    if "\n" not in words:
        return "|".join(words.split(" / "))
    joined = _GOES_ON.sub("|", words)
    listed = [one.strip() for line in joined.splitlines() for one in line.split(" / ")]
    return "|".join(one for one in listed if one)


@dataclass(frozen=True)
class Cues:
    """The cues of one checker and language as one pattern, so that a text is read once."""

    checker: Checker
    cues: Sequence[Cue]
    whole_words: bool = True
    """Whether words are set apart by spaces, so that cues begin and end with them."""
    _around: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        named = "|".join(f"(?P<c{number}>{self._of(cue)})" for number, cue in enumerate(self.cues))
        return re.compile(rf"(?:(?<!\w)|(?=\.\.\.|…))(?:{named})(?!\w)" if self.whole_words else named)

    def _of(self, cue: Cue) -> str:
        return f"(?<!\\w)(?:{either(cue.words)})" if cue.begins_word else either(cue.words)

    def look(self, sentence: Sentence) -> Iterator[tuple[Cue, Finding]]:
        """Each cue that is there and not made harmless by what is around it."""
        at = 0
        while found := self._pattern.search(sentence.plain, at):
            cue = self.cues[int((found.lastgroup or "c0")[1:])]
            if self._harmless(cue, sentence.plain, found.start(), found.end()):
                at = found.start() + 1
                continue
            at = max(found.end(), found.start() + 1)
            start = found.start() if self.whole_words else _begin_of_word(sentence.plain, found.start())
            yield cue, finding(self.checker, cue.kind, cue.ask, sentence, start, found.end())

    def _harmless(self, cue: Cue, plain: str, start: int, end: int) -> bool:
        return bool(
            (cue.after and not self._is_in(cue.after, plain[:start]))
            or (cue.not_after and self._is_in(cue.not_after, plain[:start]))
            or (cue.not_before and self._is_in(cue.not_before, plain[end:]))
            or (cue.unless and self._is_in(cue.unless, plain))
        )

    def _is_in(self, words: str, plain: str) -> bool:
        pattern = self._around.get(words)
        if pattern is None:
            pattern = self._around[words] = re.compile(either(words))
        return pattern.search(plain) is not None


def _begin_of_word(plain: str, at: int) -> int:
    while at and plain[at - 1].isalpha():
        at -= 1
    return at


def finding(checker: Checker, kind: Kind, ask: Ask, sentence: Sentence, start: int, end: int) -> Finding:
    """A finding about characters of a sentence."""
    words = sentence.written[start:end]
    return Finding(checker, kind, ask, sentence.start + start, sentence.start + end, words)
