"""What the loyalty room refuses. Nothing changes when one of these is raised inside an act."""

from uuid import UUID


class Refused(Exception):
    """A verb that was not carried out; `reason` is a short code, the message is for people."""

    reason = "refused"


class Overdrawn(Refused):
    """A lot does not hold the points that should move: what was decided does not fit what is stored."""

    reason = "overdrawn"


class VoucherUnusable(Refused):
    """The voucher is unknown, used, expired, withdrawn, not yet valid, or somebody else's; `reason` says which."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class SlotTaken(Refused):
    """The card already saw this visit."""

    reason = "slot-taken"

    def __init__(self, card: str, slot: str) -> None:
        super().__init__(f"The card {card} was already stamped for {slot}.")
        self.card = card
        self.slot = slot


class GivenBefore(Refused):
    """The same occasion of the same clause gave it before."""

    reason = "given-before"

    def __init__(self, clause: str, occasion: str) -> None:
        super().__init__(f"{clause} was already given for {occasion}.")
        self.clause = clause
        self.occasion = occasion


class AlreadyRewarded(Refused):
    """The reward for this friend was given; that cannot be undone or repeated."""

    reason = "already-rewarded"

    def __init__(self, friend: UUID) -> None:
        super().__init__(f"The reward for bringing {friend} was given already.")
        self.friend = friend


class UsedUp(Refused):
    """The promotion has no use or no money left; another buyer was faster. Quote again without it."""

    reason = "limit-total"

    def __init__(self, clause: str) -> None:
        super().__init__(f"Nothing is left of {clause}: ask for a new quote.")
        self.clause = clause
