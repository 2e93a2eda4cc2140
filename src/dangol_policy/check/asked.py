"""Counter-examples beside single purchases: a story, or a question with the answer the policy gives as written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from dangol_policy.care.clocks import Clock
from dangol_policy.check.baskets import Data, money
from dangol_policy.check.shown import LONGEST_NAME
from dangol_policy.interpret.rules import Interpreted
from dangol_policy.model.examples import Example
from dangol_policy.model.policy import Policy
from dangol_policy.story.play import Story
from dangol_policy.tried import ask
from dangol_policy.values import ValuesContext

WORKDAY = "2026-01-06T10:00"
"""A Tuesday morning: when cases of counter-examples are opened."""
_BROKEN = (ArithmeticError, AssertionError, LookupError, TypeError, ValidationError, ValueError)
"""What a policy may lead to that has more faults than the one to be shown: then it is said without a case."""


def story(policy: Policy, name: str, events: list[Data]) -> Mapping[str, Any] | None:
    """A story with what becomes of it: the codes of refused events, and the money given back."""
    try:
        told = _example(policy, {"name": name[:LONGEST_NAME], "story": events})
        tale = Story(Interpreted(policy))
        played = [tale.play(event) for event in told.story]
    except _BROKEN:
        return None
    refused = [one.refused.code for one in played if one.refused is not None]
    given_back = sum(one.undone.refund.money for one in played if one.undone is not None)
    outcome: Data = {"refused": refused} if refused else {}
    words = f"{name}; it is {'refused' if refused else 'taken back'}"
    return {"name": words, "story": events, **outcome, "refund": money(given_back, policy.business.currency)}


def question(policy: Policy, name: str, key: str, asked: Data) -> Mapping[str, Any] | None:
    """A question (`clock`, `may_contact`, `may_give`, `keep`) with the policy's answer."""
    item = {"name": name[:LONGEST_NAME], key: asked}
    try:
        found, clauses = ask(policy, _example(policy, item))
    except _BROKEN:
        return None
    words = f"{name}; {_OUTCOME[key](found, tuple(clauses))}"
    return {**item, "name": words[:LONGEST_NAME], "answer": _as_written(found)}


_OUTCOME: dict[str, Callable[[Mapping[str, object], tuple[str, ...]], str]] = {
    "clock": lambda found, clauses: f"the clocks follow {', '.join(f'`{one}`' for one in clauses) or 'nothing'}",
    "may_contact": lambda found, clauses: f"to send it: {found.get('contact')}",
    "may_give": lambda found, clauses: f"who may give it: {found.get('by') or 'nobody'}",
}
"""What came out, in words."""


def _example(policy: Policy, item: Data) -> Example:
    context = ValuesContext(policy.business.currency, zone=policy.business.timezone)
    return Example.model_validate(item, context=context)


def _as_written(found: Mapping[str, object]) -> Data:
    """An answer as an example expects it."""
    clocks = {name: {"state": one.state, "by": one.clause} for name, one in found.items() if isinstance(one, Clock)}
    if clocks:
        return {"clocks": clocks}
    answer: Data = {}
    for key, value in found.items():
        if isinstance(value, dt.datetime):
            answer[key] = value.isoformat()
        elif isinstance(value, tuple):
            answer[key] = list(value)
        elif value is not None:
            answer[key] = value
    return answer


def back(bought: Data, *, after: int, delivered: bool, reason: str = "change of mind") -> list[Data]:
    """Events of a purchase of one line that comes back so many days later."""
    day = dt.date.fromisoformat(WORKDAY[:10])
    purchase: Data = {"purchase": "no-1", "at": WORKDAY, "basket": {"lines": [bought]}}
    if delivered:
        purchase["delivered"] = day.isoformat()
    returned = f"{(day + dt.timedelta(days=after)).isoformat()}T10:00"
    return [purchase, {"return": "no-1", "reason": reason, "at": returned}]
