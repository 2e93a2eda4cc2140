"""One language of Dangol: its messages (Project Fluent), its plural forms and, for Korean, its particles.

Messages live in `words/<language>/*.ftl`. A message may carry forms as attributes (`.and`, `.or`, `.if`, `.of`,
`.not`): a language that needs no such form leaves it out and its plain message is used.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message
from fluent.runtime.types import FluentType

from dangol_policy.words import particles

LANGUAGES = ("ko", "en")
"""Languages whose messages are complete. Dangol will speak vi and be too: a folder of messages each."""
FORMATS = ("ko", "en", "vi", "be")
"""Languages in which money, numbers and days are written."""

# Fluent refuses longer pieces (2,500 characters); a price list of a thousand products is one.
_LONG = 1_000
_TAIL = 40

Argument = str | int | Decimal


class UnknownLanguage(ValueError):
    """Dangol has no words in this language; the message names those it has."""

    def __init__(self, language: str) -> None:
        super().__init__(f"Dangol has no words in {language!r} yet; it speaks {', '.join(LANGUAGES)}")


class BrokenMessage(RuntimeError):
    """A message could not be put together: an argument or a message it refers to is missing."""


class Speech:
    """The messages of one language."""

    def __init__(self, language: str, sources: list[str]) -> None:
        self.language = language
        # The library means what a function gives; plain text will do, its types only do not say so.
        functions: dict[str, Any] = {"JOSA": self._josa, "QUOTE": self._quote}
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
        return spoken

    def knows(self, message: str) -> bool:
        """Whether this language has the message."""
        return self._bundle.has_message(message)

    def has_form(self, message: str, form: str) -> bool:
        """Whether the message has its own wording for the form."""
        return form in self._message(message).attributes

    def _message(self, message: str) -> Message:
        try:
            return self._bundle.get_message(message)
        except LookupError:
            raise BrokenMessage(f"{self.language} has no message {message}") from None

    def _josa(self, word: object, particle: object) -> str:
        """`{ JOSA($name, "을") }` in a message: the word with the particle that its last sound asks for."""
        spoken = word.format(self._bundle._babel_locale) if isinstance(word, FluentType) else str(word)
        return particles.attach(spoken, str(particle))

    def _quote(self, word: object, particle: object) -> str:
        """`{ QUOTE($name, "은") }`: a name in quotation marks, and the particle that follows it."""
        return self._josa(f"‘{word}’", particle)


def _shortened(value: Argument, stash: dict[str, str]) -> Argument:
    """A token for a very long text, which keeps its ending so that particles still fit."""
    if not isinstance(value, str) or len(value) <= _LONG:
        return value
    token = f"\ue000{len(stash)}\ue001{value[-_TAIL:]}"
    stash[token] = value
    return token


@cache
def speech(language: str) -> Speech:
    """The messages of a language, read once. Raises UnknownLanguage."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
    folder = files("dangol_policy.words") / language
    texts = sorted((path.name, path.read_text("utf-8")) for path in folder.iterdir() if path.name.endswith(".ftl"))
    return Speech(language, [text for _, text in texts])
