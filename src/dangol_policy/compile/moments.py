"""Instants on the clocks of a business, and what a condition on customers may ask about them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from dangol_policy.interpret.case import Case, as_compared
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_SINCE = 10 * 365 * 1440
"""Minutes after which minutes begin together in all zones; before, some were off by seconds."""


class Clocks:
    """The zones of a business and its stores."""

    def __init__(self, policy: Policy) -> None:
        self.business = ZoneInfo(policy.business.timezone)
        self.stores = {store.id: ZoneInfo(store.timezone) for store in policy.business.stores if store.timezone}

    def zone(self, store: str | None) -> ZoneInfo:
        """The zone of the store, else of the business."""
        return self.stores.get(store, self.business) if store is not None else self.business


def minute_of(at: dt.datetime) -> int | None:
    """The minute since 1970 that an instant lies in; None where minutes of zones may not begin together."""
    since = at - _EPOCH
    minute = since.days * 1440 + since.seconds // 60
    return minute if minute > _SINCE else None


def case_at(policy: Policy, clocks: Clocks, situation: Situation, tier: str | None) -> Case:
    """The case as the reference knows it."""
    at = situation.at
    zone = clocks.zone(situation.basket.store)
    business_time = at.astimezone(clocks.business)
    local = business_time if zone is clocks.business else at.astimezone(zone)
    codes = frozenset([as_compared(code) for code in situation.basket.codes])
    return Case(policy, situation, business_time, local, tier, codes)
