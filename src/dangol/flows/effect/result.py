"""What came of a run as one JSON value: totals in force and under the draft, raised to everybody where some were drawn.

Money is in minor units, points in smallest parts. Lists of customers hold ids only.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Any

from dangol.flows.effect.measuring import PARTS, Measuring
from dangol_policy.model.policy import Policy
from dangol_policy.replay.estimate import estimate
from dangol_policy.replay.possible import MISSED
from dangol_policy.replay.summary import ALL_FIGURES, MOST_AFFECTED, Summary

Json = dict[str, Any]


def result_of(measured: Measuring) -> Json:
    """Everything pages and programs show."""
    progress = measured.progress
    customers = progress.sums["customers"]
    return {
        "drawn": {part: progress.sums[part].histories for part in PARTS},
        "of": {part: progress.seen[part] for part in PARTS},
        "customers": _raised(customers.customers, measured, "customers"),
        "customers_played": customers.customers,
        "purchases_played": progress.purchases,
        "figures": {name: _figure(name, measured) for name in ALL_FIGURES},
        "clauses": _clauses(measured),
        "tiers": {path: _raised(count, measured, "customers") for path, count in sorted(customers.tiers.items())},
        "better": _raised(customers.better, measured, "customers"),
        "worse": _raised(customers.worse, measured, "customers"),
        "most": customers.most[:MOST_AFFECTED],
        "least": customers.least[:MOST_AFFECTED],
        "missed": {kind: [_sum_of(measured, side, kind) for side in ("base", "draft")] for kind in MISSED},
        "stored": _stored(progress.sums.values()),
        "moved": [[clause, day.isoformat()] for clause, day in measured.draft.moved],
        "outside": list(measured.draft.outside),
        "silent": _silent(measured),
        "closed": {"base": progress.closed[0], "draft": progress.closed[1]},
    }


# -- sums -----------------------------------------------------------------------------------------------------


def _figure(name: str, measured: Measuring) -> list[int]:
    """In force, under the draft, and half the width of the interval of their difference."""
    base = draft = 0
    margin = 0.0
    for part in PARTS:
        one, of = measured.progress.sums[part], measured.progress.seen[part]
        more = estimate(one.draft[name] - one.base[name], one.squares[name], one.histories, of)
        in_force = _raised(one.base[name], measured, part)
        base += in_force
        draft += in_force + more.total
        margin += more.margin**2
    return [base, draft, round(sqrt(margin))]


def _raised(figure: int, measured: Measuring, part: str) -> int:
    drawn, of = measured.progress.sums[part].histories, measured.progress.seen[part]
    return round(figure * of / drawn) if drawn else 0


def _clauses(measured: Measuring) -> list[Json]:
    """Each clause that acted, those of the greatest difference first."""
    found: dict[str, list[list[int]]] = {}
    for part in PARTS:
        for clause, sides in measured.progress.sums[part].clauses.items():
            into = found.setdefault(clause, [[0] * len(side) for side in sides])
            for total, row in zip(into, sides, strict=True):
                total[:] = [have + _raised(one, measured, part) for have, one in zip(total, row, strict=True)]
    rows = [{"clause": clause, "base": base, "draft": draft} for clause, (base, draft) in found.items()]
    return sorted(rows, key=lambda row: (-_apart(row["base"], row["draft"]), row["clause"]))


def _apart(base: Sequence[int], draft: Sequence[int]) -> int:
    return sum(abs(one - other) for one, other in zip(base, draft, strict=True))


def _sum_of(measured: Measuring, side: str, kind: str) -> int:
    """How often something could not happen, raised to everybody."""
    return sum(_raised(getattr(measured.progress.sums[part], f"missed_{side}")[kind], measured, part) for part in PARTS)


def _stored(sums: Iterable[Summary]) -> Json:
    """What was really booked for those who were played, beside what the replay of the version in force gives them."""
    total = dict.fromkeys(("points", "discount", "purchases", "otherwise", "same", "held_against"), 0)
    replayed = {"replayed_points": 0, "replayed_discount": 0, "replayed_purchases": 0}
    for one in sums:
        for name in total:
            total[name] += one.stored[name]
        replayed["replayed_points"] += one.base["points_issued"]
        replayed["replayed_discount"] += one.base["discount"]
        replayed["replayed_purchases"] += one.base["purchases"]
    return total | replayed


# -- what was not tried ---------------------------------------------------------------------------------------


def _silent(measured: Measuring) -> Mapping[str, list[str]]:
    """Promotions of the draft that never acted: opened by a code nobody typed, or for another reason."""
    acted = {clause for part in PARTS for clause, sides in _rows(measured, part) if any(sides[1])}
    untried = {*acted, *measured.draft.outside}
    policy: Policy = measured.question.draft
    silent = [one for one in policy.promotions if one.id not in untried]
    return {
        "code": [one.id for one in silent if one.code],
        "other": [one.id for one in silent if not one.code],
    }


def _rows(measured: Measuring, part: str) -> Iterable[tuple[str, list[list[int]]]]:
    return measured.progress.sums[part].clauses.items()
