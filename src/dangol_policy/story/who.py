"""The customer as the engine sees one: for quotes, and for conditions outside of an order."""

from __future__ import annotations

from dangol_policy.interpret.case import case_of, tier_held
from dangol_policy.interpret.customers import who_reasons
from dangol_policy.model.conditions import Who
from dangol_policy.situation import Basket, Customer, Situation, Used
from dangol_policy.story import terms, tiers
from dangol_policy.story.index import index_of
from dangol_policy.story.state import Account, Uses
from dangol_policy.story.tale import Rules, Tale


def as_customer(tale: Tale, rules: Rules, account: Account) -> Customer:
    """What a policy may look at in a customer, at the tale's instant."""
    policy = rules.policy
    limited = index_of(policy).limited_per_customer
    return Customer.model_construct(
        id=account.customer,
        tier=account.tier or None,
        segments=account.profile.segments,
        memberships=tuple(one.id for one in account.profile.memberships if one.holds(tale.at)),
        member_since=account.profile.member_since,
        birthday=account.profile.birthday,
        orders=max(0, account.counted.orders),
        last_order=account.last_order,
        referred=account.friend is not None,
        points=account.balance,
        qualifying=tiers.qualifying(account, policy, terms.day_of(tale.at, policy)),
        uses={clause: as_used(account.uses[clause]) for clause in limited if clause in account.uses},
    )


def as_used(uses: Uses) -> Used:
    """Uses as a situation holds them."""
    return Used.model_construct(used=uses.used, cancelled=uses.cancelled, spent=uses.spent)


def holds(who: Who | None, tale: Tale, customer: str) -> bool:
    """Whether a condition on the customer holds now, outside of an order."""
    if who is None:
        return True
    seen = as_customer(tale, tale.rules, tale.account(customer))
    situation = Situation.model_construct(at=tale.at, customer=seen, basket=Basket(), limits={})
    policy = tale.rules.policy
    return not who_reasons(who, case_of(policy, situation, tier=tier_held(policy, seen)))
