"""Section `privacy`: which data is kept, what for, on which ground, for how long; requests of customers, and leaks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.model.conditions import Name
from dangol_policy.values import DurationField, Id, TextField

Ground = Literal["contract", "consent", "law", "legitimate interest", "vital interest"]
Sensitivity = Literal["ordinary", "identity", "money", "location", "health", "biometric"]
DataClass = Literal[
    "order",
    "payment",
    "complaint",
    "advertising",
    "access log",
    "marketing profile",
    "consent proof",
    "recording",
    "member",
    "health record",
    "other",
]
"""What the law speaks of."""
Trigger = Literal[
    "contract end", "supply", "case closed", "display end", "event", "consent withdrawn", "last activity", "contact"
]
RequestKind = Literal[
    "access", "copy", "correction", "erasure", "suspension", "objection", "withdrawal", "disclosures", "explanation"
]


class Keep(Part):
    """How long data is kept, and what happens then."""

    for_time: DurationField = Field(alias="for")
    since: Trigger
    then: Literal["erase", "anonymise", "separate"] = "erase"


class Data(Clause):
    """One row of the inventory."""

    what: TextField
    sort: DataClass = Field(alias="is")
    fields: OneOrMany[Name]
    purpose: OneOrMany[TextField]
    ground: Ground
    sensitivity: Sensitivity = "ordinary"
    recipients: OneOrMany[Id] = ()
    """Ids of `partners`."""
    optional: bool = False
    """Whether service goes on without it."""
    keep: Keep


class Request(Clause):
    """How soon a request of a customer is answered."""

    kind: OneOrMany[RequestKind]
    within: DurationField
    calendar: Id | None = None


class Leak(Clause):
    """What happens when data got into wrong hands."""

    tell_people: DurationField
    tell_authority: DurationField | None = None
    from_people: Annotated[int, Field(ge=1)] | None = None
    """The authority is told when at least so many people are concerned; always when absent."""


class Privacy(Part):
    """Personal data."""

    officer: TextField | None = None
    """Who answers for personal data, and how to reach them."""
    guardian_under: Annotated[int, Field(ge=0, le=21)] | None = None
    """Below this age a guardian consents."""
    data: Items[Data] = ()
    requests: Items[Request] = ()
    leaks: Items[Leak] = ()
