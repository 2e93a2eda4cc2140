"""How the policy itself is changed, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.words.points import Said
from dangol_policy.words.speaker import Speaker


def changes_parts(speaker: Speaker) -> Iterator[Said]:
    """What customers can count on when the policy changes; nothing where nothing was promised."""
    if says := speaker.paragraph(_changes(speaker)):
        yield "business.changes", says


def _changes(speaker: Speaker) -> Iterator[str]:
    changes = speaker.policy.business.changes
    if changes.notice:
        yield speaker.say("changes-notice", time=speaker.duration(changes.notice))
    if changes.approval == "two people":
        yield speaker.say("changes-two-people")
    if changes.review_every:
        yield speaker.say("changes-review", time=speaker.duration(changes.review_every))
