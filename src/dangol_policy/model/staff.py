"""Section `staff`: roles, what each must know, rewards and penalties by rule, and reports due."""

from __future__ import annotations

from typing import Literal

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.model.conditions import Name, Positive
from dangol_policy.values import DurationField, Id, Money, Rate, TextField


class Role(Part):
    """What somebody does here."""

    id: Id
    name: TextField


class Training(Clause):
    """Who must know what."""

    roles: OneOrMany[Id]
    knows: OneOrMany[Name]
    """Clauses or whole sections."""
    within: DurationField
    """After joining, or after a change."""
    every: DurationField | None = None
    """When it is repeated."""
    passed: Rate | None = None
    """Share of right answers that counts as known."""
    share: Rate | None = None
    """Share of the people of the roles who must know a change of it before the change takes effect."""


class Reward(Clause):
    """A reward or penalty by rule, the same for everybody of the roles, with the figure it rests on."""

    roles: OneOrMany[Id]
    figure: Id
    """One of `figures`."""
    at_least: Rate | None = None
    at_most: Rate | None = None
    cases: Positive
    """Fewest cases the figure must rest on; below it nothing is paid or taken."""
    gives: Money
    sort: Literal["reward", "penalty"] = "reward"
    per: DurationField
    appeal: DurationField
    """How long it can be appealed against; an appeal holds a penalty."""


class Report(Clause):
    """A report that staff owe."""

    roles: OneOrMany[Id]
    about: TextField
    every: DurationField


class Staff(Part):
    """The people who carry it out."""

    roles: Items[Role] = ()
    training: Items[Training] = ()
    rewards: Items[Reward] = ()
    reports: Items[Report] = ()
