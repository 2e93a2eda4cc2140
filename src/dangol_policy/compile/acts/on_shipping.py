"""Gifts on the shipping charge."""

from __future__ import annotations

from dangol_policy.compile.acts.effect import (
    NO_VALUE,
    NOT_DEARER,
    NOTHING_LEFT,
    TOO_SMALL,
    Act,
    Effect,
    ratios,
    resolver,
)
from dangol_policy.compile.lines import Lines
from dangol_policy.decision import Reason
from dangol_policy.model.gives import Amount, Percent

NO_SHIPPING = Effect(reasons=(Reason("no-shipping"),))


def charge(fixed: int) -> Act:
    """Shipping free, or at a fixed charge."""

    def act(lines: Lines, _tier: str | None, _enrolled: bool) -> Effect:
        if fixed and 0 < lines.shipping <= fixed:
            return NOT_DEARER
        return off_shipping(lines, lines.shipping - fixed)

    return act


def shipping_percent(gives: Percent) -> Act:
    """A rate off the charge."""
    value, at_most = resolver(ratios(gives.percent)), gives.at_most

    def act(lines: Lines, tier: str | None, _enrolled: bool) -> Effect:
        if (ratio := value(tier)) is None:
            return NO_VALUE
        found = off_shipping(lines, (2 * lines.shipping * ratio[0] + ratio[1]) // (2 * ratio[1]))
        return found if at_most is None or found.amount <= at_most else off_shipping(lines, at_most)

    return act


def shipping_amount(gives: Amount) -> Act:
    """An amount off the charge."""
    value = resolver(gives.amount)

    def act(lines: Lines, tier: str | None, _enrolled: bool) -> Effect:
        amount = value(tier)
        return NO_VALUE if amount is None else off_shipping(lines, amount)

    return act


def off_shipping(lines: Lines, discount: int) -> Effect:
    """A discount on what is left of the shipping charge."""
    if not lines.shipping_listed:
        return NO_SHIPPING
    if not lines.shipping:
        return NOTHING_LEFT
    return TOO_SMALL if discount <= 0 else Effect(min(discount, lines.shipping))
