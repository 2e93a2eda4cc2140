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


class SecondPersonNeeded(Exception):
    """The policy asks for two people, and whoever wrote the version cannot be the one who approves it."""

    def __init__(self, number: int, rulers: Sequence[int]) -> None:
        named = " and ".join(f"version {ruler}" for ruler in rulers)
        super().__init__(
            f"Version {number} needs the approval of a person who did not write it: {named} asks for two people."
        )
        self.number = number
        self.rulers = tuple(rulers)


class TooEarly(Exception):
    """Customers were promised notice of a change that is worse for them; `first` is when it may take effect,
    `zone` that of the business."""

    def __init__(self, number: int, notice: str, first: datetime, zone: str, harming: Sequence[str]) -> None:
        super().__init__(
            f"Version {number} takes something from customers ({', '.join(harming)}), and they were promised {notice} "
            f"of notice: it may take effect from {first.isoformat()} on."
        )
        self.number = number
        self.notice = notice
        self.first = first
        self.zone = zone
        self.harming = tuple(harming)


class OutOfOrder(Exception):
    """Another version takes effect at the same instant or later; it would undo this one."""

    def __init__(self, number: int, announced: int) -> None:
        super().__init__(
            f"Version {announced} takes effect at that instant or later and would undo version {number}. "
            f"Choose a later instant, or withdraw version {announced} first while it is only announced."
        )
        self.announced = announced


class Overtaken(Exception):
    """Another version was published since this one was written; this one would undo it."""

    def __init__(self, number: int, latest: int) -> None:
        super().__init__(
            f"Version {number} was written before version {latest} was published and would undo it. "
            "Send it back, bring its draft up to date, and hand it in again."
        )
        self.latest = latest


class TooLate(Exception):
    """The version rules already, or will in a moment: it can be followed by another one, not withdrawn."""

    def __init__(self, number: int, starts: datetime) -> None:
        super().__init__(
            f"Version {number} rules from {starts.isoformat()} on: too late to withdraw it. "
            "Publish another version instead; an older text can be used again."
        )


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
