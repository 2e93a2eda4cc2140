"""The policy on one screen: five to eight promises with their figures, what customers ask for first."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.policy import Policy
from dangol_policy.model.returns import Window
from dangol_policy.model.standards import CLOCKS, Standard
from dangol_policy.words.names import clause_name, gift_of
from dangol_policy.words.points import earn_name
from dangol_policy.words.sections.channels import means
from dangol_policy.words.sections.shared import inner
from dangol_policy.words.sections.standards import cases_of
from dangol_policy.words.speaker import Speaker

MOST = 8
_MOST_STANDARDS = 2
_MOST_CARDS = 1


def promises(speaker: Speaker) -> tuple[str, ...]:
    """At most `MOST` sentences; none when the policy states no figure."""
    found = [*_standards(speaker), *_returns(speaker), *_loyalty(speaker), *_privacy(speaker), *_channels(speaker)]
    return tuple(speaker.sentence(text) for text in dict.fromkeys(found[:MOST]))


def promised(policy: Policy) -> Iterator[Standard]:
    """The standards customers are promised, complaints first, the general before the special."""
    sorts = {kind.id: kind.sort for kind in policy.cases.kinds}

    def rank(standard: Standard) -> tuple[bool, int]:
        special = len(standard.channel) + len(standard.tier) + len(standard.severity)
        return not any(sorts.get(kind, kind) == "complaint" for kind in standard.kind), special

    yield from sorted((one for one in policy.service.standards if one.public), key=rank)


def _standards(speaker: Speaker) -> Iterator[str]:
    general = [one for one in promised(speaker.policy) if not (one.channel or one.tier or one.severity)]
    for standard in general[:_MOST_STANDARDS]:
        clocks = [clock for clock in CLOCKS if clock in ("acknowledge", "first_response", "resolve")]
        told = [
            speaker.say(f"clock-{clock.replace('_', '-')}-within", time=speaker.duration(target))
            for clock in clocks
            if (target := getattr(standard, clock))
        ]
        if told:
            yield speaker.say("standard-promised", cases=cases_of(speaker, standard), list=speaker.listed(told))
    missed = next((one.if_missed for one in general if one.if_missed), None)
    if missed:
        yield speaker.say("promise-missed", what=inner(speaker, missed))


def _returns(speaker: Speaker) -> Iterator[str]:
    returns = speaker.policy.returns
    if returns is None:
        return
    wishes = [one for one in returns.windows if "change of mind" in one.reasons and not one.who]
    faults = [one for one in returns.windows if "fault" in one.reasons and not one.who]
    for message, windows in (("promise-returns", wishes), ("promise-fault", faults)):
        if windows:
            yield speaker.say(message, time=_times(speaker, windows))
    if returns.refund.within:
        method = returns.refund.method.replace(" ", "-").replace("'", "")
        yield speaker.say(f"refund-{method}-within", time=speaker.duration(returns.refund.within))


def _times(speaker: Speaker, windows: list[Window]) -> str:
    return speaker.either(dict.fromkeys(speaker.duration(one.for_time) for one in windows))


def _loyalty(speaker: Speaker) -> Iterator[str]:
    points = speaker.policy.loyalty.points
    if points and points.earn:
        yield speaker.say("summary-earn", list=speaker.listed(earn_name(speaker, rule) for rule in points.earn[:2]))
    if points and points.expire:
        time = speaker.duration(points.expire.after)
        yield speaker.say("summary-expire", points=speaker.points_word, time=time)
    for card in speaker.policy.loyalty.cards[:_MOST_CARDS]:
        message = "summary-card" if card.stamps_per is None else "summary-card-stamps"
        words = gift_of(speaker, card.id)
        gift = words.name if words else clause_name(speaker, card.id)
        yield speaker.say(message, n=card.every, nth=speaker.ordinal(card.every), gift=gift)


def _privacy(speaker: Speaker) -> Iterator[str]:
    for request in speaker.policy.privacy.requests[:1]:
        yield speaker.say("promise-requests", time=speaker.duration(request.within))


def _channels(speaker: Speaker) -> Iterator[str]:
    for channel in speaker.policy.channels:
        if channel.answer_within:
            time = speaker.duration(channel.answer_within)
            yield speaker.say("promise-channel", channel=means(speaker, channel.id), time=time)
