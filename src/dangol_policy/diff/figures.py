"""The figures of a change as readers write them: an amount, a rate, a length of time, days, or a list of names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from pydantic import BeforeValidator

from dangol_policy.diff.compare import Finding
from dangol_policy.model import gives, loyalty
from dangol_policy.model.base import Part
from dangol_policy.values import DayRange, Duration, Money, Text, TimeRange
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.tiers import threshold

_OF_POINTS: frozenset[tuple[type[Part], str]] = frozenset(
    (
        (loyalty.EarnRule, "points"),
        (loyalty.Reward, "points"),
        (loyalty.ReferralReward, "points"),
        (loyalty.Redeem, "minimum"),
        (loyalty.Redeem, "maximum"),
        (loyalty.Redeem, "step"),
        (gives.Points, "points"),
    )
)
_READS_MONEY = get_args(Money)[1]


def figure(speaker: Speaker, finding: Finding, value: Any) -> str:
    """A value of the finding in the speaker's language; empty for one that is no figure, such as yes or no."""
    if isinstance(value, dict):
        written = {tier: _plain(speaker, finding, one) for tier, one in value.items()}
        items = (speaker.say("by-tier-item", tier=speaker.tier(tier), value=text) for tier, text in written.items())
        return speaker.listed(items) if all(written.values()) else ""
    return _plain(speaker, finding, value)


def _plain(speaker: Speaker, finding: Finding, value: Any) -> str:
    match value:
        case bool():
            return ""
        case int():
            return _whole(speaker, finding, value)
        case Decimal():
            return speaker.rate(value)
        case Duration():
            return speaker.duration(value)
        case DayRange():
            return "–".join(speaker.day(day) if day else "" for day in (value.first, value.last))
        case dt.date():
            return speaker.day(value)
        case tuple():
            return _several(speaker, finding, value)
        case _:
            return ""


def _whole(speaker: Speaker, finding: Finding, value: int) -> str:
    tiers = speaker.policy.loyalty.tiers
    if finding.owner is loyalty.Level and tiers:
        return threshold(speaker, tiers, value)
    if (finding.owner, finding.field) in _OF_POINTS:
        return speaker.points(value)
    return speaker.money(value) if is_money(finding.owner, finding.field) else speaker.number(value)


def _several(speaker: Speaker, finding: Finding, values: tuple[Any, ...]) -> str:
    return speaker.listed(_names(speaker, finding, values))


def _names(speaker: Speaker, finding: Finding, values: tuple[Any, ...]) -> Iterator[str]:
    for value in values:
        match value:
            case str():
                yield speaker.tier(value) if finding.field == "tier" else value
            case TimeRange():
                yield str(value)
            case Text():
                yield value.get(speaker.language)
            case dt.date():
                yield speaker.day(value)


@cache
def is_money(part: type[Part], field: str) -> bool:
    """Whether a whole number of this field is an amount of money."""
    info = part.model_fields[field]
    return _READS_MONEY in info.metadata or _mentions_money(info.annotation)


def _mentions_money(annotation: Any) -> bool:
    inside = get_args(annotation)
    readers = [one for one in inside if isinstance(one, BeforeValidator)]
    return _READS_MONEY in readers or any(_mentions_money(one) for one in inside if one not in readers)
