"""Runs every example a policy holds: situations and stories, and the questions beside purchases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from dangol_policy.care.authority import authority
from dangol_policy.care.clocks import Clock, clocks
from dangol_policy.care.gate import gate
from dangol_policy.care.keeping import keep_until
from dangol_policy.model.examples import Answer, ClockAnswer, Example
from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import ClockQuestion
from dangol_policy.story.examples import Difference, Result, run_examples
from dangol_policy.story.tale import Rules

Found = Mapping[str, object]
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


def ask(policy: Policy, example: Example) -> Asked:
    """Answers the question an example asks, with the clauses that answered it. Nothing when it asks none."""
    key = next((key for key in _ASK if getattr(example, key) is not None), None)
    return _ASK[key](policy, example) if key is not None else ({}, ())


def _ask(policy: Policy, number: int, example: Example, answer: Answer) -> Result:
    found, clauses = ask(policy, example)
    return Result(number, example.name, tuple(_differences(answer, found)), frozenset(clauses))


def _differences(answer: Answer, found: Found) -> Iterator[Difference]:
    for name in ("contact", "until", "gives", "by"):
        yield from _differ(name, getattr(answer, name), found.get(name))
    if answer.because is not None:
        yield from _differ("because", _listed(answer.because), _listed(found.get("because", ())))
    for clock, expected in (answer.clocks or {}).items():
        yield from _clock_differs(clock, expected, found.get(clock))


def _clock_differs(name: str, expected: ClockAnswer, found: object) -> Iterator[Difference]:
    if not isinstance(found, Clock):
        yield Difference(name, "a clock", "none runs")
        return
    for key, was in (("state", found.state), ("due", found.due), ("breached", found.breached), ("by", found.clause)):
        yield from _differ(f"{name}: {key}", getattr(expected, key), was)


def _differ(what: str, expected: object, found: object) -> Iterator[Difference]:
    """Nothing when nothing was expected, or when it came out."""
    if expected is not None and expected != found:
        yield Difference(what, str(expected), "nothing" if found is None else str(found))


def _listed(names: object) -> str:
    return ", ".join(sorted(str(name) for name in names)) or "none" if isinstance(names, Iterable) else "none"


def _may_contact(policy: Policy, example: Example) -> Asked:
    assert example.may_contact is not None
    said = gate(policy, example.may_contact)
    against = tuple(dict.fromkeys(reason.clause for reason in said.reasons))
    until = said.at if said.verdict == "defer" else None
    return {"contact": said.verdict, "until": until, "because": against}, said.asked


def _clock(policy: Policy, example: Example) -> Asked:
    assert example.clock is not None
    said = clocks(policy, example.clock)
    last: dict[str, object] = {clock.name: clock for clock in said.clocks}
    clauses = tuple(dict.fromkeys(clock.clause for clock in said.clocks))
    return {**last, "because": clauses}, (*clauses, *_pauses(policy, example.clock, said.clocks))


def _pauses(policy: Policy, case: ClockQuestion, clocks: Iterable[Clock]) -> Iterator[str]:
    """The pauses that stopped a clock of the case."""
    waited = {one.waiting_for for one in case.events if one.what == "waiting"}
    stopped = {clock.name for clock in clocks if any(step.what == "paused" for step in clock.steps)}
    for pause in policy.service.pauses:
        if waited.intersection(pause.waiting_for) and stopped.intersection(pause.clocks):
            yield pause.id


def _may_give(policy: Policy, example: Example) -> Asked:
    assert example.may_give is not None
    said = authority(policy, example.may_give)
    passed = tuple(one.level for one in said.passed)
    named = (*passed, said.by) if said.by else passed
    return {"gives": said.verdict, "by": said.by, "because": passed}, named


def _keep(policy: Policy, example: Example) -> Asked:
    assert example.keep is not None
    rows = {data.id: data for data in policy.privacy.data}
    data = rows.get(example.keep.data)
    if data is None:
        return {}, ()
    said = keep_until(policy, data, example.keep.since)
    return {"until": said.until, "because": (said.ground,)}, (data.id,)


_ASK: dict[str, Callable[[Policy, Example], Asked]] = {
    "may_contact": _may_contact,
    "clock": _clock,
    "may_give": _may_give,
    "keep": _keep,
}
