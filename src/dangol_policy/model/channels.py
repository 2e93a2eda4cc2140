"""Section `channels`: each way to reach the business: what for, when, who answers first and how soon."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dangol_policy.model.base import Clause, OneOrMany, Part
from dangol_policy.model.business import Language
from dangol_policy.model.conditions import Name, Positive
from dangol_policy.values import DurationField, Id, Money, TextField

Means = Literal["phone", "email", "sms", "chat", "messenger", "kakao", "web", "app", "push", "social", "post", "store"]
"""How words travel; laws about messages and the rules of `contact` speak of these."""
Identity = Literal["none", "order number", "phone number", "one-time code", "signed in", "identity card"]


class Attachments(Part):
    """Files a customer may send along."""

    count: Positive
    megabytes: Positive
    types: OneOrMany[Annotated[str, Field(pattern=r"^[a-z0-9]{2,5}$")]] = ()
    """Endings of file names; any type when absent."""


class Channel(Clause):
    """One way to reach the business, with its rules."""

    means: Means
    name: TextField | None = None
    at: Name | None = None
    """Number, address or page."""
    purposes: OneOrMany[Id] = ()
    """Kinds of case (`cases`) it is meant for; all when absent."""
    calendar: Id | None = None
    """When it is answered; the business's calendar when absent."""
    first: Literal["person", "machine"] = "person"
    """Who answers first."""
    person_within: DurationField | None = None
    """How soon a customer who wants a person reaches one, where a machine answers first."""
    answer_within: DurationField | None = None
    """Promised time until the first answer of a person."""
    charge: Money | None = None
    """What using it costs the customer; 0 says that it is free."""
    identity: OneOrMany[Identity] = ()
    """What the customer shows before anything personal is said."""
    length: Positive | None = None
    """Most characters of one message."""
    attachments: Attachments | None = None
    recording: TextField | None = None
    """Notice that the conversation is recorded; without it nothing is."""
    languages: OneOrMany[Language] = ()
    """Languages it is answered in; those of the business when absent."""
