"""Refusals as problem+json (RFC 9457): what happened, where, and the way out; the closed list of their types."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from pydantic import BaseModel
from pydantic_core import to_json

MEDIA_TYPE = "application/problem+json"
TYPES = "/api/problems/"


@dataclass(frozen=True, slots=True)
class Kind:
    """One type of problem; `way_out` tells the programmer of the caller what to do."""

    status: int
    title: str
    way_out: str


KINDS: Mapping[str, Kind] = {
    "malformed-body": Kind(400, "The body is not JSON", "Send one JSON object, encoded as UTF-8."),
    "idempotency-key-missing": Kind(
        400,
        "The header Idempotency-Key is missing or unusable",
        "Send a key of 1 to 100 visible ASCII characters, a new one for each thing done, the same one when repeating.",
    ),
    "key-unknown": Kind(
        401,
        "The key is missing, unknown, withdrawn or expired",
        "Send the header `Authorization: Bearer <key>`; keys are made with `dangol key create`.",
    ),
    "scope-missing": Kind(
        403, "The key does not carry the scope", "Ask the owner of the business for a key with this scope."
    ),
    "not-found": Kind(404, "There is nothing at this address", "See the list of addresses at /api/docs."),
    "unknown-customer": Kind(404, "No such customer", "Find or enrol the customer first (/api/customers)."),
    "unknown-purchase": Kind(404, "No such purchase", "Name a purchase by the number it was recorded with."),
    "unknown-line": Kind(404, "No such line in the purchase", "Name lines by the id they were recorded with."),
    "unknown-visit": Kind(404, "No such visit", "Name a visit by the number it was recorded with."),
    "unknown-reward": Kind(
        404, "No such reward", "The policy in force (/api/policy) lists what points can be exchanged for."
    ),
    "unknown-voucher": Kind(404, "No such voucher or gift", "The customer's card lists vouchers and gifts with ids."),
    "method-not-allowed": Kind(405, "This address does not take this method", "See the header Allow."),
    "key-reused": Kind(
        409,
        "The same Idempotency-Key came with another body",
        "Send the same body to get the first answer again, or a new key to do something new.",
    ),
    "no-policy": Kind(409, "No policy is in force", "Publish a policy with `dangol policy publish`."),
    "already": Kind(409, "This was done before, differently", "Read what is recorded, then decide."),
    "price-changed": Kind(409, "The policy comes to another total", "Ask for a quote, tell the customer, send again."),
    "refused": Kind(409, "The policy or the present state does not allow this", "See the detail for what would."),
    "length-missing": Kind(411, "The length of the body is not declared", "Send the header Content-Length."),
    "too-large": Kind(413, "The body is too large", "One thing may take 64 KB, a batch 1 MB: send it in parts."),
    "not-json": Kind(415, "The body is declared as something else than JSON", "Send Content-Type: application/json."),
    "bad-value": Kind(422, "A value cannot be", "Each entry of `errors` points at a value and says what to write."),
    "failure": Kind(
        500, "Something went wrong on our side", "Nothing was changed. Try again, then report the reference."
    ),
    "busy": Kind(503, "The database is busy", "Nothing was changed. Send the same request again in a moment."),
}


class ErrorPlace(BaseModel):
    """One value that cannot be, and where it stands."""

    pointer: str
    """JSON pointer into the body (`/basket/lines/0/price`), or the name of a parameter."""
    code: str
    detail: str


class Problem(BaseModel):
    """A refusal. Nothing was changed."""

    type: str
    title: str
    status: int
    detail: str
    way_out: str
    errors: list[ErrorPlace] = []
    reason: str | None = None
    """With `refused`: a short stable code for what stood in the way."""
    figures: dict[str, Any] | None = None
    """The figures behind the reason, such as how many points there are."""
    reference: str | None = None
    """Joins a failure on our side with our records."""


class Refusal(Exception):
    """Raised anywhere below an endpoint: the request is refused with this type of problem."""

    def __init__(
        self,
        code: str,
        detail: str = "",
        *,
        errors: Sequence[ErrorPlace] = (),
        reason: str | None = None,
        figures: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(detail or KINDS[code].title)
        self.code = code
        self.errors = errors
        self.reason = reason
        self.figures = figures

    def below(self, *place: str | int) -> "Refusal":
        """The same for a body in which what was wrong stands at this place."""
        errors = [one.model_copy(update={"pointer": pointer(place) + one.pointer}) for one in self.errors]
        return Refusal(self.code, str(self), errors=errors, reason=self.reason, figures=self.figures)

    def as_json(self) -> dict[str, Any]:
        return _body(self.code, str(self), self.errors, {"reason": self.reason, "figures": self.figures})

    def as_response(self) -> HttpResponse:
        return answer(self.code, str(self), errors=self.errors, reason=self.reason, figures=self.figures)


def _body(code: str, detail: str, errors: Sequence[ErrorPlace], more: Mapping[str, object]) -> dict[str, Any]:
    kind = KINDS[code]
    body: dict[str, Any] = {
        "type": TYPES + code,
        "title": kind.title,
        "status": kind.status,
        "detail": detail or kind.title,
        "way_out": kind.way_out,
        **{name: value for name, value in more.items() if value},
    }
    return body | {"errors": [one.model_dump() for one in errors]} if errors else body


def answer(code: str, detail: str = "", *, errors: Sequence[ErrorPlace] = (), **more: object) -> HttpResponse:
    """The refusal as an HTTP response; `more` are further members, left out when there is nothing to say."""
    status = KINDS[code].status
    response = HttpResponse(to_json(_body(code, detail, errors, more)), content_type=MEDIA_TYPE, status=status)
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = "Bearer"
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = "1"
    return response


def pointer(place: Sequence[str | int]) -> str:
    """The place as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in place)
