"""Which service standard holds for a case: of those that fit, the one that is narrower than the others in every way."""

from __future__ import annotations

from collections.abc import Mapping

from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import CaseMark
from dangol_policy.model.standards import ClockName, Standard

MARKS = ("kind", "channel", "tier", "severity")


def standard_for(policy: Policy, clock: ClockName, case: CaseMark) -> Standard | None:
    """The standard that sets this clock for the case; None when none does."""
    means = {channel.id: channel.means for channel in policy.channels}
    fitting = [one for one in policy.service.standards if getattr(one, clock) and fits(one, case, means)]
    if not fitting:
        return None
    narrowest = [one for one in fitting if all(is_narrower(one, other) for other in fitting if other is not one)]
    return min(narrowest or fitting, key=lambda one: one.id)


def fits(standard: Standard, case: CaseMark, means: Mapping[str, str]) -> bool:
    """Whether the standard is about the case."""
    channels = {case.channel, means.get(case.channel or "")}
    return (
        (not standard.kind or case.kind in standard.kind)
        and (not standard.channel or not channels.isdisjoint(standard.channel))
        and (not standard.tier or case.tier in standard.tier)
        and (not standard.severity or case.severity in standard.severity)
    )


def is_narrower(one: Standard, other: Standard) -> bool:
    """Whether every case of `one` is a case of `other`, and not the other way round."""
    return _within(one, other) and not _within(other, one)


def _within(one: Standard, other: Standard) -> bool:
    return all(
        not getattr(other, mark) or (getattr(one, mark) and set(getattr(one, mark)) <= set(getattr(other, mark)))
        for mark in MARKS
    )
