"""Baskets as tills and shops usually send them, read by compiled code alone.

Amounts are whole minor units, and what is seldom there (tax of a line, earlier prices, vouchers) is not. Whatever such
a model takes, `situation.Basket` takes as well and means the same; what it does not take is for `Basket` to read or
explain. It refuses too much rather than too little.
"""

from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, Strict
from pydantic_core.core_schema import CoreSchema, no_info_after_validator_function, union_schema

from dangol_policy.situation import Basket, Key, Line
from dangol_policy.values import MAX_MINOR

MinorUnits = Annotated[int, Field(ge=0, le=MAX_MINOR)]


class OrOne:
    """One value instead of a list of one; unlike `OneOrMany` it asks Python only when there is one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        one = no_info_after_validator_function(lambda value: (value,), handler.generate_schema(Key))
        return union_schema([handler(source), one], mode="left_to_right")


Keys = Annotated[tuple[Key, ...], Strict(False), OrOne()]
Nothing = Annotated[tuple[()], Strict(False)]


class PlainLine(Line):
    """A line without tax of its own and without earlier prices."""

    category: Keys = ()
    tags: Keys = ()
    price: MinorUnits
    floor: MinorUnits | None = None
    tax: None = None
    price_history: Nothing = ()


class PlainBasket(Basket):
    """A basket of plain lines, without vouchers."""

    lines: Annotated[tuple[PlainLine, ...], Strict(False)] = ()
    codes: Keys = ()
    shipping: MinorUnits = 0
    vouchers: Nothing = ()
    gift_card: MinorUnits = 0


class MajorBasket(Basket):
    """A basket whose amounts need the currency of the policy, without vouchers."""

    vouchers: Nothing = ()
