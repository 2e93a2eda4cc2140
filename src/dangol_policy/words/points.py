"""The points programme in sentences: how points are earned, wait, lapse, and are used."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.conditions import EVERYTHING
from dangol_policy.model.loyalty import EarnRule, Expire, Pending, Points, Redeem, Reward
from dangol_policy.words.conditions import offer, when_words, where_words, who_conditions
from dangol_policy.words.gifts import gift
from dangol_policy.words.lines import lines
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speech import Argument

Said = tuple[str, str]
"""Id of a clause, or dotted place of a part that is none; and its text."""

_PLACE = "loyalty.points"


def earn_text(speaker: Speaker, rule: EarnRule) -> str:
    """How one rule earns points."""
    lead = [*when_words(speaker, rule.when), *where_words(speaker, rule.where)]
    first = offer(speaker, lead, who_conditions(speaker, rule.who), _earns(speaker, rule))
    also = []
    if rule.base.tax == "without":
        also.append(speaker.say("earn-without-tax"))
    if rule.base.points_spent == "do not count":
        also.append(speaker.say("earn-points-spent-do-not-count", points=speaker.points_word))
    return speaker.paragraph([first, *also])


def earn_name(speaker: Speaker, rule: EarnRule) -> str:
    """What one rule gives, in short: `3% 적립`."""
    if rule.rate is not None:
        return speaker.say("earn-name", value=speaker.by_tier(rule.rate, speaker.rate))
    value = speaker.by_tier(rule.points or 0, speaker.points)
    if rule.per == "unit":
        return speaker.say("earn-name-unit", value=value)
    return speaker.say("earn-name-per", value=value, step=speaker.money(rule.per_full or rule.per or 0))


def _earns(speaker: Speaker, rule: EarnRule) -> str:
    base = f"base-{rule.base.amount}"
    on = speaker.phrase(base) if rule.on == EVERYTHING else speaker.phrase(f"{base}-of", of=lines(speaker, rule.on))
    common: dict[str, Argument] = {"base": on, "points": speaker.points_word}
    if rule.rate is not None:
        form = "tiers" if isinstance(rule.rate, dict) else ""
        return speaker.speech.form("earn-rate", form, value=speaker.by_tier(rule.rate, speaker.rate), **common)
    value = speaker.by_tier(rule.points or 0, speaker.points)
    if rule.per == "unit":
        return speaker.say("earn-per-unit", of=lines(speaker, rule.on), value=value)
    if rule.per_full is not None:
        return speaker.say("earn-per-full", base=on, step=speaker.money(rule.per_full), value=value)
    return speaker.say("earn-per", base=on, step=speaker.money(rule.per or 0), value=value)


def points_parts(speaker: Speaker, points: Points) -> Iterator[Said]:
    """Everything about points besides earning, each part with its place."""
    yield f"{_PLACE}.rounding", speaker.sentence(_rounding(speaker, points))
    if points.pending:
        yield f"{_PLACE}.pending", speaker.sentence(pending(speaker, points.pending))
    if points.expire:
        yield f"{_PLACE}.expire", speaker.sentence(_expire(speaker, points.expire))
    if points.redeem:
        yield from _redeem(speaker, points.redeem)
    word = speaker.points_word
    spent = speaker.say(f"already-spent-{points.if_already_spent}", points=word)
    yield f"{_PLACE}.if_already_spent", speaker.sentence(spent)
    restored = speaker.say("restored", points=word, time=speaker.duration(points.restored_valid))
    yield f"{_PLACE}.restored_valid", speaker.sentence(restored)


def _rounding(speaker: Speaker, points: Points) -> str:
    kind = points.rounding.replace(" ", "-")
    if points.decimals:
        return speaker.say(f"rounding-decimals-{kind}", points=speaker.points_word, decimals=points.decimals)
    return speaker.say(f"rounding-{kind}", points=speaker.points_word)


def pending(speaker: Speaker, wait: Pending) -> str:
    """When points become usable."""
    word = speaker.points_word
    if wait.from_day:
        return speaker.say(f"pending-day-{wait.after}", points=word, days=wait.from_day)
    if wait.for_time:
        return speaker.say(f"pending-for-{wait.after}", points=word, time=speaker.duration(wait.for_time))
    return speaker.say(f"pending-{wait.after}", points=word)


def _expire(speaker: Speaker, expire: Expire) -> str:
    counted = expire.counted.replace(" ", "-")
    return speaker.say(f"expire-{counted}", points=speaker.points_word, time=speaker.duration(expire.after))


def _redeem(speaker: Speaker, redeem: Redeem) -> Iterator[Said]:
    if redeem.worth is not None:
        yield f"{_PLACE}.redeem", speaker.paragraph(_payment(speaker, redeem, redeem.worth))
    for reward in redeem.rewards:
        yield reward.id, reward_text(speaker, reward)


def _payment(speaker: Speaker, redeem: Redeem, worth: int) -> Iterator[str]:
    word = speaker.points_word
    yield speaker.say("redeem-worth", points=word, money=speaker.money(worth))
    if redeem.minimum:
        yield speaker.say("redeem-minimum", value=speaker.points(redeem.minimum))
    if redeem.step:
        yield speaker.say("redeem-step", value=speaker.points(redeem.step))
    if redeem.maximum:
        yield speaker.say("redeem-maximum", value=speaker.points(redeem.maximum))
    if redeem.up_to is not None:
        yield speaker.say("redeem-up-to", value=speaker.rate(redeem.up_to))
    if redeem.order_minimum is not None:
        yield speaker.say("redeem-order-minimum", money=speaker.money(redeem.order_minimum))
    if redeem.on != EVERYTHING:
        yield speaker.say("redeem-on", of=lines(speaker, redeem.on))
    yield speaker.say("redeem-shipping" if redeem.shipping else "redeem-not-shipping", points=word)
    if redeem.same_order:
        yield speaker.say("redeem-same-order", points=word)


def reward_text(speaker: Speaker, reward: Reward) -> str:
    """What points are exchanged for."""
    words = gift(speaker, reward.gives)
    first = speaker.say("reward", value=speaker.points(reward.points), gives=words.predicate)
    return speaker.paragraph([first, *words.also])


def reward_name(speaker: Speaker, reward: Reward) -> str:
    """Its name, else what it gives."""
    return speaker.own(reward.name) or gift(speaker, reward.gives).name
