"""Which lines of a basket are meant, as words: `gift-card 분류 상품을 제외한 모든 상품`."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.conditions import EVERYTHING, Selector
from dangol_policy.words.speaker import Speaker


def lines(speaker: Speaker, selector: Selector) -> str:
    """The lines a selector means, as a noun."""
    if selector == EVERYTHING:
        return speaker.phrase("lines-all")
    if (alternatives := selector.any_of) and selector == Selector(any_of=alternatives):
        return speaker.either(lines(speaker, one) for one in alternatives)
    words = _head(speaker, selector)
    for trait in _traits(speaker, selector):
        words = speaker.phrase("lines-with", lines=words, trait=trait)
    return words


def counted_lines(speaker: Speaker, selector: Selector) -> str:
    """The lines a selector means where units of them are counted: `상품`, `any product`, when every line is meant."""
    return speaker.phrase("lines-any") if selector == EVERYTHING else lines(speaker, selector)


def _head(speaker: Speaker, selector: Selector) -> str:
    if selector.product:
        names = speaker.things("products", selector.product)
        return speaker.phrase("lines-products", names=names, count=len(selector.product))
    excluding = selector == Selector(none_of=selector.none_of)
    return speaker.phrase("lines-all" if excluding else "lines-head")


def _traits(speaker: Speaker, selector: Selector) -> Iterator[str]:
    """What the lines must have besides, nearest to the noun first."""
    if selector.category:
        yield speaker.say(
            "trait-category", names=speaker.things("categories", selector.category), count=len(selector.category)
        )
    if selector.tag:
        yield speaker.say("trait-tag", names=speaker.things("tags", selector.tag))
    yield from _price(speaker, selector.price_at_least, selector.price_at_most)
    if selector.discounted is not None:
        yield speaker.say("trait-discounted" if selector.discounted else "trait-full-price")
    if selector.any_of:
        yield speaker.say("trait-any", list=speaker.either(lines(speaker, one) for one in selector.any_of))
    if selector.all_of:
        yield speaker.say("trait-all", list=speaker.together(lines(speaker, one) for one in selector.all_of))
    if selector.none_of is not None:
        yield speaker.say("trait-not", lines=lines(speaker, selector.none_of))


def _price(speaker: Speaker, least: int | None, most: int | None) -> Iterator[str]:
    if least is not None and most is not None:
        yield speaker.say("trait-price-between", least=speaker.money(least), most=speaker.money(most))
    elif least is not None:
        yield speaker.say("trait-price-at-least", money=speaker.money(least))
    elif most is not None:
        yield speaker.say("trait-price-at-most", money=speaker.money(most))
