"""Trials as pages and the command line show them: how far they are, and what came of them, in one language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from dangol.flows import drafting, policy_view
from dangol.flows.effect import notes
from dangol.flows.effect.asking import EFFECT
from dangol.flows.effect.measuring import how_many
from dangol.flows.effect.naming import Names
from dangol.flows.errors import NoPolicyInForce, NotFound
from dangol.flows.models import DEAD, DONE, RUNNING, EffectRun, Work
from dangol.people.models import Customer
from dangol.rulebook import queries as rulebook
from dangol.rulebook.errors import NoPolicyInForce as NothingRules
from dangol_policy.replay.causes import Cause

MOST_LISTED = 50
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class RunRow:
    """A trial in a list."""

    id: UUID
    what: str
    state: str
    percent: int
    asked_at: datetime
    stumbled: bool
    """Its last stretch failed; it is tried again, or waits for a person."""
    waits: bool
    """No worker goes on with it before a person looks at it."""

    @property
    def running(self) -> bool:
        return self.state == RUNNING

    @property
    def done(self) -> bool:
        return self.state == DONE


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One total in force, under the draft, and the difference (`trend`: 1 more, -1 less, 0 the same)."""

    label: str
    base: str
    draft: str
    more: str
    margin: str
    trend: int


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause that does something else under the draft."""

    clause: str
    name: str
    says: str
    sentence: str


@dataclass(frozen=True, slots=True)
class TierRow:
    """How many customers hold a tier: at the beginning, and at both ends."""

    tier: str
    before: str
    base: str
    draft: str
    trend: int


@dataclass(frozen=True, slots=True)
class MoveRow:
    """Customers who end in another tier under the draft than in force."""

    base: str
    draft: str
    customers: str


@dataclass(frozen=True, slots=True)
class PathRow:
    """Customers who went from one tier to these two: in force, and under the draft."""

    before: str
    base: str
    draft: str
    customers: str


@dataclass(frozen=True, slots=True)
class AffectedRow:
    """A customer whom the draft changes much for, and the rules that make the difference."""

    customer: UUID
    name: str
    more: str
    trend: int
    tier: str
    causes: tuple[str, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class RunView:
    """A trial with everything that came of it."""

    row: RunRow
    version: int
    since: str
    until: str
    """The first and the last day of the period."""
    customers: str
    purchases: str
    better: str
    worse: str
    unchanged: bool
    sampled: bool
    figures: tuple[tuple[str, tuple[FigureRow, ...]], ...]
    clauses: tuple[ClauseRow, ...]
    tiers: tuple[TierRow, ...]
    moves: tuple[MoveRow, ...]
    paths: tuple[PathRow, ...]
    most: tuple[AffectedRow, ...]
    least: tuple[AffectedRow, ...]
    found: tuple[str, ...]
    assumed: tuple[str, ...]
    agreement: tuple[str, ...]

    @property
    def given(self) -> FigureRow:
        """What customers are given in all: the first figure there is."""
        return self.figures[0][1][0]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be tried; `value` names it in a form."""

    value: str
    label: str


# -- reads ----------------------------------------------------------------------------------------------------


def choices(*, at: datetime) -> list[Choice]:
    """Open drafts, the one saved last first, then versions that are not in force, latest first."""
    try:
        ruling, _sha256 = rulebook.number_at(at)
    except NothingRules:
        return []
    drafts = [Choice(f"draft:{one.id.hex}", one.title or _("Draft without a title")) for one in drafting.drafts()]
    versions = [one.number for one in rulebook.versions()[:MOST_LISTED] if one.number != ruling]
    return drafts + [Choice(f"version:{number}", _("Version %(number)s") % {"number": number}) for number in versions]


def zone(*, at: datetime) -> str:
    """The business's; UTC while it has no policy."""
    try:
        return policy_view.compiled_at(at).policy.business.timezone
    except NoPolicyInForce:
        return "UTC"


