"""A situation: basket, customer and instant, as a quote is asked for. Also the input of `dangol decide`.

Amounts are read like in a policy (major units) unless the context says that integers are minor units.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from dangol_policy.model.base import Items, OneOrMany, Part
from dangol_policy.values import Day, Id, Instant, Money, fault

Key = Annotated[str, Field(max_length=200)]
Quantity = Annotated[int, Field(ge=1, le=100_000)]
MOST_LINES = 1_000
MOST_UNITS = 100_000
"""Most lines, and most units of all lines together, of one basket."""


def not_too_many(quantities: Sequence[int]) -> None:
    """Shares are kept for each unit, so that a basket has to have an end."""
    if len(quantities) > MOST_LINES or sum(quantities) > MOST_UNITS:
        raise fault(
            "bad-value",
            "a basket holds at most {lines} lines and {units} units",
            lines=MOST_LINES,
            units=MOST_UNITS,
        )


class LineTax(Part):
    """Tax of a line: a rate, or the amount of tax per unit; held in the price (`included`) or put on top."""

    rate: Annotated[str, Field(pattern=r"^\d+(\.\d+)? ?%$")] | None = None
    amount: Money | None = None
    included: bool | None = None
    """None: as `business.tax.prices` says."""


class PriceOn(Part):
    """A price the product had from this day on."""

    on: Day = Field(alias="from")
    price: Money


class Line(Part):
    """One line of a basket."""

    id: Key | None = None
    """Names the line in the answer; the position (1, 2, ...) when absent."""
    sku: Key = ""
    name: Key | None = None
    category: OneOrMany[Key] = ()
    tags: OneOrMany[Key] = ()
    price: Money
    """Unit price."""
    quantity: Quantity = 1
    floor: Money | None = None
    """Unit price that no discount may go below."""
    tax: LineTax | None = None
    price_history: Items[PriceOn] = ()


class RedeemChoice(Part):
    """What the customer wants to use: points as payment (a number or `max`), and rewards."""

    points: Annotated[int, Field(ge=0)] | Literal["max"] = 0
    """Whole points when the programme has no decimals; else in the smallest part of a point."""
    rewards: dict[Id, Annotated[int, Field(ge=1, le=1000)]] = {}


_NOTHING_REDEEMED = RedeemChoice()


def nothing_redeemed() -> RedeemChoice:
    """Always the same one: a default that is written down would be copied deeply for each basket."""
    return _NOTHING_REDEEMED


class HeldVoucher(Part):
    """A voucher the customer holds and wants to use: an amount or a rate off the order."""

    code: Key
    amount: Money | None = None
    percent: Annotated[str, Field(pattern=r"^\d+(\.\d+)? ?%$")] | None = None
    minimum: Money = 0
    expires: Instant | None = None
    clause: Id | None = None


class Basket(Part):
    """What is bought, and how."""

    lines: Items[Line] = ()
    codes: OneOrMany[Key] = ()
    shipping: Money = 0
    store: Key | None = None
    channel: Key | None = None
    payment: Key | None = None
    redeem: RedeemChoice = Field(default_factory=nothing_redeemed)
    vouchers: Items[HeldVoucher] = ()
    gift_card: Money = 0
    """Gift card or store credit used as payment, after points."""

    @model_validator(mode="after")
    def _not_too_many(self) -> Self:
        not_too_many([line.quantity for line in self.lines])
        return self


class Used(Part):
    """How often and how much a promotion was used."""

    used: Annotated[int, Field(ge=0)] = 0
    cancelled: Annotated[int, Field(ge=0)] = 0
    """Of these, how many belong to cancelled orders."""
    spent: Money = 0
    """Discount given by uses that stand."""


class Customer(Part):
    """What the policy may look at in a customer. A guest is a situation without customer."""

    id: Key | None = None
    tier: Id | None = None
    """The tier held; the entry tier when the policy has tiers and none is named."""
    segments: OneOrMany[Key] = ()
    memberships: OneOrMany[Id] = ()
    """Valid at the instant of the situation."""
    member_since: Day | None = None
    birthday: Day | None = None
    orders: Annotated[int, Field(ge=0)] = 0
    """Earlier orders that were not cancelled."""
    last_order: Instant | None = None
    referred: bool = False
    points: int = 0
    """Usable points, in the smallest part of a point; may be negative."""
    qualifying: Annotated[int, Field(ge=0)] = 0
    """The tier measure inside its window, before this order: minor units, visits, or smallest parts of a point."""
    uses: dict[Id, Used] = {}


class Situation(Part):
    """Everything a quote depends on besides the policy."""

    at: Instant
    customer: Customer | None = None
    basket: Basket = Basket()
    limits: dict[Id, Used] = {}
    """What all customers together have used of each promotion."""
