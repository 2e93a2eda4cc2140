"""What stands against each promotion whatever is in the basket: time, place, payment, customer, code.

All of it follows from few things: what conditions on time say in this minute, the place, the means of payment, the
customer's tier and groups, which counts of orders are meant, the codes. Answers are remembered by those of them that
the policy looks at. Conditions on the customer's own dates are asked anew each time, and so are limits. The order of
the reasons is that of `interpret`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from dangol_policy.compile.moments import Clocks, case_at, minute_of
from dangol_policy.decision import NotApplied, Reason
from dangol_policy.interpret.case import Case, as_compared
from dangol_policy.interpret.customers import is_nth, who_reasons
from dangol_policy.interpret.offers import limit_reasons
from dangol_policy.interpret.times import runs_reasons, when_reasons, where_reasons
from dangol_policy.model.conditions import Who
from dangol_policy.model.policy import Policy
from dangol_policy.model.promotions import Promotion
from dangol_policy.situation import Situation, Used

Reasons = tuple[Reason, ...]
MOST_REMEMBERED = 10_000
MOST_MINUTES = 50_000
"""A month has 44,000 minutes; what is remembered of each is shared."""
CODE_MISSING: Reasons = (Reason("code-missing"),)
NOTHING_MATCHES: Reasons = (Reason("nothing-matches"),)


@dataclass(frozen=True, slots=True)
class Opened:
    """Reasons by promotion; bit n of `closed` is set when something stands against promotion n."""

    closed: int
    reasons: tuple[Reasons, ...]
    before: tuple[Reasons, ...]
    """Those that come before the customer's."""
    after: tuple[Reasons, ...]
    """Those that come after the customer's."""
    unmatched: tuple[NotApplied, ...]
    """What is said of each promotion when no line is meant."""


def unmatched(promotion: Promotion, reasons: Reasons) -> NotApplied:
    """What is said of a promotion when no line is meant."""
    return NotApplied(promotion.id, reasons + NOTHING_MATCHES)


