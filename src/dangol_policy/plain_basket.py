"""Baskets as tills and shops usually send them, read by compiled code alone.

Amounts are whole minor units, and what is seldom there (tax of a line, earlier prices, vouchers) is not. Whatever is
taken here, `situation.Basket` takes as well and means the same; what is not taken is for `Basket` to read or explain.
Too much is refused rather than too little. Plain dataclasses are made several times faster than models; to whoever
decides, they look like a `Basket` and its lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any, cast

from pydantic import Field, GetCoreSchemaHandler, Strict
from pydantic_core.core_schema import CoreSchema, no_info_after_validator_function, union_schema

from dangol_policy.model.base import Part
from dangol_policy.situation import (
    Basket,
    Customer,
    Key,
    Quantity,
    RedeemChoice,
    Situation,
    Used,
    not_too_many,
    nothing_redeemed,
)
from dangol_policy.values import MAX_MINOR

MinorUnits = Annotated[int, Field(ge=0, le=MAX_MINOR)]


class OrOne:
    """One value instead of a list of one; unlike `OneOrMany` it asks Python only when there is one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        one = no_info_after_validator_function(lambda value: (value,), handler.generate_schema(Key))
        return union_schema([handler(source), one], mode="left_to_right")


Keys = Annotated[tuple[Key, ...], Strict(False), OrOne()]
Nothing = Annotated[tuple[()], Strict(False)]


@dataclass(frozen=True)
class PlainLine:
    """A line without tax of its own and without earlier prices."""

    __pydantic_config__ = Part.model_config

    price: MinorUnits
    id: Key | None = None
    sku: Key = ""
    name: Key | None = None
    category: Keys = ()
    tags: Keys = ()
    quantity: Quantity = 1
    floor: MinorUnits | None = None
    tax: None = None
    price_history: Nothing = ()


@dataclass(frozen=True)
class PlainBasket:
    """A basket of plain lines, without vouchers."""

    __pydantic_config__ = Part.model_config

    lines: Annotated[tuple[PlainLine, ...], Strict(False)] = ()
    codes: Keys = ()
    shipping: MinorUnits = 0
    store: Key | None = None
    channel: Key | None = None
    payment: Key | None = None
    redeem: RedeemChoice = field(default_factory=nothing_redeemed)
    vouchers: Nothing = ()
    gift_card: MinorUnits = 0

    def __post_init__(self) -> None:
        not_too_many([line.quantity for line in self.lines])


class MajorBasket(Basket):
    """A basket whose amounts need the currency of the policy, without vouchers."""

    vouchers: Nothing = ()


@dataclass
class PlainSituation:
    """A situation put together from parts that were read before."""

    at: datetime
    customer: Customer | None
    basket: Basket | PlainBasket
    limits: Mapping[str, Used]


def situation_with(standing: Situation, basket: Basket | PlainBasket) -> Situation:
    """The same situation with this basket; to whoever decides, it looks like one that was read whole."""
    return cast(Situation, PlainSituation(standing.at, standing.customer, basket, standing.limits))
