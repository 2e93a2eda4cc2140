"""What a change means for customers: better, worse, both, nothing, or more than figures can tell."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """Better and worse are meant for the customer."""

    BETTER = "better"
    WORSE = "worse"
    BOTH = "both"
    NEUTRAL = "neutral"
    UNKNOWN = "cannot tell"

    @property
    def harms(self) -> bool:
        """Whether customers must be given notice of it: what cannot be told counts as worse."""
        return self in (Verdict.WORSE, Verdict.BOTH, Verdict.UNKNOWN)

    @property
    def mirrored(self) -> Verdict:
        """The verdict on the change taken back."""
        return _MIRROR.get(self, self)


_MIRROR = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """Several verdicts as one. Its mirror is the verdict on the mirrored ones."""
    found = set(verdicts)
    if Verdict.BOTH in found or {Verdict.BETTER, Verdict.WORSE} <= found:
        return Verdict.BOTH
    for one in (Verdict.UNKNOWN, Verdict.WORSE, Verdict.BETTER):
        if one in found:
            return one
    return Verdict.NEUTRAL
