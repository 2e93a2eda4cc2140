"""What a gift would do now, as the prepared engine counts it, and what all acts share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from dangol_policy.allocate import allocate
from dangol_policy.compile.lines import Lines, Pairs
from dangol_policy.decision import Gift, Reason

T = TypeVar("T")
Ratio = tuple[int, int]
ByTier = Callable[[str | None], Any]


@dataclass(slots=True)
class Effect:
    """One of `pairs`, `units` and `order` says where discounts on goods fall; `reasons` say why it does nothing."""

    amount: int = 0
    """On goods, or on shipping in that phase; minor units."""
    pairs: Pairs | None = None
    units: dict[int, list[int]] | None = None
    gifts: tuple[Gift, ...] = ()
    times: int = 1
    reasons: tuple[Reason, ...] = ()
    short_price: int = 0
    order: int = 0
    """The bit of the lines over which the amount is to be shared once it is taken."""


Act = Callable[[Lines, str | None, bool], Effect]
"""From the basket, the ruling tier and whether the customer is enrolled."""

NO_MATCH = Effect(reasons=(Reason("nothing-matches"),))
NO_VALUE = Effect(reasons=(Reason("no-tier-value"),))
NOTHING_LEFT = Effect(reasons=(Reason("nothing-left"),))
TOO_SMALL = Effect(reasons=(Reason("too-small"),))
NOT_DEARER = Effect(reasons=(Reason("not-dearer"),))


def resolver(value: T | Mapping[str, T]) -> ByTier:
    """The value by tier; the same for everybody when the policy names no tiers."""
    if isinstance(value, Mapping):
        by_tier = dict[Any, Any](value)
        return lambda tier: by_tier.get(tier)
    return lambda _tier: value


def ratios(rate: Decimal | Mapping[str, Decimal]) -> Ratio | dict[str, Ratio]:
    """A rate, or rates by tier, as whole numerators and denominators."""
    if isinstance(rate, Mapping):
        return {tier: one.as_integer_ratio() for tier, one in rate.items()}
    return rate.as_integer_ratio()


def settle(lines: Lines, bit: int, asked: Pairs) -> Effect:
    """The effect of discounts asked for by line, none below a floor; when nothing comes of them, why."""
    taken: Pairs = []
    total = 0
    for i, discount in asked:
        room = lines.room(i)
        if discount > room:
            discount = room
        if discount > 0:
            taken.append((i, discount))
            total += discount
    return Effect(total, taken) if taken else nothing(lines, bit)


def nothing(lines: Lines, bit: int) -> Effect:
    """Why discounts on the lines of a bit come to nothing."""
    left = any(bits & bit and lines.room(i) > 0 for i, bits in enumerate(lines.bits))
    return TOO_SMALL if left else NOTHING_LEFT


def capped(lines: Lines, bit: int, found: Effect, at_most: int | None) -> Effect:
    """The effect with its whole discount held to `at_most`, shared over the lines by what each would have got."""
    if at_most is None or found.amount <= at_most or found.pairs is None:
        return found
    taken = [discount for _, discount in found.pairs]
    shares = allocate(at_most, taken, taken)
    return settle(lines, bit, [(i, share) for (i, _), share in zip(found.pairs, shares, strict=True)])
