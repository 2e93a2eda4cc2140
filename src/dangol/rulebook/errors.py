"""What the rulebook refuses."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from dangol_policy.problems import Problem


class NoPolicyInForce(LookupError):
    """At this instant no version of the policy is in force; `dangol publish` puts one there."""

    def __init__(self, at: datetime) -> None:
        super().__init__(f"No policy is in force at {at.isoformat()}: publish one first (`dangol publish POLICY`).")
        self.at = at


class UnknownVersion(LookupError):
    """No version has this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no version {number} of the policy.")
        self.number = number


class HasProblems(Exception):
    """The text cannot be published; every problem is listed. The version in force stays as it was."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"The policy has {len(problems)} problem(s); the version in force stays in force.")
        self.problems = tuple(problems)


class WrongStep(Exception):
    """The version is not in the state from which this step is possible."""

    def __init__(self, number: int, state: str, needed: str) -> None:
        super().__init__(f"Version {number} is {state}; this step needs it to be {needed}.")


class InThePast(ValueError):
    """A version cannot come into force before now: decisions already taken would change."""


class UnknownDraft(LookupError):
    """No working draft has this id."""

    def __init__(self, draft: UUID) -> None:
        super().__init__(f"There is no draft {draft}.")
        self.draft = draft


class UnknownSaving(LookupError):
    """The draft was never saved under this number."""

    def __init__(self, draft: UUID, number: int) -> None:
        super().__init__(f"Draft {draft} has no saving {number}.")
        self.number = number


class DraftClosed(Exception):
    """The draft was handed in or dropped meanwhile; a new draft can be opened with its text."""

    def __init__(self, draft: UUID, state: str) -> None:
        super().__init__(f"Draft {draft} is {state}; open a new draft to go on writing.")
        self.state = state
