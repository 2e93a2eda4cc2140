"""Sections `segments` and `personas`: groups of customers by what they do, and the people we picture in them."""

from __future__ import annotations

from dangol_policy.model.base import Clause, OneOrMany, Part
from dangol_policy.model.business import Language
from dangol_policy.model.conditions import EVERYTHING, Count, Name, Selector
from dangol_policy.values import DurationField, Id, Money, TextField


class Spent(Part):
    """Money spent after discounts and returns."""

    at_least: Money | None = None
    at_most: Money | None = None
    within: DurationField | None = None
    """Ever, when absent."""


class Bought(Part):
    """Orders placed and kept."""

    at_least: Count | None = None
    at_most: Count | None = None
    within: DurationField | None = None
    of: Selector = EVERYTHING
    """Orders that hold some of it."""


class Belonging(Part):
    """What a customer must be. Keys in one mapping must all hold."""

    tier: OneOrMany[Id] = ()
    region: OneOrMany[Name] = ()
    language: OneOrMany[Language] = ()
    store: OneOrMany[Id] = ()
    """Where the customer bought last."""
    spent: Spent | None = None
    orders: Bought | None = None
    last_order_within: DurationField | None = None
    no_order_for: DurationField | None = None
    """Has ordered before, but not within this time."""
    known_for: DurationField | None = None
    """Known to us for at least this long."""


class Segment(Clause):
    """A group of customers by what they do: who belongs is worked out, not written down."""

    name: TextField | None = None
    of: Belonging
    focus: bool = False
    """Whether the business turns to this group above others."""


class Persona(Clause):
    """Somebody we picture in a group, and what we base it on."""

    name: TextField
    segment: Id | None = None
    who: TextField
    thinks: TextField | None = None
    wants: TextField | None = None
    fears: TextField | None = None
    evidence: OneOrMany[TextField] = ()
    """What we have seen or asked that shows it."""
