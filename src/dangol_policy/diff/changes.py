"""What differs between two policies, clause by clause: added, removed, changed. To have moved does not count.

Clauses are paired by id. What stands outside every clause is gathered by its place (`loyalty.points.expire`), the same
places that sentences have. Source: policy language, section 9.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dangol_policy.diff.compare import Finding, Path, differing
from dangol_policy.diff.presence import gained
from dangol_policy.diff.verdict import Verdict, together
from dangol_policy.model.base import Clause
from dangol_policy.model.policy import Policy

Kind = Literal["added", "removed", "changed"]
OWN_MATTER = frozenset(("responsibility", "style", "personas", "staff", "goals", "figures", "scripts", "names"))
"""Sections that say how the business works, whom it pictures and what things are called: nothing customers get."""
_PLACES = (
    *("business.changes", "business.memberships"),
    *("loyalty.points.rounding", "loyalty.points.pending", "loyalty.points.expire", "loyalty.points.redeem"),
    *("loyalty.points.if_already_spent", "loyalty.points.restored_valid", "loyalty.tiers.review"),
    *("promotion_rules.notice", "returns.return_shipping", "returns.refund", "returns.tier_at"),
    *("privacy.officer", "privacy.guardian_under"),
)
"""Places outside clauses that have a sentence of their own; elsewhere the first two names of the path are the place."""
_ONE_NAME = frozenset(("promotion_rules", "calendars", "names"))


@dataclass(frozen=True, slots=True)
class Change:
    """One clause, or one place outside clauses, that differs. `findings` are the fields, for one that was changed."""

    key: str
    kind: Kind
    section: str
    verdict: Verdict
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything in which a policy differs from another, in the order of the documents."""

    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def verdict(self) -> Verdict:
        """What all of it together means for customers."""
        return together(change.verdict for change in self.changes)

    @property
    def harming(self) -> tuple[Change, ...]:
        """Changes customers must be given notice of; what cannot be told is among them."""
        return tuple(change for change in self.changes if change.verdict.harms)


def difference(old: Policy, new: Policy) -> Difference:
    """How `new` differs from `old`. Pure: both policies have been checked."""
    before, after = _clauses(old), _clauses(new)
    changes = [*_outside(old, new)]
    for key in dict.fromkeys((*before, *after)):
        if key not in after:
            changes.append(_gone(key, *before[key], new))
        elif key not in before:
            changes.append(_new(key, *after[key], old))
        elif change := _changed(key, *before[key], *after[key]):
            changes.append(change)
    return Difference(tuple(changes))


_Clauses = Mapping[str, tuple[str, Clause]]


def _clauses(policy: Policy) -> _Clauses:
    """Each clause by its id, with its section."""
    return {clause.id: (str(path[0]), clause) for path, clause in policy.clauses()}


def _new(key: str, section: str, clause: Clause, old: Policy) -> Change:
    return Change(key, "added", section, _of_section(section, gained(clause, old)))


def _gone(key: str, section: str, clause: Clause, new: Policy) -> Change:
    return Change(key, "removed", section, _of_section(section, gained(clause, new).mirrored))


def _changed(key: str, section: str, old: Clause, new_section: str, new: Clause) -> Change | None:
    if type(old) is not type(new):
        return Change(key, "changed", new_section, _of_section(section, _of_section(new_section, Verdict.UNKNOWN)))
    findings = tuple(_settled(section, differing(old, new)))
    return _with(key, section, findings) if findings else None


def _with(key: str, section: str, findings: tuple[Finding, ...]) -> Change:
    return Change(key, "changed", section, together(one.verdict for one in findings), findings)


def _of_section(section: str, verdict: Verdict) -> Verdict:
    return Verdict.NEUTRAL if section in OWN_MATTER else verdict


def _settled(section: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    """Findings in sections that are the business's own matter change nothing for customers."""
    if section not in OWN_MATTER:
        yield from findings
        return
    yield from (replace(one, verdict=Verdict.NEUTRAL, why="neutral") for one in findings)


def _outside(old: Policy, new: Policy) -> Iterator[Change]:
    """What differs outside every clause, gathered by its place."""
    gathered: dict[str, list[Finding]] = {}
    for finding in differing(old, new):
        gathered.setdefault(_place(finding.path), []).append(finding)
    for place, findings in gathered.items():
        section = findings[0].path[0]
        yield _with(place, section, tuple(_settled(section, iter(findings))))


def _place(path: Path) -> str:
    written = ".".join(path)
    named = (place for place in _PLACES if written == place or written.startswith(f"{place}."))
    return next(named, ".".join(path[: 1 if path[0] in _ONE_NAME else 2]))
