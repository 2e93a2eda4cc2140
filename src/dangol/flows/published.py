"""What was published when, for customers: each version with its days, its reason, and what changed in words."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from dangol.rulebook import consent, queries
from dangol_policy.diff import Difference, SaidChange, said


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """One published version. `until` is when the next one takes its place, None for the last."""

    number: int
    digest: str
    state: str
    reason: str
    effective_from: datetime
    until: datetime | None
    zone: str
    changes: tuple[SaidChange, ...]
    """Against the version before it; empty for the first."""


def history(language: str, *, staff: bool = False) -> list[PublishedVersion]:
    """Every published version, the latest first, those announced among them.

    Customers are told what concerns the clauses they read; `staff` are told everything. Raises UnknownLanguage.
    """
    rows = queries.published()
    ends = [row.effective_from for row in rows[1:]] + [None]
    before = [None, *(row.number for row in rows)]
    made = []
    for row, until, former in zip(rows, ends, before, strict=False):
        policy = queries.policy(row.number, row.sha256)
        if row.effective_from is None or policy is None:
            continue
        changes = said_changes(former, row.number, language) if former is not None else ()
        made.append(
            PublishedVersion(
                number=row.number,
                digest=row.sha256,
                state=row.state,
                reason=row.reason,
                effective_from=row.effective_from,
                until=until,
                zone=policy.business.timezone,
                changes=tuple(change for change in changes if staff or change.public),
            )
        )
    return made[::-1]


def difference_between(old: int, new: int) -> Difference:
    """How one version differs from another."""
    return consent.changes(old, new)


def said_changes(old: int, new: int, language: str) -> tuple[SaidChange, ...]:
    """The difference in words; nothing for versions that can no longer be read."""
    return _said(old, queries.version(old).sha256, new, queries.version(new).sha256, language)


@lru_cache(maxsize=256)
def _said(old: int, old_sha256: str, new: int, new_sha256: str, language: str) -> tuple[SaidChange, ...]:
    before, after = queries.policy(old, old_sha256), queries.policy(new, new_sha256)
    return said(consent.changes(old, new), before, after, language) if before and after else ()
