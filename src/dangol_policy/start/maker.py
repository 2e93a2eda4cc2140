"""What the sections of a starter policy are made with: answers, texts in the policy's languages, comments."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.start.phrases import ByLanguage, filled, find
from dangol_policy.start.places import Country
from dangol_policy.start.questions import Answers
from dangol_policy.start.writing import Noted, Value

Section = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Maker:
    """The answers of one business, which has a name, an industry and a country."""

    answers: Answers

    @property
    def country(self) -> Country:
        """Where the business is."""
        assert self.answers.country is not None
        return self.answers.country

    @property
    def record(self) -> str:
        """The language of record: comments are written in it."""
        return self.answers.languages[0]

    def text(self, *keys: str, **what: object) -> Value:
        """A text of `said.yaml` in the languages of the policy."""
        return self.by_language(filled(find("said", *keys), **what))

    def by_language(self, text: ByLanguage) -> Value:
        """A text in the languages of the policy only."""
        return {language: text[language] for language in self.answers.languages}

    def name(self, *keys: str, **what: object) -> str:
        """A text of `said.yaml` in the language of record."""
        return find("said", *keys)[self.record].format(**what)

    def noted(self, note: str, value: Value) -> Noted:
        """A value with a comment of `notes.yaml` above it."""
        return Noted(find("notes", note)[self.record], value)

    @property
    def promises(self) -> bool:
        """Whether something is promised that somebody has to decide about."""
        kinds = ("complaints.answer", "complaints.solve", "complaints.alone", "reach.answer")
        return any(one in self.answers.given for one in kinds)
