"""Sections `goals` and `figures`: where the business wants to go, and the measures that tell whether it gets there."""

from __future__ import annotations

from typing import Literal

from dangol_policy.model.base import Clause, OneOrMany
from dangol_policy.model.conditions import Name, Positive
from dangol_policy.values import Day, DurationField, Id, Rate, TextField

FigureKind = Literal[
    "complaint rate",
    "repeat contact rate",
    "returning customer rate",
    "first contact resolution",
    "standards met",
    "kept promises",
    "return rate",
    "satisfaction",
    "recommendation",
    "effort",
    "complaint satisfaction",
    "repeat purchase rate",
    "retention",
    "churn",
    "referral rate",
    "redemption rate",
    "active members",
    "response rate",
]
LOWER_IS_BETTER: frozenset[str] = frozenset(("complaint rate", "repeat contact rate", "return rate", "churn"))


class Measure(Clause):
    """One figure, with its window and its limits."""

    figure: FigureKind
    name: TextField | None = None
    window: DurationField
    target: Rate | None = None
    alarm: Rate | None = None
    """Beyond it somebody must look."""
    fewest: Positive = 30
    """Fewest cases it must rest on to be shown as more than an impression."""
    owner: Id | None = None
    """The role that answers for it."""


class Goal(Clause):
    """A goal of care."""

    name: TextField
    direction: TextField | None = None
    """Where the business wants to go; the goal serves it."""
    figure: Id
    """One of `figures`."""
    target: Rate
    by: Day
    owner: Id | None = None
    moves: OneOrMany[Id] = ()
    """The figures of growth it should move."""
    served_by: OneOrMany[Name] = ()
    """Clauses or whole sections that serve it."""
