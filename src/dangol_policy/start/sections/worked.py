"""Worked examples whose answers need the whole policy: they are asked of it, so that they show what it does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from dangol_policy.care.gate import gate
from dangol_policy.care.keeping import keep_until
from dangol_policy.model.contact import QuietHours
from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import ConsentGiven, Contacted, ContactQuestion
from dangol_policy.packs import rules_of
from dangol_policy.start.maker import Maker, Section

_DAY = dt.datetime(2026, 3, 3, 12)  # noqa: DTZ001  each business has it in its own zone
"""A Tuesday at noon on which every business offered by the interview is open."""


def worked(maker: Maker, policy: Policy) -> Iterator[Section]:
    """How long each kind of data is kept, and when advertising waits."""
    zone = ZoneInfo(policy.business.timezone)
    for data in policy.privacy.data:
        until = keep_until(policy, data, _DAY.replace(tzinfo=zone)).until
        if until is not None:
            yield {
                "name": maker.name("examples", "keep", what=data.what.get(maker.record)),
                "keep": {"data": data.id, "since": _written(_DAY)},
                "answer": {"until": _written(until.astimezone(zone))},
            }
    for hours in policy.contact.quiet_hours:
        yield from _waits(maker, policy, hours, zone)


def _waits(maker: Maker, policy: Policy, hours: QuietHours, zone: ZoneInfo) -> Iterator[Section]:
    """An advertisement to somebody who agreed, in the first minute of the quiet hours."""
    evening = _DAY.replace(hour=hours.hours[0].start // 60, minute=hours.hours[0].start % 60)
    channel, agreed = hours.channel[0] if hours.channel else "sms", _DAY - dt.timedelta(1)
    law = [rule.contact for rule in rules_of(maker.country.packs, "contact", None) if rule.contact]
    label = next((one.starts_with[0] for rules in law for one in rules.labels if one.starts_with), "")
    question = ContactQuestion(
        at=evening.replace(tzinfo=zone),
        channel=channel,
        purpose="marketing",
        text=f"{label} news".strip(),
        customer=Contacted(consents=(ConsentGiven(at=agreed.replace(tzinfo=zone)),)),
    )
    said = gate(policy, question)
    if said.verdict == "defer" and said.at is not None:
        yield {
            "name": maker.name("examples", "quiet", time=f"{evening:%H:%M}"),
            "may_contact": {
                "at": _written(evening),
                "channel": channel,
                "purpose": "marketing",
                "text": question.text,
                "customer": {"consents": [{"at": _written(agreed)}]},
            },
            "answer": {"contact": "defer", "until": _written(said.at.astimezone(zone))},
        }


def _written(at: dt.datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M")
