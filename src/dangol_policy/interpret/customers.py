"""Conditions on the customer: every reason why a `who` does not hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dangol_policy.decision import Reason, ReasonCode
from dangol_policy.interpret.case import Case
from dangol_policy.interpret.dates import birthday_in, day_after, elapses
from dangol_policy.model.conditions import Birthday, NthOrder, Who
from dangol_policy.situation import Customer
from dangol_policy.values import Duration


def who_reasons(who: Who | None, case: Case) -> list[Reason]:
    """Every reason, each once; empty when the condition holds."""
    return [] if who is None else list(dict.fromkeys(Reason(code) for code in _codes(who, case)))


def _codes(who: Who, case: Case) -> Iterator[ReasonCode]:
    yield from _enrolled(who, case) if case.customer else _guest(who)
    if who.none_of is not None and not who_reasons(who.none_of, case):
        yield "customer-excluded"
    if who.any_of and all(who_reasons(inner, case) for inner in who.any_of):
        yield "customer-condition"
    for inner in who.all_of:
        yield from _codes(inner, case)


def _guest(who: Who) -> Iterator[ReasonCode]:
    """A guest has no tier, no group, no history: everything asked about a customer fails alike."""
    asked = (
        who.tier,
        who.segment,
        who.membership,
        who.member,
        who.member_for_at_least is not None,
        who.member_for_at_most is not None,
        who.birthday is not None,
        who.order is not None,
        who.no_order_for is not None,
        who.referred,
    )
    if any(asked):
        yield "guest"


def _enrolled(who: Who, case: Case) -> Iterator[ReasonCode]:
    customer = case.customer
    assert customer is not None
    if who.tier and case.tier not in who.tier:
        yield "wrong-tier"
    if who.segment and set(who.segment).isdisjoint(customer.segments):
        yield "wrong-segment"
    if who.membership and set(who.membership).isdisjoint(customer.memberships):
        yield "no-membership"
    if who.member is False:
        yield "members-excluded"
    if who.member_for_at_least and not _member_for(customer, case, who.member_for_at_least, at_least=True):
        yield "member-too-short"
    if who.member_for_at_most and not _member_for(customer, case, who.member_for_at_most, at_least=False):
        yield "member-too-long"
    if who.birthday and not is_birthday(who.birthday, customer.birthday, case.local.date()):
        yield "not-birthday"
    if who.order is not None and not is_nth(who.order, customer.orders + 1):
        yield "wrong-order-number"
    yield from _away(who.no_order_for, customer, case)
    if who.referred is not None and who.referred != customer.referred:
        yield "not-referred" if who.referred else "customer-excluded"


def _member_for(customer: Customer, case: Case, term: Duration, *, at_least: bool) -> bool:
    """The anniversary itself counts on both sides; a customer without the day has not been a member long, nor short."""
    if customer.member_since is None:
        return False
    anniversary = day_after(customer.member_since, term)
    return case.local.date() >= anniversary if at_least else case.local.date() <= anniversary


def is_birthday(wanted: Birthday, born: dt.date | None, today: dt.date) -> bool:
    """Whether a birthday lies within the days asked for, across the turn of a year too."""
    if born is None:
        return False
    if wanted.month:
        return born.month == today.month
    years = [year for year in (today.year - 1, today.year, today.year + 1) if dt.MINYEAR <= year <= dt.MAXYEAR]
    away = [today.toordinal() - birthday_in(year, born).toordinal() for year in years]
    return any(-wanted.before <= days <= wanted.after for days in away)


def is_nth(wanted: int | NthOrder, number: int) -> bool:
    """Whether the order of that number, counted from 1, is one of those wanted."""
    if isinstance(wanted, int):
        return number == wanted
    return (
        (wanted.at_least is None or number >= wanted.at_least)
        and (wanted.at_most is None or number <= wanted.at_most)
        and (wanted.every is None or number % wanted.every == 0)
    )


def _away(term: Duration | None, customer: Customer, case: Case) -> Iterator[ReasonCode]:
    """Has ordered before, and the term since has passed: a day range with its last day."""
    if term is None:
        return
    if customer.last_order is None:
        yield "no-order-yet"
        return
    length = elapses(term)
    if length is not None:
        recent = case.situation.at - customer.last_order <= length
    else:
        last_day = customer.last_order.astimezone(case.local.tzinfo).date()
        recent = case.local.date() <= day_after(last_day, term)
    if recent:
        yield "ordered-recently"
