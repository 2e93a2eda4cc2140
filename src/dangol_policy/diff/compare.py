"""Two parts of the same kind, field by field: each field that differs, with its verdict. Order does not matter.

Clauses inside a part are left out: they are compared on their own, by their ids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dangol_policy.diff.rules import Judged, Rule, Why
from dangol_policy.diff.tables import rule_of
from dangol_policy.diff.verdict import Verdict
from dangol_policy.model.aftercare import Touch
from dangol_policy.model.base import Clause, Part
from dangol_policy.model.business import Business
from dangol_policy.model.policy import Policy
from dangol_policy.values import Text

Path = tuple[str, ...]
ORDERED = frozenset(((Business, "languages"), (Touch, "channel")))
"""Lists whose order means something: the first language is the language of record."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One field that differs. `owner` and `field` say which of the model's; the values are as the model holds them."""

    path: Path
    owner: type[Part]
    field: str
    before: Any
    after: Any
    verdict: Verdict
    why: Why


def differing(before: Part, after: Part, path: Path = ()) -> Iterator[Finding]:
    """Fields in which two parts of one type differ, without the clauses inside them."""
    kind = type(before)
    for name, info in kind.model_fields.items():
        if (kind, name) in LEFT_OUT:
            continue
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            place = _Place((*path, info.alias or name), kind, name, rule_of(kind, name))
            yield from _field(old, new, place)


LEFT_OUT = frozenset(((Policy, "examples"), (Policy, "dangol")))
"""What rules nobody: examples prove the policy, the version of the language reads it."""


@dataclass(frozen=True, slots=True)
class _Place:
    path: Path
    owner: type[Part]
    field: str
    rule: Rule

    def at(self, key: str) -> _Place:
        """A place inside a list or mapping."""
        return replace(self, path=(*self.path, key))

    def finding(self, before: object, after: object, judged: Judged | None = None) -> Finding:
        judged = judged or self.rule.judge(before, after)
        return Finding(self.path, self.owner, self.field, before, after, judged.verdict, judged.why)


def _field(old: object, new: object, place: _Place) -> Iterator[Finding]:
    if _is_list_of_parts(old) or _is_list_of_parts(new):
        yield from _lists(old, new, place)
    elif isinstance(old, Clause) or isinstance(new, Clause):
        return
    elif isinstance(old, Part) and isinstance(new, Part) and type(old) is type(new) and place.rule.enter:
        inside = differing(old, new, place.path)
        yield from map(_turned_round, inside) if place.rule.enter == "turned round" else inside
    elif not _same(old, new, place):
        yield place.finding(old, new)


def _is_list_of_parts(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(one, Part) for one in value)


def _lists(old: object, new: object, place: _Place) -> Iterator[Finding]:
    """Parts of two lists paired by what they are called; a rule without `enter` judges the lists whole."""
    if not place.rule.enter and not _of_clauses(old, new):
        if _unordered(old) != _unordered(new):
            yield place.finding(old, new)
        return
    before, after = _by_label(old), _by_label(new)
    for label in dict.fromkeys((*before, *after)):
        yield from _field_of_list(before.get(label), after.get(label), place.at(label))


def _field_of_list(old: Part | None, new: Part | None, place: _Place) -> Iterator[Finding]:
    if old != new:
        yield from _field(old, new, place)


def _of_clauses(*lists: object) -> bool:
    return any(isinstance(one, Clause) for parts in lists if isinstance(parts, tuple) for one in parts)


def _unordered(value: object) -> list[str]:
    return sorted(map(repr, value)) if isinstance(value, tuple) else []


def _by_label(parts: object) -> Mapping[str, Part]:
    found: dict[str, Part] = {}
    seen: Counter[str] = Counter()
    for part in parts if isinstance(parts, tuple) else ():
        label = _label(part)
        seen[label] += 1
        found[label if seen[label] == 1 else f"{label} {seen[label]}"] = part
    return found


def _label(part: Part) -> str:
    """What a part of a list is called: its id, its kind, or what makes it itself."""
    for name in ("id", "value", "give", "body"):
        called = getattr(part, name, None)
        if called is not None:
            return called.by_language[0][1] if isinstance(called, Text) else str(called)
    return str(getattr(type(part), "key", type(part).__name__))


def _same(old: object, new: object, place: _Place) -> bool:
    """Whether only the order differs, where order means nothing."""
    ordered = (place.owner, place.field) in ORDERED
    both = isinstance(old, tuple) and isinstance(new, tuple)
    return both and not ordered and _unordered(old) == _unordered(new)


def _turned_round(finding: Finding) -> Finding:
    return replace(finding, verdict=finding.verdict.mirrored)
