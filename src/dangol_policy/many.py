"""Many quotes at once: in columns where numpy is there (`dangol[many]`), else one after another, with equal answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec

from dangol_policy.compile.compiled import Compiled
from dangol_policy.compile.outline import Outline
from dangol_policy.situation import Situation

IN_COLUMNS = find_spec("numpy") is not None
"""Whether tables are decided in columns here."""


def outlines(compiled: Compiled, situations: Sequence[Situation]) -> Iterator[Outline]:
    """What the policy says about each situation, in their order: totals, what applied, first reasons."""
    if not IN_COLUMNS:
        return map(compiled.outline, situations)
    from dangol_policy.compile.columns.quotes import Columns
    from dangol_policy.compile.columns.table import Table

    found = Columns(compiled).quotes(Table.of(situations))
    return map(found.outline, range(len(situations)))


@dataclass(slots=True)
class ClauseTally:
    """What one clause did over many situations."""

    applied: int = 0
    amount: int = 0
    """Minor units taken off in all."""
    reasons: dict[str, int] = field(default_factory=dict)
    """How often each reason was the first that stood against it."""

    @property
    def most_often(self) -> tuple[str, int] | None:
        """The reason that stood against it most often, and how often."""
        return max(self.reasons.items(), key=lambda one: (one[1], one[0]), default=None)


@dataclass(slots=True)
class Tally:
    """What many situations come to. Money in minor units, points in smallest parts."""

    situations: int = 0
    list_total: int = 0
    subtotal: int = 0
    shipping: int = 0
    total: int = 0
    points: int = 0
    clauses: dict[str, ClauseTally] = field(default_factory=dict)
    """In the order in which they were first heard of."""


def tally(found: Iterable[Outline]) -> Tally:
    """Everything added up."""
    sums = Tally()
    for one in found:
        sums.situations += 1
        sums.list_total += one.list_total
        sums.subtotal += one.subtotal
        sums.shipping += one.shipping
        sums.total += one.total
        sums.points += one.points
        for clause, amount in one.applied:
            here = sums.clauses.setdefault(clause, ClauseTally())
            here.applied += 1
            here.amount += amount
        for clause, code in [(clause, code) for clause, code, _ in one.refused] + list(one.closed):
            reasons = sums.clauses.setdefault(clause, ClauseTally()).reasons
            reasons[code] = reasons.get(code, 0) + 1
    return sums
