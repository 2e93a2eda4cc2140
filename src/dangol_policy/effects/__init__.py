"""The kinds of gifts, one file each: what a gift does to a basket, why it does nothing, its line in the docs.

`KINDS` is the whole table: the model of a gift, its phase, its outcome and its line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dangol_policy.effects import (
    amount,
    bundle,
    free_service,
    free_units,
    gesture,
    get,
    item,
    nth,
    per_spend,
    percent,
    points,
    price,
    prices,
    priority,
    shipping,
    times_points,
    voucher,
    warranty,
)
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import Outcome
from dangol_policy.model import gives as model
from dangol_policy.model.base import Part
from dangol_policy.model.gives import PHASE_OF_OFF, Phase


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of gift."""

    outcome: Callable[[Any, Goods], Outcome]
    phase: Phase | None
    """None: `off` says it."""
    doc: str
    """One line for the reference."""


KINDS: dict[type[Part], Kind] = {
    model.Percent: Kind(percent.outcome, None, percent.DOC),
    model.Amount: Kind(amount.outcome, None, amount.DOC),
    model.PerSpend: Kind(per_spend.outcome, "order", per_spend.DOC),
    model.Price: Kind(price.outcome, "item", price.DOC),
    model.Prices: Kind(prices.outcome, "price list", prices.DOC),
    model.Nth: Kind(nth.outcome, "bundle", nth.DOC),
    model.FreeUnits: Kind(free_units.outcome, "bundle", free_units.DOC),
    model.Get: Kind(get.outcome, "bundle", get.DOC),
    model.Bundle: Kind(bundle.outcome, "bundle", bundle.DOC),
    model.Shipping: Kind(shipping.outcome, "shipping", shipping.DOC),
    model.Item: Kind(item.outcome, "reward", item.DOC),
    model.Points: Kind(points.outcome, "reward", points.DOC),
    model.TimesPoints: Kind(times_points.outcome, "reward", times_points.DOC),
    model.Voucher: Kind(voucher.outcome, "reward", voucher.DOC),
    model.FreeService: Kind(free_service.outcome, None, free_service.DOC),
    model.Warranty: Kind(warranty.outcome, "reward", warranty.DOC),
    model.Priority: Kind(priority.outcome, "reward", priority.DOC),
    model.Gesture: Kind(gesture.outcome, "reward", gesture.DOC),
}

PHASES: tuple[Phase, ...] = ("price list", "item", "bundle", "order", "shipping", "reward")
"""In the order in which they act."""


def phase_of(gives: model.Gives) -> Phase:
    """The phase in which a gift acts, from the policy alone."""
    if isinstance(gives, model.Percent | model.Amount):
        return PHASE_OF_OFF[gives.off]
    if isinstance(gives, model.FreeService):
        return "shipping" if gives.free == "shipping" else "reward"
    phase = KINDS[type(gives)].phase
    assert phase is not None
    return phase


def outcome_of(gives: model.Gives, goods: Goods) -> Outcome:
    """What the gift would do to the goods as they stand."""
    return KINDS[type(gives)].outcome(gives, goods)
