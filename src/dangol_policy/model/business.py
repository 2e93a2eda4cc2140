"""Sections `business` and `calendars`: who the policy belongs to, and when it is open."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, WithJsonSchema

from dangol_policy.model.base import Items, OneOrMany, Part
from dangol_policy.values import Currency, Day, DayRangeField, DurationField, Id, TextField, TimeRangeField, fault


def _zone(value: object) -> str:
    try:
        if isinstance(value, str):
            ZoneInfo(value)
            return value
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    raise fault("bad-zone", "this is not a time zone of the IANA database such as Asia/Seoul")


Zone = Annotated[str, BeforeValidator(_zone), WithJsonSchema({"type": "string", "examples": ["Asia/Seoul"]})]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class Tax(Part):
    """How prices hold tax, and on which amount discounts are counted."""

    prices: Literal["included", "excluded"] = "included"
    """Whether a price without its own mark holds the tax."""
    rate: Annotated[str, Field(pattern=r"^\d+(\.\d+)? ?%$")] | None = None
    """Tax of lines that name none; no tax is shown when neither the line nor the policy names one."""
    discounts: Literal["as priced", "with tax"] = "as priced"
    """`with tax`: lines priced without tax are first brought to the price with tax, and discounts count on that."""


class Store(Part):
    """A place of the business."""

    id: Id
    name: TextField
    timezone: Zone | None = None
    calendar: Id | None = None
    address: str | None = None
    phone: str | None = None


class Contact(Part):
    """A way to reach the business."""

    kind: Literal["phone", "email", "web", "messenger", "address"]
    value: str
    label: TextField | None = None


class Membership(Part):
    """A body the business belongs to (bureau, association), with the route for complaints."""

    body: TextField
    number: str | None = None
    renewal: Day | None = None
    complaint_route: TextField | None = None
    verify: str | None = None
    """Page on which the body confirms it."""
    answer_within: DurationField | None = None
    """How soon the business answers a complaint that comes through the body."""


class Changes(Part):
    """How this policy is changed: who stands by a change, how early it is told, how often it is read again."""

    approval: Literal["one person", "two people"] = "one person"
    """`two people`: whoever approves a version is not who wrote it."""
    notice: DurationField | None = None
    """How long before it takes effect customers are told of a change that is worse for them."""
    review_every: DurationField | None = None
    """How long after it came into force the policy is to be read through again."""


class Counsel(Part):
    """Advice that less than a rule of law demands is right for this business."""

    rule: Id
    """The rule of a jurisdiction pack."""
    by: TextField
    on: Day


class Business(Part):
    """Who the policy belongs to."""

    name: TextField
    timezone: Zone
    currency: Currency
    languages: OneOrMany[Language] = ("en",)
    """The first is the language of record."""
    calendar: Id | None = None
    """The calendar that business days and hours are counted on unless a clause names another."""
    jurisdictions: OneOrMany[Annotated[str, Field(pattern=r"^[A-Z]{2}(-[a-z]+)?$")]] = ()
    sells: OneOrMany[Literal["in person", "at a distance"]] = ()
    """How customers buy; laws on goods bought unseen bind sales at a distance."""
    counsel: Items[Counsel] = ()
    """Rules of law that counsel has confirmed may be undercut here."""
    tax: Tax = Tax()
    stores: Items[Store] = ()
    legal_identity: TextField | None = None
    owner: str | None = None
    contacts: Items[Contact] = ()
    mission: TextField | None = None
    memberships: Items[Membership] = ()
    changes: Changes = Changes()
    asks: Items[TextField] = ()
    """What customers are asked to do in turn, a short sentence each."""
    access: Items[TextField] = ()
    """Help for those who need it: other formats, interpreters, step-free ways; a short sentence each."""


class Holidays(Part):
    """Public holidays of a country, taken from a maintained library."""

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    region: str | None = None
    substitute_days: bool = True
    """Whether days observed in place of a holiday count as holidays."""
    except_on: Items[Day] = ()
    """Days the library lists that the business works."""


def _hours(value: object) -> object:
    """`every day`, `weekdays`, `weekend` and lists of days are written out to single days."""
    if not isinstance(value, dict):
        return value
    groups = {
        "every day": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        "weekdays": ("mon", "tue", "wed", "thu", "fri"),
        "weekend": ("sat", "sun"),
    }
    days: dict[object, object] = {}
    for group in ("every day", "weekdays", "weekend"):
        if group in value:
            days.update(dict.fromkeys(groups[group], value[group]))
    days.update({key: windows for key, windows in value.items() if key not in groups})
    return days


Windows = OneOrMany[TimeRangeField]


class Calendar(Part):
    """When something is open: weekly windows, holidays, closed days, special hours, extra working days."""

    id: Id
    timezone: Zone | None = None
    hours: Annotated[dict[Weekday, Windows], BeforeValidator(_hours)] = {}
    """Windows by weekday (`mon: ["09:00-12:00", "13:00-18:00"]`), or `every day`, `weekdays`, `weekend`."""
    holidays: Holidays | None = None
    closed: Items[Day | DayRangeField] = ()
    """Days, or ranges of days, on which nothing opens."""
    special: dict[Day, Windows] = {}
    """Hours of single days; they win over closed days and holidays."""
    working: dict[Day, Weekday] = {}
    """Extra working days, each with the weekday whose hours it keeps."""
