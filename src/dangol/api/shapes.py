"""Values many endpoints take: how money is written, numbers of orders, ids of customers, baskets."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, WithJsonSchema

Money = Annotated[
    Literal["major", "minor"],
    Field(description='How amounts are written here and in the answer: "major" as text like "12.50", "minor" as 1250.'),
]
Amount = Annotated[
    int | str,
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d{1,15}(\.\d{1,4})?$"}]}
    ),
]
"""What an amount looks like; the story checks it, for only the policy knows the currency."""
Number = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\s/](.*[^\s/])?$")]
"""The number an order or visit has in the caller's books."""
Customer = Annotated[UUID, Field(description="The id of an enrolled customer; a guest when absent.")]
BASKET = "a basket"
BasketIn = Annotated[dict[str, Any], WithJsonSchema({"type": "object", "x-shape": BASKET})]
"""Checked by the story with the policy's own model, so that every way in takes the same baskets; `described` puts
that model's schema in this place."""
