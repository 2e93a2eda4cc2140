"""Short ways to write a template's parameters and examples down."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dangol_policy.catalogue import texts
from dangol_policy.catalogue.parameters import Parameter
from dangol_policy.catalogue.setting import Setting, Words

DAY = "2026-03-04"
"""A Wednesday; the day on which examples of the catalogue begin."""
NOON = f"{DAY}T12:00"


def money(name: str, coffees: float | int, *, most: int = 1_000, least: str = "0.1", label: str = "") -> Parameter:
    """An amount: default and bounds in small round amounts of the currency."""
    return Parameter(name, "money", texts.label(label or name), coffees, Decimal(least), Decimal(most))


def rate(name: str, percent: int, *, most: int = 50, least: str = "0.1", label: str = "") -> Parameter:
    """A rate in percent."""
    return Parameter(name, "rate", texts.label(label or name), percent, Decimal(least), Decimal(most))


def count(name: str, default: int, *, least: int = 1, most: int = 100, label: str = "") -> Parameter:
    """A whole number."""
    return Parameter(name, "count", texts.label(label or name), default, Decimal(least), Decimal(most))


def length(name: str, default: int, unit: str, *, least: int = 1, most: int, label: str = "") -> Parameter:
    """A length of time in one unit."""
    return Parameter(name, "duration", texts.label(label or name), default, Decimal(least), Decimal(most), unit)


def name(key: str, default: str, *, nth: int = 0) -> Parameter:
    """A category as baskets name it."""
    return Parameter(key, "name", texts.label(key), default, nth=nth)


def words(key: str, default: str, *, label: str = "") -> Parameter:
    """Words that customers read."""
    return Parameter(key, "words", texts.label(label or key), texts.words(default))


def choice(key: str, choices: Mapping[str, Words], *, label: str = "") -> Parameter:
    """One of some choices; the first is the default."""
    return Parameter(key, "choice", texts.label(label or key), next(iter(choices)), choices=choices)


# --- examples -----------------------------------------------------------------------------------------------------


def price(setting: Setting, coffees: Decimal | int = 100) -> int | str:
    """A round price on which a rate of two decimals gives whole smallest parts."""
    return setting.amount(coffees)


def number(amount: Any) -> Decimal:
    """An amount, a rate or the count of a duration as a number: `5%` is 0.05."""
    text = str(amount)
    if text.endswith("%"):
        return Decimal(text[:-1]) / 100
    return Decimal(text.split(" ", maxsplit=1)[0])


def basket(expect: Mapping[str, Any], *lines: Mapping[str, Any], label: str, **given: Any) -> dict[str, Any]:
    """An example of a basket."""
    return {"name": label, "given": {**given, "basket": list(lines)}, "expect": dict(expect)}


def joined(customer: str = "mina", **more: Any) -> dict[str, Any]:
    """The event with which most stories begin."""
    return {"join": customer, "at": f"{DAY}T11:00", **more}


def bought(amount: Any, *, order: str = "no-1", customer: str = "mina", at: str = NOON, **line: Any) -> dict[str, Any]:
    """A purchase of one line."""
    return {
        "purchase": order,
        "customer": customer,
        "at": at,
        "basket": {"lines": [{"id": "one", "price": amount, **line}]},
    }
