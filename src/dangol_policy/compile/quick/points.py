"""Points to be earned, written as one sum over the rules."""

from __future__ import annotations

from collections.abc import Mapping
from math import lcm
from typing import Any

from dangol_policy.compile.earning import Formula, Rule, speaks_against
from dangol_policy.compile.quick.page import Page, Unwritten

ROUNDED = {"down": "up // {den}", "up": "-(-up // {den})", "half up": "(2 * up + {den}) // (2 * {den})"}


def write_points(page: Page) -> None:
    """Sets `points`. Leaves to the whole run what needs shares by line."""
    planned = page.planned
    page.add("points = 0")
    programme = planned.policy.loyalty.points
    if programme is None:
        return
    page.open("if c is not None:")
    page.add("if left_out: return None")
    den = lcm(*[formula[1] for rule in planned.earning.rules for formula in _formulas(rule) if formula is not None])
    page.add("up = 0")
    for number, rule in enumerate(planned.earning.rules):
        mark = page.mark()
        try:
            _rule(page, number, rule, den)
        except Unwritten:
            page.rewind(mark)
            page.add("return None")
    page.add(f"up = up * times + bonus * {den * planned.unit}")
    page.add(f"points = {ROUNDED[programme.rounding].format(den=den)}")
    page.back()


def _rule(page: Page, number: int, rule: Rule, den: int) -> None:
    formulas: Any = rule.by_tier
    written = rule.written
    if written.per == "unit" or written.base.tax == "without":
        page.add("return None")
        return
    if rule.conditional:
        page.names.update({f"RULE{number}": written, "AGAINST": speaks_against})
        page.open(f"if not AGAINST(RULE{number}, CASE(situation, tier)):")
    if written.base.amount == "net":
        page.base("base", written.on)
    else:
        page.add(f"base = {page.listed(written.on)}")
    if rule.full:
        page.add(f"base //= {rule.full}")
    if isinstance(formulas, Mapping):
        page.names[f"F{number}"] = {tier: _scaled(rule, one, den) for tier, one in formulas.items()}
        page.add(f"up += base * F{number}.get(tier, 0)")
    else:
        page.add(f"up += base * {_scaled(rule, formulas, den)}")
    if rule.conditional:
        page.back()


def _formulas(rule: Rule) -> list[Formula | None]:
    found: Any = rule.by_tier
    listed = [*found.values()] if isinstance(found, Mapping) else [found]
    return [one and (one[0], 1 if rule.full else one[1], one[2]) for one in listed]


def _scaled(rule: Rule, formula: Formula | None, den: int) -> int:
    """Points of a formula over the denominator that all rules share."""
    if formula is None:
        return 0
    return formula[0] * den // (1 if rule.full else formula[1])
