"""A customer brings a new one: remembered once, rewarded once, after the friend's first order has stood the test.

Self-referral, a second referrer and circles are refused. Source: policy language, section 5.12.
"""

from __future__ import annotations

import datetime as dt

from dangol_policy.model.gives import Voucher as VoucherGift
from dangol_policy.model.loyalty import Referral, ReferralReward
from dangol_policy.story import gifts, points, terms
from dangol_policy.story.outcomes import ReferralChanged, Referred
from dangol_policy.story.refused import Refused
from dangol_policy.story.state import Friend, Order
from dangol_policy.story.tale import Rules, Tale


def refer(tale: Tale, referrer: str, friend: str) -> None:
    """Remembers who brought the friend; refuses oneself, a second referrer, a circle, and friends who have ordered."""
    if tale.rules.policy.loyalty.referral is None:
        raise Refused("no-referral", "The policy has no referral programme.")
    if referrer == friend:
        raise Refused("referral-self", "Nobody brings themselves: choose another customer as the one who referred.")
    account = tale.account(friend)
    if account.friend is not None:
        raise Refused("referral-again", "This customer was already brought by somebody; the first one counts.")
    if account.counted.orders > 0:
        raise Refused("referral-ordered", "This customer has ordered before: only new customers can be brought.")
    if friend in _chain(tale, referrer):
        raise Refused("referral-circle", "The customer brought (directly or through others) the one who referred.")
    tale.tell(Referred(friend, referrer, tale.at))


def _chain(tale: Tale, customer: str) -> set[str]:
    """Everybody through whom a customer came."""
    seen: set[str] = set()
    above = tale.referrer_of(customer)
    while above is not None and above not in seen:
        seen.add(above)
        above = tale.referrer_of(above)
    return seen


def ordered(tale: Tale, rules: Rules, order: Order, *, first: bool) -> None:
    """The friend's first order: the reward waits until it has stood the test, or will never be when it is too small."""
    found = _waiting(tale, rules, order)
    if found is None or not first or found[1].order is not None:
        return
    clause, friend = found
    if order.decision.subtotal < (clause.first_order_at_least or 0):
        _change(tale, rules, order, friend, clause, None, None, "void", "first-order-too-small")
    else:
        _change(tale, rules, order, friend, clause, order.id, _due(clause, rules, order), "waiting", "first-order")


def delivered(tale: Tale, order: Order) -> None:
    """The goods arrived: the reward gets its day."""
    rules = tale.rulebook.version(order.version)
    found = _waiting(tale, rules, order)
    if found is not None and found[1].order == order.id:
        clause, friend = found
        _change(tale, rules, order, friend, clause, order.id, _due(clause, rules, order), "waiting", "delivered")


def lowered(tale: Tale, order: Order, kept: int) -> None:
    """Goods came back: a first order that is too small now brings no reward."""
    rules = tale.rulebook.version(order.version)
    found = _waiting(tale, rules, order)
    if found is not None and found[1].order == order.id and (not kept or kept < (found[0].first_order_at_least or 0)):
        clause, friend = found
        _change(tale, rules, order, friend, clause, order.id, None, "void", "returned")


def cancelled(tale: Tale, order: Order) -> None:
    """As if the order had not been: the next one is the first."""
    rules = tale.rulebook.version(order.version)
    found = _waiting(tale, rules, order)
    if found is not None and found[1].order == order.id:
        clause, friend = found
        _change(tale, rules, order, friend, clause, None, None, "waiting", "cancelled")


def reward(tale: Tale, friend_id: str) -> None:
    """Gives both sides their reward, at the tale's instant."""
    friend = tale.account(friend_id).friend
    if friend is None or friend.state != "waiting" or friend.order is None:
        return
    order = tale.order(friend.order)
    rules = tale.rulebook.version(order.version)
    clause = rules.policy.loyalty.referral
    if clause is None:
        return
    if not _full(tale, rules, clause, friend.referrer):
        _give(tale, rules, clause, friend.referrer, clause.referrer, f"brought:{friend_id}")
        reason = "rewarded"
    else:
        reason = "most-per-year"
    if clause.friend is not None:
        _give(tale, rules, clause, friend_id, clause.friend, "was-brought")
    _change(tale, rules, order, friend, clause, order.id, friend.due, "rewarded", reason)


def _full(tale: Tale, rules: Rules, clause: Referral, referrer: str) -> bool:
    year = terms.day_of(tale.at, rules.policy).year
    rewarded = tale.account(referrer).rewarded
    this_year = sum(terms.day_of(at, rules.policy).year == year for at in rewarded)
    return clause.most_per_year is not None and this_year >= clause.most_per_year


def _give(tale: Tale, rules: Rules, clause: Referral, customer: str, what: ReferralReward, occasion: str) -> None:
    if what.points is not None:
        points.grant(tale, rules, customer, clause.id, what.points * points.scale(rules))
    if what.voucher is not None:
        voucher = VoucherGift.model_construct(voucher=what.voucher, valid=what.valid, minimum=None)
        gifts.give_once(tale, rules, customer, clause.id, voucher, occasion)


def _waiting(tale: Tale, rules: Rules, order: Order) -> tuple[Referral, Friend] | None:
    clause = rules.policy.loyalty.referral
    friend = tale.account(order.customer).friend if order.customer is not None else None
    return (clause, friend) if clause is not None and friend is not None and friend.state == "waiting" else None


def _due(clause: Referral, rules: Rules, order: Order) -> dt.datetime | None:
    if clause.pending is None:
        return order.at
    if clause.pending.after == "purchase":
        return terms.pending_until(order.at, clause.pending, rules.policy)
    if order.delivered is None:
        return None
    return terms.pending_from_day(order.delivered, clause.pending, rules.policy)


def _change(
    tale: Tale,
    rules: Rules,
    order: Order,
    friend: Friend,
    clause: Referral,
    first: str | None,
    due: dt.datetime | None,
    state: str,
    reason: str,
) -> None:
    tale.tell(
        ReferralChanged(
            friend=order.customer or "",
            referrer=friend.referrer,
            clause=clause.id,
            version=rules.version,
            order=first,
            due=due,
            state=state,  # type: ignore[arg-type]
            reason=reason,
            at=tale.at,
        )
    )
