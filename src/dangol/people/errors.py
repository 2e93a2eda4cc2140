"""What can go wrong with a customer's identities and referrals."""


class NotAnIdentity(ValueError):
    """The text is no phone number, e-mail address or outside id; the message says what to write instead."""


class IdentityTaken(Exception):
    """The phone number, e-mail or outside id belongs to another customer."""

    def __init__(self, kind: str, customer: object) -> None:
        super().__init__(f"This {kind} already belongs to another customer ({customer}): open that one instead.")
        self.kind = kind
        self.customer = customer


class UnknownCustomer(LookupError):
    """No customer has this id."""

    def __init__(self, customer: object) -> None:
        super().__init__(f"There is no customer {customer}.")
        self.customer = customer


class ReferralRefused(Exception):
    """The referral would reward somebody for bringing themselves, or was made before. `reason` is a short code."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class NotABirthday(ValueError):
    """The day and month cannot be a birthday."""
