"""What is given, as words: one function per kind of gift.

Each gift is said in two ways: `predicate` ends a sentence (`모든 상품을 10% 할인해 드립니다`,
`you get 10% off all products`),
`name` stands for it in lists (`10% 할인`). Everything else the clause fixes follows as sentences of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dangol_policy.model import gives
from dangol_policy.model.conditions import EVERYTHING, Selector
from dangol_policy.model.gives import Gives
from dangol_policy.values import Duration
from dangol_policy.words.conditions import spending
from dangol_policy.words.lines import counted_lines, lines
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speech import Argument


@dataclass(frozen=True, slots=True)
class GiftWords:
    """A gift in words."""

    name: str
    predicate: str
    also: tuple[str, ...] = ()


def gift(speaker: Speaker, given: Gives) -> GiftWords:
    """The words of a gift."""
    return _KINDS[type(given)](speaker, given)


def _words(speaker: Speaker, message: str, /, *also: str, **arguments: Argument) -> GiftWords:
    return GiftWords(
        speaker.speech.form(message, "name", **arguments),
        speaker.say(message, **arguments),
        tuple(sentence for sentence in also if sentence),
    )


def _times(speaker: Speaker, times: int | None) -> str:
    return "" if times is None else speaker.say("also-times", times=times)


def _rates(speaker: Speaker, value: Decimal | Mapping[str, Decimal]) -> str:
    return speaker.by_tier(value, speaker.rate)


def _moneys(speaker: Speaker, value: int | Mapping[str, int]) -> str:
    return speaker.by_tier(value, speaker.money)


# --- prices ---------------------------------------------------------------------------------------


def _percent(speaker: Speaker, given: gives.Percent) -> GiftWords:
    most = "" if given.at_most is None else speaker.say("also-at-most", money=speaker.money(given.at_most))
    return _off(speaker, "percent", given.off, given.of, _rates(speaker, given.percent), most)


def _amount(speaker: Speaker, given: gives.Amount) -> GiftWords:
    return _off(speaker, "amount", given.off, given.of, _moneys(speaker, given.amount))


def _off(speaker: Speaker, kind: str, off: str, of: Selector, value: str, *also: str) -> GiftWords:
    message = f"give-{kind}-{off}"
    if off == "order" and of != EVERYTHING:
        message += "-of"
    return _words(speaker, message, *also, of=lines(speaker, of), value=value)


def _per_spend(speaker: Speaker, given: gives.PerSpend) -> GiftWords:
    return _words(
        speaker,
        "give-per-spend",
        _times(speaker, given.times),
        of=spending(speaker, given.of, given.measure),
        step=speaker.money(given.per_spend),
        value=_moneys(speaker, given.amount),
    )


def _price(speaker: Speaker, given: gives.Price) -> GiftWords:
    units = "" if given.units is None else speaker.say("also-dearest-units", units=given.units)
    return _words(speaker, "give-price", units, of=lines(speaker, given.of), value=_moneys(speaker, given.price))


def _prices(speaker: Speaker, given: gives.Prices) -> GiftWords:
    units = "" if given.units is None else speaker.say("also-units-each", units=given.units)
    listed = speaker.listed(
        speaker.say("price-item", product=speaker.thing("products", product), value=_moneys(speaker, price))
        for product, price in given.prices.items()
    )
    return _words(speaker, "give-prices", units, list=listed)


def _nth(speaker: Speaker, given: gives.Nth) -> GiftWords:
    return _words(
        speaker,
        "give-nth",
        speaker.say("also-counted-dearest" if given.counted == "dearest first" else "also-counted-cheapest"),
        speaker.say("also-same-product") if given.same_product else "",
        _times(speaker, given.times),
        of=counted_lines(speaker, given.of),
        nth=speaker.ordinal(given.nth),
        value=_rates(speaker, given.percent),
    )


def _free_units(speaker: Speaker, given: gives.FreeUnits) -> GiftWords:
    arguments: dict[str, Argument] = {
        "of": counted_lines(speaker, given.of),
        "each": given.of_each,
        "units": given.units,
    }
    message = "give-units-free"
    if given.percent is not None:
        message, arguments["value"] = "give-units-percent", _rates(speaker, given.percent)
    return _words(
        speaker,
        f"{message}-{given.free}",
        speaker.say("also-same-product") if given.same_product else "",
        _times(speaker, given.times),
        **arguments,
    )


def _get(speaker: Speaker, given: gives.Get) -> GiftWords:
    bought, wanted = counted_lines(speaker, given.for_each.of), counted_lines(speaker, given.of)
    proposed = given.source == "proposed"
    if proposed:
        wanted = speaker.product(given.product) if given.product else speaker.phrase("get-same")
    elif given.of == given.for_each.of:
        wanted = speaker.phrase("get-same")
    arguments: dict[str, Argument] = {"bought": bought, "bought_units": given.for_each.units, "units": given.get}
    message = "give-get-free"
    if given.percent is not None:
        message, arguments["value"] = "give-get-off", _rates(speaker, given.percent)
    elif given.amount is not None:
        message, arguments["value"] = "give-get-amount", _moneys(speaker, given.amount)
    return _words(
        speaker,
        message,
        speaker.say("also-proposed" if proposed else f"also-pick-{given.pick}"),
        _times(speaker, given.times),
        of=wanted,
        **arguments,
    )


def _bundle(speaker: Speaker, given: gives.Bundle) -> GiftWords:
    parts = speaker.together(
        speaker.say("bundle-part", of=counted_lines(speaker, part.of), units=part.units) for part in given.bundle
    )
    if given.price is not None:
        message, value = "give-bundle-price", _moneys(speaker, given.price)
    elif given.percent is not None:
        message, value = "give-bundle-off", _rates(speaker, given.percent)
    else:
        message, value = "give-bundle-off", _moneys(speaker, given.amount or 0)
    return _words(speaker, message, _times(speaker, given.times), parts=parts, value=value)


def _shipping(speaker: Speaker, given: gives.Shipping) -> GiftWords:
    if given.shipping == "free":
        return _words(speaker, "give-shipping-free")
    return _words(speaker, "give-shipping-at", value=speaker.money(given.shipping))


# --- things, points and services -------------------------------------------------------------------


def _valid(speaker: Speaker, valid: Duration | None) -> str:
    return "" if valid is None else speaker.say("also-valid", time=speaker.duration(valid))


def _item(speaker: Speaker, given: gives.Item) -> GiftWords:
    name = speaker.own(given.name) or speaker.thing("products", given.item)
    message = "give-item" if given.units == 1 else "give-items"
    return _words(speaker, message, _valid(speaker, given.valid), item=name, units=given.units)


def _points(speaker: Speaker, given: gives.Points) -> GiftWords:
    return _words(speaker, "give-points", value=speaker.by_tier(given.points, speaker.points))


def _times_points(speaker: Speaker, given: gives.TimesPoints) -> GiftWords:
    return _words(
        speaker,
        "give-times-points",
        of=lines(speaker, given.of),
        times=given.points_times,
        points=speaker.points_word,
    )


def _voucher(speaker: Speaker, given: gives.Voucher) -> GiftWords:
    def worth(value: object) -> str:
        return speaker.rate(value) if isinstance(value, Decimal) else speaker.money(int(str(value)))

    minimum = "" if given.minimum is None else speaker.say("also-voucher-minimum", money=speaker.money(given.minimum))
    only = "" if given.of == EVERYTHING else speaker.say("also-voucher-of", of=lines(speaker, given.of))
    return _words(
        speaker,
        "give-voucher",
        minimum,
        only,
        _valid(speaker, given.valid),
        value=speaker.by_tier(given.voucher, worth),
    )


def _free_service(speaker: Speaker, given: gives.FreeService) -> GiftWords:
    return _words(speaker, f"give-free-{given.free}")


def _warranty(speaker: Speaker, given: gives.Warranty) -> GiftWords:
    return warranty_words(speaker, given.warranty, given.of)


def warranty_words(speaker: Speaker, longer: Duration, of: Selector) -> GiftWords:
    """A longer warranty, as a gift or as the benefit of a tier."""
    return _words(speaker, "give-warranty", of=lines(speaker, of), time=speaker.duration(longer))


def standing_discount(speaker: Speaker, rate: Decimal, of: Selector) -> GiftWords:
    """The standing discount of a tier."""
    return _off(speaker, "percent", "order", of, speaker.rate(rate))


def _priority(speaker: Speaker, given: gives.Priority) -> GiftWords:
    return _words(speaker, f"give-priority-{given.priority}")


def _gesture(speaker: Speaker, given: gives.Gesture) -> GiftWords:
    return _words(speaker, "give-gesture", what=given.gesture.get(speaker.language))


_KINDS: dict[type, Callable[[Speaker, Any], GiftWords]] = {
    gives.Percent: _percent,
    gives.Amount: _amount,
    gives.PerSpend: _per_spend,
    gives.Price: _price,
    gives.Prices: _prices,
    gives.Nth: _nth,
    gives.FreeUnits: _free_units,
    gives.Get: _get,
    gives.Bundle: _bundle,
    gives.Shipping: _shipping,
    gives.Item: _item,
    gives.Points: _points,
    gives.TimesPoints: _times_points,
    gives.Voucher: _voucher,
    gives.FreeService: _free_service,
    gives.Warranty: _warranty,
    gives.Priority: _priority,
    gives.Gesture: _gesture,
}


def kinds() -> Iterator[type]:
    """Every kind of gift that has words."""
    yield from _KINDS
