"""Runs every example a policy holds: situations and stories, and the questions beside purchases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dangol_policy.care.gate import gate
from dangol_policy.model.examples import Answer, Example
from dangol_policy.model.policy import Policy
from dangol_policy.story.examples import Difference, Result, run_examples
from dangol_policy.story.tale import Rules

Found = dict[str, object]
"""What was answered, by the key under which an example expects it."""
Asked = tuple[Found, Iterable[str]]
"""What was answered, and the clauses that answered it."""


def try_examples(rules: Rules) -> tuple[Result, ...]:
    """Runs every example of the policy, in order."""
    ran = run_examples(rules)
    return tuple(
        one if example.answer is None else _ask(rules.policy, one.number, example, example.answer)
        for one, example in zip(ran, rules.policy.examples, strict=True)
    )


def _ask(policy: Policy, number: int, example: Example, answer: Answer) -> Result:
    key = next(key for key in _ASK if getattr(example, key) is not None)
    found, clauses = _ASK[key](policy, example)
    return Result(number, example.name, tuple(_differences(answer, found)), frozenset(clauses))


def _differences(answer: Answer, found: Found) -> Iterator[Difference]:
    for name in type(answer).model_fields:
        expected = getattr(answer, name)
        if expected is None:
            continue
        if isinstance(expected, tuple):
            was = found.get(name, ())
            expected, was = ", ".join(sorted(expected)) or "none", ", ".join(sorted(was)) or "none"  # type: ignore[call-overload]
        else:
            was = found.get(name)
        if expected != was:
            yield Difference(name, str(expected), "nothing" if was is None else str(was))


def _may_contact(policy: Policy, example: Example) -> Asked:
    assert example.may_contact is not None
    said = gate(policy, example.may_contact)
    against = tuple(dict.fromkeys(reason.clause for reason in said.reasons))
    return {
        "contact": said.verdict,
        "until": said.at if said.verdict == "defer" else None,
        "because": against,
    }, said.asked


_ASK: dict[str, Callable[[Policy, Example], Asked]] = {"may_contact": _may_contact}
