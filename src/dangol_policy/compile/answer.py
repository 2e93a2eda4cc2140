"""From what a run came to, the decision: the same fields as `interpret` fills, from lists by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction

from dangol_policy.compile.engine import Run
from dangol_policy.compile.lines import Lines
from dangol_policy.decision import CodeResult, LineResult, Miss, NotApplied, Reason
from dangol_policy.interpret.announced import Announcement, percent_text, prior_price
from dangol_policy.interpret.case import Case, as_compared
from dangol_policy.model.promotions import Promotion
from dangol_policy.situation import Situation

UNKNOWN = (Reason("unknown-reward"),)


def line_results(lines: Lines, points: Sequence[int], points_paid: Sequence[int]) -> tuple[list[LineResult], int]:
    """The lines at their positions in the basket, and the tax that comes on top of their amounts."""
    found: list[LineResult | None] = [None] * lines.count
    on_top = 0
    for i, line in enumerate(lines.lines):
        position, amount, taxation = lines.positions[i], lines.amounts[i], lines.taxes[i]
        tax = taxation.tax_in(amount) if taxation.numerator else 0
        if tax and not taxation.included:
            on_top += tax
        found[position] = LineResult(
            line.id or str(position + 1),
            lines.quantities[i],
            lines.listed[i],
            tuple(lines.discounts[i]),
            amount,
            (amount,) if lines.quantities[i] == 1 else tuple(lines.units(i)),
            points[i],
            points_paid[i],
            tax,
        )
    return [line for line in found if line is not None], on_top


def not_applied(run: Run, unknown_rewards: Sequence[str]) -> tuple[NotApplied, ...]:
    """In the order of the turns the offers had; rewards nobody knows at the end."""
    run.refused.sort(key=_turn)
    known = [refused for _, refused in run.refused]
    return (*known, *[NotApplied(clause, UNKNOWN) for clause in unknown_rewards])


def _turn(refused: tuple[int, NotApplied]) -> int:
    return refused[0]


def nearest(run: Run) -> Miss | None:
    """The clause that lacks one thing only, and least of it."""
    if not run.missed:
        return None
    by_units, _, clause, refused = min(run.missed, key=lambda one: one[:3])
    reason = refused.reasons[0]
    more = (reason.need or 0) - (reason.have or 0)
    return Miss(clause, more if by_units else None, None if by_units else more, refused.would_give)


def code_results(situation: Situation, run: Run, opened_by: dict[str, frozenset[str]]) -> tuple[CodeResult, ...]:
    """Every code that was entered, each once, and every voucher. `opened_by`: promotions by code as compared."""
    entered: dict[str, str] = {}
    for written in sorted(situation.basket.codes):
        entered.setdefault(as_compared(written), written)
    applied = {offer.clause for offer, _ in run.applied}
    found = [
        _code_result(written, opened_by.get(code, frozenset()), applied, run)
        for code, written in sorted(entered.items())
    ]
    return (*found, *[CodeResult(used.code, not used.reasons, used.reasons) for used in run.vouchers])


def _code_result(written: str, opens: frozenset[str], applied: set[str], run: Run) -> CodeResult:
    if not opens.isdisjoint(applied):
        return CodeResult(written, True)
    told = [refused for _, refused in sorted(run.refused, key=_turn) if refused.clause in opens]
    return CodeResult(written, False, tuple(dict.fromkeys([reason for one in told for reason in one.reasons])))


def announcements(run: Run, case: Case) -> tuple[Announcement, ...]:
    """Announced reductions with the prior price they are measured against."""
    found: list[Announcement] = []
    for offer, applied in run.applied:
        if offer.promotion is not None and offer.promotion.reference is not None and applied.lines:
            found += _announced(offer.promotion, run.lines, case.business_time.date())
    return tuple(sorted(found))


def _announced(promotion: Promotion, lines: Lines, today: dt.date) -> list[Announcement]:
    assert promotion.reference is not None
    first = promotion.runs.first if promotion.runs and promotion.runs.first else today
    found = []
    for i, line in enumerate(lines.lines):
        prior = prior_price(line.price_history, first, promotion.reference.lowest_of) if line.price_history else None
        if prior and (promotion.id, i) in lines.lowered_to:
            now = Fraction(lines.lowered_to[promotion.id, i], lines.quantities[i])
            found.append((promotion.id, lines.positions[i], prior, percent_text(prior, now)))
    return found
