"""What every part of the policy model shares: frozen, strict, closed; and the shapes used again and again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Strict, Tag

from dangol_policy.values import Day, Id, TextField


class Part(BaseModel):
    """A part of the policy: immutable, typed, and closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        populate_by_name=True,
        use_attribute_docstrings=True,
        # The policy as a whole needs one validator; one for each of its parts would double the start of every command.
        defer_build=True,
    )


T = TypeVar("T")
Items = Annotated[tuple[T, ...], Strict(False)]
"""A list in YAML, a tuple in the model."""


def _many(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


OneOrMany = Annotated[tuple[T, ...], Strict(False), BeforeValidator(_many)]
"""One value or a list of them."""


class Clause(Part):
    """A part with an id of its own: decisions and facts name it, sentences render it."""

    id: Id
    """Stable across versions."""
    says: TextField | None = None
    """The owner's wording instead of the generated sentence; its figures must agree with the clause."""
    serves: OneOrMany[Id] = ()
    """Goals the clause serves. Sentences leave it out."""
    review: Day | None = None
    """The day from which on somebody should have read the clause again."""


ByTier = Annotated[
    Annotated[T, Tag("one")] | Annotated[dict[Id, T], Tag("by tier")],
    Discriminator(lambda v: "by tier" if isinstance(v, Mapping) else "one"),
]
"""One value for everybody, or one per tier: `5%` or `{silver: 5%, gold: 7%}`. A tier not named gets nothing."""


def kind_by_key(what: str, *keys: str) -> Discriminator:
    """Tells which kind of `what` a mapping is by the first of `keys` it holds (a tag for each key)."""

    def find(value: Any) -> str | None:
        if isinstance(value, Part):
            found = type(value).__dict__.get("key")
            return str(found) if found else None
        if isinstance(value, Mapping):
            return next((key for key in keys if key in value), None)
        return None

    message = f"this {what} has none of the keys that say its kind: {', '.join(keys)}"
    return Discriminator(find, custom_error_type="unknown-kind", custom_error_message=message)
