"""Reads the case files: one policy each, with quotes, a story or a question, and the figures that must come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from dangol_policy.load import load
from dangol_policy.model.events import StoryEvent
from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.situation import Situation
from dangol_policy.source import read_file
from dangol_policy.values import ValuesContext

FOLDER = Path(__file__).parent
KEYS = {"id", "topic", "source", "fidelity", "programme", "policy", "findings", "note"} | {
    *("situation", "expect", "quotes", "story", "then", "notice", "publishable", "race")
}
_EVENTS: TypeAdapter[tuple[StoryEvent, ...]] = TypeAdapter(tuple[StoryEvent, ...])


@dataclass(frozen=True)
class Quote:
    """One situation and what its decision must say."""

    name: str
    situation: Situation
    expect: Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One case file, read and validated."""

    id: str
    data: Mapping[str, Any]
    parsed: ParseResult

    @property
    def policy(self) -> Policy:
        assert self.parsed.policy is not None, [str(problem) for problem in self.parsed.problems]
        return self.parsed.policy

    @property
    def context(self) -> ValuesContext:
        return ValuesContext(self.policy.business.currency, zone=self.policy.business.timezone)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The file's quotes; a single situation stands beside its `expect`."""
        written = list(self.data.get("quotes", ()))
        if "situation" in self.data:
            written.append({"name": "the case", "situation": self.data["situation"], "expect": self.data["expect"]})
        return tuple(Quote(one["name"], self._situation(one["situation"]), one["expect"]) for one in written)

    def _situation(self, written: object) -> Situation:
        return Situation.model_validate(written, context=self.context)

    @property
    def story(self) -> tuple[StoryEvent, ...]:
        return _EVENTS.validate_python(tuple(self.data.get("story", ())), context=self.context)

    @property
    def then(self) -> tuple[Mapping[str, Any], ...]:
        """What holds after the Nth event of the story: `after`, and figures."""
        return tuple(self.data.get("then", ()))


@cache
def case(id_: str) -> Case:
    """The case with this id, as its file says."""
    document = read_file(FOLDER / f"{id_}.yaml")
    assert isinstance(document.data, dict), document.problems
    unknown = set(document.data) - KEYS
    assert not unknown, f"{id_}.yaml has unknown keys {sorted(unknown)}"
    text = document.data["policy"]
    assert isinstance(text, str)
    return Case(id_, document.data, load(text, name=f"{id_}.yaml"))


def case_ids() -> list[str]:
    """Ids of all case files, in order."""
    return sorted(path.stem for path in FOLDER.glob("LP-*.yaml"))
