"""Section `voice`: surveys, reviews, ideas: when customers are asked, and what becomes of what they say."""

from __future__ import annotations

from typing import Literal

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.model.conditions import Name, Positive
from dangol_policy.values import DurationField, Id, Rate, TextField

Measure = Literal["satisfaction", "recommendation", "effort", "complaint handling", "relationship"]
"""CSAT of five steps, NPS of 0 to 10, CES of seven steps, satisfaction with how a complaint was handled, the whole."""


class Survey(Clause):
    """A question asked after something."""

    name: TextField | None = None
    measure: Measure
    ask: TextField
    after: Literal["purchase", "delivery", "visit", "case resolved", "every"]
    wait: DurationField
    """How long after it; with `every`, how often."""
    channel: OneOrMany[Name] = ()
    sample: Rate | None = None
    """Share of customers who are asked, by chance; all when absent."""


class Fatigue(Clause):
    """Nobody is asked more often than this, whatever the survey."""

    most: Positive
    per: DurationField


class Reviews(Clause):
    """Public opinions: when we ask for one, and how we answer."""

    ask_after: DurationField | None = None
    """Asked of everybody who bought, content or not."""
    answer_within: DurationField
    low: Positive
    """Stars up to which a review opens a case."""
    opens: Id
    """The kind of case."""
    reward: TextField | None = None
    """What every review earns, good or bad."""


class Ideas(Clause):
    """Suggestions, panels: each gets a decision, and its author hears of it."""

    decide_within: DurationField
    panel: TextField | None = None
    reward: TextField | None = None


class Voice(Part):
    """The voice of the customer."""

    surveys: Items[Survey] = ()
    fatigue: Items[Fatigue] = ()
    reviews: Items[Reviews] = ()
    ideas: Items[Ideas] = ()
