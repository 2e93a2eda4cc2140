"""Compares what a case expects of a decision with what the decision says, figure by figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dangol_policy.decision import Decision, LineResult
from dangol_policy.situation import Situation
from dangol_policy.values import ValuesContext, read_money

Wanted = Any
"""What a case file holds under a key: plain data."""


def differences(expect: Mapping[str, Wanted], decision: Decision, situation: Situation) -> list[str]:
    """One line for each figure that is not as expected; empty when all are. Raises KeyError on an unknown figure."""
    reader = _Reader(decision, situation)
    found = ((key, *FIGURES[key](reader, wanted)) for key, wanted in expect.items())
    return [f"{key}: expected {wanted}, got {actual}" for key, wanted, actual in found if wanted != actual]


class _Reader:
    """A decision seen by the names that case files use."""

    def __init__(self, decision: Decision, situation: Situation) -> None:
        self.decision = decision
        self.situation = situation
        self._context = ValuesContext(decision.currency)

    def money(self, written: object) -> int:
        return read_money(written, self._context)

    def line(self, name: str) -> LineResult:
        """The line with this id, else the one line with this product."""
        named = [line for line in self.decision.lines if line.id == name]
        if not named:
            named = [
                result
                for result, line in zip(self.decision.lines, self.situation.basket.lines, strict=True)
                if line.sku == name
            ]
        assert len(named) == 1, f"{len(named)} lines are called {name!r}"
        return named[0]


Pair = tuple[object, object]
"""What was expected and what was found, in the same form."""
Figure = Callable[[_Reader, Wanted], Pair]


def _money(name: str) -> Figure:
    return lambda reader, wanted: (reader.money(wanted), getattr(reader.decision, name))


def _plain(name: str) -> Figure:
    return lambda reader, wanted: (wanted, getattr(reader.decision, name))


def _net_total(reader: _Reader, wanted: Wanted) -> tuple[int, int]:
    decision = reader.decision
    return reader.money(wanted), decision.total - decision.shipping - decision.tax


def _net_discount(reader: _Reader, wanted: Wanted) -> Pair:
    """For baskets priced without tax: what the discount took off these prices."""
    priced = sum(line.price * line.quantity for line in reader.situation.basket.lines)
    return reader.money(wanted), priced - _net_total(reader, wanted)[1]


def _by_line(figure: Callable[[LineResult], object], *, money: bool = True) -> Figure:
    def read(reader: _Reader, wanted: Wanted) -> Pair:
        expected = {name: reader.money(value) if money else value for name, value in wanted.items()}
        return expected, {name: figure(reader.line(name)) for name in wanted}

    return read


def _unit_discounts(reader: _Reader, wanted: Wanted) -> Pair:
    expected = {name: [reader.money(value) for value in values] for name, values in wanted.items()}
    return expected, {name: _taken_off_units(reader.line(name)) for name in wanted}


def _taken_off_units(line: LineResult) -> list[int]:
    return [line.list_amount // line.quantity - amount for amount in line.unit_amounts]


def _applied(reader: _Reader, wanted: Wanted) -> Pair:
    return sorted(wanted), sorted(one.clause for one in reader.decision.applied)


def _gave(reader: _Reader, wanted: Wanted) -> Pair:
    gave = {one.clause: one.amount for one in reader.decision.applied}
    return {clause: reader.money(amount) for clause, amount in wanted.items()}, _only(gave, wanted)


def _times(reader: _Reader, wanted: Wanted) -> Pair:
    return dict(wanted), _only({one.clause: one.times for one in reader.decision.applied}, wanted)


def _reasons(reader: _Reader, wanted: Wanted) -> Pair:
    why = {one.clause: sorted(reason.code for reason in one.reasons) for one in reader.decision.not_applied}
    return {clause: sorted(codes) for clause, codes in wanted.items()}, _only(why, wanted)


def _short(reader: _Reader, wanted: Wanted) -> Pair:
    expected = {clause: {key: reader.money(value) for key, value in one.items()} for clause, one in wanted.items()}
    short = {
        one.clause: {"have": reason.have, "need": reason.need}
        for one in reader.decision.not_applied
        for reason in one.reasons
        if reason.code == "spend-short"
    }
    return expected, _only(short, wanted)


def _would_give(reader: _Reader, wanted: Wanted) -> Pair:
    would = {one.clause: one.would_give for one in reader.decision.not_applied}
    return {clause: reader.money(amount) for clause, amount in wanted.items()}, _only(would, wanted)


def _codes(reader: _Reader, wanted: Wanted) -> Pair:
    return dict(wanted), {result.code: "accepted" if result.accepted else "refused" for result in reader.decision.codes}


def _gifts(reader: _Reader, wanted: Wanted) -> Pair:
    return dict(wanted), {gift.item: gift.units for gift in reader.decision.gifts if gift.kind in ("item", "proposed")}


def _nearest(reader: _Reader, wanted: Wanted) -> Pair:
    expected = {key: reader.money(value) if key in _MISS_MONEY else value for key, value in wanted.items()}
    miss = reader.decision.nearest
    return expected, None if miss is None else {key: getattr(miss, key) for key in wanted}


_MISS_MONEY = ("more_spend", "would_give")


def _base(reader: _Reader, wanted: Wanted) -> Pair:
    bases = {one.clause: one.base for one in reader.decision.earned}
    return {clause: reader.money(amount) for clause, amount in wanted.items()}, _only(bases, wanted)


def _announced(reader: _Reader, wanted: Wanted) -> Pair:
    expected = {
        (clause, name): (reader.money(one["prior"]), one["percent"])
        for clause, lines in wanted.items()
        for name, one in lines.items()
    }
    lines = reader.situation.basket.lines
    found = {
        (clause, lines[position].sku): (prior, percent)
        for clause, position, prior, percent in reader.decision.announced
    }
    return expected, found


def _only(found: Mapping[str, object], wanted: Mapping[str, object]) -> dict[str, object]:
    return {name: found.get(name, "nothing") for name in wanted}


FIGURES: Mapping[str, Figure] = {
    "total": _money("total"),
    "subtotal": _money("subtotal"),
    "discount": _money("discount"),
    "shipping": _money("shipping"),
    "tax": _money("tax"),
    "net_total": _net_total,
    "net_discount": _net_discount,
    "due": _money("due"),
    "points_paid": _money("points_paid"),
    "points": _plain("points"),
    "points_used": _plain("points_used"),
    "tier": _plain("tier"),
    "lines": _by_line(lambda line: line.amount),
    "line_discounts": _by_line(lambda line: line.list_amount - line.amount),
    "line_points": _by_line(lambda line: line.points, money=False),
    "unit_discounts": _unit_discounts,
    "applied": _applied,
    "gave": _gave,
    "times": _times,
    "reasons": _reasons,
    "short": _short,
    "would_give": _would_give,
    "codes": _codes,
    "gifts": _gifts,
    "nearest": _nearest,
    "base": _base,
    "announced": _announced,
}
"""Every figure a case may name under `expect`; `net_total` is what is paid for goods without any tax."""
