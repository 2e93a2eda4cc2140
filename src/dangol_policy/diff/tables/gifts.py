"""What is given: more, for less, on more is better. Where one unit of several is chosen, a wider choice may not be."""

from __future__ import annotations

from dangol_policy.diff import measures
from dangol_policy.diff.measures import Sign
from dangol_policy.diff.rules import (
    CANNOT_TELL,
    NEUTRAL,
    NO_FLAG,
    Rules,
    entered,
    less,
    more,
    of,
    ranked,
)
from dangol_policy.model import gives

_GAIN = more("gain")
_PRICE = less("cost", absent="without end")
_TIMES = more("limit", absent="without end")
_VALID = more("time", measures.durations, absent="without end")
_MEASURE = ranked("needed", "now", "before discounts")
_DEARER = ranked("gain", "cheapest", "dearest")


def _prices(a: object, b: object) -> Sign:
    """Two price lists: more is to lower no price less, and to hold no product less. Prices by tier are not compared."""
    if not isinstance(a, dict) or not isinstance(b, dict):
        return None
    found = {_price(a.get(product), b.get(product)) for product in {*a, *b}} - {0}
    return 0 if not found else found.pop() if len(found) == 1 else None


def _price(a: object, b: object) -> Sign:
    if a is None or b is None:
        return (a is not None) - (b is not None)
    return measures.numbers(b, a)


def _charge(a: object, b: object) -> Sign:
    """Two shipping charges, `free` being none."""
    return measures.numbers(*(0 if one == "free" else one for one in (a, b)))


GIFTS: Rules = {
    **of(gives.Percent, percent=_GAIN, off=CANNOT_TELL, of=entered(), at_most=_TIMES),
    **of(gives.Amount, amount=_GAIN, off=CANNOT_TELL, of=entered()),
    **of(gives.PerSpend, per_spend=less("needed"), amount=_GAIN, times=_TIMES, of=entered(), measure=_MEASURE),
    **of(gives.Price, price=_PRICE, of=entered(), units=_TIMES),
    **of(gives.Prices, prices=more("cost", _prices), units=_TIMES),
    **of(gives.Nth, nth=less("needed"), percent=_GAIN, of=CANNOT_TELL, same_product=NO_FLAG, times=_TIMES),
    **of(
        gives.FreeUnits,
        free=_DEARER,
        of_each=less("needed"),
        units=_GAIN,
        percent=more("gain", absent="without end"),
        of=CANNOT_TELL,
        same_product=NO_FLAG,
        times=_TIMES,
    ),
    **of(gives.Get, get=_GAIN, of=CANNOT_TELL, for_each=entered(), percent=more("gain"), pick=_DEARER, times=_TIMES),
    **of(gives.Bought, units=less("needed"), of=entered()),
    **of(gives.Bundle, bundle=CANNOT_TELL, price=less("cost"), percent=_GAIN, amount=_GAIN, times=_TIMES),
    **of(gives.Shipping, shipping=less("cost", _charge)),
    **of(gives.Item, units=_GAIN, name=NEUTRAL, valid=_VALID),
    **of(gives.Points, points=_GAIN),
    **of(gives.TimesPoints, points_times=_GAIN, of=entered()),
    **of(gives.Voucher, voucher=_GAIN, valid=_VALID, minimum=less("needed", absent="nothing"), of=entered()),
    **of(gives.Warranty, warranty=more("time", measures.durations), of=entered()),
    **of(gives.Gesture, cost=NEUTRAL),
}
