"""Events of a story, one kind per shape: what `dangol play` reads, one JSON object per line, and examples hold.

Every event may carry `at`; without it the story's clock stands still. Time only moves forward.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, Tag

from dangol_policy.model.base import OneOrMany, Part, kind_by_key
from dangol_policy.model.returns import Reason
from dangol_policy.situation import Basket, Key, Quantity
from dangol_policy.values import Day, Duration, Id, Instant, Money, read_duration


class Event(Part):
    """What all events share."""

    at: Instant | None = None
    request: Key | None = None
    """Idempotency: an event with the request of an earlier one and the same content changes nothing."""


class Join(Event):
    """A customer enrols."""

    key: ClassVar[str] = "join"
    join: Key
    birthday: Day | None = None
    segments: OneOrMany[Key] = ()
    memberships: OneOrMany[Id] = ()


class Refer(Event):
    """An existing customer (`refer`) names the new one (`friend`), who has not ordered yet."""

    key: ClassVar[str] = "refer"
    refer: Key
    friend: Key


class Purchase(Event):
    """A paid purchase: `purchase` is the order's number. The basket may hold codes, points and rewards to use."""

    key: ClassVar[str] = "purchase"
    purchase: Key
    customer: Key | None = None
    basket: Basket
    delivered: Day | None = None


class Deliver(Event):
    """The goods of an order arrived on this day."""

    key: ClassVar[str] = "deliver"
    deliver: Key
    on: Day


class Return(Event):
    """Units of an order come back: by line id, or everything when `lines` is absent."""

    key: ClassVar[str] = "return"
    order: Key = Field(alias="return")
    lines: dict[Key, Quantity] | None = None
    reason: Reason = "change of mind"


class Cancel(Event):
    """An order is cancelled before it was fulfilled: as if it had not been, and uses are given back."""

    key: ClassVar[str] = "cancel"
    cancel: Key


class Visit(Event):
    """A visit, with or without an amount; `visit` is the customer, `number` names it for cancelling."""

    key: ClassVar[str] = "visit"
    visit: Key
    amount: Money | None = None
    store: Key | None = None
    number: Key | None = None


class CancelVisit(Event):
    """A visit recorded by mistake is taken back, its stamp with it."""

    key: ClassVar[str] = "cancel_visit"
    cancel_visit: Key
    """The visit's number."""


class Redeem(Event):
    """Points are exchanged outside an order: for a reward, or plainly."""

    key: ClassVar[str] = "redeem"
    redeem: Key
    """The customer."""
    reward: Id | None = None
    points: Annotated[int, Field(ge=1)] | None = None
    """Smallest parts of a point."""


class Claim(Event):
    """A gift or voucher in the customer's hands is used outside an order (the dessert is served)."""

    key: ClassVar[str] = "claim"
    claim: Key
    """The voucher's id as the story named it."""


class Grant(Event):
    """A person gives points or a voucher, with the reason."""

    key: ClassVar[str] = "grant"
    grant: Key
    """The customer."""
    points: Annotated[int, Field(ge=1)] | None = None
    voucher: Money | None = None
    item: Key | None = None
    because: Annotated[str, Field(min_length=1, max_length=500)]


class PassTime(Event):
    """The clock moves by a duration (`pass: 8 days`), or to the instant in `at` (`pass: to`).

    Everything due by then happens, in order of its due time.
    """

    key: ClassVar[str] = "pass"
    time: Annotated[Duration | Literal["to"], BeforeValidator(lambda v: v if v == "to" else read_duration(v))] = Field(
        alias="pass"
    )


StoryEvent = Annotated[
    Annotated[Join, Tag("join")]
    | Annotated[Refer, Tag("refer")]
    | Annotated[Purchase, Tag("purchase")]
    | Annotated[Deliver, Tag("deliver")]
    | Annotated[Return, Tag("return")]
    | Annotated[Cancel, Tag("cancel")]
    | Annotated[CancelVisit, Tag("cancel_visit")]
    | Annotated[Visit, Tag("visit")]
    | Annotated[Redeem, Tag("redeem")]
    | Annotated[Claim, Tag("claim")]
    | Annotated[Grant, Tag("grant")]
    | Annotated[PassTime, Tag("pass")],
    kind_by_key(
        "event",
        "join",
        "refer",
        "purchase",
        "deliver",
        "return",
        "cancel",
        "cancel_visit",
        "visit",
        "redeem",
        "claim",
        "grant",
        "pass",
    ),
]
