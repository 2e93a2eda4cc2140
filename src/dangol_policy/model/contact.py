"""Section `contact`: whom the business may write to or call, what for, when and how often."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.model.business import Language
from dangol_policy.model.conditions import Count, Name, Positive, Who
from dangol_policy.values import DurationField, TimeRangeField

Purpose = Literal["transactional", "care", "marketing"]
"""`transactional`: an order or case needs it; `care`: it helps without selling; `marketing`: it sells."""


class ContactRule(Clause):
    """What every rule of contact names: the messages it is about."""

    purpose: OneOrMany[Purpose] = ()
    """All when absent."""
    channel: OneOrMany[Name] = ()
    """Ids of `channels`, or means such as `sms`; all when absent."""


class ConsentRule(ContactRule):
    """These messages need the customer's consent."""

    renew: DurationField | None = None
    """How long a consent holds before it must be confirmed again."""
    unrenewed: Literal["hold", "send"] = "hold"
    """What happens to messages when it was not confirmed in time."""
    bought_within: DurationField | None = None
    """A purchase within this time stands in for a consent."""


class LabelRule(ContactRule):
    """What these messages must show."""

    starts_with: OneOrMany[Annotated[str, Field(min_length=1, max_length=100)]] = ()
    """Exactly these characters first; of several, any."""
    holds: OneOrMany[Annotated[str, Field(min_length=1, max_length=200)]] = ()
    """Further words that must stand in it, such as the way to refuse."""
    language: OneOrMany[Language] = ()
    """Languages of messages it is about; all when absent."""


class QuietHours(ContactRule):
    """Hours, in the recipient's zone, in which these messages wait."""

    hours: OneOrMany[TimeRangeField]
    unless_agreed: bool = False
    """Whether a consent given for these hours lets messages through."""


class Cap(ContactRule):
    """At most so many of these messages in any stretch of time."""

    most: Count
    per: DurationField


class Floor(ContactRule):
    """At least so many of these messages in any stretch of time: whom we would otherwise forget."""

    least: Positive
    per: DurationField
    who: Who | None = None


class Register(ContactRule):
    """Nobody on this list gets these messages."""

    on: Name
    """The list, such as `do-not-call`."""


class Rest(ContactRule):
    """No such message to a customer whose case of these kinds is open."""

    while_open: OneOrMany[Name] = ("complaint",)


class ContactRules(Part):
    """May we contact this customer? All rules are asked; one refusal refuses, else the latest deferral counts."""

    registers: Items[Register] = ()
    consents: Items[ConsentRule] = ()
    labels: Items[LabelRule] = ()
    quiet_hours: Items[QuietHours] = ()
    caps: Items[Cap] = ()
    floors: Items[Floor] = ()
    rests: Items[Rest] = ()
