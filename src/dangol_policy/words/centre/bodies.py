"""Bodies outside the business to which customers may turn, as dated data by jurisdiction."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from dangol_policy.model.base import Part
from dangol_policy.source import read_text
from dangol_policy.values import Day, TextField, ValuesContext


class Body(Part):
    """One body, or bodies told together. `source` is the law it rests on, `checked` when that was looked up."""

    jurisdiction: str
    name: TextField
    source: str
    checked: Day

    def told(self, language: str) -> str:
        """Its name in the language."""
        return self.name.get(language)


_BODIES = TypeAdapter(tuple[Body, ...])


@cache
def _all() -> tuple[Body, ...]:
    text = (files(__package__) / "bodies.yaml").read_text("utf-8")
    return _BODIES.validate_python(read_text(text, "bodies.yaml").data, context=ValuesContext("XXX"), strict=False)


def bodies_for(jurisdictions: tuple[str, ...]) -> tuple[Body, ...]:
    """The bodies of these jurisdictions; a pack for one trade such as US-health counts for its country."""
    wanted = dict.fromkeys(one.partition("-")[0] for one in jurisdictions)
    return tuple(body for one in wanted for body in _all() if body.jurisdiction == one)
