"""Prove: run the examples a policy holds; what does not come out, and what none of them exercises, are problems.

A version cannot be published while an example fails. Source: policy language, section 1.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dangol_policy.compile import compile_policy
from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Problem, in_order
from dangol_policy.story.examples import Result, not_exercised, run_examples


def prove(result: ParseResult) -> ParseResult:
    """The same result with the problems of its examples; unchanged when the policy cannot be compiled anyway."""
    if not result.ok or result.policy is None:
        return result
    ran = run_examples(compile_policy(result.policy, digest=result.digest))
    found = [*_failures(result, ran), *_gaps(result, result.policy, ran)]
    return replace(result, problems=in_order([*result.problems, *found]))


def _failures(result: ParseResult, ran: tuple[Result, ...]) -> Iterator[Problem]:
    for one in ran:
        if not one.passed:
            differences = "; ".join(str(difference) for difference in one.differences)
            message = f"the example `{one.name}` does not come out: {differences}"
            yield result.problem("example-differs", message, ("examples", one.number))


def _gaps(result: ParseResult, policy: Policy, ran: tuple[Result, ...]) -> Iterator[Problem]:
    missing = set(not_exercised(policy, ran))
    for path, clause in policy.clauses():
        if clause.id in missing:
            message = f"no example exercises `{clause.id}`"
            yield result.problem("clause-without-example", message, (*path, "id"), clause=clause.id)
