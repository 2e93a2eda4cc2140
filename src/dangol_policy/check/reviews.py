"""Reviews that are due on a day: the one check that asks for the date, so that a policy is judged the same for ever.

Source: policy language, section 8 ("review date passed").
"""

from __future__ import annotations

import datetime as dt

from dangol_policy.calendar import add, calendar_of, day_of
from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Problem, in_order


def reviews_due(result: ParseResult, on: dt.date) -> tuple[Problem, ...]:
    """A warning for each clause whose `review` day has come or passed on the day; none for a policy with errors."""
    policy = result.policy
    if policy is None:
        return ()
    due = ((path, clause, clause.review) for path, clause in policy.clauses() if clause.review is not None)
    return in_order(
        [
            result.problem(
                "review-passed",
                f"`{clause.id}` was to be read again from {day} on",
                (*path, "review"),
                clause=clause.id,
            )
            for path, clause, day in due
            if day <= on
        ]
    )


def next_review(policy: Policy, since: dt.datetime) -> dt.date | None:
    """The day on which the whole policy is due for reading, counted from the instant it came into force.

    None when the policy states no `business.changes.review_every`, or one that no date can hold.
    """
    every = policy.business.changes.review_every
    if every is None:
        return None
    zone = policy.business.timezone
    over = add(since, every, calendar_of(policy, None), zone=zone)
    return None if over is None else day_of(over, zone)
