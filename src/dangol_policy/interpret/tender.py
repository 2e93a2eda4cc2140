"""Paying: points first, then gift card or store credit. Points never pay more than is due, nor more than needed."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.allocate import allocate
from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods
from dangol_policy.interpret.case import Case, point
from dangol_policy.model.loyalty import Redeem


@dataclass(frozen=True, slots=True)
class PointsPaid:
    """Points used as payment, in smallest parts, and what they paid, with its share on each canonical line."""

    used: int
    paid: int
    by_line: tuple[int, ...]
    reasons: tuple[Reason, ...] = ()
    """Why fewer points were used than asked for."""


def pay_with_points(case: Case, goods: Goods, *, points_at_hand: int) -> PointsPaid:
    """As many points as asked for, at hand, allowed, and needed."""
    asked = case.basket.redeem.points
    none = (0,) * len(goods.lines)
    if asked == 0:
        return PointsPaid(0, 0, none)
    points = case.policy.loyalty.points
    redeem = points.redeem if points else None
    if case.customer is None:
        return PointsPaid(0, 0, none, (Reason("guest"),))
    if redeem is None or not redeem.worth:
        return PointsPaid(0, 0, none, (Reason("points-not-payment"),))
    unit = point(case.policy)
    lines = goods.matching(redeem.on)
    payable = [goods.lines[i].amount for i in lines] + [goods.shipping if redeem.shipping else 0]
    subtotal = sum(line.amount for line in goods.lines)
    used, reasons = points_used(
        redeem, asked, points_at_hand, most_payable(redeem, sum(payable)), unit=unit, subtotal=subtotal
    )
    paid = used * redeem.worth // unit
    shares = allocate(paid, payable, payable)
    by_line = dict(zip(lines, shares, strict=False))
    return PointsPaid(used, paid, tuple(by_line.get(i, 0) for i in range(len(goods.lines))), reasons)


def most_payable(redeem: Redeem, payable: int) -> int:
    """Minor units that points may pay at most; a share is rounded down."""
    if redeem.up_to is None:
        return payable
    numerator, denominator = redeem.up_to.as_integer_ratio()
    return min(payable, payable * numerator // denominator)


def points_used(
    redeem: Redeem, asked: int | str, at_hand: int, most: int, *, unit: int, subtotal: int
) -> tuple[int, tuple[Reason, ...]]:
    """Smallest parts of points that are used, and what kept them from being more."""
    worth = redeem.worth or 1
    step = (redeem.step or 0) * unit or 1
    least = max((redeem.minimum or 0) * unit, 1)
    if redeem.order_minimum is not None and subtotal < redeem.order_minimum:
        return 0, (Reason("order-minimum", have=subtotal, need=redeem.order_minimum),)
    if at_hand < least:
        return 0, (Reason("points-minimum" if redeem.minimum else "points-short", have=max(0, at_hand), need=least),)
    allowed = most * unit // worth
    if redeem.maximum is not None:
        allowed = min(allowed, redeem.maximum * unit)
    wanted = at_hand if asked == "max" else min(int(asked), at_hand)
    used = min(wanted, allowed) // step * step
    used = -(-(used * worth // unit) * unit // worth) if step == 1 else used
    if used < least:
        used = 0
    return used, _why_fewer(asked, used, at_hand=at_hand, allowed=allowed, step=step, least=least)


def _why_fewer(asked: int | str, used: int, *, at_hand: int, allowed: int, step: int, least: int) -> tuple[Reason, ...]:
    """What holds points back from what was asked for; asking for the most is always met."""
    if asked == "max" and used:
        return ()
    wanted = at_hand if asked == "max" else int(asked)
    if used >= wanted:
        return ()
    reasons = []
    if wanted > at_hand:
        reasons.append(Reason("points-short", have=at_hand, need=wanted))
    if wanted > allowed:
        reasons.append(Reason("points-limit", need=allowed))
    if min(wanted, at_hand, allowed) % step:
        reasons.append(Reason("points-step", need=step))
    if not used and min(wanted, at_hand, allowed) // step * step < least:
        reasons.append(Reason("points-minimum", have=min(wanted, at_hand, allowed), need=least))
    return tuple(reasons)
