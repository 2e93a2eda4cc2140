"""One language of Dangol: its messages (Project Fluent), its plural forms, particles (Korean) and cases (Belarusian).

Messages live in `words/<language>/*.ftl`. A message may carry forms as attributes (`.and`, `.or`, `.if`, `.of`,
`.not`): a language that needs no such form leaves it out and its plain message is used. So do cases and genders of
nouns (`.gen`, `.acc`, `.neu`): `{ FORM($of, "gen") }` asks for the genitive of what stands in `$of`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message
from fluent.runtime.types import FluentType

from dangol_policy.words import particles, short_u

LANGUAGES = ("ko", "en", "vi", "be")
"""Languages Dangol speaks: a folder of messages each."""
_QUOTES = {"ko": "‘’", "en": "“”", "vi": "“”", "be": "«»"}
_INNER = {"ko": "“”", "en": "‘’", "vi": "‘’", "be": "„“"}
"""Quotation marks of each language, and those for a quotation inside one."""
_INFLECTED = ("be",)
"""Languages whose nouns change with their place in the sentence."""

# Fluent refuses longer pieces (2,500 characters); a price list of a thousand products is one.
_LONG = 1_000
_TAIL = 40

Argument = str | int | Decimal


class Phrase(str):
    """Words that change with their place in a sentence; read as plain text they are in their plain form."""

    __slots__ = ("_inflect",)

    _inflect: Callable[[str], str]

    def __new__(cls, plain: str, inflect: Callable[[str], str]) -> Phrase:
        """The plain form, and what makes another."""
        made = super().__new__(cls, plain)
        made._inflect = inflect
        return made

    def inflected(self, form: str) -> str:
        """In a form such as `gen`; the plain text when the language has no such form of it."""
        return self._inflect(form) if form else str(self)


def inflected(word: Argument, form: str) -> Argument:
    """A word in a form; figures and words that never change stay as they are."""
    return word.inflected(form) if isinstance(word, Phrase) else word


class UnknownLanguage(ValueError):
    """Dangol has no words in this language; the message names those it has."""

    def __init__(self, language: str) -> None:
        super().__init__(f"Dangol has no words in {language!r}; it speaks {', '.join(LANGUAGES)}")


class BrokenMessage(RuntimeError):
    """A message could not be put together: an argument or a message it refers to is missing."""


class Speech:
    """The messages of one language."""

    def __init__(self, language: str, sources: list[str]) -> None:
        self.language = language
        # The library means what a function gives; plain text will do, its types only do not say so.
        functions: dict[str, Any] = {"JOSA": self._josa, "QUOTE": self._quote, "FORM": _form}
        self._bundle = FluentBundle([language], functions=functions, use_isolating=False)
        for source in sources:
            self._bundle.add_resource(FluentResource(source))
        self._fixed: dict[tuple[str, str], str] = {}
        """Messages without arguments, by form: separators and the like are asked for again and again."""

    def say(self, message: str, /, **arguments: Argument) -> str:
        """The message with its arguments. Raises BrokenMessage when there is no such message or an argument lacks."""
        return self.form(message, "", **arguments)

    def form(self, message: str, form: str, /, **arguments: Argument) -> str:
        """The message in a form (`and`, `if` …), or plain when it has no such form in this language."""
        if not arguments:
            return self._fixed.get((message, form)) or self._fixed.setdefault((message, form), self._put(message, form))
        return self._put(message, form, **arguments)

    def _put(self, message: str, form: str, /, **arguments: Argument) -> str:
        found = self._message(message)
        pattern = found.attributes.get(form, found.value)
        if pattern is None:
            raise BrokenMessage(f"message {message} of {self.language} has neither a text nor the form {form!r}")
        stash: dict[str, str] = {}
        text, errors = self._bundle.format_pattern(
            pattern, {key: _shortened(value, stash) for key, value in arguments.items()}
        )
        if errors:
            raise BrokenMessage(f"message {message} of {self.language}: {'; '.join(map(str, errors))}")
        spoken = str(text)
        for token, whole in stash.items():
            spoken = spoken.replace(token, whole)
        return short_u.mended(spoken) if self.language == "be" else spoken

    def phrase(self, message: str, /, **arguments: Argument) -> str:
        """The message as a part of others, which may ask for it in another form.

        A form the message writes out uses FORM for what stands in it; else the form passes on to its arguments.
        """

        def inflect(form: str) -> str:
            if self.has_form(message, form):
                return self.form(message, form, **arguments)
            return self.say(message, **{key: inflected(value, form) for key, value in arguments.items()})

        return self.inflecting(inflect)

    def inflecting(self, inflect: Callable[[str], str]) -> str:
        """Words made by `inflect`, which takes a form; plain text where words of the language never change."""
        return Phrase(inflect(""), inflect) if self.language in _INFLECTED else inflect("")

    def knows(self, message: str) -> bool:
        """Whether this language has the message."""
        return self._bundle.has_message(message)

    def has_form(self, message: str, form: str) -> bool:
        """Whether the message has its own wording for the form."""
        return form in self._message(message).attributes

    def quoted(self, words: str) -> str:
        """Words in the quotation marks of this language."""
        return self._quote(words)

    def _message(self, message: str) -> Message:
        try:
            return self._bundle.get_message(message)
        except LookupError:
            raise BrokenMessage(f"{self.language} has no message {message}") from None

    def _josa(self, word: object, particle: object) -> str:
        """`{ JOSA($name, "을") }` in a message: the word with the particle that its last sound asks for."""
        spoken = word.format(self._bundle._babel_locale) if isinstance(word, FluentType) else str(word)
        return particles.attach(spoken, str(particle))

    def _quote(self, word: object, particle: object = "") -> str:
        """`{ QUOTE($name) }`: a name in quotation marks; `{ QUOTE($name, "은") }` with the particle that follows it."""
        marks, inner = _QUOTES[self.language], _INNER[self.language]
        plain = str(word).translate(str.maketrans(marks, inner))
        quoted = f"{marks[0]}{plain}{marks[1]}"
        return self._josa(quoted, particle) if particle else quoted


def _form(word: object, form: object) -> object:
    """`{ FORM($of, "gen") }` in a message: the words in the case or gender that their place asks for."""
    return word.inflected(str(form)) if isinstance(word, Phrase) else word


def _shortened(value: Argument, stash: dict[str, str]) -> Argument:
    """A token for a very long text, which keeps its ending so that particles still fit."""
    if not isinstance(value, str) or len(value) <= _LONG:
        return value
    token = f"\ue000{len(stash)}\ue001{value[-_TAIL:]}"
    stash[token] = str(value)
    if isinstance(value, Phrase):
        return Phrase(token, lambda form: str(_shortened(value.inflected(form), stash)))
    return token


@cache
def speech(language: str) -> Speech:
    """The messages of a language, read once. Raises UnknownLanguage."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
    folder = files("dangol_policy.words") / language
    texts = sorted((path.name, path.read_text("utf-8")) for path in folder.iterdir() if path.name.endswith(".ftl"))
    return Speech(language, [text for _, text in texts])
