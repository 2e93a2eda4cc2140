"""Whether the benefits go to whom the business turns to: a share of cost, from figures that are passed in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from dangol_policy.check.subject import percent
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Problem

MOST_OUTSIDE = Decimal("0.5")
"""Share of the cost of benefits that may go to customers outside the focus."""


def cost_outside_the_focus(
    result: ParseResult, cost: Mapping[str, Mapping[str, int]], most: Decimal = MOST_OUTSIDE
) -> tuple[Problem, ...]:
    """A warning when more than `most` of the benefits goes to customers outside every segment in focus.

    `cost` holds what each clause gave, in minor units, by the segment of the customers who got it; `""` stands for
    those in no segment. Of a customer in several segments the caller names one in focus, when there is one. The warning
    lists the clauses, from the one that gives most outside. Nothing without a focus, or when nothing was given.
    """
    policy = result.policy
    focus = {segment.id for segment in policy.segments if segment.focus} if policy is not None else set()
    outside = {
        clause: sum(amount for segment, amount in given.items() if segment not in focus)
        for clause, given in cost.items()
    }
    total = sum(amount for given in cost.values() for amount in given.values())
    if policy is None or not focus or total <= 0 or Decimal(sum(outside.values())) <= most * total:
        return ()
    share = Decimal(round(100 * sum(outside.values()) / total)) / 100
    listed = sorted((clause for clause, amount in outside.items() if amount > 0), key=lambda one: (-outside[one], one))
    message = (
        f"{percent(share)} of what benefits cost goes to customers outside the focus, most of it by "
        f"{', '.join(f'`{clause}`' for clause in listed[:5])}"
    )
    number = next(index for index, segment in enumerate(policy.segments) if segment.focus)
    return (result.problem("outside-focus", message, ("segments", number, "focus")),)
