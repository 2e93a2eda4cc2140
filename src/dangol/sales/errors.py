"""What the sales room refuses. Nothing changes when one of these is raised inside an act."""


class Refused(Exception):
    """A verb that was not carried out; `reason` is a short code, the message is for people."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class OrderNumberTaken(Refused):
    """The source already recorded an order with this number."""

    def __init__(self, source: str, number: str) -> None:
        super().__init__("order-number-taken", f"{source or 'This source'} already has an order {number!r}.")


class UnknownPurchase(LookupError):
    """No purchase has this id or number."""

    def __init__(self, which: object) -> None:
        super().__init__(f"There is no purchase {which}.")


class MoreThanBought(Refused):
    """More units would come back than were bought (and not returned before)."""

    def __init__(self, line: object, *, wanted: int, left: int) -> None:
        super().__init__("more-than-bought", f"{wanted} units of line {line} cannot come back: {left} are left.")
        self.left = left


class WrongSums(ValueError):
    """The figures of a purchase or return do not add up: a mistake of the caller, nothing was recorded."""
