"""What customers may count on in each promotion: points, other promotions, how often, until when, how to get it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dangol_policy.model.promotions import Promotion
from dangol_policy.words.centre.shape import Table
from dangol_policy.words.names import clause_name
from dangol_policy.words.speaker import Speaker

_HEADS = ("head-promotion", "head-points", "head-together", "head-often", "head-until", "head-how")
_POINTS = 1
"""The column about points, which only a policy with points has."""


def rights_table(speaker: Speaker, shown: Collection[str]) -> Iterator[Table]:
    """A row for each promotion that is shown."""
    rows = tuple(_row(speaker, one) for one in speaker.policy.promotions if one.id in shown)
    if rows:
        points = speaker.policy.loyalty.points
        left_out = () if points and points.earn else (_POINTS,)
        table = (tuple(speaker.say(head) for head in _HEADS), *rows)
        head, *told = (tuple(cell for at, cell in enumerate(row) if at not in left_out) for row in table)
        yield Table(head, tuple(told))


def _row(speaker: Speaker, promotion: Promotion) -> tuple[str, ...]:
    last = promotion.runs.last if promotion.runs else None
    return (
        clause_name(speaker, promotion.id),
        speaker.say(f"rights-points-{promotion.points.replace(' ', '-')}"),
        _together(speaker, promotion),
        _often(speaker, promotion),
        speaker.day(last) if last else speaker.say("rights-no-end"),
        _how(speaker, promotion),
    )


def _together(speaker: Speaker, promotion: Promotion) -> str:
    if promotion.combine.alone:
        return speaker.say("rights-alone")
    group = promotion.combine.group
    rivals = [one for one in speaker.policy.promotions if group and one.combine.group == group]
    return speaker.say("rights-one-of-group" if len(rivals) > 1 else "rights-together")


def _often(speaker: Speaker, promotion: Promotion) -> str:
    most = promotion.limit.per_customer
    return speaker.say("rights-often", n=most) if most else speaker.say("rights-no-limit")


def _how(speaker: Speaker, promotion: Promotion) -> str:
    if promotion.code:
        return speaker.say("rights-code", codes=speaker.either(f"“{code}”" for code in promotion.code))
    return speaker.say("rights-by-itself")
