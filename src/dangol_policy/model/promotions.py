"""Section `promotions`: who, when, what is given, how it combines, how far it goes, and how it is told."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.model.conditions import Name, Need, Positive, When, Where, Who
from dangol_policy.model.gives import Gives
from dangol_policy.values import DayRangeField, DurationField, Id, Money, Rate, TextField


class Combine(Part):
    """How a promotion goes with others.

    Inside a group one promotion applies: the best for the customer, or the one of highest priority. Groups stack.
    `alone`: never together with any promotion of another group; the better side for the customer is kept
    (`choose: priority`: this one whenever it applies).
    """

    group: Id | None = None
    choose: Literal["best", "priority"] = "best"
    alone: bool = False


class Limit(Part):
    """How often and how much."""

    per_customer: Positive | None = None
    total: Positive | None = None
    budget: Money | None = None
    """A use whose discount does not fit in what is left is refused as a whole."""
    on_cancel: Literal["give back", "keep"] = "give back"


class Notice(Part):
    """How long before the start customers are told, and how."""

    before: DurationField
    by: OneOrMany[Name] = ()
    calendar: Id | None = None


class Question(Part):
    """A check question of a staff brief."""

    ask: TextField
    answer: TextField


class Brief(Part):
    """Who among staff must know the promotion before it starts."""

    roles: OneOrMany[Name]
    questions: Items[Question] = ()
    share: Rate | None = None


class Reference(Part):
    """The price an announced reduction is measured against: the lowest of this time before it."""

    lowest_of: DurationField


class Promotion(Clause):
    """One offer. Every key that is present must hold; what it gives has exactly one kind and so one phase."""

    name: TextField | None = None
    runs: DayRangeField | None = None
    when: When | None = None
    who: Who | None = None
    where: Where | None = None
    code: Annotated[OneOrMany[Name], BeforeValidator(lambda v: v)] = ()
    """Any one of these codes must be entered; small and capital letters are the same."""
    payment: OneOrMany[Name] = ()
    needs: Need | None = None
    gives: Gives
    priority: Annotated[int, Field(ge=-1000, le=1000)] = 0
    """Higher acts first inside its phase."""
    points: Literal["earned", "not earned"] = "earned"
    """Whether lines this promotion lowered earn points."""
    combine: Combine = Combine()
    limit: Limit = Limit()
    notice: Notice | None = None
    on_return: Literal["net-price", "reprice-kept"] | None = None
    """`net-price` when absent."""
    on_warranty: TextField | None = None
    brief: Brief | None = None
    reference: Reference | None = None
    programme: Literal["concentrated"] | None = None
    """A concentrated promotion programme of the state, exempt from statutory caps that name it."""


class PromotionDefaults(Part):
    """What holds for every promotion that does not say otherwise."""

    notice: Notice | None = None
    most_together: Positive | None = None
    require_budget: bool = False
    """Every promotion must state a bound; an unbounded one is a problem."""


__all__ = ["Brief", "Combine", "Id", "Limit", "Money", "Notice", "Promotion", "PromotionDefaults", "Reference"]
