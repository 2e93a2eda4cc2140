"""Tiers: judged by a qualifying measure that is never the balance; up after an order, down only at a review.

A review falls `every` after the tier was reached or kept. A customer who then no longer qualifies keeps the tier for
the grace; whoever qualifies again in it keeps the tier. Source: policy language, section 5.10.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dangol_policy.interpret.case import unit_of_measure
from dangol_policy.interpret.dates import day_after
from dangol_policy.model.loyalty import Rolling, Tiers, WelcomeBenefit
from dangol_policy.model.policy import Policy
from dangol_policy.story import gifts, terms
from dangol_policy.story.outcomes import TierSet
from dangol_policy.story.state import Account, Counts
from dangol_policy.story.tale import Rules, Tale
from dangol_policy.values import Duration


def measured(counts: Counts, tiers: Tiers) -> int:
    """The figure tiers are judged by."""
    match tiers.measure:
        case "spend":
            return counts.spend
        case "visits":
            return counts.visits
        case "points earned":
            return counts.points


def qualifying(account: Account, policy: Policy, today: dt.date) -> int:
    """The tier measure inside its window on a local day, never below zero."""
    tiers = policy.loyalty.tiers
    if tiers is None:
        return 0
    if tiers.window == "lifetime":
        return max(0, measured(account.counted, tiers))
    first = window_start(tiers, today)
    counted = (measured(counts, tiers) for day, counts in account.days.items() if first <= day <= today)
    return max(0, sum(counted))


def qualifying_until(account: Account, policy: Policy, until: dt.datetime) -> int:
    """The tier measure of the window that ends with a term: at a review, or at the end of its grace.

    A year of the calendar is the one the last day belongs to. A rolling window holds what still counts at the end
    itself, so what reached a tier does not also keep it a whole window later.
    """
    tiers, last = policy.loyalty.tiers, terms.last_day(until, policy)
    if tiers is None or not isinstance(tiers.window, Rolling):
        return qualifying(account, policy, last)
    first = window_start(tiers, terms.day_of(until, policy))
    return max(0, sum(measured(counts, tiers) for day, counts in account.days.items() if first <= day <= last))


def window_start(tiers: Tiers, today: dt.date) -> dt.date:
    """The first day that counts on a day; a rolling window holds a day until the end of its term."""
    if tiers.window == "lifetime":
        return dt.date.min
    if tiers.window == "calendar year":
        return today.replace(month=1, day=1)
    if tiers.window == "half year":
        return today.replace(month=1 if today.month <= 6 else 7, day=1)
    return _rolling_start(tiers.window.rolling, today)


@lru_cache(maxsize=1024)
def _rolling_start(length: Duration, today: dt.date) -> dt.date:
    """Months are not of one length, so the first day is looked for around the plain answer."""
    day = day_after(today, length, back=True)
    while day_after(day, length) < today:
        day += dt.timedelta(days=1)
    return day


def level_reached(policy: Policy, measure: int) -> int:
    """Position of the highest level whose threshold is reached; -1 for none."""
    tiers = policy.loyalty.tiers
    unit = unit_of_measure(policy)
    levels = tiers.levels if tiers else ()
    reached = [index for index, level in enumerate(levels) if level.threshold * unit <= measure]
    return reached[-1] if reached else -1


def level_held(policy: Policy, tier: str) -> int:
    """Position of a tier; -1 when the policy has it no (longer)."""
    tiers = policy.loyalty.tiers
    levels = tiers.levels if tiers else ()
    return next((index for index, level in enumerate(levels) if level.id == tier), -1)


def rise(tale: Tale, customer: str, order: str | None = None) -> None:
    """Gives the tier the measure has reached when it is higher; in the grace after a review, keeps the present one."""
    rules = tale.rules
    policy, tiers = rules.policy, rules.policy.loyalty.tiers
    if tiers is None:
        return
    account = tale.account(customer)
    reached = level_reached(policy, qualifying(account, policy, terms.day_of(tale.at, policy)))
    held = level_held(policy, account.tier)
    if reached > held:
        reason = "entry" if not account.tier else "reached" if held >= 0 else "policy"
        tale.tell(
            TierSet(
                customer,
                tiers.levels[reached].id,
                reason,  # type: ignore[arg-type]
                review_after(rules, tale.at, reached),
                rules.version,
                order,
                tale.at,
            )
        )
        welcome(tale, rules, customer)
    elif reached == held and in_grace(account, tale.at):
        review = review_after(rules, tale.at, held)
        tale.tell(TierSet(customer, account.tier, "kept", review, rules.version, order, tale.at))


def welcome(tale: Tale, rules: Rules, customer: str) -> None:
    """Gives what is given once when a tier is reached."""
    tiers = rules.policy.loyalty.tiers
    tier = tale.account(customer).tier
    for level in tiers.levels if tiers else ():
        if level.id == tier:
            for index, benefit in enumerate(level.benefits):
                if isinstance(benefit, WelcomeBenefit):
                    gifts.give_once(tale, rules, customer, level.id, benefit.on_reaching, f"reached:{index}")


def in_grace(account: Account, at: dt.datetime) -> bool:
    """Whether a review has passed that did not renew the tier."""
    return account.review_at is not None and account.review_at <= at


def review_after(rules: Rules, at: dt.datetime, level: int) -> dt.datetime | None:
    """When a tier reached or kept at an instant is reviewed; the lowest tier, and one without review, never is."""
    tiers = rules.policy.loyalty.tiers
    if tiers is None or tiers.review is None or level <= 0:
        return None
    return terms.rounded_end(at, tiers.review, rules.policy)


def valid_until(account: Account, policy: Policy) -> dt.datetime | None:
    """The first instant at which the tier can be lost: the review, or the end of the grace after it."""
    tiers = policy.loyalty.tiers
    if account.review_at is None or tiers is None or tiers.review is None:
        return None
    if tiers.review.grace is None:
        return account.review_at
    return terms.end_of_term_from_day(terms.last_day(account.review_at, policy), tiers.review.grace, policy)


def due(account: Account, policy: Policy, now: dt.datetime) -> dt.datetime | None:
    """When the tier must be looked at next: at the review, or at the end of its grace once the review has passed."""
    if account.review_at is None or account.review_at > now:
        return account.review_at
    return _later(valid_until(account, policy), now)


def review(tale: Tale, customer: str) -> None:
    """Judges the tier at its review, or at the end of the grace: keeps it, waits for the grace, or lets it fall."""
    rules, at = tale.rules, tale.at
    policy, tiers = rules.policy, rules.policy.loyalty.tiers
    account = tale.account(customer)
    held = level_held(policy, account.tier)
    if tiers is None or tiers.review is None or held <= 0 or account.review_at is None:
        tale.tell(TierSet(customer, account.tier, "policy", None, rules.version, None, at))
        return
    at_review = level_reached(policy, qualifying_until(account, policy, account.review_at))
    if at_review >= held:
        _keep(tale, rules, customer, held, account.review_at)
        return
    ends = valid_until(account, policy)
    if ends is not None and at < ends:
        return
    now = level_reached(policy, qualifying_until(account, policy, at))
    lowest = held - 1 if tiers.review.step == "one" else 0
    falls_to = max(at_review, now, lowest, 0)
    if falls_to >= held:
        _keep(tale, rules, customer, held, account.review_at)
        return
    next_review = review_after(rules, account.review_at - terms.INSTANT, falls_to)
    level = tiers.levels[falls_to]
    tale.tell(TierSet(customer, level.id, "review", _later(next_review, at), rules.version, None, at))


def _keep(tale: Tale, rules: Rules, customer: str, level: int, reviewed: dt.datetime) -> None:
    tier = tale.account(customer).tier
    next_review = review_after(rules, reviewed - terms.INSTANT, level)
    tale.tell(TierSet(customer, tier, "kept", _later(next_review, tale.at), rules.version, None, tale.at))


def _later(review: dt.datetime | None, at: dt.datetime) -> dt.datetime | None:
    """A next review that lies behind already (a grace longer than the period) is due at once."""
    return review if review is None or review > at else at + terms.INSTANT


def review_dates(policy: Policy, reached: dt.date) -> tuple[dt.date, dt.date] | None:
    """The day of the review and the last day of a tier reached on a day, grace included; None without review."""
    tiers = policy.loyalty.tiers
    if tiers is None or tiers.review is None:
        return None
    review = terms.rounded_end(terms.start_of(reached, policy), tiers.review, policy)
    until = valid_until(Account("", review_at=review), policy)
    if review is None or until is None:
        return None
    return terms.last_day(review, policy), terms.last_day(until, policy)