def runs() -> list[RunRow]:
    """The latest trials, latest first."""
    listed = EffectRun.objects.defer("text", "progress", "result").order_by("-asked_at", "-id")[:MOST_LISTED]
    return [_row(run) for run in listed]


def run_row(run: UUID) -> RunRow:
    """How far one is. Raises NotFound."""
    return _row(_found(run))


def anything_to_try_on() -> bool:
    """Whether any purchase is stored."""
    return how_many()[2] > 0


def run_view(run: UUID, *, language: str, names: bool) -> RunView | None:
    """What came of one; nothing while it has not ended. Customers are named when `names` says so. Raises NotFound."""
    found = _found(run)
    if found.state != DONE:
        return None
    return view_of(found, Names.of(found, language), with_names=names)


def _found(run: UUID) -> EffectRun:
    found = EffectRun.objects.filter(id=run).first()
    if found is None:
        raise NotFound("run", run.hex, "There is no such trial: it may have been removed.")
    return found


def _row(run: EffectRun) -> RunRow:
    work = Work.objects.filter(kind=EFFECT, key=run.id.hex).first() if run.state == RUNNING else None
    return RunRow(
        id=run.id,
        what=what_of(run),
        state=run.state,
        percent=_WHOLE if run.state == DONE else min(_WHOLE - 1, _WHOLE * run.seen // max(run.total, 1)),
        asked_at=run.asked_at,
        stumbled=work is not None and bool(work.last_error),
        waits=work is not None and work.state == DEAD,
    )


def what_of(run: EffectRun) -> str:
    """What was tried, in a few words."""
    if run.draft_version is not None:
        return _("Version %(number)s") % {"number": run.draft_version}
    return run.title or _("Draft without a title")


# -- what came of it ------------------------------------------------------------------------------------------


def view_of(run: EffectRun, names: Names, *, with_names: bool) -> RunView:
    """The result in words."""
    result = run.result
    known = _names_of(result) if with_names else {}
    return RunView(
        row=_row(run),
        version=run.version,
        since=names.day(run.since),
        until=names.day(run.until),
        customers=names.count(result["customers"]),
        purchases=names.count(result["figures"]["purchases"][0]),
        better=names.count(result["better"]),
        worse=names.count(result["worse"]),
        unchanged=all(base == draft for base, draft, _margin in result["figures"].values()) and not _moves(run, names),
        sampled=run.share < 1,
        figures=_figures(result, names),
        clauses=_clauses(result, names),
        tiers=_tiers(result, names),
        moves=_moves(run, names),
        paths=_paths(result, names),
        most=tuple(_affected(row, names, known) for row in result["most"]),
        least=tuple(_affected(row, names, known) for row in result["least"]),
        found=notes.found(run, names),
        assumed=notes.assumed(run, names),
        agreement=notes.agreement(run, names),
    )


def _figures(result: Mapping[str, Any], names: Names) -> tuple[tuple[str, tuple[FigureRow, ...]], ...]:
    money, points, count = names.money, names.points, names.count
    groups: tuple[tuple[str, tuple[tuple[str, str, Callable[[int], str]], ...]], ...] = (
        (
            _("Money"),
            (
                ("given", _("Given to customers in all"), money),
                ("discount", _("Discount on goods"), money),
                ("shipping", _("Shipping not charged"), money),
                ("vouchers_worth", _("Vouchers given"), money),
                ("points_paid", _("Paid with points"), money),
                ("sales", _("Goods sold, after discounts"), money),
                ("refunds", _("Refunded for returned goods"), money),
            ),
        ),
        (
            _("Points"),
            (
                ("points_issued", _("Points given"), points),
                ("points_spent", _("Points used"), points),
                ("points_expired", _("Points expired"), points),
                ("points_taken_back", _("Points taken back after returns"), points),
                ("points_open", _("Points open at the end"), points),
            ),
        ),
        (
            _("Pieces"),
            (
                ("vouchers", _("Vouchers"), count),
                ("gifts", _("Gifts"), count),
                ("cards", _("Visit cards filled"), count),
                ("purchases", _("Purchases"), count),
            ),
        ),
    )
    return tuple(
        (title, tuple(_figure(label, result["figures"][name], show, names) for name, label, show in rows))
        for title, rows in groups
    )


def _figure(label: str, figure: Sequence[int], show: Callable[[int], str], names: Names) -> FigureRow:
    base, draft, margin = figure
    more = draft - base
    return FigureRow(
        label=label,
        base=show(base),
        draft=show(draft),
        more=names.signed(show(abs(more)), more),
        margin=show(margin) if margin else "",
        trend=(more > 0) - (more < 0),
    )


def _clauses(result: Mapping[str, Any], names: Names) -> tuple[ClauseRow, ...]:
    rows = [row for row in result["clauses"] if row["base"] != row["draft"]]
    return tuple(
        ClauseRow(
            clause=row["clause"],
            name=names.clause(row["clause"]),
            says=names.difference(Cause(row["clause"], tuple(row["base"]), tuple(row["draft"]), 0)),
            sentence=names.sentence(row["clause"]),
        )
        for row in rows
    )


# -- tiers ----------------------------------------------------------------------------------------------------


def _tiers(result: Mapping[str, Any], names: Names) -> tuple[TierRow, ...]:
    counts: dict[str, list[int]] = {}
    for path, customers in result["tiers"].items():
        for place, tier in enumerate(path.split(">")):
            counts.setdefault(tier, [0, 0, 0])[place] += customers
    if set(counts) <= {""}:
        return ()
    return tuple(
        TierRow(
            tier=names.tier(tier),
            before=names.count(before),
            base=names.count(base),
            draft=names.count(draft),
            trend=(draft > base) - (draft < base),
        )
        for tier, (before, base, draft) in sorted(counts.items(), key=lambda one: _rank(one[0], names))
    )


def _moves(run: EffectRun, names: Names) -> tuple[MoveRow, ...]:
    ends: dict[tuple[str, str], int] = {}
    for path, customers in run.result["tiers"].items():
        _before, base, draft = path.split(">")
        if base != draft:
            ends[base, draft] = ends.get((base, draft), 0) + customers
    ordered = sorted(ends.items(), key=lambda one: (-one[1], one[0]))
    return tuple(MoveRow(names.tier(base), names.tier(draft), names.count(n)) for (base, draft), n in ordered)


def _paths(result: Mapping[str, Any], names: Names) -> tuple[PathRow, ...]:
    found = [(path.split(">"), customers) for path, customers in result["tiers"].items()]
    found.sort(key=lambda one: [_rank(tier, names) for tier in one[0]])
    return tuple(
        PathRow(names.tier(before), names.tier(base), names.tier(draft), names.count(number))
        for (before, base, draft), number in found
    )


def _rank(tier: str, names: Names) -> tuple[int, str]:
    """In the order of the draft's levels, then of those in force."""
    levels = [
        level.id
        for policy in (names.draft, names.base)
        for level in (policy.loyalty.tiers.levels if policy.loyalty.tiers else ())
    ]
    return (levels.index(tier) if tier in levels else -1, tier)


# -- customers ------------------------------------------------------------------------------------------------


def _names_of(result: Mapping[str, Any]) -> dict[str, str]:
    listed = {UUID(row["customer"]) for name in ("most", "least") for row in result[name]}
    return {id_.hex: name for id_, name in Customer.objects.filter(id__in=listed).values_list("id", "name")}


def _affected(row: Mapping[str, Any], names: Names, known: Mapping[str, str]) -> AffectedRow:
    _before, base, draft = row["tiers"]
    return AffectedRow(
        customer=UUID(row["customer"]),
        name=known.get(row["customer"], "") or _("Customer without a name"),
        more=names.signed(names.money(abs(row["more"])), row["more"]),
        trend=(row["more"] > 0) - (row["more"] < 0),
        tier=f"{names.tier(base)} → {names.tier(draft)}" if base != draft else "",
        causes=tuple(names.cause(cause) for cause in row["causes"]),
        left_out=row["left_out"],
    )
