"""What an order is worth when only part of it is kept: its goods at their shares, and the points they earn.

Under `net-price` the promotions stand and each unit keeps its share; under `reprice-kept` the kept goods are decided
anew, as if they had been bought alone at that moment. Source: policy language, section 5.9.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dangol_policy.allocate import allocate, share_out
from dangol_policy.decision import Applied, Decision
from dangol_policy.effects.goods import Goods, GoodsLine
from dangol_policy.interpret.case import Case, case_of, point
from dangol_policy.interpret.earning import points_of
from dangol_policy.interpret.offers import Offer
from dangol_policy.interpret.run import Run
from dangol_policy.interpret.taxes import counted
from dangol_policy.model.gives import Points, TimesPoints
from dangol_policy.situation import Basket, RedeemChoice, Situation
from dangol_policy.story.index import index_of
from dangol_policy.story.state import Order
from dangol_policy.story.tale import Rules


@dataclass(frozen=True, slots=True)
class Kept:
    """The kept part of an order."""

    goods: int
    """After discounts, tax on top left out; minor units."""
    tax_on_top: int
    points: tuple[tuple[str, int], ...]
    """(clause, smallest parts) the kept part earns."""
    gifts: frozenset[str] | None = None
    """Clauses that give something with the kept part; None: all that gave something with the order."""

    @property
    def value(self) -> int:
        """What the kept goods cost with all tax."""
        return self.goods + self.tax_on_top


def kept_units(order: Order, coming_back: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """Positions of the units that stay, by line, after what came back before and what comes back now."""
    kept: dict[int, list[int]] = {}
    for position, line in enumerate(order.decision.lines):
        gone = {*order.returned.get(position, ()), *coming_back.get(position, ())}
        units = [unit for unit in range(line.quantity) if unit not in gone]
        if units:
            kept[position] = units
    return kept


def at_shares(rules: Rules, order: Order, units: Mapping[int, Sequence[int]]) -> Kept:
    """The units at the shares they had in the order, with the order's promotions standing."""
    case = _case(rules, order)
    goods: list[GoodsLine] = []
    paid: list[int] = []
    on_top = 0
    for position, which in sorted(units.items()):
        line = order.situation.basket.lines[position]
        result = order.decision.lines[position]
        price, floor, taxation = counted(line, rules.policy.business.tax)
        amounts = [result.unit_amounts[unit] for unit in which]
        on_top += taxation.on_top(sum(amounts))
        kept = line.model_copy(update={"quantity": len(amounts)})
        goods.append(GoodsLine(position, kept, price, floor, amounts, price * len(amounts)))
        paid.append(sum(paid_by_points(result.points_paid, result.unit_amounts)[unit] for unit in which))
    state = Run(
        goods=Goods(goods, 0, 0, case.tier, case.customer is not None),
        applied=_point_offers(rules, order.decision),
        no_points=_without_points(rules, order.decision, goods),
    )
    earned = points_of(case, state, tuple(paid))
    shares = share_out(earned.total, [one.exact for one in earned.earned])
    by_clause = tuple(zip((one.clause for one in earned.earned), shares, strict=True))
    return Kept(sum(line.amount for line in goods), on_top, by_clause)


def _case(rules: Rules, order: Order) -> Case:
    return case_of(rules.policy, order.situation, tier=order.decision.tier)


def paid_by_points(points_paid: int, unit_amounts: Sequence[int]) -> list[int]:
    """What points paid of each unit of a line."""
    return allocate(points_paid, unit_amounts, unit_amounts)


def _point_offers(rules: Rules, decision: Decision) -> list[tuple[Offer, Applied]]:
    """Bonuses and multipliers that acted on the order stand."""
    gives = index_of(rules.policy).gives
    return [
        (Offer(applied.clause, gives[applied.clause], applied.phase, ()), applied)
        for applied in decision.applied
        if isinstance(gives.get(applied.clause), Points | TimesPoints)
    ]


def rewards_of(rules: Rules, decision: Decision) -> Iterator[tuple[str, int]]:
    """(reward, smallest parts it cost) of the rewards an order took."""
    points = rules.policy.loyalty.points
    rewards = points.redeem.rewards if points is not None and points.redeem is not None else ()
    by_id = {reward.id: reward for reward in rewards}
    for applied in decision.applied:
        if applied.clause in by_id:
            yield applied.clause, by_id[applied.clause].points * point(rules.policy) * applied.times


def _without_points(rules: Rules, decision: Decision, goods: Sequence[GoodsLine]) -> set[int]:
    promotions = index_of(rules.policy).promotions
    silent = {id_ for id_, promotion in promotions.items() if promotion.points == "not earned"}
    return {
        index
        for index, line in enumerate(goods)
        if any(clause in silent for clause, _ in decision.lines[line.position].discounts)
    }


def decided_anew(rules: Rules, order: Order, units: Mapping[int, Sequence[int]]) -> Kept:
    """The units as if they had been bought alone, with the same vouchers and codes but without using points."""
    if not units:
        return Kept(0, 0, (), frozenset())
    basket = order.situation.basket
    lines = tuple(
        basket.lines[position].model_copy(update={"quantity": len(which), "id": order.decision.lines[position].id})
        for position, which in sorted(units.items())
    )
    alone: Basket = basket.model_copy(update={"lines": lines, "redeem": RedeemChoice(), "gift_card": 0, "shipping": 0})
    decision = rules.quote(Situation.model_construct(**{**dict(order.situation), "basket": alone}))
    shares = share_out(decision.points, [one.exact for one in decision.earned])
    by_clause = tuple(zip((one.clause for one in decision.earned), shares, strict=True))
    return Kept(
        decision.subtotal,
        decision.total - decision.subtotal - decision.shipping,
        by_clause,
        frozenset(gift.clause for gift in decision.gifts),
    )
