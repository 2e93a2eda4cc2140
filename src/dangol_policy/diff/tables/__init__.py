"""Every rule by which a field is judged. A field without one cannot be judged."""

from __future__ import annotations

from dangol_policy.diff.rules import CANNOT_TELL, NEUTRAL, Rule, Rules
from dangol_policy.diff.tables.business import BUSINESS
from dangol_policy.diff.tables.care import CARE
from dangol_policy.diff.tables.conditions import CONDITIONS
from dangol_policy.diff.tables.gifts import GIFTS
from dangol_policy.diff.tables.loyalty import LOYALTY
from dangol_policy.diff.tables.promotions import PROMOTIONS
from dangol_policy.diff.tables.returns import RETURNS
from dangol_policy.model.base import Clause, Part

RULES: Rules = {**BUSINESS, **CONDITIONS, **GIFTS, **LOYALTY, **PROMOTIONS, **RETURNS, **CARE}
"""By part and field."""
OF_EVERY_CLAUSE = frozenset(("says", "review", "serves"))
"""The owner's wording, whose figures agree with the clause, and what is the business's own matter."""


def rule_of(part: type[Part], field: str) -> Rule:
    """How a field is judged."""
    if issubclass(part, Clause) and field in OF_EVERY_CLAUSE:
        return NEUTRAL
    return RULES.get((part, field), CANNOT_TELL)
