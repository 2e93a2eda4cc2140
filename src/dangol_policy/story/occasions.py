"""Moments that matter: birthdays, anniversaries, the nth order or visit. What they give is given once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dangol_policy.interpret.dates import birthday_in
from dangol_policy.model.conditions import Birthday
from dangol_policy.model.gives import Gives
from dangol_policy.model.loyalty import BirthdayBenefit, SignatureGesture
from dangol_policy.model.policy import Policy
from dangol_policy.story import gifts, terms
from dangol_policy.story.outcomes import UseTaken
from dangol_policy.story.state import Account
from dangol_policy.story.tale import Rules, Tale

_ON_THE_DAY = Birthday()


@dataclass(frozen=True, slots=True)
class _Moment:
    """Something given in a period of a year: from `start` until `end`, half-open."""

    clause: str
    gives: Gives
    occasion: str
    start: dt.datetime
    end: dt.datetime
    gesture: SignatureGesture | None = None


def due(account: Account, policy: Policy, now: dt.datetime) -> dt.datetime | None:
    """When the next moment of the customer begins."""
    starts = [moment.start for moment in _moments(account, policy, now) if moment.start > now]
    return min(starts, default=None)


def give_due(tale: Tale, customer: str) -> None:
    """Gives what belongs to the moments of now, unless this customer has had it."""
    rules = tale.rules
    for moment in list(_moments(tale.account(customer), rules.policy, tale.at)):
        if moment.start <= tale.at < moment.end:
            _give(tale, rules, customer, moment.clause, moment.gives, moment.occasion, moment.gesture)


def count_reached(tale: Tale, customer: str, *, orders: int | None = None, visits: int | None = None) -> None:
    """Gives what belongs to the nth order or visit, when this is it."""
    rules = tale.rules
    for gesture in rules.policy.loyalty.gestures:
        on = gesture.on
        if (on.order is not None and on.order == orders) or (on.visit is not None and on.visit == visits):
            _give(tale, rules, customer, gesture.id, gesture.gives, "once", gesture)


def _give(
    tale: Tale,
    rules: Rules,
    customer: str,
    clause: str,
    gives: Gives,
    occasion: str,
    gesture: SignatureGesture | None,
) -> None:
    given = tale.account(customer).given
    # A birthday benefit is given once a year, also to a customer who changes tier in between.
    if (clause, occasion) in given or (gesture is None and any(before == occasion for _, before in given)):
        return
    if gesture is not None and gesture.limit_total is not None:
        if tale.used(clause).used >= gesture.limit_total:
            return
        tale.tell(UseTaken(clause, customer, None, 0, rules.version, tale.at))
    gifts.give(tale, rules, customer, clause, gives, occasion)


def _moments(account: Account, policy: Policy, now: dt.datetime) -> Iterator[_Moment]:
    """Birthdays and anniversaries of the years around now, as far as policy and tier give something for them."""
    today = terms.day_of(now, policy)
    years = (today.year - 1, today.year, today.year + 1)
    born, joined = account.profile.birthday, account.profile.member_since
    for level in policy.loyalty.tiers.levels if policy.loyalty.tiers else ():
        if level.id == account.tier and born is not None:
            for index, benefit in enumerate(level.benefits):
                if isinstance(benefit, BirthdayBenefit):
                    for year in years:
                        start, end = _around(birthday_in(year, born), benefit.within, policy)
                        yield _Moment(level.id, benefit.birthday, f"birthday:{year}:{index}", start, end)
    for gesture in policy.loyalty.gestures:
        for year in years:
            if gesture.on.birthday and born is not None:
                start, end = _around(birthday_in(year, born), _ON_THE_DAY, policy)
                yield _Moment(gesture.id, gesture.gives, f"birthday:{year}", start, end, gesture)
            if gesture.on.anniversary and joined is not None and year > joined.year:
                start, end = _around(birthday_in(year, joined), _ON_THE_DAY, policy)
                yield _Moment(gesture.id, gesture.gives, f"anniversary:{year}", start, end, gesture)


def _around(day: dt.date, within: Birthday, policy: Policy) -> tuple[dt.datetime, dt.datetime]:
    if within.month:
        first = day.replace(day=1)
        after = (first + dt.timedelta(days=32)).replace(day=1)
        return terms.start_of(first, policy), terms.start_of(after, policy)
    first, last = day - dt.timedelta(days=within.before), day + dt.timedelta(days=within.after)
    return terms.start_of(first, policy), terms.end_of(last, policy)
