"""Conditions as data: which lines (selector), which customers (who), which basket (needs), where and when."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, Tag

from dangol_policy.model.base import Items, OneOrMany, Part, kind_by_key
from dangol_policy.model.business import Weekday
from dangol_policy.values import DurationField, Id, Money, TimeRangeField

Name = Annotated[str, Field(min_length=1, max_length=200)]
Count = Annotated[int, Field(ge=0, le=10**9)]
Positive = Annotated[int, Field(ge=1, le=10**9)]


class Selector(Part):
    """Which lines are meant. Keys in one mapping must all hold; an empty mapping means every line."""

    product: OneOrMany[Name] = ()
    category: OneOrMany[Name] = ()
    tag: OneOrMany[Name] = ()
    price_at_least: Money | None = None
    """Unit price before discounts."""
    price_at_most: Money | None = None
    discounted: bool | None = None
    """Whether an earlier phase has already lowered the line."""
    none_of: Selector | None = Field(default=None, alias="not")
    any_of: Items[Selector] = Field(default=(), alias="any")
    all_of: Items[Selector] = Field(default=(), alias="all")


EVERYTHING = Selector()


class Birthday(Part):
    """The customer's birthday lies within these days before and after the order's day (29 Feb counts on 28 Feb)."""

    before: Count = 0
    """Days before the birthday on which it already counts."""
    after: Count = 0
    month: bool = False
    """The whole month of the birthday instead."""


class NthOrder(Part):
    """Counts the order being placed; cancelled orders do not count."""

    at_least: Positive | None = None
    at_most: Positive | None = None
    every: Positive | None = None
    """Every Nth order."""


class Who(Part):
    """Which customers. Keys in one mapping must all hold. A guest (unknown customer) has no tier and no group."""

    tier: OneOrMany[Id] = ()
    segment: OneOrMany[Name] = ()
    """Groups the business put the customer in."""
    membership: OneOrMany[Id] = ()
    """A paid or registered membership in `loyalty.memberships`, valid at the order."""
    member: bool | None = None
    """Enrolled customer (true) or guest (false)."""
    member_for_at_least: DurationField | None = None
    member_for_at_most: DurationField | None = None
    birthday: Birthday | None = None
    order: Positive | NthOrder | None = None
    """Nth order of the customer, this one counted."""
    no_order_for: DurationField | None = None
    """Has ordered before, but not within this time."""
    referred: bool | None = None
    """Brought by another customer."""
    none_of: Who | None = Field(default=None, alias="not")
    any_of: Items[Who] = Field(default=(), alias="any")
    all_of: Items[Who] = Field(default=(), alias="all")


class When(Part):
    """Weekdays and hours in the zone of the store, else of the business."""

    weekdays: OneOrMany[Weekday] = ()
    hours: OneOrMany[TimeRangeField] = ()


class Where(Part):
    """Stores and channels."""

    store: OneOrMany[Id] = ()
    channel: OneOrMany[Name] = ()


Measure = Literal["before discounts", "now"]
"""`before discounts`: list amounts; `now`: what earlier phases and clauses have left when this clause's turn comes."""


class UnitsNeed(Part):
    """Enough units (or distinct products) of something in the basket."""

    key: ClassVar[str] = "at_least"
    at_least: Positive
    at_most: Positive | None = None
    of: Selector = EVERYTHING
    counting: Literal["units", "products"] = "units"


class SpendNeed(Part):
    """Enough money spent on something in the basket: at least `spend`."""

    key: ClassVar[str] = "spend"
    spend: Money
    at_most: Money | None = None
    of: Selector = EVERYTHING
    measure: Measure = "before discounts"


class AboveNeed(Part):
    """More than `above` spent (strictly)."""

    key: ClassVar[str] = "above"
    above: Money
    of: Selector = EVERYTHING
    measure: Measure = "before discounts"


class AllNeed(Part):
    """Every need holds."""

    key: ClassVar[str] = "all"
    all_of: Items[Need] = Field(alias="all")


class AnyNeed(Part):
    """At least one need holds."""

    key: ClassVar[str] = "any"
    any_of: Items[Need] = Field(alias="any")


class NotNeed(Part):
    """The need does not hold."""

    key: ClassVar[str] = "not"
    none_of: Need = Field(alias="not")


Need = Annotated[
    Annotated[UnitsNeed, Tag("at_least")]
    | Annotated[SpendNeed, Tag("spend")]
    | Annotated[AboveNeed, Tag("above")]
    | Annotated[AllNeed, Tag("all")]
    | Annotated[AnyNeed, Tag("any")]
    | Annotated[NotNeed, Tag("not")],
    kind_by_key("need", "at_least", "spend", "above", "all", "any", "not"),
]

Selector.model_rebuild()
Who.model_rebuild()
AllNeed.model_rebuild()
AnyNeed.model_rebuild()
NotNeed.model_rebuild()
