"""Every check there is, in the order of the sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dangol_policy.check.subject import Subject
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Problem, in_order

Check = Callable[[Subject], Iterator[Problem]]

CHECKS: tuple[Check, ...] = ()
"""All of them; each looks at one kind of fault and yields a problem per finding."""


def check(result: ParseResult) -> tuple[Problem, ...]:
    """The problems with what a policy means. Nothing when it could not be parsed: mend that first."""
    if result.policy is None:
        return ()
    subject = Subject(result.policy, result)
    return in_order([problem for one in CHECKS for problem in one(subject)])