class Openings:
    """Answers for the promotions of a policy, in the order given."""

    def __init__(self, policy: Policy, clocks: Clocks, promotions: Sequence[Promotion]) -> None:
        self._policy = policy
        self._clocks = clocks
        self._promotions = promotions
        self._codes = [frozenset(map(as_compared, one.code)) for one in promotions]
        self.known_codes = frozenset[str]().union(*self._codes)
        self.timed = any(one.runs is not None or one.when is not None for one in promotions)
        self._whos = [None if one.who is None or not is_plain(one.who) else one.who for one in promotions]
        self.own = [(n, one.who) for n, one in enumerate(promotions) if one.who and not is_plain(one.who)]
        self.limited = [(n, one) for n, one in enumerate(promotions) if one.limit.per_customer or one.limit.total]
        everyone = [part for one in promotions if one.who is not None for part in _parts(one.who)]
        self.by_store = any(one.where is not None and one.where.store for one in promotions)
        self.by_channel = any(one.where is not None and one.where.channel for one in promotions)
        self.by_payment = any(one.payment for one in promotions)
        self.by_segments = any(who.segment for who in everyone)
        self.by_memberships = any(who.membership for who in everyone)
        self.by_referral = any(who.referred is not None for who in everyone)
        self._orders = [who.order for who in everyone if who.order is not None]
        self.by_orders = bool(self._orders)
        self.orders: dict[int, int] = {}
        self._states: dict[tuple[Reasons, ...], tuple[int, tuple[Reasons, ...]]] = {}
        self._numbers = count()
        self.by_minute: dict[object, tuple[int, tuple[Reasons, ...]]] = {}
        """What conditions on time say, by minute; by minute and store where stores have zones of their own."""
        self.codes: dict[Sequence[str], frozenset[str]] = {}
        self.remembered: dict[object, Opened] = {}

    def ask(self, situation: Situation, tier: str | None) -> Opened:
        """What stands against each promotion."""
        found = self.plain(situation, tier)
        customer = situation.customer
        if (self.own and customer is not None) or (
            self.limited and self.used_up(situation.limits, customer.uses if customer is not None else None)
        ):
            return self.personal(found, situation, tier)
        return found

    def plain(self, situation: Situation, tier: str | None) -> Opened:
        """What can be remembered: everything but the customer's own dates and numbers, and limits."""
        state, times = self.times(situation)
        basket, customer = situation.basket, situation.customer
        codes = self.entered(basket.codes) if basket.codes and self.known_codes else None
        key = (
            state,
            self.by_store and basket.store,
            self.by_channel and basket.channel,
            self.by_payment and basket.payment,
            codes,
            customer is None,
            tier,
            self.by_segments and customer and customer.segments,
            self.by_memberships and customer and customer.memberships,
            self.by_referral and customer and customer.referred,
            self.by_orders and customer and self.meant(customer.orders),
        )
        found = self.remembered.get(key)
        if found is None:
            found = self._find(situation, tier, times, codes or frozenset())
            _keep(self.remembered, key, found)
        return found

    def meant(self, orders: int) -> int:
        """Which conditions on the number of the order hold after so many orders, as bits."""
        found = self.orders.get(orders)
        if found is None:
            found = sum(1 << n for n, wanted in enumerate(self._orders) if is_nth(wanted, orders + 1))
            _keep(self.orders, orders, found)
        return found

    def used_up(self, limits: Mapping[str, Used], uses: Mapping[str, Used] | None) -> bool:
        """Whether anything may have come to its limit: what all customers have used, and this one."""
        if not limits and not uses:
            return False
        for _, promotion in self.limited:
            total, own = limits.get(promotion.id), uses.get(promotion.id) if uses else None
            limit = promotion.limit
            if total is not None and limit.total is not None and total.used >= limit.total:
                return True
            if own is not None and limit.per_customer is not None and own.used >= limit.per_customer:
                return True
        return False

    def entered(self, codes: Sequence[str]) -> frozenset[str]:
        """Of the codes entered those that the policy knows."""
        found = self.codes.get(codes)
        if found is None:
            found = self.known_codes.intersection([as_compared(code) for code in codes])
            _keep(self.codes, codes, found)
        return found

    def times(self, situation: Situation) -> tuple[int, tuple[Reasons, ...]]:
        """What conditions on time say now, with a number for it: equal answers have equal numbers."""
        if not self.timed:
            return 0, ((),) * len(self._promotions)
        minute = minute_of(situation.at)
        key = (minute, situation.basket.store) if self._clocks.stores else minute
        found = self.by_minute.get(key)
        if found is None:
            case = case_at(self._policy, self._clocks, situation, None)
            reasons = tuple(_time(one, case) for one in self._promotions)
            state = self._states.get(reasons)
            if state is None:
                state = next(self._numbers), reasons
                _keep(self._states, reasons, state)
            found = state
            if minute is not None:
                _keep(self.by_minute, key, found, MOST_MINUTES)
        return found

    def _find(
        self, situation: Situation, tier: str | None, times: tuple[Reasons, ...], codes: frozenset[str]
    ) -> Opened:
        case = case_at(self._policy, self._clocks, situation, tier)
        before = [time + _place(one, case) for time, one in zip(times, self._promotions, strict=True)]
        whos = self._whos if situation.customer else [one.who for one in self._promotions]
        customers = [tuple(who_reasons(who, case)) for who in whos]
        after = [CODE_MISSING if own and own.isdisjoint(codes) else () for own in self._codes]
        reasons = tuple(b + m + a for b, m, a in zip(before, customers, after, strict=True))
        closed = sum(1 << n for n, one in enumerate(reasons) if one)
        said = tuple(map(unmatched, self._promotions, reasons))
        return Opened(closed, reasons, tuple(before), tuple(after), said)

    def personal(self, found: Opened, situation: Situation, tier: str | None) -> Opened:
        """The answer with the customer's own dates and numbers, and with limits."""
        changed: dict[int, Reasons] = {}
        if self.own and situation.customer is not None:
            case = case_at(self._policy, self._clocks, situation, tier)
            for n, who in self.own:
                changed[n] = found.before[n] + tuple(who_reasons(who, case)) + found.after[n]
        for n, promotion in self.limited:
            if reasons := tuple(limit_reasons(promotion, situation)):
                changed[n] = changed.get(n, found.reasons[n]) + reasons
        if not changed:
            return found
        whole, said, closed = list(found.reasons), list(found.unmatched), found.closed
        for n, reasons in changed.items():
            whole[n], said[n] = reasons, unmatched(self._promotions[n], reasons)
            closed = closed | 1 << n if reasons else closed & ~(1 << n)
        return Opened(closed, tuple(whole), found.before, found.after, tuple(said))


def _keep(memory: dict[Any, Any], key: object, value: object, most: int = MOST_REMEMBERED) -> None:
    if len(memory) >= most:
        memory.clear()
    memory[key] = value


def _time(promotion: Promotion, case: Case) -> Reasons:
    return (*runs_reasons(promotion.runs, case.business_time.date()), *when_reasons(promotion.when, case.local))


def _place(promotion: Promotion, case: Case) -> Reasons:
    paid = not promotion.payment or case.basket.payment in promotion.payment
    return (*where_reasons(promotion.where, case.basket), *(() if paid else (Reason("wrong-payment"),)))


def is_plain(who: Who) -> bool:
    """Whether a condition looks at none of the customer's own dates."""
    return not any(
        part.member_for_at_least or part.member_for_at_most or part.birthday or part.no_order_for
        for part in _parts(who)
    )


def _parts(who: Who) -> Iterator[Who]:
    """The condition and all inside it."""
    yield who
    for inner in (*who.any_of, *who.all_of, *((who.none_of,) if who.none_of is not None else ())):
        yield from _parts(inner)
