"""How much a policy may hold: people read it, and every pair of promotions is compared."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Path, Problem

MOST_PROMOTIONS = 500
MOST_TIERS = 50
MOST_EXAMPLES = 2_000
MOST_OTHERS = 1_000
"""Clauses of any other list, calendars and stores."""


def too_large(policy: Policy, result: ParseResult) -> Iterator[Problem]:
    """Lists longer than anybody reads; nothing else is checked then."""
    loyalty, returns = policy.loyalty, policy.returns
    lists: list[tuple[Path, int, int]] = [
        (("promotions",), len(policy.promotions), MOST_PROMOTIONS),
        (("loyalty", "tiers", "levels"), len(loyalty.tiers.levels) if loyalty.tiers else 0, MOST_TIERS),
        (("examples",), len(policy.examples), MOST_EXAMPLES),
        (("calendars",), len(policy.calendars), MOST_OTHERS),
        (("business", "stores"), len(policy.business.stores), MOST_OTHERS),
        (("loyalty", "points", "earn"), len(loyalty.points.earn) if loyalty.points else 0, MOST_OTHERS),
        (("loyalty", "cards"), len(loyalty.cards), MOST_OTHERS),
        (("loyalty", "memberships"), len(loyalty.memberships), MOST_OTHERS),
        (("loyalty", "gestures"), len(loyalty.gestures), MOST_OTHERS),
    ]
    for name in ("windows", "exclusions", "conditions", "fees", "exchange", "warranty") if returns else ():
        lists.append((("returns", name), len(getattr(returns, name)), MOST_OTHERS))
    for path, size, most in lists:
        if size > most:
            yield result.problem(
                "too-big", f"`{path[-1]}` holds {size:,} entries; at most {most:,} are read", path, key=True
            )
