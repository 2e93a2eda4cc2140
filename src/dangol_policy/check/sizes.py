"""How much a policy may hold: people read it, and every pair of promotions is compared."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.base import Part
from dangol_policy.model.policy import OTHER_SECTIONS, Policy
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Path, Problem

MOST_PROMOTIONS = 500
MOST_TIERS = 50
MOST_EXAMPLES = 2_000
MOST_OTHERS = 1_000
"""Clauses of any other list, calendars and stores."""
MOST_BESIDE = 500
"""Entries of any list of the sections beside purchases."""
MOST_LEVELS = 50


def _beside_purchases(policy: Policy) -> Iterator[tuple[Path, int, int]]:
    """The lists of the other sections, those inside clauses too."""
    for section in OTHER_SECTIONS:
        yield from _lists(getattr(policy, section), (section,))


def _lists(value: object, path: Path) -> Iterator[tuple[Path, int, int]]:
    if isinstance(value, tuple | dict):
        yield path, len(value), MOST_LEVELS if path[-1] == "levels" else MOST_BESIDE
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in inner:
            yield from _lists(one, (*path, key))
    elif isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            one = getattr(value, name)
            if isinstance(one, Part | tuple | dict):
                yield from _lists(one, (*path, field.alias or name))


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
    lists += _beside_purchases(policy)
    for path, size, most in lists:
        if size > most:
            yield result.problem(
                "too-big", f"`{path[-1]}` holds {size:,} entries; at most {most:,} are read", path, key=True
            )
