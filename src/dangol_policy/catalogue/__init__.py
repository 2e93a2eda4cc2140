"""Programme templates with parameters: what a business may start from, each building clauses and examples of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dangol_policy.catalogue import care, loyalty, promotions
from dangol_policy.catalogue.parameters import WEEKDAYS, Parameter, Unfit
from dangol_policy.catalogue.placing import Placed, place
from dangol_policy.catalogue.setting import Setting
from dangol_policy.catalogue.template import Built, Template
from dangol_policy.source import read_text

__all__ = [
    "WEEKDAYS",
    "Built",
    "Parameter",
    "Placed",
    "Setting",
    "Template",
    "Unfit",
    "place",
    "setting_of",
    "template",
    "templates",
]

_ALL: Mapping[str, Template] = {one.id: one for one in (*loyalty.TEMPLATES, *promotions.TEMPLATES, *care.TEMPLATES)}


def templates() -> tuple[Template, ...]:
    """Every template, in the order in which a business meets them."""
    return tuple(_ALL.values())


def template(name: str) -> Template:
    """One template by its id. Raises KeyError."""
    return _ALL[name]


def setting_of(text: str) -> Setting:
    """The policy as templates must know it; an empty one when the text cannot be read."""
    data: Any = read_text(text).data
    return Setting(data if isinstance(data, dict) else {})
