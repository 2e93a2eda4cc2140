"""JSON Schema of the documents people and programs write: policy, situation, event. Editors complete from it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from dangol_policy.model.events import StoryEvent
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation

Document = Literal["policy", "situation", "event"]

_ROOTS: dict[Document, tuple[Any, str, str]] = {
    "policy": (Policy, "Dangol policy", "One customer-care policy, written in YAML."),
    "situation": (Situation, "Dangol situation", "Basket, customer and instant: the input of `dangol decide`."),
    "event": (StoryEvent, "Dangol event", "One event of a story: a line of the input of `dangol play`."),
}
_GROUPS_OF_DAYS = ["every day", "weekdays", "weekend"]
_BESIDE_THE_BASKET = ("codes", "shipping", "store", "channel", "payment", "redeem", "vouchers", "gift_card")


def schema_of(document: Document) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of document, with descriptions."""
    root, title, words = _ROOTS[document]
    schema = TypeAdapter(root).json_schema(by_alias=True, mode="validation", schema_generator=_AsWritten)
    _spread_baskets(schema.get("$defs", {}))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title, "description": words}


class _AsWritten(GenerateJsonSchema):
    """Describes what people write, where the models read more forms than they keep."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """The forms that the model's own readers of a value accept, by the reader's name."""
        inner = super().function_before_schema(schema)
        match getattr(schema["function"]["function"], "__name__", ""):
            case "_many":
                return {"anyOf": [inner["items"], inner]}
            case "_hours":
                names = inner["propertyNames"]
                return {**inner, "propertyNames": {**names, "enum": [*names["enum"], *_GROUPS_OF_DAYS]}}
            case "_base":
                return {"anyOf": [{"enum": ["net", "list"]}, inner]}
            case "_threshold":
                return {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string"}]}
            case _:
                return inner


def _spread_baskets(definitions: dict[str, Any]) -> None:
    """An example may write the basket as its lines, and what else a basket holds beside it."""
    for given in (definitions[name] for name in definitions if name == "Given"):
        basket = definitions["Basket"]["properties"]
        properties = given["properties"]
        properties["basket"] = {"anyOf": [basket["lines"], properties["basket"]]}
        properties.update({key: basket[key] for key in _BESIDE_THE_BASKET})
