"""What steps look up in a policy again and again, gathered once per policy."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dangol_policy.calendar import WorkCalendar, calendar_of
from dangol_policy.model.policy import Policy
from dangol_policy.model.promotions import Promotion

_KEPT = 64


@dataclass(frozen=True, slots=True)
class Index:
    """Clauses by id."""

    limited: frozenset[str]
    """Promotions whose uses must be counted."""
    limited_per_customer: frozenset[str]
    """Those that each customer may use so often."""
    limited_in_all: frozenset[str]
    """Promotions and gestures that all customers together may use so often, or up to a budget."""
    has_cards: bool
    has_referral: bool
    calendar: WorkCalendar
    """The one the business names."""
    gives: Mapping[str, Any]
    """What a clause gives, for every clause that gives something."""
    promotions: Mapping[str, Promotion]


_indexes: OrderedDict[int, tuple[Policy, Index]] = OrderedDict()


def index_of(policy: Policy) -> Index:
    """The index of a policy; policies never change, so it is made once."""
    kept = _indexes.get(id(policy))
    if kept is not None and kept[0] is policy:
        return kept[1]
    index = _index(policy)
    _indexes[id(policy)] = (policy, index)
    while len(_indexes) > _KEPT:
        _indexes.popitem(last=False)
    return index


def _index(policy: Policy) -> Index:
    return Index(
        limited=frozenset(promotion.id for promotion in policy.promotions if _is_limited(promotion)),
        limited_per_customer=frozenset(one.id for one in policy.promotions if one.limit.per_customer is not None),
        limited_in_all=frozenset(
            (
                *(one.id for one in policy.promotions if (one.limit.total, one.limit.budget) != (None, None)),
                *(one.id for one in policy.loyalty.gestures if one.limit_total is not None),
            )
        ),
        has_cards=bool(policy.loyalty.cards),
        has_referral=policy.loyalty.referral is not None,
        calendar=calendar_of(policy),
        gives={clause.id: clause.gives for _, clause in policy.clauses() if hasattr(clause, "gives")},
        promotions={promotion.id: promotion for promotion in policy.promotions},
    )


def _is_limited(promotion: Promotion) -> bool:
    limit = promotion.limit
    return limit.per_customer is not None or limit.total is not None or limit.budget is not None
