"""Promotions and what holds for all of them."""

from __future__ import annotations

from dangol_policy.diff import measures
from dangol_policy.diff.rules import (
    NEUTRAL,
    SCOPE,
    Rules,
    entered,
    given,
    imposed,
    more,
    of,
    ranked,
)
from dangol_policy.model import promotions

_LIMIT = more("limit", absent="without end")

PROMOTIONS: Rules = {
    **of(
        promotions.Promotion,
        name=NEUTRAL,
        runs=more("runs", measures.days, absent="without end"),
        when=imposed("scope"),
        who=imposed("scope"),
        where=imposed("scope"),
        code=SCOPE,
        payment=SCOPE,
        needs=imposed(),
        gives=entered(),
        points=ranked("gain", "not earned", "earned"),
        limit=imposed("limit"),
        notice=given("time"),
        brief=NEUTRAL,
        reference=NEUTRAL,
        programme=NEUTRAL,
        serves=NEUTRAL,
        combine=entered(),
    ),
    **of(
        promotions.Limit,
        per_customer=_LIMIT,
        total=_LIMIT,
        budget=_LIMIT,
        on_cancel=ranked("rule", "keep", "give back"),
    ),
    **of(promotions.Notice, before=more("time", measures.durations), by=NEUTRAL),
    **of(promotions.PromotionDefaults, notice=given("time"), most_together=_LIMIT, require_budget=NEUTRAL),
}
