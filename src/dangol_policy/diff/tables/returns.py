"""Returns, exchange, warranty. Exclusions, fees and conditions take from the customer: the wider, the worse."""

from __future__ import annotations

from dangol_policy.diff import measures
from dangol_policy.diff.rules import (
    CANNOT_TELL,
    FLAG,
    NEUTRAL,
    Rules,
    entered,
    excepted,
    imposed,
    less,
    more,
    of,
    ranked,
)
from dangol_policy.model import returns

_TIME = more("time", measures.durations)

RETURNS: Rules = {
    **of(
        returns.Window,
        for_time=_TIME,
        of=entered(),
        who=imposed("scope"),
        where=imposed("scope"),
        after=ranked("time", "purchase", "delivery"),
        reasons=more("scope", measures.members),
    ),
    **of(returns.Exclusion, of=excepted(), because=NEUTRAL),
    **of(returns.Fee, fee=less("cost"), of=excepted(), who=CANNOT_TELL),
    **of(returns.Condition, state=less("needed", measures.members), of=excepted(), except_fault=FLAG),
    **of(
        returns.Refund,
        method=ranked("rule", "store credit", "as paid", "customer's choice"),
        within=less("wait", measures.durations, absent="without end"),
        shipping=ranked("cost", "kept", "given back when all is returned"),
    ),
    **of(returns.Exchange, for_time=_TIME, of=entered(), times=more("limit", absent="without end")),
    **of(returns.WarrantyRule, for_time=_TIME, of=entered()),
    **of(returns.Returns, return_shipping=ranked("cost", "customer", "business"), refund=entered()),
}
