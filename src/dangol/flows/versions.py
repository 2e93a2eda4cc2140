"""The policy's versions as a story asks for them: which ruled at an instant, and each by its number."""

from bisect import bisect_right
from datetime import datetime

from dangol.flows.errors import NoPolicyInForce
from dangol.rulebook import queries as rulebook
from dangol.rulebook.errors import NoPolicyInForce as NothingRules
from dangol_policy.compile import Compiled


class Versions:
    """All published versions, read once."""

    def __init__(self) -> None:
        self._ruling = rulebook.RULING()
        self._starts = [start for start, _, _ in self._ruling if start is not None]

    def in_force(self, at: datetime) -> Compiled:
        """The version that rules at the instant. Raises NoPolicyInForce."""
        index = bisect_right(self._starts, at)
        if not index:
            raise NoPolicyInForce(str(NothingRules(at)))
        _, number, sha256 = self._ruling[index - 1]
        return rulebook.compiled(number, sha256)

    def version(self, number: int | None) -> Compiled:
        """A version by its number."""
        return rulebook.compiled(number or 0)

    def starts_after(self, at: datetime) -> datetime | None:
        """When the next version comes into force."""
        index = bisect_right(self._starts, at)
        return self._starts[index] if index < len(self._starts) else None
