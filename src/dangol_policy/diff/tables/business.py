"""Who the policy belongs to, when it is open, and what things are called."""

from __future__ import annotations

from dangol_policy.diff import measures
from dangol_policy.diff.measures import Sign
from dangol_policy.diff.rules import (
    NEUTRAL,
    Rules,
    entered,
    given,
    imposed,
    less,
    more,
    of,
    ranked,
)
from dangol_policy.model import business, policy


def _week(a: object, b: object) -> Sign:
    """Two weeks of opening hours: more is every minute of the other and some besides."""
    if not isinstance(a, dict) or not isinstance(b, dict):
        return None
    return measures.members(*({(day, at) for day in week for at in measures.minutes_of(week[day])} for week in (a, b)))


BUSINESS: Rules = {
    **of(
        business.Business,
        name=NEUTRAL,
        languages=more("scope", measures.members),
        tax=entered(),
        stores=given(),
        legal_identity=NEUTRAL,
        owner=NEUTRAL,
        contacts=given(),
        mission=NEUTRAL,
        memberships=given(),
        changes=entered(),
    ),
    **of(business.Tax, rate=NEUTRAL),
    **of(business.Store, name=NEUTRAL, address=NEUTRAL, phone=NEUTRAL),
    **of(business.Contact, label=NEUTRAL),
    **of(
        business.Membership,
        number=NEUTRAL,
        renewal=NEUTRAL,
        verify=NEUTRAL,
        complaint_route=given(),
        answer_within=less("wait", measures.durations, absent="without end"),
    ),
    **of(
        business.Changes,
        approval=ranked("rule", "one person", "two people"),
        notice=more("time", measures.durations, absent="nothing"),
        review_every=NEUTRAL,
    ),
    **of(
        business.Calendar,
        hours=more("hours", _week),
        holidays=imposed("hours"),
        closed=less("hours", measures.members),
    ),
    **of(business.Holidays, except_on=more("hours", measures.members)),
    **of(policy.Names, products=NEUTRAL, categories=NEUTRAL, tags=NEUTRAL, segments=NEUTRAL, fields=NEUTRAL),
    **of(
        policy.Policy,
        business=entered(),
        calendars=entered(),
        names=entered(),
        loyalty=entered(),
        promotion_rules=entered(),
        returns=entered(),
        service=entered(),
        cases=entered(),
        contact=entered(),
        responsibility=entered(),
        voice=entered(),
        privacy=entered(),
        scripts=entered(),
        staff=entered(),
    ),
}
