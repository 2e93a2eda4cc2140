"""Three for two: in each full group of units the cheapest or dearest are free, or at a rate."""

from __future__ import annotations

from dangol_policy.allocate import share
from dangol_policy.effects.goods import Goods, Unit
from dangol_policy.effects.outcome import NO_TIER_VALUE, Outcome, on_units
from dangol_policy.effects.sets import by_product, too_few
from dangol_policy.model.gives import FreeUnits

DOC = "`free: cheapest, of_each: 3`: of every three units, dearest first, the cheapest is free."


def outcome(gives: FreeUnits, goods: Goods) -> Outcome:
    """Groups are made dearest first; an incomplete group gives nothing. A rate is rounded half-up per unit."""
    rate = goods.value(gives.percent)
    if rate is None and gives.percent is not None:
        return NO_TIER_VALUE
    units = goods.units(gives.of)
    rows = by_product(goods, units) if gives.same_product else [units]
    groups = [group for row in rows for group in _full_groups(row, gives.of_each)][: gives.times]
    if not groups:
        return too_few(goods, gives.of, have=max((len(row) for row in rows), default=0), need=gives.of_each)
    chosen = [unit for group in groups for unit in _free(group, gives)]
    off = [(unit, unit.amount if rate is None else share(unit.amount, rate)) for unit in chosen]
    return on_units(goods, off, goods.matching(gives.of), times=len(groups))


def _full_groups(row: list[Unit], size: int) -> list[list[Unit]]:
    return [row[start : start + size] for start in range(0, len(row) - size + 1, size)]


def _free(group: list[Unit], gives: FreeUnits) -> list[Unit]:
    return group[-gives.units :] if gives.free == "cheapest" else group[: gives.units]
