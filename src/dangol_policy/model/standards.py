"""Section `service`: how soon a case is acknowledged, answered, reported on and resolved, and what stops the clock."""

from __future__ import annotations

from typing import Literal, get_args

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.model.conditions import Name
from dangol_policy.values import DurationField, Id, Rate, TextField

ClockName = Literal["acknowledge", "first_response", "next_response", "update_every", "resolve"]
CLOCKS: tuple[ClockName, ...] = get_args(ClockName)
Awaited = Literal["customer", "third party"]


class Standard(Clause):
    """What these cases can count on. Of several standards for one case the one that is narrower in every way holds."""

    name: TextField | None = None
    kind: OneOrMany[Id] = ()
    channel: OneOrMany[Name] = ()
    """Ids of `channels`, or means such as `email`."""
    tier: OneOrMany[Id] = ()
    severity: OneOrMany[Id] = ()
    acknowledge: DurationField | None = None
    """Until the customer is told that it arrived; a machine may do that."""
    first_response: DurationField | None = None
    """Until a person answers to the point."""
    next_response: DurationField | None = None
    """From the oldest message of the customer that is not answered."""
    update_every: DurationField | None = None
    """At most this long between two words from us while it is open."""
    resolve: DurationField | None = None
    calendar: Id | None = None
    """Whose hours count; the business's calendar when absent."""
    public: bool = True
    """Whether customers are promised it."""
    reached: Rate | None = None
    """In which share of cases it is to be kept."""
    if_missed: TextField | None = None
    """What the customer gets when it is not kept."""


class Pause(Clause):
    """What stops clocks."""

    waiting_for: OneOrMany[Awaited] = ("customer",)
    clocks: OneOrMany[ClockName]


class Service(Part):
    """Service standards and their clocks."""

    standards: Items[Standard] = ()
    pauses: Items[Pause] = ()
