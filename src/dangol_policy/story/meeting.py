"""Customers are met: they join, come into groups and memberships, and are brought by others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dangol_policy.story import due, occasions, referrals, terms, tiers
from dangol_policy.story.outcomes import Grouped, Joined
from dangol_policy.story.state import Account, Membership, Profile
from dangol_policy.story.tale import Tale


def join(
    tale: Tale,
    customer: str,
    *,
    birthday: dt.date | None = None,
    segments: Sequence[str] = (),
    memberships: Sequence[str] = (),
) -> Account:
    """A customer enrols; someone known already comes into the segments and memberships that are named."""
    if tale.knows(customer):
        due.begin(tale, customer)
    else:
        since = terms.day_of(tale.at, tale.rules.policy)
        tale.tell(Joined(customer, Profile(member_since=since, birthday=birthday), tale.at))
    held = tuple(_membership(tale, id_) for id_ in memberships)
    if segments or held:
        tale.tell(Grouped(customer, tuple(sorted(set(segments))), held, tale.at))
    tiers.rise(tale, customer)
    occasions.give_due(tale, customer)
    due.end(tale)
    return tale.account(customer)


def _membership(tale: Tale, id_: str) -> Membership:
    """Valid from joining, for as long as the policy says."""
    policy = tale.rules.policy
    clause = next((one for one in policy.loyalty.memberships if one.id == id_), None)
    until = terms.end_of_term(tale.at, clause.valid, policy) if clause is not None and clause.valid else None
    return Membership(id_, tale.at, until)


def refer(tale: Tale, referrer: str, friend: str) -> None:
    """An existing customer names the one they brought, who has not ordered yet."""
    tale.account(referrer)
    due.begin(tale, referrer, friend)
    referrals.refer(tale, referrer, friend)
    due.end(tale)
