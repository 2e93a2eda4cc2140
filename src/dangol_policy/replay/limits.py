"""Limits and budgets that all customers share, although each history is played by itself.

A first run lets every history use such a promotion freely and notes when it did. Together, in order of time, these
uses show the instant at which the limit would have been reached; where there is one, a second run closes the promotion
from that instant on. Up to it the order of all uses is the true one; after it nothing is given any more, also where a
small use might still have fitted or a cancelled order gave one back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dangol_policy.model.policy import Policy
from dangol_policy.story.state import Uses

USED_UP = Uses(used=10**15, spent=10**15)
"""More than any limit or budget can hold."""
Use = tuple[int, int]
"""When (microseconds since 1970, UTC) and how much (minor units)."""
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Cap:
    """How often and how much all customers together may use a clause; in a sample, the sample's share of that."""

    total: int | None = None
    budget: int | None = None


def caps_of(policy: Policy, share: float = 1.0) -> dict[str, Cap]:
    """The clauses whose use all customers share."""
    found = {
        one.id: Cap(_part(one.limit.total, share), _part(one.limit.budget, share))
        for one in policy.promotions
        if one.limit.total is not None or one.limit.budget is not None
    }
    for gesture in policy.loyalty.gestures:
        if gesture.limit_total is not None:
            found[gesture.id] = Cap(_part(gesture.limit_total, share))
    return found


def _part(limit: int | None, share: float) -> int | None:
    return None if limit is None else round(limit * share)


@dataclass(slots=True)
class SharedUses:
    """Uses by clause, once trimmed no more of each than it takes to pass its cap."""

    caps: Mapping[str, Cap]
    uses: dict[str, list[Use]] = field(default_factory=dict)

    def add(self, clause: str, at: dt.datetime, amount: int) -> None:
        """Notes a use."""
        if clause in self.caps:
            self.uses.setdefault(clause, []).append(((at - _EPOCH) // _MICROSECOND, amount))

    def merge(self, more: Mapping[str, Iterable[Use]]) -> None:
        """Adds the uses of other histories, then forgets what comes after a cap was passed."""
        for clause, uses in more.items():
            listed = sorted([*self.uses.get(clause, ()), *uses])
            place = _passes(listed, self.caps[clause]) if clause in self.caps else None
            self.uses[clause] = listed if place is None else listed[: place + 1]

    def closings(self) -> dict[str, dt.datetime]:
        """When each clause was used up; clauses whose cap is never passed are left out."""
        found = {}
        for clause, uses in self.uses.items():
            listed = sorted(uses)
            place = _passes(listed, self.caps[clause])
            if place is not None:
                found[clause] = _EPOCH + listed[place][0] * _MICROSECOND
        return found


def _passes(listed: list[Use], cap: Cap) -> int | None:
    """Position of the first use that does not fit any more."""
    spent = 0
    for place, (_, amount) in enumerate(listed):
        spent += amount
        if (cap.total is not None and place >= cap.total) or (cap.budget is not None and spent > cap.budget):
            return place
    return None
