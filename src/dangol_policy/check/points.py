"""Points: worth less than they cost, usable before they lapse and after goods can no longer come back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from dangol_policy.check.baskets import Data, instant, line
from dangol_policy.check.days import at_least_days, at_most_days
from dangol_policy.check.subject import Subject
from dangol_policy.model.conditions import EVERYTHING
from dangol_policy.model.gives import Amount, Voucher
from dangol_policy.model.loyalty import EarnRule, Points, Redeem
from dangol_policy.model.returns import Window
from dangol_policy.problems import Path, Problem
from dangol_policy.values import exponent

_POINTS: Path = ("loyalty", "points")


def points_cost_more_than_they_are_worth(subject: Subject) -> Iterator[Problem]:
    """What a purchase earns is worth less than what was paid for it."""
    points = subject.policy.loyalty.points
    if points is None or points.redeem is None:
        return
    basket = _round_amount(subject)
    tiers: list[str | None] = [level.id for level in subject.levels]
    for tier in tiers or [None]:
        earned = basket * _points_per_minor(subject, points, tier)
        holder = f" as {tier}" if tier else ""
        for what, path, value in _uses(points.redeem, earned):
            if earned and value >= basket:
                message = (
                    f"a purchase of {subject.money(basket)}{holder} earns {int(earned):,} points, "
                    f"worth {subject.money(int(value))} {what}"
                )
                example = _shown(subject, tier, basket, value / earned)
                yield subject.problem("points-worth-too-much", message, path, example=example)
                return


def _shown(subject: Subject, tier: str | None, basket: int, worth: Fraction) -> Mapping[str, Any] | None:
    """A purchase whose points are worth at least what was paid for it; `worth`: of one point, in minor units."""
    points = subject.policy.loyalty.points
    assert points is not None
    currency = subject.bench.currency
    best = max(points.earn, key=lambda rule: (rate_of(rule, tier, exponent(currency)), rule.on != EVERYTHING))
    at, bought = instant((), (best.when,)), line(best.on, basket, currency)
    if at is None or bought is None:
        return None
    given: Data = {"at": at, "customer": {"tier": tier} if tier else {}, "basket": [bought]}
    made = subject.bench.decide(given)
    value = worth * made.points / 10**points.decimals if made is not None else Fraction()
    if made is None or value < made.total:
        return None
    words = f"{subject.money(made.total)} are paid, and the points earned are worth {subject.money(int(value))}"
    return subject.bench.shown(given, lambda _: words, made=made)


def _round_amount(subject: Subject) -> int:
    return int(1_000 * 10 ** (exponent(subject.policy.business.currency) or 1))


def _uses(redeem: Redeem, earned: Fraction) -> Iterator[tuple[str, Path, Fraction]]:
    """The ways to use points: in words, where they are written, and what `earned` points are worth that way."""
    at = (*_POINTS, "redeem")
    if redeem.worth is not None:
        yield "as payment", (*at, "worth"), earned * redeem.worth
    for index, reward in enumerate(redeem.rewards):
        value = _fixed_value(reward.gives)
        if value is not None:
            yield f"as `{reward.id}`", (*at, "rewards", index, "points"), earned / reward.points * value


def _fixed_value(gives: object) -> int | None:
    """What a gift is worth in money, when that is a fixed amount."""
    value = gives.amount if isinstance(gives, Amount) else gives.voucher if isinstance(gives, Voucher) else None
    if isinstance(value, dict):
        value = max((one for one in value.values() if isinstance(one, int)), default=None)
    return value if isinstance(value, int) else None


def _points_per_minor(subject: Subject, points: Points, tier: str | None) -> Fraction:
    """Points for each minor unit spent: rules for everything add up, of those for some goods the best counts."""
    general, special = Fraction(), Fraction()
    for rule in points.earn:
        rate = rate_of(rule, tier, exponent(subject.policy.business.currency))
        if rule.on == EVERYTHING or rule.on.none_of is not None:
            general += rate
        else:
            special = max(special, rate)
    return general + special


def rate_of(rule: EarnRule, tier: str | None, decimals: int) -> Fraction:
    """Points that a rule gives to a tier for each minor unit spent; 0 for rules that count units."""
    if rule.who is not None and rule.who.tier and tier not in rule.who.tier:
        return Fraction()
    if rule.rate is not None:
        rate: Decimal = rule.rate.get(tier or "", Decimal()) if isinstance(rule.rate, dict) else rule.rate
        return Fraction(rate) / int(10**decimals)
    each = rule.per_full if rule.per_full is not None else rule.per
    if not isinstance(each, int) or each == 0 or rule.points is None:
        return Fraction()
    number = rule.points.get(tier or "", 0) if isinstance(rule.points, dict) else rule.points
    return Fraction(int(number), each)


def points_can_be_used(subject: Subject) -> Iterator[Problem]:
    """Minimum, step and maximum of one use fit together, and there is something to use points for."""
    points = subject.policy.loyalty.points
    redeem = points.redeem if points else None
    if redeem is None:
        return
    at = (*_POINTS, "redeem")
    if redeem.worth is None and not redeem.rewards:
        yield subject.problem("redeem-never", "points have no worth and there are no rewards for them", at)
    if redeem.up_to == 0:
        yield subject.problem("redeem-never", "points may pay 0% of an order", (*at, "up_to"))
    most = redeem.maximum
    if most is not None and most - most % (redeem.step or 1) < max(redeem.minimum or 1, 1):
        least = f"at least {redeem.minimum or 1:,}" + (f", in steps of {redeem.step:,}" if redeem.step else "")
        message = f"at most {most:,} points may be used at once, but {least}"
        yield subject.problem("redeem-never", message, (*at, "maximum"))


def points_outlive_their_waiting(subject: Subject) -> Iterator[Problem]:
    """Points are usable for some time before they lapse."""
    points = subject.policy.loyalty.points
    if points is None or points.expire is None or points.pending is None:
        return
    waiting = at_least_days(points.pending.for_time) if points.pending.for_time else points.pending.from_day or 0
    if waiting >= at_most_days(points.expire.after) and points.expire.counted == "day":
        message = f"points wait {points.pending.for_time or f'{waiting} days'} and lapse after {points.expire.after}"
        yield subject.problem("expires-before-usable", message, (*_POINTS, "expire", "after"))


def points_wait_for_returns(subject: Subject) -> Iterator[Problem]:
    """Points wait at least as long as goods may come back on a change of mind."""
    points = subject.policy.loyalty.points
    if points is None or not points.earn:
        return
    pending = points.pending
    waiting = (at_most_days(pending.for_time) if pending.for_time else pending.from_day or 0) if pending else 0
    windows = [
        window for _, window in subject.parts(Window) if "change of mind" in window.reasons and window.who is None
    ]
    longest = max(windows, key=lambda window: at_least_days(window.for_time), default=None)
    if longest is not None and waiting < at_least_days(longest.for_time):
        wait = f"after {pending.for_time or f'{waiting} days'}" if pending else "at once"
        message = f"points are usable {wait}, goods can come back for {longest.for_time} (`{longest.id}`)"
        path = (*_POINTS, "pending") if pending else _POINTS
        yield subject.problem("pending-shorter-than-return", message, path, key=True)
