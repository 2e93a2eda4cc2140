"""One case to decide: the policy, the situation, and what follows from both before any promotion is looked at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from dangol_policy.model.policy import Policy
from dangol_policy.situation import Basket, Customer, Situation


@dataclass(frozen=True, slots=True)
class Case:
    """What every part of a quote may look at."""

    policy: Policy
    situation: Situation
    business_time: dt.datetime
    """The instant in the zone of the business; day ranges are meant there."""
    local: dt.datetime
    """The instant in the zone of the store, else of the business: for weekdays, hours and customers' days."""
    tier: str | None
    """The tier that rules the order; None for guests and without tiers."""
    codes: frozenset[str]
    """Codes entered, as they are compared."""

    @property
    def customer(self) -> Customer | None:
        """The customer; None for a guest."""
        return self.situation.customer

    @property
    def basket(self) -> Basket:
        """What is bought."""
        return self.situation.basket


def case_of(policy: Policy, situation: Situation, *, tier: str | None) -> Case:
    """The case as it stands under a tier."""
    zone = ZoneInfo(policy.business.timezone)
    return Case(
        policy=policy,
        situation=situation,
        business_time=situation.at.astimezone(zone),
        local=situation.at.astimezone(_store_zone(policy, situation.basket.store) or zone),
        tier=tier,
        codes=frozenset(as_compared(code) for code in situation.basket.codes),
    )


def _store_zone(policy: Policy, store: str | None) -> ZoneInfo | None:
    zone = next((place.timezone for place in policy.business.stores if place.id == store), None)
    return ZoneInfo(zone) if zone else None


def as_compared(code: str) -> str:
    """A code as it is compared: blanks around it and capital letters make no difference."""
    return code.strip().casefold()


def tier_held(policy: Policy, customer: Customer | None) -> str | None:
    """The tier at the start of the order: the one named, else the entry tier if its threshold is reached."""
    tiers = policy.loyalty.tiers
    if customer is None:
        return None
    if customer.tier is not None or tiers is None or not tiers.levels:
        return customer.tier
    entry = tiers.levels[0]
    return entry.id if customer.qualifying >= entry.threshold * unit_of_measure(policy) else None


def unit_of_measure(policy: Policy) -> int:
    """How many of the situation's counts make one of the thresholds': smallest parts of a point, else 1."""
    tiers, points = policy.loyalty.tiers, policy.loyalty.points
    counts_points = tiers is not None and tiers.measure == "points earned" and points is not None
    return 10**points.decimals if counts_points and points else 1


def point(policy: Policy) -> int:
    """Smallest parts that make one point."""
    return 10**policy.loyalty.points.decimals if policy.loyalty.points else 1
