"""Points, tiers, visit cards, referral, memberships, gestures."""

from __future__ import annotations

from dangol_policy.diff import measures
from dangol_policy.diff.measures import Sign
from dangol_policy.diff.rules import (
    CANNOT_TELL,
    FLAG,
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
from dangol_policy.model import loyalty
from dangol_policy.values import Duration

_VALID = more("time", measures.durations, absent="without end")
_COUNTED = ranked("time", "day", "end of month", "end of year")


def _windows(a: object, b: object) -> Sign:
    """Two windows over which is counted; a lifetime holds every other."""
    lengths = [one.rolling if isinstance(one, loyalty.Rolling) else one for one in (a, b)]
    if "lifetime" in lengths:
        return 1 if lengths[0] == "lifetime" else -1
    first, second = lengths
    return measures.durations(first, second) if isinstance(first, Duration) else None


_POINTS: Rules = {
    **of(
        loyalty.EarnRule,
        rate=more("gain"),
        points=more("gain"),
        per=less("needed"),
        per_full=less("needed"),
        on=entered(),
        base=entered(),
        who=imposed("scope"),
        when=imposed("scope"),
        where=imposed("scope"),
    ),
    **of(
        loyalty.Base,
        amount=ranked("gain", "net", "list"),
        tax=ranked("gain", "without", "as priced"),
        points_spent=ranked("gain", "do not count", "count as paid"),
    ),
    **of(
        loyalty.Pending,
        for_time=less("wait", measures.durations),
        from_day=less("wait"),
        after=ranked("wait", "delivery", "purchase"),
    ),
    **of(loyalty.Expire, after=more("time", measures.durations), counted=_COUNTED),
    **of(
        loyalty.Redeem,
        worth=more("gain", absent="nothing"),
        minimum=less("needed", absent="nothing"),
        step=less("needed", measures.steps, absent=None),
        up_to=more("limit", absent="without end"),
        maximum=more("limit", absent="without end"),
        order_minimum=less("needed", absent="nothing"),
        on=entered(),
        shipping=FLAG,
        same_order=FLAG,
    ),
    **of(loyalty.Reward, points=less("needed"), gives=entered(), name=NEUTRAL),
    **of(
        loyalty.Points,
        name=NEUTRAL,
        rounding=ranked("gain", "down", "half up", "up"),
        pending=imposed("wait"),
        expire=imposed("time"),
        redeem=given(),
        restored_valid=more("time", measures.durations),
    ),
}

_TIERS: Rules = {
    **of(loyalty.Rolling, rolling=more("needed", measures.durations)),
    **of(loyalty.BirthdayBenefit, birthday=entered(), within=entered()),
    **of(loyalty.DiscountBenefit, discount=more("gain"), of=entered()),
    **of(loyalty.WarrantyBenefit, warranty=more("time", measures.durations), of=entered()),
    **of(loyalty.WelcomeBenefit, on_reaching=entered()),
    **of(loyalty.Level, name=NEUTRAL, threshold=less("needed"), benefits=given()),
    **of(
        loyalty.Review,
        every=more("time", measures.durations),
        counted=_COUNTED,
        step=ranked("rule", "any", "one"),
        grace=more("time", measures.durations, absent="nothing"),
    ),
    **of(
        loyalty.Tiers,
        window=more("needed", _windows),
        upgrade=ranked("wait", "next order", "this order"),
        review=imposed(),
    ),
}

LOYALTY: Rules = {
    **_POINTS,
    **_TIERS,
    **of(loyalty.Visit, minimum=less("needed", absent="nothing"), per=ranked("gain", "day", "purchase")),
    **of(
        loyalty.Card,
        name=NEUTRAL,
        every=less("needed"),
        counts_first=FLAG,
        visit=entered(),
        stamps_per=less("needed"),
        gives=entered(),
        valid=_VALID,
        repeats=FLAG,
        who=imposed("scope"),
    ),
    **of(
        loyalty.ReferralReward,
        points=more("gain", absent="nothing"),
        voucher=more("gain", absent="nothing"),
        valid=_VALID,
    ),
    **of(
        loyalty.Referral,
        referrer=entered(),
        friend=given(),
        first_order_at_least=less("needed", absent="nothing"),
        pending=imposed("wait"),
        most_per_year=more("limit", absent="without end"),
    ),
    **of(loyalty.Membership, name=NEUTRAL, valid=_VALID, price=less("cost", absent="nothing")),
    **of(
        loyalty.SignatureGesture,
        name=NEUTRAL,
        on=CANNOT_TELL,
        gives=entered(),
        limit_total=more("limit", absent="without end"),
    ),
    **of(loyalty.Loyalty, points=given(), tiers=given()),
}
