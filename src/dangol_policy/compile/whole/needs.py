"""Needs, written out: what of them does not hold."""

from __future__ import annotations

from dangol_policy.compile.offers import Offer
from dangol_policy.compile.whole.page import Page
from dangol_policy.model.conditions import AboveNeed, SpendNeed, UnitsNeed


def write_need(page: Page, offer: Offer) -> str:
    """Writes what finds out; gives the expression of what does not hold."""
    need = offer.needed_by
    if need is None:
        return "()"
    call = f"N{offer.index}(L)"
    page.names[f"N{offer.index}"] = offer.needed
    if isinstance(need, SpendNeed) and need.at_most is None:
        _spend(page, need, need.spend)
    elif isinstance(need, AboveNeed):
        _spend(page, need, need.above + 1)
    elif isinstance(need, UnitsNeed) and need.counting == "units" and need.at_most is None:
        page.add(f"u = () if {page.sum_of('quantities', need.of)} >= {need.at_least} else {call}")
    else:
        page.add(f"u = {call}")
    return "u"


def _spend(page: Page, need: SpendNeed | AboveNeed, least: int) -> None:
    listed = need.measure == "before discounts"
    page.add(f"have = {page.sum_of('listed' if listed else 'amounts', need.of)}")
    page.add(f"u = () if have >= {least} else (UNMET(REASON('spend-short', have, {least})),)")
