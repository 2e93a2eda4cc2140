"""Short names of clauses, for lists, decisions and entries: the owner's name, else what the clause gives."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.gives import Gives, Item
from dangol_policy.model.loyalty import BirthdayBenefit, DiscountBenefit, WelcomeBenefit
from dangol_policy.model.policy import OTHER_SECTIONS, Policy
from dangol_policy.model.promotions import Promotion
from dangol_policy.values import Text
from dangol_policy.words.gifts import GiftWords, gift, standing_discount
from dangol_policy.words.points import earn_name, reward_name
from dangol_policy.words.promotions import promotion_name
from dangol_policy.words.regulars import card_name
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for


def name_of(policy: Policy, language: str, clause: str) -> str:
    """The short name of a clause; the id itself when the policy does not know it. Raises UnknownLanguage."""
    return clause_name(speaker_for(policy, language), clause)


def clause_name(speaker: Speaker, clause: str) -> str:
    """The short name of a clause."""
    return speaker.once("names", lambda: dict(_names(speaker))).get(clause, clause)


def gift_of(speaker: Speaker, clause: str) -> GiftWords | None:
    """What a promotion, reward, card, gesture or standing discount gives; None when the clause gives nothing."""
    return speaker.once("gifts", lambda: dict(_gifts(speaker))).get(clause)


def item_name(speaker: Speaker, clause: str, item: str) -> str:
    """An item as the clause that gives it names it, else as the policy names the product."""
    items = speaker.once("items", lambda: dict(_items(speaker)))
    return items.get((clause, item)) or speaker.thing("products", item)


def promotion_of(speaker: Speaker, clause: str) -> Promotion | None:
    """The promotion of this id."""
    return speaker.once("promotions", lambda: {one.id: one for one in speaker.policy.promotions}).get(clause)


def _names(speaker: Speaker) -> Iterator[tuple[str, str]]:
    loyalty = speaker.policy.loyalty
    if loyalty.points:
        yield from ((rule.id, earn_name(speaker, rule)) for rule in loyalty.points.earn)
        rewards = loyalty.points.redeem.rewards if loyalty.points.redeem else ()
        yield from ((reward.id, reward_name(speaker, reward)) for reward in rewards)
    for level in loyalty.tiers.levels if loyalty.tiers else ():
        name = speaker.say("tier-named", tier=speaker.tier(level.id))
        yield level.id, name
        yield f"{level.id}-discount", speaker.say("tier-discount", tier=speaker.tier(level.id))
    yield from ((card.id, card_name(speaker, card)) for card in loyalty.cards)
    if loyalty.referral:
        yield loyalty.referral.id, speaker.say("referral-name")
    yield from ((one.id, one.name.get(speaker.language)) for one in loyalty.memberships)
    yield from ((one.id, one.name.get(speaker.language)) for one in loyalty.gestures)
    yield from ((one.id, promotion_name(speaker, one)) for one in speaker.policy.promotions)
    yield from _returns(speaker)
    yield from _others(speaker)


def _others(speaker: Speaker) -> Iterator[tuple[str, str]]:
    """Clauses of the other sections that have a name of their own."""
    for section in OTHER_SECTIONS:
        for _, clause in speaker.policy.clauses_of(section):
            name = getattr(clause, "name", None)
            if isinstance(name, Text):
                yield clause.id, name.get(speaker.language)


def _returns(speaker: Speaker) -> Iterator[tuple[str, str]]:
    returns = speaker.policy.returns
    if returns is None:
        return
    for kind in ("windows", "exclusions", "conditions", "fees", "exchange", "warranty"):
        name = speaker.say(f"{kind}-name")
        yield from ((clause.id, name) for clause in getattr(returns, kind))


def _items(speaker: Speaker) -> Iterator[tuple[tuple[str, str], str]]:
    """The items clauses give, by clause and key, where they have a name of their own."""
    for clause, given in _given(speaker.policy):
        if isinstance(given, Item) and (name := speaker.own(given.name)):
            yield (clause, given.item), name


def _given(policy: Policy) -> Iterator[tuple[str, Gives]]:
    loyalty = policy.loyalty
    yield from ((one.id, one.gives) for one in policy.promotions)
    if loyalty.points and loyalty.points.redeem:
        yield from ((reward.id, reward.gives) for reward in loyalty.points.redeem.rewards)
    yield from ((card.id, card.gives) for card in loyalty.cards)
    yield from ((gesture.id, gesture.gives) for gesture in loyalty.gestures)
    for level in loyalty.tiers.levels if loyalty.tiers else ():
        for benefit in level.benefits:
            if isinstance(benefit, BirthdayBenefit):
                yield level.id, benefit.birthday
            elif isinstance(benefit, WelcomeBenefit):
                yield level.id, benefit.on_reaching


def _gifts(speaker: Speaker) -> Iterator[tuple[str, GiftWords]]:
    loyalty = speaker.policy.loyalty
    levels = {level.id for level in loyalty.tiers.levels} if loyalty.tiers else set()
    yield from ((clause, gift(speaker, given)) for clause, given in _given(speaker.policy) if clause not in levels)
    for level in loyalty.tiers.levels if loyalty.tiers else ():
        for benefit in level.benefits:
            if isinstance(benefit, DiscountBenefit):
                yield f"{level.id}-discount", standing_discount(speaker, benefit.discount, benefit.of)
