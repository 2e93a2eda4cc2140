"""How long data is kept: the policy's period, and the law's where it is longer. Pure, with the grounds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dangol_policy.calendar import add, calendar_of, day_of
from dangol_policy.model.policy import Policy
from dangol_policy.model.privacy import Data
from dangol_policy.packs import LegalRule, rules_of
from dangol_policy.values import Duration


@dataclass(frozen=True, slots=True)
class KeepAnswer:
    """Until when data is kept, and what happens then."""

    until: dt.datetime | None
    """The first instant at which it is no longer kept; None is "for ever"."""
    then: str
    ground: str
    """The clause or the rule of law that decided."""
    on_request: dt.datetime | None
    """Until when it is kept even when the customer asks for erasure: what the law demands; None: not at all."""
    source: str | None = None
    """Where the law stands, when the law decided."""


def keep_until(policy: Policy, data: Data, since: dt.datetime) -> KeepAnswer:
    """How long a record of this data is kept whose time began at an instant.

    The longest of the policy's period and those the law demands; what the law demands stays even when the customer
    asks for erasure.
    """
    calendar, zone = calendar_of(policy), policy.business.timezone
    own = add(since, data.keep.for_time, calendar, zone=zone)
    day = day_of(since, zone)
    demands = [(add(since, period, calendar, zone=zone), rule) for rule, period in mandatory(policy, data, day)]
    longest = max(demands, key=lambda one: _rank(one[0]), default=None)
    if longest is None or _rank(own) >= _rank(longest[0]):
        return KeepAnswer(own, data.keep.then, data.id, longest[0] if longest else None)
    return KeepAnswer(longest[0], data.keep.then, longest[1].id, longest[0], longest[1].source)


def mandatory(policy: Policy, data: Data, day: dt.date | None) -> list[tuple[LegalRule, Duration]]:
    """Rules of law that demand a period for this data, on a day."""
    rules = rules_of(policy.business.jurisdictions, "keep at least", day)
    return [(rule, rule.period) for rule in rules if rule.about == data.sort and rule.period is not None]


def _rank(at: dt.datetime | None) -> dt.datetime:
    return at or dt.datetime.max.replace(tzinfo=dt.UTC)
