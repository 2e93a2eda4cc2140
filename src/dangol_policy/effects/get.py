"""Buy X get Y: units among those in the basket at a rate or amount, or extra units proposed."""

from __future__ import annotations

from dangol_policy.allocate import share
from dangol_policy.decision import Gift, Reason
from dangol_policy.effects.goods import Goods, Unit
from dangol_policy.effects.outcome import NO_TIER_VALUE, Outcome, nothing, on_units
from dangol_policy.effects.sets import by_product, cheapest_price, too_few
from dangol_policy.model.gives import Get

DOC = "`get: 1, for_each: {units: 2}`: buy two, get one free; `from: proposed` proposes extra units instead."


def outcome(gives: Get, goods: Goods) -> Outcome:
    """As many times as there are units to buy and units to give; a unit is never both."""
    if gives.source == "proposed":
        return _proposed(gives, goods)
    if any(worth is not None and goods.value(worth) is None for worth in (gives.percent, gives.amount)):
        return NO_TIER_VALUE
    bought = {(u.line, u.unit) for u in goods.units(gives.for_each.of)}
    gifts = goods.units(gives.of, dearest_first=gives.pick == "dearest")
    both = sum((u.line, u.unit) in bought for u in gifts)
    only_bought, only_gifts = len(bought) - both, len(gifts) - both
    times = _times(gives, only_bought=only_bought, only_gifts=only_gifts, both=both)
    if not times:
        return _why_not(gives, goods, bought=len(bought), both=both, gifts=len(gifts))
    spare = both - max(0, times * gives.for_each.units - only_bought)
    chosen = _chosen(gifts, bought, wanted=times * gives.get, spare=spare)
    off = [(unit, _off(gives, goods, unit)) for unit in chosen]
    return on_units(goods, off, goods.matching(gives.of), times=times)


def _times(gives: Get, *, only_bought: int, only_gifts: int, both: int) -> int:
    """The most times for which enough units are left to buy when the gifts are set aside."""

    def fits(times: int) -> bool:
        needed = max(0, times * gives.get - only_gifts) + max(0, times * gives.for_each.units - only_bought)
        return needed <= both

    most = (only_bought + only_gifts + both) // (gives.get + gives.for_each.units)
    low, high = 0, most if gives.times is None else min(most, gives.times)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _chosen(gifts: list[Unit], bought: set[tuple[int, int]], *, wanted: int, spare: int) -> list[Unit]:
    """The first `wanted` gifts in order, at most `spare` of them units that could also be bought."""
    chosen: list[Unit] = []
    for unit in gifts:
        if len(chosen) == wanted:
            break
        could_be_bought = (unit.line, unit.unit) in bought
        if not could_be_bought or spare > 0:
            chosen.append(unit)
            spare -= could_be_bought
    return chosen


def _off(gives: Get, goods: Goods, unit: Unit) -> int:
    rate, amount = goods.value(gives.percent), goods.value(gives.amount)
    if rate is not None:
        return share(unit.amount, rate)
    return unit.amount if amount is None else min(amount, unit.amount)


def _why_not(gives: Get, goods: Goods, *, bought: int, both: int, gifts: int) -> Outcome:
    need = gives.for_each.units
    if bought < need:
        return too_few(goods, gives.for_each.of, have=bought, need=need)
    short = Reason("units-short", have=min(gifts, bought + gifts - both - need), need=gives.get)
    return nothing(short, short_price=cheapest_price(goods, gives.of))


def _proposed(gives: Get, goods: Goods) -> Outcome:
    """Extra units of each product bought often enough; nothing is added to the basket."""
    units = goods.units(gives.for_each.of)
    rows = [units] if gives.product else by_product(goods, units)
    found: list[Gift] = []
    left = gives.times
    for row in rows:
        times = len(row) // gives.for_each.units
        times = times if left is None else min(times, left)
        left = left if left is None else left - times
        if times:
            bought = goods.lines[row[0].line]
            item = gives.product or bought.line.sku or bought.line.name or ""
            found.append(Gift("", "proposed", item, times * gives.get))
    if not found:
        have = max((len(row) for row in rows), default=0)
        return too_few(goods, gives.for_each.of, have=have, need=gives.for_each.units)
    return Outcome(gifts=tuple(found), times=sum(gift.units for gift in found) // gives.get)
