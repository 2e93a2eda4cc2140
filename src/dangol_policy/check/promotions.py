"""Promotions one by one: each runs some time, is bounded, announced in time and says what happens on a return."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from dangol_policy.calendar import includes
from dangol_policy.calendar.hours import WEEKDAYS
from dangol_policy.check.days import at_least_days
from dangol_policy.check.subject import Subject
from dangol_policy.model.conditions import When
from dangol_policy.model.gives import (
    Amount,
    Bundle,
    FreeUnits,
    Get,
    Item,
    Nth,
    Percent,
    PerSpend,
    Points,
    Shipping,
    Voucher,
)
from dangol_policy.model.loyalty import Card, EarnRule
from dangol_policy.model.promotions import Promotion
from dangol_policy.problems import Path, Problem
from dangol_policy.values import Duration

_NOTICE = Duration(3, "days")
_TOGETHER = (Bundle, Nth, FreeUnits, Get, PerSpend)
"""Gifts that depend on several units being bought together, so that a return can take their reason away."""


def they_run(subject: Subject) -> Iterator[Problem]:
    """Dates, weekdays and hours leave moments at which the clause applies."""
    for path, part in _timed(subject):
        when, runs = part.when, part.runs if isinstance(part, Promotion) else None
        if when is None or not when.weekdays or runs is None or runs.first is None or runs.last is None:
            continue
        days = (runs.first + dt.timedelta(days=n) for n in range(min(7, (runs.last - runs.first).days + 1)))
        if not any(WEEKDAYS[day.weekday()] in when.weekdays and includes(runs, day) for day in days):
            message = f"none of the days {runs} is a {' or '.join(when.weekdays)}"
            yield subject.problem("never-runs", message, (*path, "when", "weekdays"))


def _timed(subject: Subject) -> Iterator[tuple[Path, Promotion | EarnRule]]:
    yield from subject.parts(Promotion)
    yield from subject.parts(EarnRule)


def hours_are_not_empty(subject: Subject) -> Iterator[Problem]:
    """A range of hours that starts and ends at the same time is more likely a slip than a whole day."""
    for path, when in subject.parts(When):
        for index, hours in enumerate(when.hours):
            if hours.start == hours.end:
                message = f"`{hours}` starts and ends at the same time"
                hint = 'Write "00:00-24:00" for the whole day.'
                yield subject.problem("never-runs", message, (*path, "hours", index), hint=hint)


def cost_is_bounded(subject: Subject) -> Iterator[Problem]:
    """When the owner asks for a bound, each promotion has one."""
    if not subject.policy.promotion_rules.require_budget:
        return
    for path, promotion in subject.parts(Promotion):
        if promotion.limit.budget is None and not (
            promotion.limit.total is not None and _each_use_is_bounded(promotion)
        ):
            also = " and each use may cost any amount" if promotion.limit.total is not None else ""
            message = f"`{promotion.id}` has no budget{also}; the owner asks for a bound on every promotion"
            yield subject.problem("unbounded-budget", message, path)


def _each_use_is_bounded(promotion: Promotion) -> bool:
    gives = promotion.gives
    if isinstance(gives, Percent):
        return gives.at_most is not None
    if isinstance(gives, PerSpend):
        return gives.times is not None
    if isinstance(gives, Voucher):
        return not isinstance(gives.voucher, Decimal)
    return isinstance(gives, Amount | Item | Points | Shipping) and getattr(gives, "off", "order") in (
        "order",
        "shipping",
    )


def limits_fit(subject: Subject) -> Iterator[Problem]:
    """One customer's limit is not above the limit of all."""
    for path, promotion in subject.parts(Promotion):
        limit = promotion.limit
        if limit.per_customer is not None and limit.total is not None and limit.per_customer > limit.total:
            message = f"{limit.per_customer} uses per customer cannot be reached with {limit.total} in all"
            yield subject.problem("no-effect", message, (*path, "limit", "per_customer"))


def notice_is_long_enough(subject: Subject) -> Iterator[Problem]:
    """Customers hear of a promotion at least three days before."""
    places: list[tuple[Path, object]] = [(("promotion_rules",), subject.policy.promotion_rules.notice)]
    places += [(path, promotion.notice) for path, promotion in subject.parts(Promotion)]
    for path, notice in places:
        before: Duration | None = getattr(notice, "before", None)
        if before is not None and at_least_days(before) < at_least_days(_NOTICE):
            message = f"notice of {before} is shorter than {_NOTICE}"
            yield subject.problem("notice-too-short", message, (*path, "notice", "before"))


def changes_are_told_in_time(subject: Subject) -> Iterator[Problem]:
    """Customers hear of a change that is worse for them at least as early as of a promotion."""
    notice = subject.policy.business.changes.notice
    if notice is not None and at_least_days(notice) < at_least_days(_NOTICE):
        message = f"a change that is worse for customers is told {notice} before; {_NOTICE} is the least"
        yield subject.problem("notice-too-short", message, ("business", "changes", "notice"))


def returns_are_ruled(subject: Subject) -> Iterator[Problem]:
    """A promotion on several units together says what happens when one of them comes back."""
    for path, promotion in subject.parts(Promotion):
        if promotion.on_return is None and isinstance(promotion.gives, _TOGETHER):
            message = f"it is not said what is refunded when a part of `{promotion.id}` comes back"
            yield subject.problem("missing-return-rule", message, path)


def cards_can_be_filled(subject: Subject) -> Iterator[Problem]:
    """A visit card is for customers who can hold one."""
    for path, card in subject.parts(Card):
        if card.who is not None and card.who.member is False:
            message = f"`{card.id}` is for guests, who hold no card"
            yield subject.problem("unreachable-promotion", message, (*path, "who"))
