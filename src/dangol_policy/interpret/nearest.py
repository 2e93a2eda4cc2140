"""The nearest miss: the clause that needs least more ("2,000 more for free shipping")."""

from __future__ import annotations

from dangol_policy.decision import Miss
from dangol_policy.interpret.run import Refused


def nearest_miss(refused: list[Refused]) -> Miss | None:
    """Among offers that lack one thing only: money before units, then least money, then clause id."""
    missed = [one for one in refused if len(one.unmet) == 1 and one.unmet[0].reason.code in _SHORT]
    if not missed:
        return None
    nearest = min(missed, key=_distance)
    reason = nearest.unmet[0].reason
    more = (reason.need or 0) - (reason.have or 0)
    by_money = reason.code == "spend-short"
    return Miss(
        nearest.offer.clause,
        more_units=None if by_money else more,
        more_spend=more if by_money else None,
        would_give=nearest.would_give,
    )


_SHORT = ("spend-short", "units-short")


def _distance(one: Refused) -> tuple[bool, int, str]:
    unmet = one.unmet[0]
    more = (unmet.reason.need or 0) - (unmet.reason.have or 0)
    by_units = unmet.reason.code == "units-short"
    return (by_units, more * unmet.unit_price if by_units else more, one.offer.clause)
