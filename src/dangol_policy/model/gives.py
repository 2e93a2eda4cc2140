"""What a promotion, card, reward or benefit gives: one shape per kind, told apart by its key.

The phase in which a kind acts is fixed: price list -> item -> bundle -> order -> shipping -> reward.
`reward` kinds (points, vouchers, gifts, entitlements) never change a price.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from dangol_policy.model.base import ByTier, Items, Part, kind_by_key
from dangol_policy.model.conditions import EVERYTHING, Measure, Name, Positive, Selector
from dangol_policy.values import DurationField, Money, Rate, TextField

Phase = Literal["price list", "item", "bundle", "order", "shipping", "reward"]
Off = Literal["price", "line", "unit", "cheapest", "dearest", "order", "shipping"]
PHASE_OF_OFF: dict[str, Phase] = {
    "price": "price list",
    "line": "item",
    "unit": "item",
    "cheapest": "item",
    "dearest": "item",
    "order": "order",
    "shipping": "shipping",
}


VoucherWorth = Annotated[
    Annotated[Rate, Tag("rate")] | Annotated[Money, Tag("money")],
    Discriminator(lambda v: "rate" if isinstance(v, str) and v.rstrip().endswith("%") else "money"),
]
"""An amount (int, minor units) or a rate (Decimal)."""


class Percent(Part):
    """A percentage off. Rounded half-up once: per line, or once for the order and then distributed.

    `price` lowers the catalogue price of matching lines; `line` and `unit` each matching line; `cheapest` and
    `dearest` one matching unit; `order` the matching lines together; `shipping` the shipping charge.
    """

    key: ClassVar[str] = "percent"
    percent: ByTier[Rate]
    off: Off = "line"
    of: Selector = EVERYTHING
    at_most: Money | None = None
    """The most the whole discount may be."""


class Amount(Part):
    """An amount off: per matching `line`, per matching `unit` (also `price`), one unit, the order, or shipping."""

    key: ClassVar[str] = "amount"
    amount: ByTier[Money]
    off: Off = "order"
    of: Selector = EVERYTHING


class PerSpend(Part):
    """Stepped amounts: `amount` off for each full `per_spend`, at most `times` times. Order phase."""

    key: ClassVar[str] = "per_spend"
    per_spend: Money
    amount: ByTier[Money]
    times: Positive | None = None
    of: Selector = EVERYTHING
    measure: Measure = "before discounts"


class Price(Part):
    """A fixed price per matching unit; never raises a price. Item phase."""

    key: ClassVar[str] = "price"
    price: ByTier[Money]
    of: Selector = EVERYTHING
    units: Positive | None = None
    """At most this many units of an order, dearest first."""


class Prices(Part):
    """A price list: unit price by product, per tier if wished; never raises a price. Price-list phase."""

    key: ClassVar[str] = "prices"
    prices: dict[Name, ByTier[Money]]
    units: Positive | None = None
    """At most this many units of each product of an order."""


class Nth(Part):
    """Every nth unit at a rate off (second item half price). Bundle phase.

    Matching units are put in order (`counted`), ties by canonical line order; the nth, 2nth, ... of them get the rate.
    """

    key: ClassVar[str] = "nth"
    nth: Annotated[int, Field(ge=2, le=1000)]
    percent: ByTier[Rate]
    of: Selector = EVERYTHING
    counted: Literal["dearest first", "cheapest first"] = "dearest first"
    same_product: bool = False
    """Count within each product apart."""
    times: Positive | None = None


class FreeUnits(Part):
    """In each full group of `of_each` units (dearest first), the cheapest or dearest `units` are free. Bundle phase."""

    key: ClassVar[str] = "of_each"
    free: Literal["cheapest", "dearest"]
    of_each: Annotated[int, Field(ge=2, le=1000)]
    units: Positive = 1
    percent: ByTier[Rate] | None = None
    """Instead of free: this rate off."""
    of: Selector = EVERYTHING
    same_product: bool = False
    times: Positive | None = None


class Bought(Part):
    """What must be bought for each gift: `units` of something. These units cannot be gifts themselves."""

    units: Positive
    of: Selector = EVERYTHING


class Get(Part):
    """Buy X get Y: for each `for_each`, `get` units of `of` are free, or at a rate, amount or price. Bundle phase.

    `from: basket` takes units that are there; `from: proposed` proposes extra units of the bought product (or of
    `product`), which are never silently added and cost nothing.
    """

    key: ClassVar[str] = "get"
    get: Positive
    of: Selector = EVERYTHING
    for_each: Bought
    percent: ByTier[Rate] | None = None
    amount: ByTier[Money] | None = None
    pick: Literal["cheapest", "dearest"] = "cheapest"
    source: Literal["basket", "proposed"] = Field(default="basket", alias="from")
    product: Name | None = None
    times: Positive | None = None


class BundlePart(Part):
    """One part of a bundle."""

    units: Positive = 1
    of: Selector = EVERYTHING


class Bundle(Part):
    """A combo: its parts together at a price, a rate or an amount off; never dearer than apart. Bundle phase.

    Units are taken dearest first, parts in the order written; a unit is used once.
    """

    key: ClassVar[str] = "bundle"
    bundle: Items[BundlePart]
    price: ByTier[Money] | None = None
    percent: ByTier[Rate] | None = None
    amount: ByTier[Money] | None = None
    times: Positive | None = None


class Shipping(Part):
    """Shipping free, or at a fixed charge. Shipping phase."""

    key: ClassVar[str] = "shipping"
    shipping: Literal["free"] | Money


class Item(Part):
    """A gift that is not in the basket: an item handed over or sent along."""

    key: ClassVar[str] = "item"
    item: Name
    units: Positive = 1
    name: TextField | None = None
    valid: DurationField | None = None
    """How long it can be claimed; at once when absent."""


class Points(Part):
    """Bonus points, on top of what is earned."""

    key: ClassVar[str] = "points"
    points: ByTier[Positive]


class TimesPoints(Part):
    """Multiplies the points earned on matching lines."""

    key: ClassVar[str] = "points_times"
    points_times: Annotated[int, Field(ge=2, le=100)]
    of: Selector = EVERYTHING


class Voucher(Part):
    """A voucher for a later order: an amount (`5000`) or a rate (`10%`) off it."""

    key: ClassVar[str] = "voucher"
    voucher: ByTier[VoucherWorth]
    valid: DurationField | None = None
    minimum: Money | None = None
    """Least amount of the later order, before discounts."""
    of: Selector = EVERYTHING


class FreeService(Part):
    """Returns or shipping free of charge for the customer."""

    key: ClassVar[str] = "free"
    free: Literal["returns", "shipping"]


class Warranty(Part):
    """A longer warranty on matching lines, added to what holds anyway."""

    key: ClassVar[str] = "warranty"
    warranty: DurationField
    of: Selector = EVERYTHING


class Priority(Part):
    """Precedence: served first in the queue."""

    key: ClassVar[str] = "priority"
    priority: Literal["queue", "phone", "delivery"]


class Gesture(Part):
    """Something done for the customer that no figure measures: a handwritten card, a call."""

    key: ClassVar[str] = "gesture"
    gesture: TextField
    cost: Money | None = None


Gives = Annotated[
    Annotated[Nth, Tag("nth")]
    | Annotated[FreeUnits, Tag("of_each")]
    | Annotated[Get, Tag("get")]
    | Annotated[Bundle, Tag("bundle")]
    | Annotated[PerSpend, Tag("per_spend")]
    | Annotated[Voucher, Tag("voucher")]
    | Annotated[Percent, Tag("percent")]
    | Annotated[Amount, Tag("amount")]
    | Annotated[Price, Tag("price")]
    | Annotated[Prices, Tag("prices")]
    | Annotated[Shipping, Tag("shipping")]
    | Annotated[Item, Tag("item")]
    | Annotated[Points, Tag("points")]
    | Annotated[TimesPoints, Tag("points_times")]
    | Annotated[FreeService, Tag("free")]
    | Annotated[Warranty, Tag("warranty")]
    | Annotated[Priority, Tag("priority")]
    | Annotated[Gesture, Tag("gesture")],
    kind_by_key(
        "gift",
        "nth",
        "of_each",
        "get",
        "bundle",
        "per_spend",
        "voucher",
        "percent",
        "amount",
        "price",
        "prices",
        "shipping",
        "item",
        "points",
        "points_times",
        "free",
        "warranty",
        "priority",
        "gesture",
    ),
]
