"""What is asked of a policy beside purchases: may we write, when is a case due, who may give what, how long is it kept.

A question holds every fact its answer depends on, the instant included. Examples of a policy write the same questions
with the answer that is expected.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dangol_policy.model.base import Items, OneOrMany, Part
from dangol_policy.model.business import Language, Zone
from dangol_policy.model.conditions import Count, Name
from dangol_policy.model.contact import Purpose
from dangol_policy.model.responsibility import Remedy
from dangol_policy.model.standards import Awaited
from dangol_policy.values import DurationField, Id, Instant, Money

MOST_SENT = 1_000


class ConsentGiven(Part):
    """One consent of the customer, as it was recorded."""

    purpose: OneOrMany[Purpose] = ("marketing",)
    channel: OneOrMany[Name] = ()
    """Channels or means it names; all when absent."""
    at: Instant
    renewed: Instant | None = None
    """When it was last confirmed."""
    withdrawn: Instant | None = None
    quiet_hours: bool = False
    """Whether it was given for quiet hours too."""


class MessageSent(Part):
    """A message the customer got."""

    at: Instant
    channel: Name
    purpose: Purpose


class OwnWish(Part):
    """What the customer asked for: fewer messages than the policy allows, or none."""

    purpose: OneOrMany[Purpose] = ()
    channel: OneOrMany[Name] = ()
    most: Count = 0
    per: DurationField | None = None
    """With `most` 0, none at all; else at most so many in any such time."""


class Contacted(Part):
    """The customer as the gate must know them."""

    timezone: Zone | None = None
    """Where the customer is; where the business is when nobody knows."""
    consents: Items[ConsentGiven] = ()
    sent: Annotated[Items[MessageSent], Field(max_length=MOST_SENT)] = ()
    wishes: Items[OwnWish] = ()
    registers: OneOrMany[Name] = ()
    """Lists the customer is on, such as `do-not-call`."""
    open_cases: OneOrMany[Name] = ()
    """Kinds of the customer's cases that are open."""
    last_purchase: Instant | None = None


class ContactQuestion(Part):
    """May this message go out to this customer at this instant?"""

    at: Instant
    channel: Name
    """A channel of the policy, or means such as `sms`."""
    purpose: Purpose
    text: str = ""
    language: Language | None = None
    """Of the message; the business's first when absent."""
    relevant_until: Instant | None = None
    """After this the message is pointless."""
    customer: Contacted = Contacted()


class CaseMark(Part):
    """What a case is known by when a standard is looked up."""

    kind: Id
    channel: Name | None = None
    tier: Id | None = None
    severity: Id | None = None


class CaseEvent(Part):
    """Something that happened in a case."""

    at: Instant
    what: Literal[
        "message",
        "automatic reply",
        "reply",
        "update",
        "no reply needed",
        "waiting",
        "resumed",
        "resolved",
        "reopened",
        "changed",
    ]
    """`message`: from the customer; `reply`: a person's answer to the point; `update`: word that it goes on."""
    waiting_for: Awaited = "customer"
    """With `waiting`: whom we wait for. Their message, `resumed` and `resolved` end it."""
    to: CaseMark | None = None
    """With `changed`: what the case is now."""


class ClockQuestion(Part):
    """How do the clocks of this case stand at this instant?"""

    at: Instant
    opened: Instant
    case: CaseMark
    events: Annotated[Items[CaseEvent], Field(max_length=MOST_SENT)] = ()


class AuthorityQuestion(Part):
    """May this role give this, in this case?"""

    role: Id
    give: Remedy
    amount: Money = 0
    """What it is worth."""
    kind: Id | None = None
    severity: Id | None = None
    absent: OneOrMany[Id] = ()
    """Roles nobody of whom is there."""


class KeepQuestion(Part):
    """Until when is this record kept?"""

    data: Id
    """A row of `privacy.data`."""
    since: Instant
    """When what the period begins with happened."""
