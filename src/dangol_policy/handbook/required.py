"""How many of the staff must know a clause before it takes effect: what briefs and trainings ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dangol_policy.handbook.news import marks
from dangol_policy.handbook.roles import concerns
from dangol_policy.model.policy import Policy


@dataclass(frozen=True, slots=True)
class Required:
    """A share of the people of some roles must have acknowledged these clauses."""

    clause: str
    """The promotion or training that asks for it."""
    roles: tuple[str, ...]
    share: Decimal
    """Part of one."""
    knows: tuple[str, ...]
    """The clauses, all of which must be known."""


def required(before: Policy | None, after: Policy) -> tuple[Required, ...]:
    """What must be known before `after` follows `before`: only what is new or changed; all of it for a first policy."""
    old, new = (marks(before) if before else {}), marks(after)
    fresh = {clause for clause, mark in new.items() if old.get(clause) != mark}
    return tuple(one for one in _asked(after, fresh) if one.knows)


def _asked(policy: Policy, fresh: set[str]) -> Iterator[Required]:
    for promotion in policy.promotions:
        brief = promotion.brief
        if brief and brief.share and promotion.id in fresh:
            yield Required(promotion.id, brief.roles, brief.share, (promotion.id,))
    for training in policy.staff.training:
        if training.share:
            taught = {
                clause
                for role in training.roles
                for clause, because in concerns(policy, role).items()
                if "training" in because
            }
            yield Required(training.id, training.roles, training.share, tuple(sorted(taught & fresh)))
