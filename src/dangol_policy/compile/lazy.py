"""A decision that is known in its totals, and worked out in full when anything else is asked for.

The same question always has the same answer, so that it makes no difference when the rest is worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from dangol_policy.decision import Decision
from dangol_policy.situation import Situation

Totals = tuple[int, int, int, int, list[tuple[int, int]], list[tuple[int, str, int]], Any, str | None]
NAMES = tuple(field.name for field in fields(Decision))
_TOTALS = {"list_total": 0, "subtotal": 1, "shipping": 2, "points": 3, "tier": 7}


class LazyDecision(Decision):
    """Looks, compares and prints like the whole decision."""

    __slots__ = ("_full", "_situation", "_totals")

    @property
    def totals(self) -> Totals:
        """List amount, goods, shipping, points, what applied, what stands against the rest, tier."""
        found: Totals = object.__getattribute__(self, "_totals")
        return found

    def __getattr__(self, name: str) -> Any:
        if name in _TOTALS:
            return self.totals[_TOTALS[name]]
        if name == "total":
            return self.totals[1] + self.totals[2]
        if name not in NAMES:
            raise AttributeError(name)
        work: Callable[[Situation], Decision] = object.__getattribute__(self, "_full")
        whole = work(object.__getattribute__(self, "_situation"))
        for one in NAMES:
            object.__setattr__(self, one, getattr(whole, one))
        return getattr(whole, name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Decision):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in NAMES)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in NAMES))


_set_full = LazyDecision.__dict__["_full"].__set__
_set_situation = LazyDecision.__dict__["_situation"].__set__
_set_totals = LazyDecision.__dict__["_totals"].__set__
_new = object.__new__


def lazy(full: Callable[[Situation], Decision], situation: Situation, totals: Totals) -> LazyDecision:
    """A decision of which the totals are known."""
    decision = _new(LazyDecision)
    _set_full(decision, full)
    _set_situation(decision, situation)
    _set_totals(decision, totals)
    return decision
