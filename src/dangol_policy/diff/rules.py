"""How the value of one field is judged: each rule takes the value before and after and gives a verdict with a reason.

A rule is made of who gains when the value is more, and of what an absent value stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from dangol_policy.diff import measures
from dangol_policy.diff.measures import Compare, Sign
from dangol_policy.diff.verdict import Verdict, together
from dangol_policy.model.base import Part

Why = Literal[
    "gain",
    "needed",
    "cost",
    "time",
    "wait",
    "scope",
    "limit",
    "runs",
    "presence",
    "condition",
    "rule",
    "data",
    "hours",
    "neutral",
    "unknown",
]
"""What a verdict rests on; each has its words in every language."""
Absent = Literal["nothing", "without end"]
Within = Literal["as it is", "turned round"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, and what it rests on."""

    verdict: Verdict
    why: Why


@dataclass(frozen=True, slots=True)
class Rule:
    """How a field is judged. `enter`: a part that is there before and after is judged by its own fields instead."""

    judge: Callable[[object, object], Judged]
    enter: Within | None = None


UNKNOWN = Judged(Verdict.UNKNOWN, "unknown")


def _of(sign: Sign, why: Why) -> Judged:
    """More is better."""
    if sign is None:
        return UNKNOWN
    return Judged((Verdict.WORSE, Verdict.NEUTRAL, Verdict.BETTER)[sign + 1], why)


def more(why: Why, compare: Compare = measures.numbers, *, absent: Absent | None = None) -> Rule:
    """Better for the customer when it is more. Values by tier are compared tier by tier."""
    return Rule(lambda before, after: _measured(before, after, why, compare, absent, direction=1))


def less(why: Why, compare: Compare = measures.numbers, *, absent: Absent | None = None) -> Rule:
    """Better for the customer when it is less."""
    return Rule(lambda before, after: _measured(before, after, why, compare, absent, direction=-1))


def _measured(
    before: object, after: object, why: Why, compare: Compare, absent: Absent | None, *, direction: int
) -> Judged:
    if compare is measures.numbers and (isinstance(before, Mapping) or isinstance(after, Mapping)):
        return _by_tier(before, after, why, compare, direction=direction)
    found = _sign(after, before, compare, absent)
    return _of(None if found is None else found * direction, why)


def _sign(a: object, b: object, compare: Compare, absent: Absent | None) -> Sign:
    if a is not None and b is not None:
        return compare(a, b)
    if absent is None:
        return None
    return (1 if absent == "without end" else -1) * ((a is None) - (b is None))


def _by_tier(before: object, after: object, why: Why, compare: Compare, *, direction: int) -> Judged:
    """A tier that is not named gets nothing; one value is every tier's, and that of customers without one."""
    named = [key for value in (before, after) if isinstance(value, Mapping) for key in value]
    # Where something is paid, who is not named pays in full.
    absent: Absent = "nothing" if direction == 1 else "without end"
    signs = [_sign(_for(after, tier), _for(before, tier), compare, absent) for tier in (*dict.fromkeys(named), None)]
    verdicts = [_of(None if one is None else one * direction, why).verdict for one in signs]
    return Judged(found := together(verdicts), "unknown" if found is Verdict.UNKNOWN else why)


def _for(value: object, tier: object) -> object:
    return value.get(tier) if isinstance(value, Mapping) else value


def ranked(why: Why, *worst_first: object) -> Rule:
    """Better further on in the list; what is not in it cannot be judged."""

    def judge(before: object, after: object) -> Judged:
        if before not in worst_first or after not in worst_first:
            return UNKNOWN
        return _of(measures.sign(worst_first.index(after), worst_first.index(before)), why)

    return Rule(judge)


def given(why: Why = "presence") -> Rule:
    """A part whose presence is good for the customer; its own fields are judged when it stays."""
    return Rule(lambda before, after: _of((after is not None) - (before is not None), why), enter="as it is")


def imposed(why: Why = "condition") -> Rule:
    """A part whose presence is a condition or burden; its own fields say what is better within it."""
    return Rule(lambda before, after: _of((before is not None) - (after is not None), why), enter="as it is")


def excepted() -> Rule:
    """A condition that must not hold: what makes it wider takes from the customer."""
    return Rule(lambda before, after: _of((before is not None) - (after is not None), "scope"), enter="turned round")


def entered(within: Within = "as it is") -> Rule:
    """Judged by its own fields; its kind or its absence cannot be."""
    return Rule(lambda before, after: UNKNOWN, enter=within)


def _neutral(before: object, after: object) -> Judged:
    return Judged(Verdict.NEUTRAL, "neutral")


NEUTRAL = Rule(_neutral)
"""Words, and what is the business's own matter."""
CANNOT_TELL = Rule(lambda before, after: UNKNOWN)
FLAG = ranked("rule", False, True)
"""Better when it is so."""
NO_FLAG = ranked("rule", True, False)
"""Better when it is not so."""
SCOPE = more("scope", measures.alternatives)
"""What it applies to; an empty list is everything."""


Rules = Mapping[tuple[type[Part], str], Rule]


def of(part: type[Part], **rules: Rule) -> Rules:
    """The rules of a part's fields. Raises KeyError for a field the part does not have."""
    for name in rules:
        part.model_fields[name]
    return {(part, name): rule for name, rule in rules.items()}
