"""The policy as meant: the root of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from dangol_policy.model.base import Clause, Items, Part
from dangol_policy.model.business import Business, Calendar
from dangol_policy.model.channels import Channel
from dangol_policy.model.conditions import Name
from dangol_policy.model.contact import ContactRules
from dangol_policy.model.examples import Example
from dangol_policy.model.loyalty import Loyalty
from dangol_policy.model.promotions import Promotion, PromotionDefaults
from dangol_policy.model.returns import Returns
from dangol_policy.values import TextField

OTHER_SECTIONS = ("channels", "contact")
"""Sections with clauses beside loyalty, promotions and returns, in the order customers read them."""


class Names(Part):
    """What products and groups of them are called in sentences, by the keys that baskets hold.

    A key without a name is said as it is written.
    """

    products: dict[Name, TextField] = {}
    categories: dict[Name, TextField] = {}
    tags: dict[Name, TextField] = {}
    segments: dict[Name, TextField] = {}


class Policy(Part):
    """One customer-care policy."""

    dangol: Literal[1]
    """Version of the language."""
    business: Business
    calendars: Items[Calendar] = ()
    names: Names = Names()
    loyalty: Loyalty = Loyalty()
    promotions: Items[Promotion] = ()
    promotion_rules: PromotionDefaults = PromotionDefaults()
    returns: Returns | None = None
    channels: Items[Channel] = ()
    contact: ContactRules = ContactRules()
    examples: Items[Example] = Field(default=())

    def clauses(self) -> Iterator[tuple[tuple[str | int, ...], Clause]]:
        """Every clause with its path in the document, in the document's order."""
        yield from _clauses(self, ())

    def clauses_of(self, section: str) -> Iterator[tuple[tuple[str | int, ...], Clause]]:
        """The clauses of one section with their paths."""
        yield from _clauses(getattr(self, section), (section,))


def _clauses(part: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Clause]]:
    if isinstance(part, Clause):
        yield path, part
    if isinstance(part, Part):
        for name, field in type(part).model_fields.items():
            yield from _clauses(getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, tuple):
        for index, inner in enumerate(part):
            yield from _clauses(inner, (*path, index))
