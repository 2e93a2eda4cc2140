"""Bodies the business belongs to, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.business import Membership
from dangol_policy.words.points import Said
from dangol_policy.words.sections.shared import inner
from dangol_policy.words.speaker import Speaker


def memberships_parts(speaker: Speaker) -> Iterator[Said]:
    """Every body, by its place: memberships have no id."""
    for number, membership in enumerate(speaker.policy.business.memberships):
        yield f"business.memberships.{number}", speaker.paragraph(_membership(speaker, membership))


def _membership(speaker: Speaker, membership: Membership) -> Iterator[str]:
    yield speaker.say("belongs-to", body=inner(speaker, membership.body))
    if membership.number:
        yield speaker.say("body-number", number=membership.number)
    if membership.renewal:
        yield speaker.say("body-until", day=speaker.day(membership.renewal))
    if membership.verify:
        yield speaker.say("body-verify", page=membership.verify)
    if membership.complaint_route:
        yield speaker.say("body-route", what=inner(speaker, membership.complaint_route))
    if membership.answer_within:
        yield speaker.say("body-answer", time=speaker.duration(membership.answer_within))
