"""Section `aftercare`: what happens after a sale, step by step, and when it stops."""

from __future__ import annotations

from typing import Literal

from dangol_policy.model.base import Clause, Items, OneOrMany
from dangol_policy.model.conditions import EVERYTHING, Name, Selector, Who
from dangol_policy.model.contact import Purpose
from dangol_policy.values import DurationField, Id, TextField

Stop = Literal["return", "complaint", "customer's wish", "next order"]


class Touch(Clause):
    """One step: a message to the customer, or a task for staff."""

    wait: DurationField
    """Since what the plan begins with."""
    message: TextField | None = None
    task: TextField | None = None
    purpose: Purpose = "care"
    channel: OneOrMany[Name] = ()
    """In the order in which they are tried."""
    role: Id | None = None
    """Who does a task."""
    who: Who | None = None
    relevant_for: DurationField | None = None
    """A message that could not go out in this time is dropped."""


class Plan(Clause):
    """What follows a sale or a solved case."""

    name: TextField | None = None
    of: Selector = EVERYTHING
    who: Who | None = None
    begins: Literal["purchase", "delivery", "visit", "case resolved"] = "delivery"
    touches: Items[Touch]
    stops_on: OneOrMany[Stop] = ()
    asks_if_solved: DurationField | None = None
    """How long after a solved case the customer is asked whether it really is."""
