"""Conditions on the basket: every reason why a need does not hold, with its figures."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.sets import cheapest_price
from dangol_policy.model.conditions import AboveNeed, AllNeed, AnyNeed, Need, NotNeed, SpendNeed, UnitsNeed


@dataclass(frozen=True, slots=True)
class Unmet:
    """A need that does not hold; `unit_price` prices one more unit when units are short."""

    reason: Reason
    unit_price: int = 0


def unmet(need: Need | None, goods: Goods) -> list[Unmet]:
    """Every part of the need that does not hold now; empty when it holds."""
    if need is None:
        return []
    if isinstance(need, UnitsNeed):
        return _units(need, goods)
    if isinstance(need, SpendNeed):
        return _spend(goods.measured(need.of, need.measure), need.spend, need.at_most)
    if isinstance(need, AboveNeed):
        return _spend(goods.measured(need.of, need.measure), need.above + 1, None)
    if isinstance(need, AllNeed):
        return list(dict.fromkeys(found for inner in need.all_of for found in unmet(inner, goods)))
    if isinstance(need, AnyNeed):
        holds = any(not unmet(inner, goods) for inner in need.any_of)
        return [] if holds else [Unmet(Reason("need-alternatives"))]
    return _excluded(need, goods)


def _excluded(need: NotNeed, goods: Goods) -> list[Unmet]:
    return [] if unmet(need.none_of, goods) else [Unmet(Reason("need-excluded"))]


def _units(need: UnitsNeed, goods: Goods) -> list[Unmet]:
    lines = goods.matching(need.of)
    if need.counting == "products":
        have = len({goods.product(i) for i in lines})
    else:
        have = sum(goods.lines[i].line.quantity for i in lines)
    if have < need.at_least:
        return [Unmet(Reason("units-short", have=have, need=need.at_least), cheapest_price(goods, need.of))]
    if need.at_most is not None and have > need.at_most:
        return [Unmet(Reason("units-over", have=have, need=need.at_most))]
    return []


def _spend(have: int, least: int, most: int | None) -> list[Unmet]:
    if have < least:
        return [Unmet(Reason("spend-short", have=have, need=least))]
    if most is not None and have > most:
        return [Unmet(Reason("spend-over", have=have, need=most))]
    return []
