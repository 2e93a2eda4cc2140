"""Points to be earned, prepared for one policy: the exact sums of `interpret.earning`, on whole numbers.

What a rule gives on each line is a whole number over a denominator that the rule's lines share.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Any

from dangol_policy.compile.acts.effect import resolver
from dangol_policy.compile.lines import Lines
from dangol_policy.compile.marks import Marks
from dangol_policy.compile.offers import Offer
from dangol_policy.decision import Applied, Earned
from dangol_policy.interpret.case import Case
from dangol_policy.interpret.customers import who_reasons
from dangol_policy.interpret.times import when_reasons, where_reasons
from dangol_policy.model import gives as kinds
from dangol_policy.model.loyalty import EarnRule
from dangol_policy.model.policy import Policy
from dangol_policy.values import exponent, write_money, write_rate

Part = tuple[list[int], int]
"""Numerators by line, and their denominator; in smallest parts of a point."""
Formula = tuple[int, int, str]
"""Points for a base: numerator, denominator, and how the policy writes it."""


@dataclass(slots=True)
class Rule:
    """One rule of earning."""

    written: EarnRule
    bit: int
    formula: Callable[[str | None], Formula | None]
    by_tier: object
    """The formula, or formulas by tier."""
    full: int
    """Counts full amounts only, of so much; 0: in proportion."""
    conditional: bool
    plain: bool
    """Counts what lines cost, and nothing else."""


@dataclass(slots=True)
class Points:
    """Points to be earned: in all, by line, and per rule."""

    total: int
    by_line: Sequence[int]
    earned: tuple[Earned, ...]


class Earning:
    """The rules of a policy."""

    def __init__(self, policy: Policy, marks: Marks) -> None:
        points = policy.loyalty.points
        self._unit = 10**points.decimals if points else 1
        self._rounding = points.rounding if points else "down"
        self.rules = [_rule(rule, policy, marks, self._unit) for rule in points.earn] if points else []
        self.programme = points is not None
        self.conditional = any(rule.conditional for rule in self.rules)

    def points(
        self,
        lines: Lines,
        tier: str | None,
        applied: Sequence[tuple[Offer, Applied]],
        points_paid: Sequence[int],
        case: Callable[[], Case],
    ) -> Points:
        """What an order of an enrolled customer earns. `points_paid`: minor units of each line that points pay for."""
        parts: list[Part] = []
        earned: list[Earned] = []
        for rule in self.rules:
            formula = rule.formula(tier)
            if formula is not None and not (rule.conditional and speaks_against(rule.written, case())):
                base = _bases(rule, lines, points_paid)
                _add(parts, earned, rule.written.id, sum(base), _by_rule(rule, formula, base), formula[2])
        by_rules = list(parts)
        for offer, one in applied:
            if isinstance(offer.gives, kinds.TimesPoints):
                self._multiply(parts, earned, by_rules, offer, lines)
            elif isinstance(offer.gives, kinds.Points):
                points = (resolver(offer.gives.points)(tier) or 0) * one.times
                whole = points * self._unit
                weights = _weights(lines)
                bonus = ([whole * weight for weight in weights], sum(weights))
                _add(parts, earned, offer.clause, 0, bonus, f"+{points}")
        return self._rounded(parts, tuple(earned), lines.count)

    def _multiply(
        self, parts: list[Part], earned: list[Earned], by_rules: list[Part], offer: Offer, lines: Lines
    ) -> None:
        assert isinstance(offer.gives, kinds.TimesPoints)
        times = offer.gives.points_times
        bit = lines.marks.bit_of(offer.gives.of)
        nums, den = _summed(by_rules, lines.count)
        more = [num * (times - 1) if bits & bit else 0 for num, bits in zip(nums, lines.bits, strict=True)]
        base = sum([amount for amount, bits in zip(lines.amounts, lines.bits, strict=True) if bits & bit])
        _add(parts, earned, offer.clause, base, (more, den), f"x{times}")

    def _rounded(self, parts: list[Part], earned: tuple[Earned, ...], count: int) -> Points:
        nums, den = _summed(parts, count)
        whole = sum(nums)
        if self._rounding == "down":
            total = whole // den
        else:
            total = -(-whole // den) if self._rounding == "up" else (2 * whole + den) // (2 * den)
        shares = [num // den for num in nums]
        left = total - sum(shares)
        if left:
            for i in sorted(range(count), key=lambda i: (-(nums[i] % den), i))[:left]:
                shares[i] += 1
        return Points(total, shares, earned)


def _summed(parts: list[Part], count: int) -> Part:
    """The parts over one denominator."""
    if len(parts) == 1:
        return parts[0]
    den = lcm(*[den for _, den in parts])
    nums = [0] * count
    for part, own in parts:
        factor = den // own
        nums = [so_far + num * factor for so_far, num in zip(nums, part, strict=True)]
    return nums, den


def _add(parts: list[Part], earned: list[Earned], clause: str, base: int, part: Part, written: str) -> None:
    exact = sum(part[0])
    if exact:
        parts.append(part)
        earned.append(Earned(clause, base, Fraction(exact, part[1]), written))


# --- rules -----------------------------------------------------------------------------------------


def _rule(rule: EarnRule, policy: Policy, marks: Marks, unit: int) -> Rule:
    conditional = rule.who is not None or rule.when is not None or rule.where is not None
    full = rule.per_full or 0 if rule.rate is None and rule.per is None else 0
    formulas = _formulas(rule, policy.business.currency, unit)
    by_unit = rule.per == "unit" and rule.rate is None
    plain = rule.base.amount == "net" and rule.base.tax == "as priced" and rule.base.points_spent == "count as paid"
    return Rule(rule, marks.bit(rule.on), resolver(formulas), formulas, full, conditional, plain and not by_unit)


def _formulas(rule: EarnRule, currency: str, unit: int) -> object:
    """The formula, or the formulas by tier; None gives nothing."""
    value: Any = rule.rate if rule.rate is not None else rule.points
    if isinstance(value, dict):
        return {tier: _formula(rule, one, currency, unit) for tier, one in value.items()}
    return None if value is None else _formula(rule, value, currency, unit)


def _formula(rule: EarnRule, value: Decimal | int, currency: str, unit: int) -> Formula | None:
    if rule.rate is not None:
        rate = Decimal(value)
        factor = Fraction(rate) * unit / 10 ** exponent(currency)
        return factor.numerator, factor.denominator, write_rate(rate)
    assert isinstance(value, int)
    if rule.per == "unit":
        return value * unit, 1, f"{value} per unit"
    if rule.per:
        return value * unit, rule.per, f"{value} per {write_money(rule.per, currency)}"
    if rule.per_full:
        return value * unit, rule.per_full, f"{value} per full {write_money(rule.per_full, currency)}"
    return None


def speaks_against(rule: EarnRule, case: Case) -> bool:
    """Whether a rule of earning does not hold in this case."""
    return bool(
        who_reasons(rule.who, case) or when_reasons(rule.when, case.local) or where_reasons(rule.where, case.basket)
    )


def _bases(rule: Rule, lines: Lines, points_paid: Sequence[int]) -> list[int]:
    """What the rule counts on each line; 0 on lines it leaves out."""
    bit, left_out = rule.bit, lines.no_points
    if rule.plain and not left_out and all(map(bit.__and__, lines.bits)):
        return lines.amounts
    chosen = [bool(bits & bit) and i not in left_out for i, bits in enumerate(lines.bits)]
    if rule.written.per == "unit" and rule.written.rate is None:
        return [sum([u > 0 for u in lines.units(i)]) if yes else 0 for i, yes in enumerate(chosen)]
    base = rule.written.base
    amounts = lines.amounts if base.amount == "net" else lines.listed
    found = [amount if yes else 0 for amount, yes in zip(amounts, chosen, strict=True)]
    if base.points_spent == "do not count":
        found = [max(0, one - paid) for one, paid in zip(found, points_paid, strict=True)]
    if base.tax == "without":
        found = [tax.without(one) for one, tax in zip(found, lines.taxes, strict=True)]
    return found


def _by_rule(rule: Rule, formula: Formula, base: list[int]) -> Part:
    numerator, denominator, _ = formula
    if not rule.full:
        return [one * numerator for one in base], denominator
    whole = sum(base)
    points = whole // rule.full * numerator
    return [points * one for one in base], whole or 1


def _weights(lines: Lines) -> list[int]:
    """What the lines cost; list amounts when everything is free; units when even those are nothing."""
    if any(lines.amounts):
        return lines.amounts
    return lines.listed if any(lines.listed) else lines.quantities
