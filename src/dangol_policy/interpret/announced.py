"""Announced reductions: the prior price a promotion is measured against, and the percentage it may claim."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from dangol_policy.allocate import half_up
from dangol_policy.interpret.case import Case
from dangol_policy.interpret.dates import day_after
from dangol_policy.interpret.run import Run
from dangol_policy.model.promotions import Promotion
from dangol_policy.situation import PriceOn
from dangol_policy.values import Duration

Announcement = tuple[str, int, int, str]


def announcements(case: Case, state: Run) -> tuple[Announcement, ...]:
    """(clause, position of the line, prior price, percent) for applied promotions with a reference price."""
    found: list[Announcement] = []
    for offer, _ in state.applied:
        if offer.promotion is not None and offer.promotion.reference is not None:
            found += _of_promotion(offer.promotion, offer.promotion.reference.lowest_of, case, state)
    return tuple(sorted(found))


def _of_promotion(promotion: Promotion, term: Duration, case: Case, state: Run) -> list[Announcement]:
    first = promotion.runs.first if promotion.runs and promotion.runs.first else case.business_time.date()
    found = []
    for i, line in enumerate(state.goods.lines):
        prior = prior_price(line.line.price_history, first, term)
        if prior and (promotion.id, i) in state.lowered_to:
            now = Fraction(state.lowered_to[promotion.id, i], line.line.quantity)
            found.append((promotion.id, line.position, prior, percent_text(prior, now)))
    return found


def prior_price(history: tuple[PriceOn, ...], first: dt.date, term: Duration) -> int | None:
    """The lowest price on any day of the term that ends the day before `first`; None when none is known."""
    begin = day_after(first, term, back=True)
    past = sorted((one for one in history if one.on < first), key=lambda one: one.on)
    before = [one.price for one in past if one.on <= begin]
    within = [one.price for one in past if one.on > begin]
    return min([*before[-1:], *within], default=None)


def percent_text(prior: int, now: Fraction) -> str:
    """How much lower `now` is, in percent with at most one decimal; 0 when it is no lower."""
    lower = max(Fraction(0), (prior - now) * 1000 / prior)
    tenths = half_up(lower.numerator, lower.denominator)
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
