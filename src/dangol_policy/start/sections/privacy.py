"""Personal data and advertising: what is kept and until when; deadlines and quiet hours come from the law."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.days import at_least_days, at_most_days
from dangol_policy.packs import LegalRule, rules_of
from dangol_policy.start.maker import Maker, Section
from dangol_policy.start.writing import Noted, Value
from dangol_policy.values import Duration, read_duration

_FIELDS = {
    "contact": ("name", "phone"),
    "purchases": ("purchases", "visits"),
    "birthday": ("birthday",),
    "address": ("address",),
    "health": ("health",),
}
_ADVERTISING = "advertising-consent"
_KEPT_AFTER_WITHDRAWAL = "5 days"


def fields(maker: Maker) -> tuple[str, ...]:
    """Fields of personal data the policy speaks of."""
    listed = [field for what in _kept(maker) for field in _FIELDS[what]]
    return tuple(dict.fromkeys([*listed, *(["phone"] if _advertises(maker) else [])]))


def _kept(maker: Maker) -> tuple[str, ...]:
    """What is kept, once it was decided for how long."""
    return maker.answers.many("privacy.what") if maker.answers.one("privacy.keep") else ()


def _advertises(maker: Maker) -> bool:
    return maker.answers.says("privacy.advertising", "yes")


def privacy(maker: Maker) -> Noted | None:
    """The inventory, and the deadlines of the law; nothing while nothing was decided."""
    rows: list[Value] = [_row(maker, what) for what in _kept(maker)]
    if _advertises(maker):
        rows.append(_consent(maker))
    if not rows:
        return None
    made: Section = {}
    if officer := maker.answers.one("privacy.officer"):
        made["officer"] = officer
    made["data"] = rows
    if requests := [*_requests(maker)]:
        made["requests"] = maker.noted("requests", requests)
    if leak := _leak(maker):
        made["leaks"] = [leak]
    return maker.noted("privacy", made)


def _row(maker: Maker, what: str) -> Value:
    made: Section = {
        "id": f"{what}-data",
        "what": maker.text("data", what, "what"),
        "is": {"contact": "member", "purchases": "order"}.get(what, "other"),
        "fields": list(_FIELDS[what]),
        "purpose": maker.text("data", what, "purpose"),
        "ground": "contract" if what in ("purchases", "address") else "consent",
    }
    if what == "health":
        made["sensitivity"] = "health"
    if what == "birthday" or made["ground"] == "consent":
        made["optional"] = True
    own = read_duration(maker.answers.one("privacy.keep"))
    law = _longest(maker, "order") if what == "purchases" else None
    if law is None or at_least_days(own) >= at_most_days(law):
        return {**made, "keep": {"for": str(own), "since": "last activity"}}
    return maker.noted("kept-by-law", {**made, "keep": {"for": str(law), "since": "contract end"}})


def _consent(maker: Maker) -> Section:
    return {
        "id": "advertising-data",
        "what": maker.text("data", "advertising", "what"),
        "is": "marketing profile",
        "fields": ["phone"],
        "purpose": maker.text("data", "advertising", "purpose"),
        "ground": "consent",
        "optional": True,
        "keep": {"for": _KEPT_AFTER_WITHDRAWAL, "since": "consent withdrawn"},
    }


def _rules(maker: Maker, kind: str) -> tuple[LegalRule, ...]:
    return rules_of(maker.country.packs, kind, None)


def _longest(maker: Maker, about: str) -> Duration | None:
    periods = [rule.period for rule in _rules(maker, "keep at least") if rule.about == about and rule.period]
    return max(periods, key=at_most_days, default=None)


def _requests(maker: Maker) -> Iterator[Value]:
    for number, rule in enumerate(_rules(maker, "answer requests"), 1):
        yield {"id": f"requests-{number}", "kind": list(rule.requests), "within": str(rule.period)}


def _leak(maker: Maker) -> Section | None:
    """When people are told of a leak, where the law names a time."""
    told = {f"tell_{rule.tell}": str(rule.period) for rule in _rules(maker, "tell of leaks")}
    return {"id": "leak-notice", **told} if "tell_people" in told else None


def contact(maker: Maker) -> Noted | None:
    """Advertising only to those who agreed, and outside the law's quiet hours."""
    if not _advertises(maker):
        return None
    made: Section = {"consents": [{"id": _ADVERTISING, "purpose": "marketing", **_renewal(maker)}]}
    quiet = [hours for rule in _rules(maker, "contact") if rule.contact for hours in rule.contact.quiet_hours]
    if quiet:
        made["quiet_hours"] = [
            {
                "id": f"quiet-hours-{number}",
                "purpose": "marketing",
                "channel": list(hours.channel),
                "hours": [str(one) for one in hours.hours],
            }
            for number, hours in enumerate(quiet, 1)
        ]
    return maker.noted("contact", made)


def _renewal(maker: Maker) -> dict[str, Value]:
    asked = [one for rule in _rules(maker, "contact") if rule.contact for one in rule.contact.consents]
    renewals = [str(one.renew) for one in asked if one.renew]
    return {"renew": renewals[0]} if renewals else {}


def examples(maker: Maker) -> list[Value]:
    """Worked examples: no advertising without consent."""
    if not _advertises(maker):
        return []
    question = {"at": "2026-03-03T12:00", "channel": "email", "purpose": "marketing", "text": "news", "customer": {}}
    return [{"name": maker.name("examples", "night"), "may_contact": question, "answer": {"contact": "refuse"}}]
