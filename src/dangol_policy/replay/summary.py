"""What many histories come to together: sums that can be merged, kept as JSON half-way, and read at the end.

Totals are the sums over customers. For an interval the squares of each history's differences are kept too, and of the
customers only those the draft changes most.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

from dangol_policy.replay.causes import MOST_CAUSES, Worth, causes, given
from dangol_policy.replay.limits import Cap, SharedUses
from dangol_policy.replay.tally import CLAUSE_FIGURES, FIGURES, GUEST
from dangol_policy.replay.trial import Compared, Person

GIVEN = "given"
"""The figure that adds up what customers are given, see `causes.given`."""
ALL_FIGURES = (*FIGURES, GIVEN)
MOST_AFFECTED = 20
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judge:
    """What is needed to weigh a customer's difference."""

    base: Worth
    draft: Worth

    def given(self, person: Person) -> tuple[int, int]:
        """What the customer is given under both, minor units."""
        return given(person.base, self.base), given(person.draft, self.draft)


def _zeros() -> dict[str, int]:
    return dict.fromkeys(ALL_FIGURES, 0)


@dataclass(slots=True)
class Summary:
    """Sums over histories. Every figure is additive but `most` and `least`, which keep the most affected."""

    histories: int = 0
    customers: int = 0
    base: dict[str, int] = field(default_factory=_zeros)
    draft: dict[str, int] = field(default_factory=_zeros)
    squares: dict[str, int] = field(default_factory=_zeros)
    """Of each history's difference."""
    clauses: dict[str, list[list[int]]] = field(default_factory=dict)
    """By clause the figures of `CLAUSE_FIGURES`, in force and under the draft."""
    tiers: Counter[str] = field(default_factory=Counter)
    """How many customers went from one tier to these two: `before>in force>draft`."""
    better: int = 0
    worse: int = 0
    """Customers who are given more, or less, under the draft."""
    most: list[Json] = field(default_factory=list)
    least: list[Json] = field(default_factory=list)
    """Those who gain most, and those who lose most."""
    missed_base: Counter[str] = field(default_factory=Counter)
    missed_draft: Counter[str] = field(default_factory=Counter)
    stored: Counter[str] = field(default_factory=Counter)
    """What was really booked, and for how many customers the replay agrees to the last point."""
    uses_base: dict[str, list[Any]] = field(default_factory=dict)
    uses_draft: dict[str, list[Any]] = field(default_factory=dict)

    # -- one history more -------------------------------------------------------------------------------------

    def add(self, compared: Compared, judge: Judge) -> None:
        """Adds what one history came to."""
        self.histories += 1
        difference = Counter[str]()
        for person in compared.people:
            self._add_person(person, judge, difference)
        for name in ALL_FIGURES:
            self.squares[name] += difference[name] ** 2
        self.missed_base += compared.missed_base
        self.missed_draft += compared.missed_draft
        self._hold_against(compared)
        self._share(compared.uses_base.caps, compared.uses_base.uses, self.uses_base)
        self._share(compared.uses_draft.caps, compared.uses_draft.uses, self.uses_draft)

    def _add_person(self, person: Person, judge: Judge, difference: Counter[str]) -> None:
        base_given, draft_given = judge.given(person)
        for name in FIGURES:
            self.base[name] += person.base.figures[name]
            self.draft[name] += person.draft.figures[name]
            difference[name] += person.draft.figures[name] - person.base.figures[name]
        self.base[GIVEN] += base_given
        self.draft[GIVEN] += draft_given
        difference[GIVEN] += draft_given - base_given
        for place, tally in enumerate((person.base, person.draft)):
            for clause, row in tally.clauses.items():
                total = self.clauses.setdefault(clause, [[0] * len(CLAUSE_FIGURES) for _ in range(2)])[place]
                total[:] = [sum(pair) for pair in zip(total, row, strict=True)]
        if person.customer != GUEST:
            self._add_customer(person, judge, draft_given - base_given)

    def _add_customer(self, person: Person, judge: Judge, more: int) -> None:
        self.customers += 1
        self.tiers[">".join((person.tier_before, person.tier_base, person.tier_draft))] += 1
        self.better += more > 0
        self.worse += more < 0
        if more or person.tier_base != person.tier_draft:
            row = _row(person, judge, more)
            if more >= 0:
                self.most = _first([*self.most, row], -1)
            if more <= 0:
                self.least = _first([*self.least, row], 1)

    def _hold_against(self, compared: Compared) -> None:
        people = {person.customer: person for person in compared.people}
        for customer, stored in compared.stored.items():
            self.stored.update(asdict(stored))
            person = people.get(customer)
            played = person.base.figures["points_issued"] if person is not None else 0
            self.stored["same"] += played == stored.points
            self.stored["held_against"] += 1

    def _share(self, caps: Mapping[str, Cap], uses: Mapping[str, Any], into: dict[str, list[Any]]) -> None:
        if uses:
            shared = SharedUses(caps, into)
            shared.merge(uses)

    # -- merged, kept, read again -----------------------------------------------------------------------------

    def closings(self, base: Mapping[str, Cap], draft: Mapping[str, Cap]) -> tuple[Closed, Closed]:
        """When clauses that all share were used up, in force and under the draft."""
        return SharedUses(base, self.uses_base).closings(), SharedUses(draft, self.uses_draft).closings()

    def as_json(self) -> Json:
        """Everything as plain JSON."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def from_json(cls, kept: Json) -> Self:
        """The same again."""
        return cls(**{name: _READ.get(name, _as_it_is)(value) for name, value in kept.items()})


Closed = dict[str, dt.datetime]


def _as_it_is(value: Any) -> Any:
    return value


def _uses(kept: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """JSON knows no pairs, only lists."""
    return {clause: [(at, amount) for at, amount in uses] for clause, uses in kept.items()}


_READ: Mapping[str, Callable[[Any], Any]] = {
    "tiers": Counter,
    "missed_base": Counter,
    "missed_draft": Counter,
    "stored": Counter,
    "uses_base": _uses,
    "uses_draft": _uses,
}
"""Fields that JSON keeps in another form."""


def _row(person: Person, judge: Judge, more: int) -> Json:
    """A customer among the most affected, with the clauses that make the difference."""
    found = causes(person, judge.base, judge.draft)
    return {
        "customer": person.customer,
        "more": more,
        "tiers": [person.tier_before, person.tier_base, person.tier_draft],
        "causes": [[one.clause, list(one.base), list(one.draft), one.weight] for one in found[:MOST_CAUSES]],
        "left_out": max(0, len(found) - MOST_CAUSES),
    }


def _first(rows: list[Json], sign: int) -> list[Json]:
    return heapq.nsmallest(MOST_AFFECTED, rows, key=lambda row: (sign * row["more"], row["customer"]))
