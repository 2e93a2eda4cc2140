"""Gifts, worked out for all rows at once: what each would take off, or why it does nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from dangol_policy.compile.acts.effect import ratios
from dangol_policy.compile.columns.needs import BitOf
from dangol_policy.compile.columns.openness import OPEN, Reasons, number_of
from dangol_policy.compile.columns.run import Places, Run, Unwritten, Value
from dangol_policy.compile.columns.table import Flags, Ints
from dangol_policy.model import gives as kinds

How = Literal["lines", "order", "shipping", "points", "thing"]
LARGEST_RATE = 10**6
"""Numerators and denominators up to which a rate of the largest sum still fits into 64 bits."""
NO_VALUE, NOTHING_MATCHES = number_of("no-tier-value"), number_of("nothing-matches")
TOO_SMALL, NOTHING_LEFT = number_of("too-small"), number_of("nothing-left")
NOT_DEARER, NO_SHIPPING = number_of("not-dearer"), number_of("no-shipping")
GUEST, SPEND_SHORT = number_of("guest"), number_of("spend-short")


@dataclass(slots=True)
class Would:
    """What a gift would do, by row. Rows it was not asked about may hold anything."""

    amount: Ints
    against: Reasons
    """0 where it would do something."""
    offs: tuple[Places, Ints] | None = None
    """Lines and what is taken off each."""
    figure: Ints | None = None
    more: Any = None
    """Points, or times."""


Gift = Callable[[Run, Flags], Would]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A gift ready to be asked about."""

    how: How
    would: Gift
    values: tuple[Value, ...] = ()
    """Those that are by tier, to be settled."""


def prepare(gives: Any, bit_of: BitOf, numbers: Callable[[kinds.Prices], Any]) -> Prepared:
    """The gift in columns; raises Unwritten for kinds that are decided one by one."""
    if isinstance(gives, kinds.Percent | kinds.Amount):
        return _reduction(gives, bit_of)
    if isinstance(gives, kinds.PerSpend):
        return _per_spend(gives, bit_of)
    if isinstance(gives, kinds.Price) and gives.units is None:
        return _price(gives, bit_of)
    if isinstance(gives, kinds.Prices) and gives.units is None and gives.prices:
        return _prices(bit_of(numbers(gives)), gives)
    if isinstance(gives, kinds.Shipping) or (isinstance(gives, kinds.FreeService) and gives.free == "shipping"):
        fixed = 0 if isinstance(gives, kinds.FreeService) or gives.shipping == "free" else gives.shipping
        return Prepared("shipping", lambda run, live: _shipping(run, run.shipping - fixed, NOT_DEARER))
    if isinstance(gives, kinds.TimesPoints):
        return _times_points(gives, bit_of)
    if isinstance(gives, kinds.Points):
        return _points(gives)
    if isinstance(gives, kinds.Item | kinds.Priority | kinds.Gesture | kinds.FreeService):
        return Prepared("thing", lambda run, live: Would(_zeros(run), _no_reasons(run)))
    raise Unwritten


class Rate:
    """A rate, or one by tier, of amounts; rounded half-up."""

    def __init__(self, percent: Any) -> None:
        found: Any = ratios(percent)
        each = list(found.values()) if isinstance(found, Mapping) else [found]
        if any(max(one) > LARGEST_RATE for one in each):
            raise Unwritten
        by_tier = isinstance(found, Mapping)
        self.up = Value({tier: one[0] for tier, one in found.items()} if by_tier else found[0])
        self.down = Value({tier: one[1] for tier, one in found.items()} if by_tier else found[1])

    def of(self, amounts: Ints, tiers: Ints) -> Ints:
        """The share of each amount; tiers without a rate get a share nobody may use."""
        down = self.down.at(tiers)
        if self.down.alike is None:
            down = np.maximum(down, 1)
        found: Ints = (2 * amounts * self.up.at(tiers) + down) // (2 * down)
        return found


# --- reductions --------------------------------------------------------------------------------------


def _reduction(gives: kinds.Percent | kinds.Amount, bit_of: BitOf) -> Prepared:
    at_most = gives.at_most if isinstance(gives, kinds.Percent) else None
    if gives.off in ("cheapest", "dearest"):
        raise Unwritten
    if isinstance(gives, kinds.Percent):
        rate = Rate(gives.percent)
        values: tuple[Value, ...] = (rate.up, rate.down)
        share: Callable[[Ints, Ints], Any] = rate.of
    else:
        value = Value(gives.amount)
        values = (value,)
        share = lambda amounts, tiers: value.at(tiers)  # noqa: E731 - one of two ways to say the share
    if gives.off == "shipping":
        return Prepared("shipping", _off_shipping(share, values[0], at_most), values)
    bit = bit_of(gives.of)
    if gives.off == "order":
        return Prepared("order", _off_order(share, values[0], bit, at_most), values)
    if at_most is not None:
        raise Unwritten
    return Prepared(
        "lines", _off_lines(share, values[0], bit, by_unit=gives.off != "line", rate=len(values) > 1), values
    )


