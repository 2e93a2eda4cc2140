"""Gifts that lower each line or each unit by itself: rates, amounts, price lists."""

from __future__ import annotations

from dangol_policy.compile.acts.by_reference import by_reference
from dangol_policy.compile.acts.effect import (
    NO_MATCH,
    NO_VALUE,
    NOT_DEARER,
    Act,
    Effect,
    capped,
    ratios,
    resolver,
    settle,
)
from dangol_policy.compile.lines import Lines
from dangol_policy.compile.marks import Marks
from dangol_policy.model.conditions import Selector
from dangol_policy.model.gives import Amount, Percent, Price, Prices


def line_percent(gives: Percent, marks: Marks) -> Act:
    """A rate off each line, rounded once per line."""
    bit, value, at_most = marks.bit(gives.of), resolver(ratios(gives.percent)), gives.at_most

    def act(lines: Lines, tier: str | None, _enrolled: bool) -> Effect:
        if (ratio := value(tier)) is None:
            return NO_VALUE
        if not lines.any_bits & bit:
            return NO_MATCH
        numerator, denominator = 2 * ratio[0], ratio[1]
        twice, amounts = 2 * denominator, lines.amounts
        asked = [
            (i, (amounts[i] * numerator + denominator) // twice) for i, bits in enumerate(lines.bits) if bits & bit
        ]
        return capped(lines, bit, settle(lines, bit, asked), at_most)

    return act


def line_amount(gives: Amount, marks: Marks) -> Act:
    """An amount off each line."""
    bit, value = marks.bit(gives.of), resolver(gives.amount)

    def act(lines: Lines, tier: str | None, _enrolled: bool) -> Effect:
        if (amount := value(tier)) is None:
            return NO_VALUE
        if not lines.any_bits & bit:
            return NO_MATCH
        return settle(lines, bit, [(i, amount) for i, bits in enumerate(lines.bits) if bits & bit])

    return act


def unit_percent(gives: Percent, marks: Marks) -> Act:
    """A rate off each unit, rounded per unit; once something has acted on a line, units differ and are looked at."""
    bit, value, at_most = marks.bit(gives.of), resolver(ratios(gives.percent)), gives.at_most
    by_unit = by_reference(gives, marks)

    def act(lines: Lines, tier: str | None, enrolled: bool) -> Effect:
        if (ratio := value(tier)) is None:
            return NO_VALUE
        if not lines.any_bits & bit:
            return NO_MATCH
        chosen = [i for i, bits in enumerate(lines.bits) if bits & bit]
        if not lines.untouched(chosen):
            return by_unit(lines, tier, enrolled)
        numerator, denominator = 2 * ratio[0], ratio[1]
        twice, prices, quantities = 2 * denominator, lines.prices, lines.quantities
        asked = [(i, (prices[i] * numerator + denominator) // twice * quantities[i]) for i in chosen]
        found = settle(lines, bit, asked)
        return found if at_most is None or found.amount <= at_most else by_unit(lines, tier, enrolled)

    return act


def unit_amount(gives: Amount, marks: Marks) -> Act:
    """An amount off each unit."""
    bit, value = marks.bit(gives.of), resolver(gives.amount)
    by_unit = by_reference(gives, marks)

    def act(lines: Lines, tier: str | None, enrolled: bool) -> Effect:
        if (amount := value(tier)) is None:
            return NO_VALUE
        if not lines.any_bits & bit:
            return NO_MATCH
        chosen = [i for i, bits in enumerate(lines.bits) if bits & bit]
        if not lines.untouched(chosen):
            return by_unit(lines, tier, enrolled)
        return settle(lines, bit, [(i, amount * lines.quantities[i]) for i in chosen])

    return act


def price_list(gives: Prices, marks: Marks) -> Act:
    """Prices by product. With a limit on units, or after something has acted, single units are looked at."""
    bit = marks.bit(Selector(product=tuple(sorted(gives.prices)))) if gives.prices else 0
    values = {sku: resolver(price) for sku, price in gives.prices.items()}
    by_unit = by_reference(gives, marks)

    def act(lines: Lines, tier: str | None, enrolled: bool) -> Effect:
        if not lines.any_bits & bit:
            return NO_MATCH
        chosen = [i for i, bits in enumerate(lines.bits) if bits & bit and lines.prices[i]]
        if not chosen or gives.units is not None or not lines.untouched(chosen):
            return by_unit(lines, tier, enrolled)
        asked = [
            (i, (lines.prices[i] - price) * lines.quantities[i])
            for i in chosen
            if (price := values[lines.lines[i].sku](tier)) is not None
        ]
        if not asked:
            return NO_VALUE
        return settle(lines, bit, asked) if any(off > 0 for _, off in asked) else NOT_DEARER

    return act


def fixed_price(gives: Price, marks: Marks) -> Act:
    """One price per unit. With a limit on units, or after something has acted, single units are looked at."""
    bit, value = marks.bit(gives.of), resolver(gives.price)
    by_unit = by_reference(gives, marks)

    def act(lines: Lines, tier: str | None, enrolled: bool) -> Effect:
        if (price := value(tier)) is None:
            return NO_VALUE
        if not lines.any_bits & bit:
            return NO_MATCH
        chosen = [i for i, bits in enumerate(lines.bits) if bits & bit and lines.prices[i]]
        if not chosen or gives.units is not None or not lines.untouched(chosen):
            return by_unit(lines, tier, enrolled)
        asked = [(i, (lines.prices[i] - price) * lines.quantities[i]) for i in chosen]
        return settle(lines, bit, asked) if any(off > 0 for _, off in asked) else NOT_DEARER

    return act
