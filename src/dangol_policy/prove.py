"""Prove: run the examples a policy holds; what does not come out, and what none of them exercises, are problems.

A version cannot be published while an example fails. Source: policy language, section 1.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dangol_policy.compile import compile_policy
from dangol_policy.model.events import Purchase
from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Problem, in_order
from dangol_policy.story.examples import Result, not_exercised
from dangol_policy.tried import try_examples

MOST_WORK = 150_000
"""Lines of example baskets times promotions; sixty promotions with three hundred examples ask for half of it."""
_EVENT = 50
"""An event of a story, against one promotion looking at one line."""
_QUESTION = 75
"""A question beside purchases, against the same."""


def prove(result: ParseResult) -> ParseResult:
    """The same result with the problems of its examples; unchanged when the policy cannot be compiled anyway."""
    if not result.ok or result.policy is None:
        return result
    found = list(_too_much(result, result.policy)) or list(_ran(result, result.policy))
    return replace(result, problems=in_order([*result.problems, *found]))


def _too_much(result: ParseResult, policy: Policy) -> Iterator[Problem]:
    if _work(policy) > MOST_WORK:
        message = "these examples ask for more deciding than a check may take"
        hint = "Write fewer examples, or with fewer lines and units: a handful shows the same as thousands."
        yield result.problem("too-big", message, ("examples",), key=True, hint=hint)


def _ran(result: ParseResult, policy: Policy) -> Iterator[Problem]:
    ran = try_examples(compile_policy(policy, digest=result.digest))
    yield from _failures(result, ran)
    yield from _gaps(result, policy, ran)


def _work(policy: Policy) -> int:
    """How much deciding the examples ask for: baskets, their lines and units, times the promotions for each."""
    given = [example.given.basket for example in policy.examples if example.given is not None]
    events = [event for example in policy.examples for event in example.story]
    baskets = given + [event.basket for event in events if isinstance(event, Purchase)]
    units = sum(line.quantity for basket in baskets for line in basket.lines)
    size = len(baskets) + sum(len(basket.lines) for basket in baskets) + units // 10
    asked = sum(1 for example in policy.examples if example.answer is not None)
    return _EVENT * len(events) + _QUESTION * asked + size * (len(policy.promotions) + 1)


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
