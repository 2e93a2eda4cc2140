"""A combo: parts together at a price, a rate or an amount off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice

from dangol_policy.allocate import allocate, share
from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods, Unit
from dangol_policy.effects.outcome import NO_TIER_VALUE, NOTHING_MATCHES, Outcome, nothing, on_units
from dangol_policy.effects.sets import cheapest_price
from dangol_policy.model.gives import Bundle

DOC = "`bundle: [{units: 3}], price: 20000`: parts together at a `price`, a `percent` or an `amount` off; never dearer."


def outcome(gives: Bundle, goods: Goods) -> Outcome:
    """Bundle after bundle is made of the dearest units left; the first that would not be cheaper ends it."""
    if any(
        isinstance(worth, Mapping) and goods.tier not in worth for worth in (gives.price, gives.percent, gives.amount)
    ):
        return NO_TIER_VALUE
    taken: set[tuple[int, int]] = set()
    discounts: list[tuple[Unit, int]] = []
    times = 0
    pools = [goods.units(part.of) for part in gives.bundle]
    waiting = [iter(pool) for pool in pools]
    while gives.times is None or times < gives.times:
        units = _one(gives, waiting, taken)
        if units is None or not (shares := _shares(gives, goods, units)):
            break
        discounts += zip(units, shares, strict=True)
        times += 1
    lines = {unit.line for unit, _ in discounts}
    return on_units(goods, discounts, lines, times=times) if times else _why_not(gives, goods, pools)


def _one(gives: Bundle, waiting: list[Iterator[Unit]], taken: set[tuple[int, int]]) -> list[Unit] | None:
    """Units of one bundle, parts in the order written, dearest first; they are marked as taken."""
    units: list[Unit] = []
    for part, pool in zip(gives.bundle, waiting, strict=True):
        chosen = list(islice((unit for unit in pool if (unit.line, unit.unit) not in taken), part.units))
        if len(chosen) < part.units:
            return None
        taken.update((unit.line, unit.unit) for unit in chosen)
        units += chosen
    return units or None


def _shares(gives: Bundle, goods: Goods, units: list[Unit]) -> list[int]:
    """Discount of each unit in canonical order of units; empty when the bundle would not be cheaper."""
    discount = _discount(gives, goods, sum(unit.amount for unit in units))
    order = sorted(range(len(units)), key=lambda i: (units[i].line, units[i].unit))
    shares = allocate(max(0, discount), [units[i].amount for i in order], [units[i].room for i in order])
    by_unit = dict(zip(order, shares, strict=True))
    return [by_unit[i] for i in range(len(units))] if any(shares) else []


def _discount(gives: Bundle, goods: Goods, apart: int) -> int:
    if gives.price is not None:
        return apart - (goods.value(gives.price) or 0)
    if gives.percent is not None:
        return share(apart, goods.value(gives.percent) or Decimal(0))
    return goods.value(gives.amount) or 0


def _why_not(gives: Bundle, goods: Goods, pools: list[list[Unit]]) -> Outcome:
    if not any(pools):
        return NOTHING_MATCHES
    if _one(gives, [iter(pool) for pool in pools], set()) is not None:
        return nothing(Reason("not-dearer"))
    taken: set[tuple[int, int]] = set()
    short_price = 0
    for part, pool in zip(gives.bundle, pools, strict=True):
        chosen = [(unit.line, unit.unit) for unit in pool if (unit.line, unit.unit) not in taken][: part.units]
        taken.update(chosen)
        short_price += (part.units - len(chosen)) * cheapest_price(goods, part.of)
    need = sum(part.units for part in gives.bundle)
    missing = need - len(taken)
    return nothing(Reason("units-short", have=len(taken), need=need), short_price=short_price // missing)
