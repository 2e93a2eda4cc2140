"""Durations of different units compared: the fewest and the most days each can be."""

from __future__ import annotations

from fractions import Fraction

from dangol_policy.values import Duration

_FEWEST = {
    "minutes": Fraction(1, 1440),
    "hours": Fraction(1, 24),
    "days": Fraction(1),
    "weeks": Fraction(7),
    "months": Fraction(28),
    "years": Fraction(365),
}
_MOST = {**_FEWEST, "months": Fraction(31), "years": Fraction(366)}


def at_least_days(term: Duration) -> Fraction:
    """The fewest days a term lasts; a business day is at least a day, a business hour at least an hour."""
    return term.amount * _FEWEST[term.unit.removeprefix("business ")]


def at_most_days(term: Duration) -> Fraction:
    """The most days a term lasts; business terms are taken to span at most a week for each five days or forty hours."""
    if term.unit == "business days":
        return Fraction(term.amount * 7, 5) + 7
    if term.unit == "business hours":
        return Fraction(term.amount * 7, 40) + 7
    return term.amount * _MOST[term.unit]
