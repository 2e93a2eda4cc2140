"""The policy as meant: the root of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from dangol_policy.model.base import Clause, Items, Part
from dangol_policy.model.business import Business, Calendar
from dangol_policy.model.examples import Example
from dangol_policy.model.loyalty import Loyalty
from dangol_policy.model.promotions import Promotion, PromotionDefaults
from dangol_policy.model.returns import Returns


class Policy(Part):
    """One customer-care policy."""

    dangol: Literal[1]
    """Version of the language."""
    business: Business
    calendars: Items[Calendar] = ()
    loyalty: Loyalty = Loyalty()
    promotions: Items[Promotion] = ()
    promotion_rules: PromotionDefaults = PromotionDefaults()
    returns: Returns | None = None
    examples: Items[Example] = Field(default=())

    def clauses(self) -> Iterator[tuple[tuple[str | int, ...], Clause]]:
        """Every clause with its path in the document, in the document's order."""
        yield from _clauses(self, ())


def _clauses(part: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Clause]]:
    if isinstance(part, Clause):
        yield path, part
    if isinstance(part, Part):
        for name, field in type(part).model_fields.items():
            yield from _clauses(getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, tuple):
        for index, inner in enumerate(part):
            yield from _clauses(inner, (*path, index))
