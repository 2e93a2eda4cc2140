"""Quotes of a whole table: every clause at its turn over all rows, and the rest one by one.

The steps are those of `quick`, over columns instead of one situation; rows that columns cannot decide (single units,
birthdays, limits that are reached, vouchers) are decided by the compiled policy one by one, so that every row is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dangol_policy.compile.columns import gifts, needs
from dangol_policy.compile.columns.openness import OPEN, Openness, Reasons, Whos, code_of, number_of
from dangol_policy.compile.columns.run import Run, Unwritten, Value, bit_of
from dangol_policy.compile.columns.table import Flags, Ints, Table
from dangol_policy.compile.compiled import Compiled
from dangol_policy.compile.earning import Formula, Rule
from dangol_policy.compile.offers import Offer
from dangol_policy.compile.openings import MOST_REMEMBERED
from dangol_policy.compile.outline import Outline, Refused
from dangol_policy.model.conditions import Selector
from dangol_policy.model.gives import Points
from dangol_policy.selecting import looks_at_discounts
from dangol_policy.situation import Situation

ABSENT = -1
"""In the place of a reason: the clause takes no part (a benefit of another tier)."""
_BETTER, _BUDGET = number_of("better-in-group"), number_of("budget")
_TOLD = (number_of("units-short"), number_of("spend-short"), _BUDGET)


@dataclass(slots=True)
class Quotes:
    """The answers of a table, column by column; vectors are by row of the table, matrices clauses x rows.

    Amounts are minor units, points smallest parts. `against` holds the number of the first reason why a clause did not
    act, 0 where it acted, `ABSENT` where it takes no part; `figures` what that reason counted.
    """

    situations: Table
    clauses: tuple[str, ...]
    """In the order of their turns."""
    list_total: Ints
    subtotal: Ints
    shipping: Ints
    total: Ints
    points: Ints
    amounts: Ints
    against: Reasons
    figures: Ints
    tiers: NDArray[np.object_]
    apart: dict[int, Outline]
    """Outlines of the rows that were decided one by one."""
    promotions: Flags
    """Which clauses are promotions: they may be closed by the situation alone."""

    def reason(self, clause: str, row: int) -> str | None:
        """Why a clause did not act in a row; None when it acted or takes no part."""
        number = int(self.against[self.clauses.index(clause), row])
        return code_of(number) if number > OPEN else None

    def outline(self, row: int) -> Outline:
        """The answer of one row, as it is given when it is asked for alone."""
        if row in self.apart:
            return self.apart[row]
        against = self.against[:, row]
        applied = [(self.clauses[i], int(self.amounts[i, row])) for i in np.flatnonzero(against == OPEN)]
        refused = [
            (self.clauses[i], code_of(int(against[i])), int(self.figures[i, row]))
            for i in np.flatnonzero(against > OPEN)
        ]
        return Outline(
            int(self.list_total[row]),
            int(self.subtotal[row]),
            int(self.shipping[row]),
            int(self.total[row]),
            int(self.points[row]),
            self.tiers[row],
            applied,
            refused,
        )


class Columns:
    """A compiled policy ready to decide tables."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        planned = self.planned = compiled.planned
        self._bits: set[int] = set()
        self._whos: Whos = {}
        self.offers = [offer for offer in planned.offers if not offer.points_each]
        self.turns = {offer.index: turn for turn, offer in enumerate(self.offers)}
        self.tier_numbers: dict[str, int] = {}
        self.gifts: list[gifts.Prepared | None] = []
        self.needs: list[needs.Asking] = []
        for offer in self.offers:
            gift, need = self._prepared(offer)
            self.gifts.append(gift)
            self.needs.append(need)
        self._groups = self._grouped()
        self._earning = None if planned.this_order else self._earned()
        for tier in (level.id for level in self._levels()):
            self.tier_numbers.setdefault(tier, len(self.tier_numbers) + 2)
        self._settle()

    def _levels(self) -> Any:
        tiers = self.planned.policy.loyalty.tiers
        return tiers.levels if tiers else ()

    def _prepared(self, offer: Offer) -> tuple[gifts.Prepared | None, needs.Asking]:
        """Gift and need of an offer; without a gift, rows in which the offer is open are decided one by one."""
        nothing = needs.prepare(None, self._bit)
        try:
            if offer.alone:
                raise Unwritten
            need = needs.prepare(offer.needed_by, self._bit)
            return gifts.prepare(offer.gives, self._bit, self.planned.listed_selector), need
        except Unwritten:
            return None, nothing

    def _bit(self, selector: Selector) -> int:
        bit = bit_of(selector, self.planned.marks.bit_of(selector), dynamic=looks_at_discounts(selector))
        self._bits.add(bit)
        return bit

    def _grouped(self) -> dict[int, list[int]]:
        """Turns of the members of each group by the turn of the first; whole groups are known or none of them."""
        by_name: dict[str, list[int]] = {}
        for turn, offer in enumerate(self.offers):
            if offer.group is not None:
                by_name.setdefault(offer.group, []).append(turn)
        for members in by_name.values():
            if any(self.gifts[turn] is None for turn in members):
                for turn in members:
                    self.gifts[turn] = None
        return {members[0]: members for members in by_name.values()}

    def _settle(self) -> None:
        values = [value for gift in self.gifts if gift is not None for value in gift.values]
        values += [factor for _, _, factor in self._earning or ()]
        for value in values:
            for tier in value.by_tier:
                self.tier_numbers.setdefault(tier, len(self.tier_numbers) + 2)
        for value in values:
            value.settle(self.tier_numbers)

    # --- points --------------------------------------------------------------------------------------

    def _earned(self) -> list[tuple[Rule, int, Value]] | None:
        """Rules with the bit of their lines and what each minor unit earns; None: decided one by one."""
        earning = self.planned.earning
        if earning.conditional:
            return None
        formulas = [formula for rule in earning.rules for formula in _formulas(rule)]
        self._den = lcm(*[formula[1] for formula in formulas])
        found = []
        try:
            for rule in earning.rules:
                if rule.written.per == "unit" or rule.written.base.tax == "without":
                    return None
                found.append((rule, self._bit(rule.written.on), _factor(rule, self._den)))
        except Unwritten:
            return None
        scaled = [abs(one) for _, _, factor in found for one in (*factor.by_tier.values(), factor.alike or 0)]
        return found if max(scaled, default=0) <= gifts.LARGEST_RATE >= self._den else None

    def _points(self, run: Run) -> Ints:
        programme = self.planned.policy.loyalty.points
        if programme is None:
            return np.zeros(run.count, np.int64)
        if self._earning is None:
            run.left |= run.enrolled
            return np.zeros(run.count, np.int64)
        up = np.zeros(run.count, np.int64)
        for rule, bit, factor in self._earning:
            net = rule.written.base.amount == "net"
            base = run.base(bit, run.enrolled) if net else run.before_discounts(bit)
            up += (base // rule.full if rule.full else base) * factor.at(run.tiers)
        run.left |= run.enrolled & (run.times > gifts.LARGEST_RATE // 100)
        den = self._den
        up = up * run.times + run.bonus * (den * self.planned.unit)
        if programme.rounding == "down":
            points = up // den
        else:
            points = -(-up // den) if programme.rounding == "up" else (2 * up + den) // (2 * den)
        return np.where(run.enrolled, points, 0)

    # --- a table -------------------------------------------------------------------------------------

    def quotes(self, table: Table) -> Quotes:
        """The answers of every row."""
        if len(self._whos) > MOST_REMEMBERED:
            self._whos.clear()
        count, clauses = len(table.situations), len(self.offers)
        openness = Openness(self.planned, table, self._whos)
        found = Quotes(
            situations=table,
            clauses=tuple(offer.clause for offer in self.offers),
            list_total=np.zeros(count, np.int64),
            subtotal=np.zeros(count, np.int64),
            shipping=np.zeros(count, np.int64),
            total=np.zeros(count, np.int64),
            points=np.zeros(count, np.int64),
            amounts=np.zeros((clauses, count), np.int64),
            against=np.zeros((clauses, count), np.int16),
            figures=np.zeros((clauses, count), np.int64),
            tiers=np.full(count, None, object),
            apart={},
            promotions=np.array([offer.number >= 0 for offer in self.offers], np.bool_),
        )
        bits = [self.planned.marks.of(line)[0] for line in table.products]
        marks = {bit: np.array([one & bit != 0 for one in bits], np.bool_) for bit in self._bits if bit}
        skus = [line.sku for line in table.products]
        tiers = openness.by_tier(self.tier_numbers)
        apart = [*table.apart, *(row for row in table.used if self._limited(table.situations[row]))]
        for block in table.blocks:
            run = Run(block, tiers[block.profiles], marks, skus)
            apart += self._block(run, openness, found)
        for row in apart:
            found.apart[row] = one = self.compiled.outline(table.situations[row])
            _take_over(found, row, one)
        return found

    def _limited(self, situation: Situation) -> bool:
        """Whether what was used before may have a say."""
        return any(
            offer.promotion is not None
            and (offer.promotion.limit.per_customer or offer.promotion.limit.total or offer.budget is not None)
            for offer in self.offers
        )

    def _block(self, run: Run, openness: Openness, found: Quotes) -> list[int]:
        """One block; returns the rows that are left to be decided one by one."""
        block = run.block
        closed = openness.of(block)
        against = np.zeros((len(self.offers), run.count), np.int16)
        amounts = np.zeros((len(self.offers), run.count), np.int64)
        figures = np.zeros((len(self.offers), run.count), np.int64)
        turns = _Turns(self, run, against, amounts, figures)
        for turn, offer in enumerate(self.offers):
            if offer.number >= 0:
                against[turn] = closed[offer.number]
            else:
                tier = self.tier_numbers[self.planned.level_of[offer.index]]
                against[turn] = np.where(run.tiers == tier, OPEN, ABSENT)
        own = self.planned.openings.own
        if own:
            self._leave_own(run, against, [number for number, _ in own])
        turns.all()
        points = self._points(run)
        most = self.planned.policy.promotion_rules.most_together
        if most is not None:
            run.left |= ((against == OPEN) & found.promotions[:, None]).sum(axis=0) > most
        rows = block.rows
        found.list_total[rows], found.subtotal[rows] = run.in_all, run.total
        found.shipping[rows], found.total[rows] = run.shipping, run.total + run.shipping
        found.points[rows] = points
        found.against[:, rows], found.amounts[:, rows], found.figures[:, rows] = against, amounts, figures
        found.tiers[rows] = np.array(openness.tiers, object)[block.profiles]
        return [int(row) for row in rows[run.left]]

    def _leave_own(self, run: Run, against: Reasons, own: list[int]) -> None:
        """Rows whose customers' own dates have a say are left."""
        for offer in self.planned.promotions:
            if offer.number in own:
                run.left |= run.enrolled

    def every_row(self) -> bool:
        """Whether the policy is of a kind whose rows columns can decide at all."""
        tax = self.planned.policy.business.tax
        return not self.planned.this_order and not (tax.prices != "included" and tax.rate is not None)


class _Turns:
    """The clauses at their turns over one block."""

    def __init__(self, columns: Columns, run: Run, against: Reasons, amounts: Ints, figures: Ints) -> None:
        self.columns = columns
        self.run = run
        self.against = against
        self.amounts = amounts
        self.figures = figures
        self.won: dict[int, NDArray[np.int64]] = {}
        """By the first turn of a group: the turn of its winner by row, -1 where nobody wins."""

    def all(self) -> None:
        """Every clause."""
        columns, run = self.columns, self.run
        if not columns.every_row():
            run.left[:] = True
            return
        first_of = {turn: members[0] for members in columns._groups.values() for turn in members}
        for turn, offer in enumerate(columns.offers):
            gift = columns.gifts[turn]
            live = self.against[turn] == OPEN
            if gift is None:
                run.left |= live
                continue
            first = first_of.get(turn)
            if first is None:
                if live.any():
                    live = self._needed(turn, live)
                    self._act(turn, offer, gift, live)
                continue
            if first == turn:
                self._decide(columns._groups[first])
            live = self.won[first] == turn
            if live.any():
                self._act(turn, offer, gift, live)

    def _needed(self, turn: int, live: Flags) -> Flags:
        """The rows in which the need holds; the others are refused."""
        for code, unmet, have in self.columns.needs[turn](self.run, live):
            refused = live & unmet
            if refused.any():
                self.against[turn][refused] = number_of(code)
                if have is not None:
                    self.figures[turn][refused] = have[refused]
                live = live & ~unmet
        return live

    def _would(self, offer: Offer, gift: gifts.Prepared, live: Flags) -> gifts.Would:
        found = gift.would(self.run, live)
        if offer.budget is not None:
            over = (found.against == OPEN) & (found.amount > offer.budget)
            if over.any():
                found.against = np.where(over, _BUDGET, found.against).astype(np.int16)
                figure = np.zeros(self.run.count, np.int64) if found.figure is None else found.figure
                found.figure = np.where(over, offer.budget, figure)
        return found

    def _refuse(self, turn: int, found: gifts.Would, refused: Flags) -> None:
        self.against[turn][refused] = found.against[refused]
        if found.figure is not None:
            for reason in _TOLD:
                told = refused & (found.against == reason)
                self.figures[turn][told] = found.figure[told]

    def _act(self, turn: int, offer: Offer, gift: gifts.Prepared, live: Flags) -> None:
        """Carries a gift out in the live rows, or says why not."""
        run = self.run
        found = self._would(offer, gift, live)
        nothing = live & (found.against != OPEN)
        if nothing.any():
            self._refuse(turn, found, nothing)
            live = live & ~nothing
        self.against[turn][live] = OPEN
        if gift.how == "points":
            self._points(offer, found, live)
            return
        if gift.how == "thing":
            return
        amount = np.where(live, found.amount, 0)
        self.amounts[turn] = amount
        if gift.how == "shipping":
            run.shipping -= amount
            return
        run.total -= amount
        if found.offs is not None:
            places, offs = found.offs
            run.amounts[places] -= np.where(live[run._rows[places]], offs, 0)
        else:
            run.stale |= live
            run.spread = True
        if not offer.earns:
            run.left |= live & run.enrolled

    def _points(self, offer: Offer, found: gifts.Would, live: Flags) -> None:
        more = np.where(live, found.more, 0)
        if isinstance(offer.gives, Points):
            self.run.bonus += more
        else:
            self.run.times += more

    def _decide(self, members: list[int]) -> None:
        """Values every open member of a group on the basket as it stands; equals in the order of their ranks."""
        columns, run = self.columns, self.run
        offers = columns.offers
        by_priority = any(offers[turn].by_priority for turn in members)
        won = np.full(run.count, -1, np.int64)
        best = np.zeros(run.count, np.int64)
        for turn in sorted(members, key=lambda turn: offers[turn].rank):
            gift = columns.gifts[turn]
            assert gift is not None
            live = self.against[turn] == OPEN
            if not live.any():
                continue
            live = self._needed(turn, live)
            found = self._would(offers[turn], gift, live)
            nothing = live & (found.against != OPEN)
            self._refuse(turn, found, nothing)
            live = live & ~nothing
            better = live & (won < 0) if by_priority else live & ((won < 0) | (found.amount > best))
            for former in members:
                self._lost(former, better & (won == former), best)
            self._lost(turn, live & ~better, found.amount)
            won = np.where(better, turn, won)
            best = np.where(better, found.amount, best)
        self.won[members[0]] = won

    def _lost(self, turn: int, where: Flags, amount: Ints) -> None:
        if where.any():
            self.against[turn][where] = _BETTER
            self.figures[turn][where] = amount[where]


def _formulas(rule: Rule) -> list[Formula]:
    found: Any = rule.by_tier
    listed = [*found.values()] if isinstance(found, Mapping) else [found]
    return [(one[0], 1 if rule.full else one[1], one[2]) for one in listed if one is not None]


def _factor(rule: Rule, den: int) -> Value:
    """Points of each minor unit over the denominator that all rules share."""
    found: Any = rule.by_tier
    if isinstance(found, Mapping):
        return Value({tier: _scaled(rule, one, den) for tier, one in found.items()})
    return Value(_scaled(rule, found, den))


def _scaled(rule: Rule, formula: Formula | None, den: int) -> int:
    if formula is None:
        return 0
    return formula[0] * den // (1 if rule.full else formula[1])


def _take_over(found: Quotes, row: int, one: Outline) -> None:
    """Puts the answer of a row that was decided by itself into the columns."""
    found.list_total[row], found.subtotal[row], found.shipping[row] = one.list_total, one.subtotal, one.shipping
    found.total[row], found.points[row], found.tiers[row] = one.total, one.points, one.tier
    found.against[:, row], found.amounts[:, row], found.figures[:, row] = ABSENT, 0, 0
    places: dict[str, int] = {clause: place for place, clause in enumerate(found.clauses)}
    refused: list[Refused] = [*one.refused, *((clause, code, 0) for clause, code in one.closed)]
    for clause, amount in one.applied:
        if clause in places:
            found.against[places[clause], row], found.amounts[places[clause], row] = OPEN, amount
    for clause, code, figure in refused:
        if clause in places:
            found.against[places[clause], row], found.figures[places[clause], row] = number_of(code), figure
