"""Tax of a line: its rate or amount, held in the price or put on top."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from dangol_policy.allocate import half_up
from dangol_policy.model.business import Tax
from dangol_policy.situation import Line


@dataclass(frozen=True, slots=True)
class LineTaxation:
    """How a line is taxed: `numerator / denominator` of an amount, as a part of it when included, else on top of it."""

    included: bool
    numerator: int = 0
    denominator: int = 1

    def tax_in(self, amount: int) -> int:
        """Tax of an amount in minor units, rounded half-up once; never more than an amount that includes it."""
        tax = half_up(amount * self.numerator, self.denominator)
        return min(tax, amount) if self.included else tax

    def on_top(self, amount: int) -> int:
        """What is added to the amount."""
        return 0 if self.included else self.tax_in(amount)

    def without(self, amount: int) -> int:
        """The amount without tax."""
        return amount - self.tax_in(amount) if self.included else amount


def read_percent(text: str) -> Fraction:
    """`20%` as a fraction: 1/5. The text has been validated."""
    return Fraction(text.rstrip("% ")) / 100


@lru_cache(maxsize=256)
def taxed_at(rate: str | None, *, included: bool) -> LineTaxation:
    """Taxation at a rate; a price that includes 20% holds 20/120 of itself as tax."""
    part = read_percent(rate) if rate else Fraction(0)
    part = part / (1 + part) if included else part
    return LineTaxation(included, part.numerator, part.denominator)


def taxation(line: Line, tax: Tax) -> LineTaxation:
    """Tax of a line as priced: its own, else the policy's. An amount of tax follows the price down."""
    own = line.tax
    included = tax.prices == "included" if own is None or own.included is None else own.included
    if own is not None and own.amount is not None:
        return LineTaxation(included, own.amount, line.price) if line.price else LineTaxation(included)
    return taxed_at(own.rate if own is not None and own.rate is not None else tax.rate, included=included)


def counted(line: Line, tax: Tax) -> tuple[int, int, LineTaxation]:
    """Unit price, floor and taxation as discounts count: with tax when the policy counts discounts with tax."""
    found = taxation(line, tax)
    floor = min(line.floor or 0, line.price)
    if found.included or tax.discounts == "as priced":
        return line.price, floor, found
    price = line.price + found.tax_in(line.price)
    whole = found.denominator + found.numerator
    with_tax = LineTaxation(True, found.numerator, whole)
    return price, min(floor + found.tax_in(floor), price), with_tax
