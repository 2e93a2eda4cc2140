"""Section `responsibility`: who may decide and give what, up to which amount, and when a case moves up."""

from __future__ import annotations

from typing import Literal

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.values import DurationField, Id, Money, TextField

Remedy = Literal["refund", "voucher", "points", "discount", "exchange", "repair", "gift", "apology", "callback"]


class Power(Part):
    """One thing a level may give."""

    give: Remedy
    up_to: Money | None = None
    """Largest worth in one case; no bound when absent."""


class Rise(Part):
    """When a case moves up beyond what the level may give."""

    to: Id | None = None
    """The next level in the list when absent."""
    after: DurationField | None = None
    """When the level has had it this long."""
    severity: OneOrMany[Id] = ()
    """At once."""
    on_wish: bool = False
    """When the customer asks for it."""


class Level(Clause):
    """One level of responsibility. Written from the lowest to the highest."""

    name: TextField | None = None
    roles: OneOrMany[Id] = ()
    kinds: OneOrMany[Id] = ()
    """Kinds of case it decides; all when absent."""
    may: Items[Power] = ()
    cover: OneOrMany[Id] = ()
    """Roles that stand in when nobody of `roles` is there."""
    rises: Rise | None = None


class Responsibility(Part):
    """Levels of responsibility."""

    levels: Items[Level] = ()
