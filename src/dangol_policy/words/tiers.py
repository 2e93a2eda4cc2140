"""Tiers in sentences: what is counted, each tier with its benefits, review and grace."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model import loyalty
from dangol_policy.model.gives import FreeService, Priority
from dangol_policy.model.loyalty import Level, Review, Rolling, Tiers
from dangol_policy.words.conditions import birthday
from dangol_policy.words.gifts import GiftWords, gift, standing_discount, warranty_words
from dangol_policy.words.points import Said
from dangol_policy.words.speaker import Speaker


def tiers_parts(speaker: Speaker, tiers: Tiers) -> Iterator[Said]:
    """What is counted, each tier, and the review."""
    yield "loyalty.tiers", speaker.paragraph(_counting(speaker, tiers))
    for level in tiers.levels:
        yield level.id, level_text(speaker, tiers, level)
    if tiers.review:
        yield "loyalty.tiers.review", speaker.paragraph(_review(speaker, tiers.review))
    else:
        yield "loyalty.tiers.review", speaker.sentence(speaker.say("review-none"))


def _counting(speaker: Speaker, tiers: Tiers) -> Iterator[str]:
    measure = measure_words(speaker, tiers)
    if isinstance(tiers.window, Rolling):
        yield speaker.say("tiers-rolling", measure=measure, time=speaker.duration(tiers.window.rolling))
    else:
        yield speaker.say(f"tiers-{tiers.window.replace(' ', '-')}", measure=measure)
    yield speaker.say(f"tiers-upgrade-{tiers.upgrade.replace(' ', '-')}")


def measure_words(speaker: Speaker, tiers: Tiers) -> str:
    """What tiers are judged by: money spent, visits, or points earned."""
    return speaker.phrase(f"measure-{tiers.measure.replace(' ', '-')}", points=speaker.points_word)


def threshold(speaker: Speaker, tiers: Tiers, amount: int) -> str:
    """An amount of the measure: minor units, visits, or whole points."""
    if tiers.measure == "spend":
        return speaker.money(amount)
    return speaker.phrase("visits", n=amount) if tiers.measure == "visits" else speaker.points(amount)


def level_text(speaker: Speaker, tiers: Tiers, level: Level) -> str:
    """How a tier is reached and what it gives."""
    name = speaker.tier(level.id)
    if level.threshold == 0:
        first = speaker.say("level-entry", tier=name)
    else:
        first = speaker.say(
            f"level-{tiers.measure.replace(' ', '-')}",
            tier=name,
            points=speaker.points_word,
            least=threshold(speaker, tiers, level.threshold),
        )
    benefits = [sentence for benefit in level.benefits for sentence in _benefit(speaker, benefit)]
    lead = [speaker.say("level-benefits", tier=name)] if benefits else []
    return speaker.paragraph([first, *lead, *benefits])


def benefits_of(speaker: Speaker, level: loyalty.Level) -> tuple[str, ...]:
    """What the tier brings, each as a sentence of its own."""
    return tuple(speaker.sentence(text) for benefit in level.benefits for text in _benefit(speaker, benefit))


def _benefit(speaker: Speaker, benefit: loyalty.Benefit) -> Iterator[str]:
    match benefit:
        case loyalty.BirthdayBenefit():
            words = gift(speaker, benefit.birthday)
            when = birthday(speaker, benefit.within)
            yield speaker.say("benefit-birthday", when=when, gives=words.predicate)
            yield from words.also
        case loyalty.WelcomeBenefit():
            words = gift(speaker, benefit.on_reaching)
            yield speaker.say("benefit-on-reaching", gives=words.predicate)
            yield from words.also
        case loyalty.OtherBenefit():
            yield speaker.say("benefit-other", what=benefit.other.get(speaker.language))
        case _:
            yield speaker.say("benefit", gives=_service(speaker, benefit).predicate)


def _service(
    speaker: Speaker,
    benefit: loyalty.DiscountBenefit | loyalty.FreeBenefit | loyalty.PriorityBenefit | loyalty.WarrantyBenefit,
) -> GiftWords:
    match benefit:
        case loyalty.DiscountBenefit():
            return standing_discount(speaker, benefit.discount, benefit.of)
        case loyalty.WarrantyBenefit():
            return warranty_words(speaker, benefit.warranty, benefit.of)
        case loyalty.FreeBenefit():
            return gift(speaker, FreeService(free=benefit.free))
        case loyalty.PriorityBenefit():
            return gift(speaker, Priority(priority=benefit.priority))


def _review(speaker: Speaker, review: Review) -> Iterator[str]:
    counted = review.counted.replace(" ", "-")
    yield speaker.say(f"review-{counted}", time=speaker.duration(review.every))
    yield speaker.say(f"review-step-{review.step}")
    if review.grace:
        yield speaker.say("review-grace", time=speaker.duration(review.grace))