def _off_lines(share: Any, value: Value, bit: int, *, by_unit: bool, rate: bool) -> Gift:
    def would(run: Run, live: Flags) -> Would:
        against = _meant(run, value, bit)
        run.by_line(live & (against == OPEN))
        if by_unit:
            run.leave_lowered_units(bit, live & (against == OPEN))
        places, rows = run.live_lines(bit, live)
        costs, tiers = run.amounts[places], run.tiers[rows]
        if by_unit:
            units = run.quantities[places]
            asked = (share(costs // units, tiers) if rate else share(costs, tiers)) * units
        else:
            asked = share(costs, tiers)
        return _taken(run, against, places, rows, np.minimum(asked, costs))

    return would


def _taken(run: Run, against: Reasons, places: Places, rows: Places, offs: Ints) -> Would:
    """Discounts on lines, and why they come to nothing."""
    amount = run.sums(offs, rows)
    nothing = (amount == 0) & (against == OPEN)
    if nothing.any():
        left = run.sums(run.amounts[places], rows) > 0
        against = np.where(nothing, np.where(left, TOO_SMALL, NOTHING_LEFT), against).astype(np.int16)
    return Would(amount, against, (places, offs))


def _price(gives: kinds.Price, bit_of: BitOf) -> Prepared:
    value, bit = Value(gives.price), bit_of(gives.of)

    def would(run: Run, live: Flags) -> Would:
        against = _meant(run, value, bit)
        run.by_line(live & (against == OPEN))
        run.leave_lowered_units(bit, live & (against == OPEN))
        places, rows = run.live_lines(bit, live)
        costs = run.amounts[places]
        dearer = costs - value.at(run.tiers[rows]) * run.quantities[places]
        found = _taken(run, against, places, rows, np.clip(dearer, 0, costs))
        costly = np.bincount(rows[costs > 0], minlength=run.count) > 0
        _replace(found, TOO_SMALL, costly, NOT_DEARER)
        return found

    return Prepared("lines", would, (value,))


def _prices(bit: int, gives: kinds.Prices) -> Prepared:
    """A list of prices: each product with its own, or its own by tier."""
    tables = {sku: Value(price) for sku, price in gives.prices.items()}

    def would(run: Run, live: Flags) -> Would:
        against = np.where(run.some(bit), OPEN, NOTHING_MATCHES).astype(np.int16)
        run.by_line(live & (against == OPEN))
        places, rows = run.live_lines(bit, live & (against == OPEN))
        costs = run.amounts[places]
        lowered = (costs > 0) & (run.quantities[places] > 1) & (costs != run.listed[places])
        run.left[rows[lowered]] = True
        prices, known = _listed_prices(run, tables, places, rows)
        dearer = np.where(known & (costs > 0), costs - prices * run.quantities[places], 0)
        found = _taken(run, against, places, rows, np.clip(dearer, 0, costs))
        priced = np.bincount(rows[known & (costs > 0)], minlength=run.count) > 0
        costly = np.bincount(rows[costs > 0], minlength=run.count) > 0
        _replace(found, TOO_SMALL, costly & ~priced, NO_VALUE)
        _replace(found, TOO_SMALL, priced, NOT_DEARER)
        return found

    return Prepared("lines", would, tuple(tables.values()))


def _listed_prices(run: Run, tables: Mapping[str, Value], places: Places, rows: Places) -> tuple[Ints, Flags]:
    """The price of each line, and whether its product has one for the tier."""
    prices, known = np.zeros(len(places), np.int64), np.zeros(len(places), np.bool_)
    numbers = run.block.products.ravel()[places]
    for number in np.unique(numbers):
        value = tables.get(run.skus[number])
        if value is not None:
            here = numbers == number
            tiers = run.tiers[rows[here]]
            has = value.known(tiers)
            prices[here] = value.at(tiers)
            known[here] = True if has is None else has
    return prices, known


def _replace(found: Would, instead_of: int, where: Flags, reason: int) -> None:
    """Says a reason more exactly."""
    chosen = (found.against == instead_of) & where
    if chosen.any():
        found.against = np.where(chosen, reason, found.against).astype(np.int16)


def _off_order(share: Any, value: Value, bit: int, at_most: int | None) -> Gift:
    def would(run: Run, live: Flags) -> Would:
        against = _meant(run, value, bit)
        base = run.base(bit, live & (against == OPEN))
        return _on_order(against, base, np.broadcast_to(share(base, run.tiers), base.shape), at_most)

    return would


def _on_order(against: Reasons, base: Ints, asked: Any, at_most: int | None) -> Would:
    amount: Ints = np.minimum(asked, base)
    if at_most is not None:
        amount = np.minimum(amount, at_most)
    nothing = (amount == 0) & (against == OPEN)
    if nothing.any():
        against = np.where(nothing, np.where(base > 0, TOO_SMALL, NOTHING_LEFT), against).astype(np.int16)
    return Would(amount, against)


def _per_spend(gives: kinds.PerSpend, bit_of: BitOf) -> Prepared:
    value, bit = Value(gives.amount), bit_of(gives.of)

    def would(run: Run, live: Flags) -> Would:
        against = _meant(run, value, bit)
        base = run.base(bit, live & (against == OPEN))
        spent = run.before_discounts(bit) if gives.measure == "before discounts" else base
        steps = spent // gives.per_spend if gives.per_spend else np.zeros(run.count, np.int64)
        if gives.times:
            steps = np.minimum(steps, gives.times)
        short = (steps == 0) & (against == OPEN)
        against = np.where(short, SPEND_SHORT, against).astype(np.int16)
        each = np.minimum(value.at(run.tiers), base)
        enough = base // np.maximum(each, 1) + 1
        found = _on_order(against, base, each * np.minimum(steps, enough), None)
        found.figure = np.where(short, spent, 0)
        return found

    return Prepared("order", would, (value,))


# --- shipping, points ----------------------------------------------------------------------------------


def _off_shipping(share: Any, value: Value, at_most: int | None) -> Gift:
    def would(run: Run, live: Flags) -> Would:
        asked = share(run.shipping, run.tiers)
        found = _shipping(run, asked if at_most is None else np.minimum(asked, at_most), TOO_SMALL)
        known = value.known(run.tiers)
        if known is not None:
            found.against = np.where(known, found.against, NO_VALUE).astype(np.int16)
        return found

    return would


def _shipping(run: Run, asked: Any, nothing: int) -> Would:
    none = np.where(run.block.shipping > 0, NOTHING_LEFT, NO_SHIPPING)
    against = np.where(run.shipping == 0, none, np.where(asked <= 0, nothing, OPEN)).astype(np.int16)
    return Would(np.where(against == OPEN, np.minimum(asked, run.shipping), 0), against)


def _times_points(gives: kinds.TimesPoints, bit_of: BitOf) -> Prepared:
    bit = bit_of(gives.of)

    def would(run: Run, live: Flags) -> Would:
        against = np.where(run.enrolled, OPEN, GUEST).astype(np.int16)
        if bit:
            some = run.some(bit)
            against = np.where(run.enrolled & ~some, NOTHING_MATCHES, against).astype(np.int16)
            run.left |= live & run.enrolled & some & ~run.every(bit)
        return Would(_zeros(run), against, more=gives.points_times - 1)

    return Prepared("points", would)


def _points(gives: kinds.Points) -> Prepared:
    most = max(gives.points.values(), default=0) if isinstance(gives.points, Mapping) else gives.points
    if most > LARGEST_RATE:
        raise Unwritten
    value = Value(gives.points)

    def would(run: Run, live: Flags) -> Would:
        against = np.where(run.enrolled, OPEN, GUEST)
        known = value.known(run.tiers)
        if known is not None:
            against = np.where(run.enrolled & ~known, NO_VALUE, against)
        return Would(_zeros(run), against.astype(np.int16), more=value.at(run.tiers))

    return Prepared("points", would, (value,))


# --- what they share -------------------------------------------------------------------------------------


def _zeros(run: Run) -> Ints:
    return np.zeros(run.count, np.int64)


def _no_reasons(run: Run) -> Reasons:
    return np.zeros(run.count, np.int16)


def _meant(run: Run, value: Value, bit: int) -> Reasons:
    """Goes on only with a value and with lines that are meant."""
    against = _no_reasons(run) if not bit else np.where(run.some(bit), OPEN, NOTHING_MATCHES).astype(np.int16)
    known = value.known(run.tiers)
    return against if known is None else np.where(known, against, NO_VALUE).astype(np.int16)
