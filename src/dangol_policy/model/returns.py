"""Section `returns`: how long, in what condition, what is excluded, who pays, how refunded; exchange and warranty."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.model.conditions import EVERYTHING, Name, Selector, Where, Who
from dangol_policy.values import DurationField, Id, Money, TextField

Reason = Literal["change of mind", "fault", "wrong item"]
"""`fault` and `wrong item` are the fault of the business: always net price, promotions kept, no fee."""


class Window(Clause):
    """How long goods may be returned. Of several that match a line the longest holds."""

    for_time: DurationField = Field(alias="for")
    of: Selector = EVERYTHING
    who: Who | None = None
    where: Where | None = None
    after: Literal["purchase", "delivery"] = "delivery"
    reasons: OneOrMany[Reason] = ("change of mind",)


class Exclusion(Clause):
    """Goods that are not taken back on a change of mind."""

    of: Selector
    because: TextField


class Fee(Clause):
    """What a return on a change of mind costs: per return. Waived by `free: returns`."""

    fee: Money
    of: Selector = EVERYTHING
    who: Who | None = None


class Condition(Clause):
    """The state goods must be in."""

    state: OneOrMany[Literal["unused", "unopened", "original packaging", "tags attached", "receipt"]]
    of: Selector = EVERYTHING
    except_fault: bool = True


class Refund(Part):
    """How money comes back."""

    method: Literal["as paid", "store credit", "customer's choice"] = "as paid"
    within: DurationField | None = None
    calendar: Id | None = None
    shipping: Literal["kept", "given back when all is returned"] = "kept"
    """The original shipping charge, on a change of mind; at the business's fault it always comes back."""


class Exchange(Clause):
    """Goods swapped."""

    for_time: DurationField = Field(alias="for")
    of: Selector = EVERYTHING
    times: int | None = None


class WarrantyRule(Clause):
    """Repair or replacement of goods that fail. The longest that matches a line holds; promotions may add to it."""

    for_time: DurationField = Field(alias="for")
    of: Selector = EVERYTHING
    covers: TextField | None = None


class Returns(Part):
    """Returns, exchange and warranty."""

    windows: Items[Window] = ()
    """Without any, nothing can be returned on a change of mind; faulty goods always can."""
    exclusions: Items[Exclusion] = ()
    conditions: Items[Condition] = ()
    fees: Items[Fee] = ()
    return_shipping: Literal["customer", "business"] = "customer"
    """Who pays the way back on a change of mind; at the business's fault the business pays."""
    tier_at: Literal["purchase", "return"] = "purchase"
    """The tier that decides about fees and windows."""
    refund: Refund = Refund()
    exchange: Items[Exchange] = ()
    warranty: Items[WarrantyRule] = ()


__all__ = ["Condition", "Exchange", "Exclusion", "Fee", "Name", "Reason", "Refund", "Returns", "WarrantyRule", "Window"]
