"""Visit cards, referral, memberships and gestures in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.loyalty import Card, Membership, NthTrigger, Referral, ReferralReward, SignatureGesture
from dangol_policy.words.conditions import offer, who_conditions
from dangol_policy.words.gifts import gift
from dangol_policy.words.speaker import Speaker


def card_text(speaker: Speaker, card: Card) -> str:
    """What a card gives, how often, and what counts."""
    words = gift(speaker, card.gives)
    every = "card-stamps" if card.stamps_per is not None else "card-visits"
    lead = [speaker.say(every, nth=speaker.ordinal(card.every), n=card.every)]
    first = offer(speaker, lead, who_conditions(speaker, card.who), words.predicate)
    return speaker.paragraph([first, *words.also, *_card_terms(speaker, card)])


def card_name(speaker: Speaker, card: Card) -> str:
    """Its name, else what it gives."""
    return speaker.own(card.name) or gift(speaker, card.gives).name


def _card_terms(speaker: Speaker, card: Card) -> Iterator[str]:
    if card.stamps_per is not None:
        yield speaker.say("card-stamps-per", money=speaker.money(card.stamps_per))
    else:
        yield speaker.say(f"card-per-{card.visit.per}")
        yield speaker.say("card-first-counted" if card.counts_first else "card-first-not-counted")
    if card.visit.minimum is not None:
        yield speaker.say("card-minimum", money=speaker.money(card.visit.minimum))
    if card.valid:
        yield speaker.say("card-valid", time=speaker.duration(card.valid))
    yield speaker.say("card-repeats" if card.repeats else "card-once")


def referral_text(speaker: Speaker, referral: Referral) -> str:
    """What both sides get, when, and how often."""
    sentences = [speaker.say("referral-referrer", gives=rewards(speaker, referral.referrer))]
    if referral.friend:
        sentences.append(speaker.say("referral-friend", gives=rewards(speaker, referral.friend)))
    if referral.first_order_at_least is not None:
        sentences.append(speaker.say("referral-order", money=speaker.money(referral.first_order_at_least)))
    sentences.extend(_referral_terms(speaker, referral))
    return speaker.paragraph(sentences)


def _referral_terms(speaker: Speaker, referral: Referral) -> Iterator[str]:
    wait = referral.pending
    if wait and wait.from_day:
        yield speaker.say(f"referral-day-{wait.after}", days=wait.from_day)
    elif wait and wait.for_time:
        yield speaker.say(f"referral-wait-{wait.after}", time=speaker.duration(wait.for_time))
    if referral.most_per_year:
        yield speaker.say("referral-most", times=referral.most_per_year)
    yield speaker.say("referral-rules")


def rewards(speaker: Speaker, reward: ReferralReward) -> str:
    """What one side of a referral gets."""
    parts = []
    if reward.points:
        parts.append(speaker.say("referral-points", value=speaker.points(reward.points)))
    if reward.voucher is not None:
        value = speaker.money(reward.voucher)
        if reward.valid:
            parts.append(speaker.say("referral-voucher-valid", value=value, time=speaker.duration(reward.valid)))
        else:
            parts.append(speaker.say("referral-voucher", value=value))
    return speaker.together(parts) or speaker.say("referral-thanks")


def membership_text(speaker: Speaker, membership: Membership) -> str:
    """What a membership costs and how long it holds."""
    name = membership.name.get(speaker.language)
    sentences = [
        speaker.say("membership-free", name=name)
        if membership.price is None
        else speaker.say("membership-price", name=name, money=speaker.money(membership.price))
    ]
    if membership.valid:
        sentences.append(speaker.say("membership-valid", time=speaker.duration(membership.valid)))
    return speaker.paragraph(sentences)


def gesture_text(speaker: Speaker, gesture: SignatureGesture) -> str:
    """A promise kept at a moment that matters."""
    words = gift(speaker, gesture.gives)
    first = offer(speaker, [_moment(speaker, gesture.on)], (), words.predicate)
    limit = speaker.say("gesture-limit", times=gesture.limit_total) if gesture.limit_total else ""
    return speaker.paragraph([first, *words.also, limit])


def _moment(speaker: Speaker, trigger: NthTrigger) -> str:
    moments = []
    if trigger.order:
        moments.append(speaker.say("moment-order", nth=speaker.ordinal(trigger.order)))
    if trigger.visit:
        moments.append(speaker.say("moment-visit", nth=speaker.ordinal(trigger.visit)))
    if trigger.anniversary:
        moments.append(speaker.say("moment-anniversary"))
    if trigger.birthday:
        moments.append(speaker.say("moment-birthday"))
    return speaker.say("moment", when=speaker.either(moments))
