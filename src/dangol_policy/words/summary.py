"""The policy on one screen: at most twelve short lines, the figures customers ask for first."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.loyalty import Loyalty
from dangol_policy.model.policy import Policy
from dangol_policy.model.returns import Returns
from dangol_policy.words.names import clause_name, gift_of
from dangol_policy.words.points import earn_name
from dangol_policy.words.regulars import rewards
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for
from dangol_policy.words.tiers import threshold

MOST_LINES = 12
_MOST_LISTED = 4


def summary(policy: Policy, language: str) -> tuple[str, ...]:
    """At most `MOST_LINES` lines. Raises UnknownLanguage."""
    speaker = speaker_for(policy, language)
    lines = [*_loyalty(speaker, policy.loyalty), *_promotions(speaker), *_returns(speaker, policy.returns)]
    return tuple(_line(speaker, line) for line in lines[:MOST_LINES])


def _line(speaker: Speaker, text: str) -> str:
    return text[:1].upper() + text[1:] if speaker.say("capitals") == "yes" else text


def _loyalty(speaker: Speaker, loyalty: Loyalty) -> Iterator[str]:
    points, tiers = loyalty.points, loyalty.tiers
    if points and points.earn:
        earned = (earn_name(speaker, rule) for rule in points.earn[:_MOST_LISTED])
        yield speaker.say("summary-earn", list=speaker.listed(earned))
    if points and points.redeem and points.redeem.worth is not None:
        worth = speaker.money(points.redeem.worth)
        yield speaker.say("summary-use", points=speaker.points_word, money=worth)
    if points and points.expire:
        time = speaker.duration(points.expire.after)
        yield speaker.say("summary-expire", points=speaker.points_word, time=time)
    if tiers:
        levels = (
            speaker.say("summary-tier", tier=speaker.tier(one.id), least=threshold(speaker, tiers, one.threshold))
            if one.threshold
            else speaker.named(speaker.tier(one.id))
            for one in tiers.levels
        )
        yield speaker.say("summary-tiers", list=speaker.listed(levels))
    for card in loyalty.cards[:2]:
        message = "summary-card" if card.stamps_per is None else "summary-card-stamps"
        words = gift_of(speaker, card.id)
        gift = words.name if words else clause_name(speaker, card.id)
        yield speaker.say(message, n=card.every, nth=speaker.ordinal(card.every), gift=gift)
    if loyalty.referral:
        yield speaker.say("summary-referral", gift=rewards(speaker, loyalty.referral.referrer))


def _promotions(speaker: Speaker) -> Iterator[str]:
    promotions = speaker.policy.promotions
    if promotions:
        names = speaker.listed(clause_name(speaker, one.id) for one in promotions[:_MOST_LISTED])
        message = "summary-promotions" if len(promotions) <= _MOST_LISTED else "summary-promotions-more"
        yield speaker.say(message, n=len(promotions), list=names)


def _returns(speaker: Speaker, returns: Returns | None) -> Iterator[str]:
    if returns is None:
        return
    if returns.windows:
        times = dict.fromkeys(speaker.duration(window.for_time) for window in returns.windows)
        yield speaker.say("summary-returns", time=speaker.either(times))
    else:
        yield speaker.say("summary-returns-none")
    fees = dict.fromkeys(speaker.money(fee.fee) for fee in returns.fees if fee.fee)
    if fees:
        yield speaker.say("summary-fee", money=speaker.either(fees))
    if returns.warranty:
        times = dict.fromkeys(speaker.duration(rule.for_time) for rule in returns.warranty)
        yield speaker.say("summary-warranty", time=speaker.either(times))
