"""Tax of a line: its rate or amount, held in the price or put on top."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from dangol_policy.allocate import half_up
from dangol_policy.model.business import Tax
from dangol_policy.situation import Line


@dataclass(frozen=True, slots=True)
class LineTaxation:
    """How a line is taxed. `rate` or `per_unit`, or neither: no tax."""

    included: bool
    rate: Fraction = Fraction(0)
    per_unit: int | None = None
    unit_price: int = 0
    """Price on which `per_unit` is the tax."""

    def tax_in(self, amount: int) -> int:
        """Tax of an amount in minor units, rounded half-up once: part of it when included, else on top of it."""
        if self.per_unit is not None:
            tax = half_up(amount * self.per_unit, self.unit_price) if self.unit_price else 0
            return min(tax, amount) if self.included else tax
        part = self.rate / (1 + self.rate) if self.included else self.rate
        return half_up(amount * part.numerator, part.denominator)

    def on_top(self, amount: int) -> int:
        """What is added to the amount."""
        return 0 if self.included else self.tax_in(amount)

    def without(self, amount: int) -> int:
        """The amount without tax."""
        return amount - self.tax_in(amount) if self.included else amount


def read_percent(text: str) -> Fraction:
    """`20%` as a fraction: 1/5. The text has been validated."""
    return Fraction(text.rstrip("% ")) / 100


def taxation(line: Line, tax: Tax) -> LineTaxation:
    """Tax of a line as priced: its own, else the policy's."""
    own = line.tax
    included = tax.prices == "included" if own is None or own.included is None else own.included
    if own is not None and own.amount is not None:
        return LineTaxation(included, per_unit=own.amount, unit_price=line.price)
    rate = own.rate if own is not None and own.rate is not None else tax.rate
    return LineTaxation(included, rate=read_percent(rate) if rate else Fraction(0))


def counted(line: Line, tax: Tax) -> tuple[int, int, LineTaxation]:
    """Unit price, floor and taxation as discounts count: with tax when the policy counts discounts with tax."""
    found = taxation(line, tax)
    floor = min(line.floor or 0, line.price)
    if found.included or tax.discounts == "as priced":
        return line.price, floor, found
    price = line.price + found.tax_in(line.price)
    with_tax = LineTaxation(True, found.rate, found.per_unit, price)
    return price, min(floor + found.tax_in(floor), price), with_tax
