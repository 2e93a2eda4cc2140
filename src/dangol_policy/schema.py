"""JSON Schema of the documents people and programs write: policy, situation, event. Editors complete from it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import TypeAdapter

from dangol_policy.model.events import StoryEvent
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation

Document = Literal["policy", "situation", "event"]

_ROOTS: dict[Document, tuple[Any, str, str]] = {
    "policy": (Policy, "Dangol policy", "One customer-care policy, written in YAML."),
    "situation": (Situation, "Dangol situation", "Basket, customer and instant: the input of `dangol decide`."),
    "event": (StoryEvent, "Dangol event", "One event of a story: a line of the input of `dangol play`."),
}


def schema_of(document: Document) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of document, with descriptions."""
    root, title, words = _ROOTS[document]
    schema = TypeAdapter(root).json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title, "description": words}
