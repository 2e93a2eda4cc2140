"""A decision that is known in its outline, and worked out in full when anything else is asked for.

The same question always has the same answer, so that it makes no difference when the rest is worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from dangol_policy.compile.outline import Outline
from dangol_policy.decision import Decision
from dangol_policy.situation import Situation

NAMES = tuple(field.name for field in fields(Decision))
_OUTLINED = {"list_total": 2, "subtotal": 3, "shipping": 4, "total": 5, "points": 6, "tier": 7}


class LazyDecision(Decision):
    """Looks, compares and prints like the whole decision."""

    __slots__ = ("_known",)

    @property
    def outline(self) -> Outline:
        """What is known without working anything else out."""
        return Outline(*object.__getattribute__(self, "_known")[2:])

    def __getattr__(self, name: str) -> Any:
        known = object.__getattribute__(self, "_known")
        place = _OUTLINED.get(name)
        if place is not None:
            return known[place]
        if name not in NAMES:
            raise AttributeError(name)
        work: Callable[[Situation], Decision] = known[0]
        whole = work(known[1])
        for one in NAMES:
            object.__setattr__(self, one, getattr(whole, one))
        return getattr(whole, name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Decision):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in NAMES)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in NAMES))


set_known: Callable[[LazyDecision, tuple[Any, ...]], None] = LazyDecision.__dict__["_known"].__set__
"""Sets what is known: what works out the rest, the situation, and the fields of an outline."""
