"""Who the policy belongs to, when it is open, and what things are called."""

from __future__ import annotations

from dangol_policy.start.maker import Maker, Section
from dangol_policy.start.places import HOURS
from dangol_policy.start.writing import Noted, Value

CALENDAR = "opening-hours"


def business(maker: Maker) -> Section:
    """Name, zone, currency, languages, law and contacts."""
    answers, country = maker.answers, maker.country
    made: Section = {"name": answers.one("name")}
    made["timezone"] = maker.noted("zones", country.zone) if country.several_zones else country.zone
    made |= {"currency": country.currency, "languages": list(answers.languages)}
    made["jurisdictions"] = maker.noted("law", list(country.packs))
    if answers.one("reach.hours"):
        made["calendar"] = CALENDAR
    if legal := answers.one("reach.legal"):
        made["legal_identity"] = legal
    if contacts := _contacts(maker):
        made["contacts"] = contacts
    if body := answers.one("bodies.name"):
        made["memberships"] = [{"body": body}]
    return made


def _contacts(maker: Maker) -> list[Value]:
    given = ((kind, maker.answers.one(f"reach.{kind}")) for kind in ("phone", "email"))
    return [{"kind": kind, "value": value} for kind, value in given if value]


def calendars(maker: Maker) -> Noted | None:
    """Opening hours; nothing when they were not told."""
    hours = HOURS.get(maker.answers.one("reach.hours") or "")
    return maker.noted("calendar", [{"id": CALENDAR, "hours": dict(hours)}]) if hours else None


def names(maker: Maker, categories: tuple[str, ...], fields: tuple[str, ...]) -> Section:
    """What categories and fields of personal data are called in sentences."""
    made: Section = {}
    if categories:
        made["categories"] = {one: maker.text("categories", one) for one in categories}
    if fields:
        made["fields"] = {one: maker.text("fields", one) for one in fields}
    return made
