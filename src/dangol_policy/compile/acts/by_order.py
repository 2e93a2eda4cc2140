"""Gifts on the order: one discount, shared over the lines."""

from __future__ import annotations

from dangol_policy.compile.acts.effect import NO_MATCH, NO_VALUE, Act, Effect, capped, nothing, ratios, resolver
from dangol_policy.compile.lines import Lines
from dangol_policy.compile.marks import Marks
from dangol_policy.decision import Reason
from dangol_policy.model.gives import Amount, Percent, PerSpend


def order_percent(gives: Percent, marks: Marks) -> Act:
    """A rate of the matching lines together, rounded once."""
    bit, value, at_most = marks.bit(gives.of), resolver(ratios(gives.percent)), gives.at_most

    def act(lines: Lines, tier: str | None, _enrolled: bool) -> Effect:
        if (ratio := value(tier)) is None:
            return NO_VALUE
        if not lines.any_bits & bit:
            return NO_MATCH
        now = sum([amount for amount, bits in zip(lines.amounts, lines.bits, strict=True) if bits & bit])
        discount = (2 * now * ratio[0] + ratio[1]) // (2 * ratio[1])
        if at_most is not None and discount > at_most:
            pairs = lines.spread(bit, discount)
            total = sum([share for _, share in pairs])
            return capped(lines, bit, Effect(total, pairs), at_most) if total else nothing(lines, bit)
        return on_order(lines, bit, discount)

    return act


def order_amount(gives: Amount, marks: Marks) -> Act:
    """An amount off the matching lines together."""
    bit, value = marks.bit(gives.of), resolver(gives.amount)

    def act(lines: Lines, tier: str | None, _enrolled: bool) -> Effect:
        if (amount := value(tier)) is None:
            return NO_VALUE
        return on_order(lines, bit, amount) if lines.any_bits & bit else NO_MATCH

    return act


def per_spend(gives: PerSpend, marks: Marks) -> Act:
    """An amount for each full step spent."""
    bit, value = marks.bit(gives.of), resolver(gives.amount)
    step, times, listed = gives.per_spend, gives.times, gives.measure == "before discounts"

    def act(lines: Lines, tier: str | None, _enrolled: bool) -> Effect:
        if (amount := value(tier)) is None:
            return NO_VALUE
        if not lines.any_bits & bit:
            return NO_MATCH
        counted = lines.listed if listed else lines.amounts
        spent = sum([one for one, bits in zip(counted, lines.bits, strict=True) if bits & bit])
        steps = spent // step if step else 0
        if not steps:
            return Effect(reasons=(Reason("spend-short", have=spent, need=step),))
        return on_order(lines, bit, amount * (min(steps, times) if times else steps))

    return act


def on_order(lines: Lines, bit: int, discount: int) -> Effect:
    """One discount on the lines of a bit, shared when it is taken."""
    room = lines.room_of(bit)
    amount = discount if discount < room else room
    return Effect(amount, order=bit) if amount else nothing(lines, bit)
