"""Undoing purchases: goods come back, or an order is cancelled before it was fulfilled.

Points earned are recomputed on what is kept; points spent come back to their lots. Source: language, section 5.9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dangol_policy import refund
from dangol_policy.allocate import half_up
from dangol_policy.model.loyalty import Card as CardClause
from dangol_policy.model.returns import Reason
from dangol_policy.refund import Judgement
from dangol_policy.situation import Customer
from dangol_policy.story import cards, due, gifts, points, referrals, terms
from dangol_policy.story.outcomes import Counted, OrderCancelled, UnitsReturned, UseReleased, VoucherEnded
from dangol_policy.story.refused import Refused
from dangol_policy.story.state import Counts, Order, Refunded
from dangol_policy.story.tale import Rules, Tale
from dangol_policy.story.who import as_customer


class ReturnRefused(Refused):
    """The policy does not take these goods back; the judgement says why, line by line."""

    def __init__(self, judgement: Judgement) -> None:
        said = "; ".join(_said(one.code, one.line, one.clause, str(one.day or "")) for one in judgement.objections)
        super().__init__("return-not-allowed", f"The policy does not take this back: {said}.")
        self.judgement = judgement


def _said(code: str, line: str, clause: str | None, day: str) -> str:
    if code == "excluded":
        return f"line {line} is excluded from returns ({clause})"
    return f"line {line}: the time to return it ended with {day}" if day else f"line {line} has no time to return it"


@dataclass(frozen=True, slots=True)
class Undone:
    """What came of a return or cancellation."""

    order: Order
    refund: Refunded
    """What comes back now."""
    judgement: Judgement | None
    taken_back: int
    """Points that were taken back, smallest parts."""
    shortfall: int
    """Of these, how many were gone and left the balance below zero, were let off, or were kept from the money."""


def judged(tale: Tale, number: str, lines: Mapping[str, int] | None, reason: Reason) -> tuple[Order, Judgement]:
    """What the policy says about a return, before anything is done."""
    order = tale.order_numbered(number)
    if order.state == "cancelled":
        raise Refused("already-cancelled", f"Order {number!r} was cancelled: nothing of it can come back.")
    units = coming_back(order, lines)
    rules = tale.rulebook.version(order.version)
    seen: Customer | None = None
    if order.customer is not None:
        seen = as_customer(tale, tale.rules, tale.account(order.customer))
    return order, refund.judge(rules, order, units, reason, at=tale.at, customer=seen)


def coming_back(order: Order, lines: Mapping[str, int] | None) -> dict[int, tuple[int, ...]]:
    """The units that are meant: of a line first those that cost least; everything left when no line is named."""
    positions = {line.id: position for position, line in enumerate(order.decision.lines)}
    left = {position: _left(order, position) for position in positions.values()}
    if lines is None:
        found = {position: units for position, units in left.items() if units}
        if not found:
            raise Refused("already-returned", f"Everything of order {order.number!r} has come back already.")
        return found
    if not lines:
        raise Refused("nothing-to-return", "Name the lines that come back, or none at all for everything.")
    chosen = {}
    for name, quantity in lines.items():
        if name not in positions:
            raise Refused("unknown-line", f"Order {order.number!r} has no line {name!r}: {', '.join(positions)}.")
        units = left[positions[name]]
        if not 0 < quantity <= len(units):
            message = f"Of line {name!r} {len(units)} can come back, not {quantity}."
            raise Refused("already-returned", message, left=len(units), wanted=quantity)
        chosen[positions[name]] = units[:quantity]
    return chosen


def _left(order: Order, position: int) -> tuple[int, ...]:
    line, gone = order.decision.lines[position], order.returned.get(position, ())
    units = [unit for unit in range(line.quantity) if unit not in gone]
    return tuple(sorted(units, key=lambda unit: (line.unit_amounts[unit], -unit)))


def return_goods(tale: Tale, number: str, lines: Mapping[str, int] | None, reason: Reason) -> Undone:
    """Takes goods back and refunds. Refuses what the policy does not take back (`ReturnRefused`)."""
    customer = tale.order_numbered(number).customer
    if customer is not None:
        due.begin(tale, customer)
    order, judgement = judged(tale, number, lines, reason)
    if not judgement.allowed:
        raise ReturnRefused(judgement)
    units = tuple(sorted((position, back) for position, back in coming_back(order, lines).items()))
    back, taken, short = judgement.refund, 0, 0
    rules = tale.rulebook.version(order.version)
    if customer is not None:
        back, taken, short = _settle_points(tale, rules, order, back, dict(judgement.kept.points))
    tale.tell(UnitsReturned(order.id, customer, units, back, reason, tale.at))
    if customer is not None:
        _lower(tale, rules, order, judgement, taken)
    due.end(tale)
    return Undone(tale.order(order.id), back, judgement, taken, short)


def _settle_points(
    tale: Tale, rules: Rules, order: Order, back: Refunded, earned: Mapping[str, int]
) -> tuple[Refunded, int, int]:
    """Takes back what the kept part does not earn, gives back what was spent, and settles what is short."""
    customer = order.customer or ""
    debts: list[str] = []
    taken = 0
    standing: dict[str, int] = {}
    for lot in points.lots_of(tale, order):
        standing[lot.clause] = standing.get(lot.clause, 0) + lot.standing
    for clause, stands in standing.items():
        too_many = max(0, stands - earned.get(clause, 0))
        if too_many:
            debts += points.take_back(tale, order, clause, too_many)
            taken += too_many
    money = points.restore(tale, order, back.points) if back.points else 0
    short = points.shortfall(tale, customer, debts)
    kept_back = _settle_shortfall(tale, rules, customer, debts, short, back.money)
    settled = replace(back, money=back.money + money - kept_back, kept_back=kept_back - money)
    return settled, taken, short


def _settle_shortfall(tale: Tale, rules: Rules, customer: str, debts: list[str], short: int, money: int) -> int:
    """By the policy: the balance stays below zero, the money is reduced instead, or it is forgiven."""
    programme = points.programme(rules)
    if not short or programme.if_already_spent == "negative":
        return 0
    if programme.if_already_spent == "forgive":
        points.let_off(tale, customer, debts, short)
        return 0
    worth = programme.redeem.worth if programme.redeem else None
    if not worth:
        return 0
    payable = min(short, money * 10**programme.decimals // worth)
    points.let_off(tale, customer, debts, payable)
    return points.paid_by(payable, worth, programme.decimals)


def _lower(tale: Tale, rules: Rules, order: Order, judgement: Judgement, taken: int) -> None:
    """What else followed from the order follows no more: measure of the tier, stamps, vouchers, referral."""
    customer, kept = order.customer or "", judgement.kept.goods
    day = terms.day_of(order.at, rules.policy, order.situation.basket.store)
    counts = Counts(spend=_counting(tale.order(order.id)) - _counting(order), points=-taken)
    if counts:
        tale.tell(Counted(customer, day, counts, "return", order.id, tale.at))
    cards.take_back(tale, customer, _stamps_kept(kept), order=order.id)
    referrals.lowered(tale, order, kept)
    gone = judgement.everything
    for voucher in list(tale.account(customer).vouchers.values()):
        withdrawn = gone or (judgement.kept.gifts is not None and voucher.clause not in judgement.kept.gifts)
        if voucher.order == order.id and voucher.state == "issued" and withdrawn:
            tale.tell(VoucherEnded(customer, voucher.id, "revoked", "returned", tale.at))
        elif gone and voucher.used_on == order.id and voucher.state == "used":
            gifts.release(tale, rules, voucher)


def _counting(order: Order) -> int:
    """What of the order still counts towards the tier: its net goods in the proportion that was not refunded."""
    goods = order.decision.total - order.decision.shipping
    return half_up(order.decision.subtotal * (goods - order.refunded.goods), goods) if goods else 0


def _stamps_kept(amount: int) -> cards.Left:
    def left(card: CardClause) -> int:
        return cards.stamps_for(card, amount, purchase=True)

    return left


def cancel(tale: Tale, number: str) -> Undone:
    """Undoes an order that was not fulfilled, as if it had not been; uses are given back as the policy says."""
    order = tale.order_numbered(number)
    if order.customer is not None:
        due.begin(tale, order.customer)
        order = tale.order(order.id)
    _can_be_cancelled(tale, order)
    back, taken, short = refund.cancelled(order), 0, 0
    rules = tale.rulebook.version(order.version)
    last_order = None
    if order.customer is not None:
        back, taken, short = _settle_points(tale, rules, order, back, {})
        last_order = tale.archive.last_order(order.customer, besides=order.id)
    tale.tell(OrderCancelled(order.id, order.customer, back, last_order, tale.at))
    for use in order.uses:
        tale.tell(UseReleased(use.clause, order.customer, order.id, use.amount, tale.at))
    if order.customer is not None:
        _as_if_it_had_not_been(tale, rules, order)
    due.end(tale)
    return Undone(tale.order(order.id), back, None, taken, short)


def _can_be_cancelled(tale: Tale, order: Order) -> None:
    if order.state == "cancelled":
        raise Refused("already-cancelled", f"Order {order.number!r} was cancelled before.")
    if order.returned:
        raise Refused("already-returned", f"Goods of order {order.number!r} have come back: return the rest.")
    today = terms.day_of(tale.at, tale.rulebook.version(order.version).policy)
    if order.delivered is not None and order.delivered <= today:
        raise Refused("already-delivered", f"Order {order.number!r} was delivered: take the goods back by a return.")


def _as_if_it_had_not_been(tale: Tale, rules: Rules, order: Order) -> None:
    customer, decision = order.customer or "", order.decision
    day = terms.day_of(order.at, rules.policy, order.situation.basket.store)
    counts = Counts(spend=decision.subtotal, visits=int(order.counts_as_visit), points=decision.points, orders=1)
    tale.tell(Counted(customer, day, -counts, "cancel", order.id, tale.at))
    cards.take_back(tale, customer, lambda card: 0, order=order.id)
    referrals.cancelled(tale, order)
    gifts.revoke_of_order(tale, customer, order.id)
    for voucher in list(tale.account(customer).vouchers.values()):
        if voucher.used_on == order.id and voucher.state == "used":
            gifts.release(tale, rules, voucher)
