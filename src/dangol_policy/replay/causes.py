"""What a customer is given in all, and which clauses make the difference between the two stories.

Given: discounts, shipping not charged, vouchers at their amount, points (less those taken back) at what the policy says
a point pays. A voucher counts when it is given, so what it pays later is left out. Gifts, and points that pay nothing,
have no amount here: they are counted in pieces and points.
"""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.model.policy import Policy
from dangol_policy.replay.tally import CLAUSE_FIGURES, Tally
from dangol_policy.replay.trial import Person

MOST_CAUSES = 5
TIERS = "loyalty.tiers"
"""Names the tiers as a whole, where the tier itself is the difference."""
_TIMES, _MONEY, _POINTS, _PIECES, _WORTH = range(len(CLAUSE_FIGURES))


@dataclass(frozen=True, slots=True)
class Worth:
    """What a point pays: minor units for each whole point, and smallest parts in a whole point."""

    minor: int
    parts: int

    def of(self, points: int) -> int:
        """Minor units, rounded towards zero."""
        return int(points * self.minor / self.parts) if self.minor else 0


def worth_of(policy: Policy) -> Worth:
    """What points pay under a policy; nothing when they are not used as payment."""
    points = policy.loyalty.points
    if points is None:
        return Worth(0, 1)
    return Worth((points.redeem.worth or 0) if points.redeem else 0, 10**points.decimals)


def given(tally: Tally, worth: Worth) -> int:
    """What the customer is given in all, minor units."""
    of = tally.figures
    off = of["discount"] - of["vouchers_paid"] + of["shipping"] + of["vouchers_worth"]
    return off + worth.of(of["points_issued"] - of["points_taken_back"])


@dataclass(frozen=True, slots=True)
class Cause:
    """A clause and its figures under both, in the order of `CLAUSE_FIGURES`."""

    clause: str
    base: tuple[int, ...]
    draft: tuple[int, ...]
    weight: int
    """How much more (less, when negative) it gives under the draft, minor units."""


def causes(person: Person, worth_base: Worth, worth_draft: Worth) -> list[Cause]:
    """The clauses that do something else for this customer under the draft, those that matter most first."""
    nothing = (0,) * len(CLAUSE_FIGURES)
    found = []
    for clause in sorted({*person.base.clauses, *person.draft.clauses}):
        base = tuple(person.base.clauses.get(clause, nothing))
        draft = tuple(person.draft.clauses.get(clause, nothing))
        if base != draft:
            found.append(Cause(clause, base, draft, _given(draft, worth_draft) - _given(base, worth_base)))
    return sorted(found, key=lambda one: (-abs(one.weight), -_other(one), one.clause))


def _given(row: tuple[int, ...], worth: Worth) -> int:
    return row[_MONEY] + row[_WORTH] + worth.of(row[_POINTS])


def _other(cause: Cause) -> int:
    """What has no amount, for clauses that weigh the same."""
    return sum(abs(cause.draft[place] - cause.base[place]) for place in (_POINTS, _PIECES, _TIMES))
