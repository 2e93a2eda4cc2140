"""What a question is about: the things of the lexicon, found in words of four languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dangol_policy.ask.letters import bare, fold, has_accents

_FOLLOWING = re.compile("\ue000[가-힣]{1,6}")


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing policies are about, or that people ask about."""

    id: str
    weak: bool
    """It says how something is asked about rather than what about."""
    outside: bool
    """No clause is about it by its kind."""
    words: dict[str, tuple[str, ...]]


@cache
def lexicon() -> dict[str, Concept]:
    """Every concept by its id, read once."""
    read = tomllib.loads((files("dangol_policy.ask") / "lexicon.toml").read_text("utf-8"))
    return {
        name: Concept(
            name,
            bool(entry.pop("weak", False)),
            bool(entry.pop("outside", False)),
            {language: tuple(words) for language, words in entry.items()},
        )
        for name, entry in read.items()
    }


def concepts_in(text: str, language: str) -> tuple[frozenset[str], str]:
    """The concepts a text names, and the text without the words that named them."""
    return found_in(text, language, _needles(language))


@cache
def _needles(language: str) -> tuple[tuple[str, str], ...]:
    pairs = ((word, one.id) for one in lexicon().values() for word in one.words[language])
    return needles(pairs, language)


def needles(pairs: Iterable[tuple[str, str]], language: str) -> tuple[tuple[str, str], ...]:
    """Words with what they name, the longest first: `trả lại tiền` is found before `trả lại`."""
    return tuple(sorted(((fold(word, language), name) for word, name in pairs), key=lambda one: -len(one[0])))


def found_in(text: str, language: str, wanted: tuple[tuple[str, str], ...]) -> tuple[frozenset[str], str]:
    """What the needles find in a text, and the text without what they found."""
    left = f" {fold(text, language)} "
    without = language == "vi" and not has_accents(left)
    if without:
        left = bare(left)
    found: set[str] = set()
    for word, name in wanted:
        needle = bare(word) if without else word
        if needle not in left:
            continue
        cut = _pattern(needle, language).sub(lambda match: "\ue000" * len(match[0]), left)
        if cut != left:
            found.add(name)
            left = cut
    if language == "ko":
        # Particles and endings belong to the word that was found.
        left = _FOLLOWING.sub(" ", left)
    return frozenset(found), left.replace("\ue000", " ")


@cache
def _pattern(needle: str, language: str) -> re.Pattern[str]:
    """Korean words stand anywhere, Vietnamese ones whole, others at the beginning of a word."""
    before = "" if language == "ko" or not needle[0].isalnum() else r"(?<![^\W_])"
    # The rest of a found word is part of it.
    ends = {"vi": r"(?![^\W_])", "ko": ""}
    after = ends.get(language, r"[^\W_]*") if needle[-1].isalnum() else ""
    return re.compile(before + re.escape(needle) + after)
