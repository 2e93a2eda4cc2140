"""Conditions: what lets more customers, baskets or moments in is better for the customer who is given something."""

from __future__ import annotations

from dangol_policy.diff import measures
from dangol_policy.diff.rules import (
    CANNOT_TELL,
    SCOPE,
    Rules,
    entered,
    excepted,
    imposed,
    less,
    more,
    of,
    ranked,
)
from dangol_policy.model import conditions as of_whom

_MEASURE = ranked("needed", "now", "before discounts")
"""What is counted before discounts is never less."""

CONDITIONS: Rules = {
    **of(
        of_whom.Selector,
        product=SCOPE,
        category=SCOPE,
        tag=SCOPE,
        price_at_least=less("scope", absent="nothing"),
        price_at_most=more("scope", absent="without end"),
        discounted=CANNOT_TELL,
        none_of=excepted(),
        any_of=CANNOT_TELL,
        all_of=CANNOT_TELL,
    ),
    **of(
        of_whom.Who,
        tier=SCOPE,
        segment=SCOPE,
        membership=SCOPE,
        member=CANNOT_TELL,
        member_for_at_least=less("scope", measures.durations, absent="nothing"),
        member_for_at_most=more("scope", measures.durations, absent="without end"),
        birthday=imposed("scope"),
        order=CANNOT_TELL,
        no_order_for=less("scope", measures.durations, absent="nothing"),
        referred=CANNOT_TELL,
        none_of=excepted(),
        any_of=CANNOT_TELL,
        all_of=CANNOT_TELL,
    ),
    **of(of_whom.Birthday, before=more("scope"), after=more("scope"), month=CANNOT_TELL),
    **of(of_whom.When, weekdays=SCOPE, hours=CANNOT_TELL),
    **of(of_whom.Where, store=SCOPE, channel=SCOPE),
    **of(
        of_whom.UnitsNeed,
        at_least=less("needed"),
        at_most=more("limit", absent="without end"),
        of=entered(),
        counting=ranked("needed", "products", "units"),
    ),
    **of(
        of_whom.SpendNeed,
        spend=less("needed"),
        at_most=more("limit", absent="without end"),
        of=entered(),
        measure=_MEASURE,
    ),
    **of(of_whom.AboveNeed, above=less("needed"), of=entered(), measure=_MEASURE),
}
