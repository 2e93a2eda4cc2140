"""Says which type of problem each exception of the rooms and stories is; what is not here is a failure of ours."""

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError

from dangol.api.problems import Refusal
from dangol.facts.errors import KeyReused
from dangol.people.errors import IdentityTaken, NotABirthday, NotAnIdentity, ReferralRefused, UnknownCustomer
from dangol.staff.errors import BadKey, Denied

_CODES: dict[type[Exception], str] = {
    BadKey: "key-unknown",
    Denied: "scope-missing",
    KeyReused: "key-reused",
    UnknownCustomer: "unknown-customer",
    IdentityTaken: "already",
    ReferralRefused: "refused",
    NotAnIdentity: "bad-value",
    NotABirthday: "bad-value",
    RequestDataTooBig: "too-large",
    OperationalError: "busy",
}


def refusal_of(error: Exception) -> Refusal | None:
    """The refusal an exception stands for, or none."""
    if isinstance(error, Refusal):
        return error
    for kind in type(error).__mro__:
        code = _CODES.get(kind)
        if code is not None:
            return Refusal(code, "" if code in ("busy", "too-large") else str(error))
    return None
