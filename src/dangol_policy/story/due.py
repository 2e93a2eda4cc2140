"""What falls due, and carrying it out in order of due time.

The next due instant is known after each event; whoever touches a customer first catches up with it. So the result never
depends on when, or whether, a worker came by. Source: policy language, section 5.8-5.12.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from dangol_policy.story import gifts, occasions, points, referrals, tiers
from dangol_policy.story.state import Account
from dangol_policy.story.tale import Rules, Tale


def next_due(account: Account, rules: Rules, now: dt.datetime) -> dt.datetime | None:
    """When time will next change something for the customer; None: never, as far as is known."""
    candidates = [lot.due for lot in account.lots.values()]
    candidates += [voucher.expires_at for voucher in account.vouchers.values() if voucher.state == "issued"]
    candidates.append(tiers.due(account, rules.policy, now))
    candidates.append(occasions.due(account, rules.policy, now))
    friend = account.friend
    if friend is not None and friend.state == "waiting":
        candidates.append(friend.due)
    return min((instant for instant in candidates if instant is not None), default=None)


def concerned(tale: Tale, customers: Iterable[str], until: dt.datetime) -> set[str]:
    """These customers, and everybody whose referral falls due together with theirs."""
    found: set[str] = set()
    waiting = list(customers)
    while waiting:
        customer = waiting.pop()
        if customer in found:
            continue
        found.add(customer)
        friend = tale.account(customer).friend
        if friend is not None and friend.state == "waiting" and friend.due is not None and friend.due <= until:
            waiting.append(friend.referrer)
        waiting += tale.archive.friends_of(customer, until)
    return found


def catch_up(tale: Tale, customers: Iterable[str], until: dt.datetime) -> None:
    """Everything due by `until` happens, in order of due time."""
    now, everybody = tale.at, concerned(tale, customers, until)
    while True:
        due = [
            (at, customer) for customer in everybody if (at := tale.account(customer).due) is not None and at <= until
        ]
        if not due:
            break
        tale.at, customer = min(due)
        _happen(tale, customer)
    tale.at = now


def _happen(tale: Tale, customer: str) -> None:
    """Carries out what is due for one customer at the tale's instant, then looks for what comes next."""
    account = tale.account(customer)
    friend = account.friend
    if friend is not None and friend.state == "waiting" and friend.due is not None and friend.due <= tale.at:
        # The referrer's own matters of that moment come first, so that the order of two customers never matters.
        _settle_points(tale, friend.referrer)
        referrals.reward(tale, customer)
        look_ahead(tale, friend.referrer)
    _settle_points(tale, customer)
    for voucher in sorted(
        tale.account(customer).vouchers.values(), key=lambda one: (one.expires_at or tale.at, one.id)
    ):
        if voucher.state == "issued" and voucher.expires_at is not None and voucher.expires_at <= tale.at:
            gifts.expire(tale, customer, voucher.id)
    account = tale.account(customer)
    if account.review_at is not None and account.review_at <= tale.at:
        tiers.review(tale, customer)
    occasions.give_due(tale, customer)
    look_ahead(tale, customer)


def _settle_points(tale: Tale, customer: str) -> None:
    while True:
        due = [
            (lot.due, points.spending_order(lot))
            for lot in tale.account(customer).lots.values()
            if lot.due is not None and lot.due <= tale.at
        ]
        if not due:
            return
        points.let_pass(tale, customer, min(due)[1][-1])


def look_ahead(tale: Tale, customer: str) -> None:
    """Remembers when time will next change something."""
    account = tale.account(customer)
    due = next_due(account, tale.rules, tale.at)
    if due != account.due:
        tale.put_account(replace(account, due=due))


def begin(tale: Tale, *customers: str) -> None:
    """Before an event: what was due by now has happened, and everybody has the tier they are entitled to."""
    catch_up(tale, customers, tale.at)
    for customer in customers:
        tiers.rise(tale, customer)


def end(tale: Tale) -> None:
    """After an event: what it made due at once happens, and the next due instants are known."""
    for customer in tale.touched():
        look_ahead(tale, customer)
    catch_up(tale, list(tale.touched()), tale.at)
