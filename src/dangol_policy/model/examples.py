"""Section `examples`: situations with the decision that is expected, and stories with what they lead to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from dangol_policy.model.base import Items, OneOrMany, Part
from dangol_policy.model.events import StoryEvent
from dangol_policy.model.questions import AuthorityQuestion, ClockQuestion, ContactQuestion, KeepQuestion
from dangol_policy.model.standards import ClockName
from dangol_policy.situation import Basket, Customer, Key, Used
from dangol_policy.values import Id, Instant, Money

_BASKET_KEYS = ("codes", "shipping", "store", "channel", "payment", "redeem", "vouchers", "gift_card")


class Given(Part):
    """A situation. `basket` may be just its lines, with shipping and codes beside it.

    Without `at`, noon of the latest first day among the promotions' ranges (2026-01-05 when none has one).
    """

    at: Instant | None = None
    customer: Customer | None = None
    basket: Basket = Basket()
    limits: dict[Id, Used] = {}

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, value: Any) -> Any:
        if not isinstance(value, Mapping) or not isinstance(value.get("basket", []), list | tuple):
            return value
        basket = {"lines": value.get("basket", []), **{key: value[key] for key in _BASKET_KEYS if key in value}}
        return {**{key: inner for key, inner in value.items() if key not in _BASKET_KEYS}, "basket": basket}


class Expect(Part):
    """What the decision must say; only the keys that are written are compared."""

    total: Money | None = None
    subtotal: Money | None = None
    """Goods after discounts."""
    discount: Money | None = None
    shipping: Money | None = None
    tax: Money | None = None
    due: Money | None = None
    points: Annotated[int, Field(ge=0)] | None = None
    """Points to be earned, in the smallest part of a point."""
    points_used: Annotated[int, Field(ge=0)] | None = None
    lines: dict[Key, Money] | None = None
    """Amount after discounts by line id, sku or position."""
    applied: Items[Id] | None = None
    """Exactly these clauses, in any order."""
    not_applied: Items[Id] | None = None
    """At least these clauses."""
    gifts: dict[Key, int] | None = None
    codes: dict[Key, Literal["accepted", "refused"]] | None = None


class Balances(Part):
    """What a story leads to for one customer."""

    customer: Key
    usable: int | None = None
    pending: int | None = None
    tier: Id | None = None
    cards: dict[Id, int] | None = None
    """Stamps on the current card."""
    vouchers: OneOrMany[Id] | None = None
    """Clauses of the vouchers and gifts that can be claimed, in any order."""


QUESTIONS = ("may_contact", "clock", "may_give", "keep")
"""Keys of an example that ask the policy something beside purchases."""


class ClockAnswer(Part):
    """How one clock of a case must stand; of those that repeat, the last."""

    state: Literal["running", "paused", "met", "breached", "ended"] | None = None
    due: Instant | None = None
    breached: Instant | None = None
    """When the breach came about."""
    by: Id | None = None
    """The standard that sets it."""


class Answer(Part):
    """What the policy must answer to a question beside purchases; only the keys that are written are compared."""

    contact: Literal["allow", "defer", "refuse"] | None = None
    until: Instant | None = None
    """When a message that waits may go out; until when a record is kept."""
    because: OneOrMany[Key] | None = None
    """Exactly the clauses that decided, in any order."""
    clocks: dict[ClockName, ClockAnswer] | None = None
    gives: Literal["may", "higher", "nobody"] | None = None
    by: Id | None = None
    """The level that may give it."""


class Example(Part):
    """An example: a situation (`given`, `expect`), a story (`story`, `then`), or a question with its `answer`."""

    name: Annotated[str, Field(min_length=1, max_length=300)]
    given: Given | None = None
    expect: Expect | None = None
    may_contact: ContactQuestion | None = None
    """May this message go out?"""
    clock: ClockQuestion | None = None
    """How do the clocks of this case stand?"""
    may_give: AuthorityQuestion | None = None
    """May this role give this?"""
    keep: KeepQuestion | None = None
    """Until when is this kept?"""
    answer: Answer | None = None
    story: Items[StoryEvent] = ()
    then: Items[Balances] = ()
    refund: Money | None = None
    """Money given back by the story's returns and cancellations together."""
    refused: OneOrMany[Key] = ()
    """Codes with which the story refuses events (`return-not-allowed`), in their order; without it none may be."""
