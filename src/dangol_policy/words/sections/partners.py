"""Outside units in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.partners import Partner
from dangol_policy.values import DayRange
from dangol_policy.words.points import Said
from dangol_policy.words.sections.shared import fields, inner, kinds, name_in
from dangol_policy.words.speaker import Speaker


def partners_parts(speaker: Speaker) -> Iterator[Said]:
    """Every partner."""
    for partner in speaker.policy.partners:
        yield partner.id, speaker.paragraph(_partner(speaker, partner))


def _partner(speaker: Speaker, partner: Partner) -> Iterator[str]:
    yield speaker.say("partner", name=partner.name.get(speaker.language), does=inner(speaker, partner.does))
    yield speaker.say("partner-contract", days=_days(speaker, partner.contract))
    if partner.kinds:
        yield speaker.say("partner-kinds", list=kinds(speaker, partner.kinds))
    if partner.fields:
        yield speaker.say("partner-fields", list=fields(speaker, partner.fields))
    else:
        yield speaker.say("partner-no-fields")
    if partner.standards:
        standards = speaker.policy.service.standards
        yield speaker.say(
            "partner-standards", list=speaker.listed(name_in(speaker, standards, one) for one in partner.standards)
        )


def _days(speaker: Speaker, days: DayRange) -> str:
    if days.first and days.last:
        return speaker.say("days-between", first=speaker.day(days.first), last=speaker.day(days.last))
    if days.first:
        return speaker.say("days-from", first=speaker.day(days.first))
    assert days.last is not None
    return speaker.say("days-to", last=speaker.day(days.last))
