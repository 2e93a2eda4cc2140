"""Says which type of problem each exception of the rooms and stories is; what is not here is a failure of ours."""

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError

from dangol.api.problems import ErrorPlace, Refusal, pointer
from dangol.facts.errors import KeyReused
from dangol.flows.errors import AlreadyThere, BadInput, NoPolicyInForce, NotAllowed, NotFound, PriceChanged, Refused
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
    NoPolicyInForce: "no-policy",
    AlreadyThere: "already",
    PriceChanged: "price-changed",
    NotAllowed: "refused",
    Refused: "refused",
    RequestDataTooBig: "too-large",
    OperationalError: "busy",
}
_UNKNOWN = {
    "customer": "unknown-customer",
    "order": "unknown-purchase",
    "line": "unknown-line",
    "visit": "unknown-visit",
    "voucher": "unknown-voucher",
    "reward": "unknown-reward",
}
_SILENT = frozenset({"busy", "too-large"})


def refusal_of(error: Exception) -> Refusal | None:
    """The refusal an exception stands for, or none."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, BadInput):
        return _bad_input(error)
    if isinstance(error, NotFound):
        return Refusal(_UNKNOWN.get(error.what, "not-found"), str(error))
    code = next((_CODES[kind] for kind in type(error).__mro__ if kind in _CODES), None)
    if code is None:
        return None
    if isinstance(error, Refused):
        return Refusal(code, str(error), reason=error.code, figures=error.figures)
    return Refusal(code, "" if code in _SILENT else str(error))


def _bad_input(error: BadInput) -> Refusal:
    errors = [ErrorPlace(pointer=pointer(one.path), code=one.code, detail=one.message) for one in error.problems]
    first = f"{errors[0].pointer or 'the body'}: {errors[0].detail}" if errors else str(error)
    return Refusal("bad-value", first, errors=errors)
