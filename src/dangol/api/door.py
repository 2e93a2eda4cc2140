"""The API as a whole: its endpoints, its own description, and what becomes of every exception."""

from django.http import HttpRequest, HttpResponse
from ninja import Swagger
from ninja.errors import ValidationError

from dangol.api import cards, customers, policy, problem_types, quotes, rewards, sales
from dangol.api.described import DangolApi
from dangol.api.lane import refused
from dangol.api.problems import ErrorPlace, answer

_ABOUT = """Customer care decided by a written policy: quotes, purchases, returns, visits, points, cards.

* **Keys.** `Authorization: Bearer …`; each key carries scopes. Made with `dangol key create`.
* **Money.** Every body and every answer says how it counts: `"money": "major"` means text in major units (`"12.50"`),
  `"money": "minor"` whole numbers of minor units (`1250`).
* **Doing something once.** Writing needs a header `Idempotency-Key`. The same key with the same body gets the first
  answer again, with another body 409.
* **Refusals** are `application/problem+json` (RFC 9457) with a way out; after a refusal nothing has changed.
"""

api = DangolApi(
    title="Dangol",
    version="1",
    description=_ABOUT,
    docs_url="/docs",
    openapi_url="/openapi.json",
    docs=Swagger(settings={"persistAuthorization": False, "validatorUrl": None}),
    urls_namespace="api",
)
for room in (quotes, sales, rewards, customers, cards, policy, problem_types):
    api.add_router("", room.router)


def _failed(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    assert isinstance(error, Exception)
    return refused(error, request)


def _bad_parameter(request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    assert isinstance(error, ValidationError)
    errors = [
        ErrorPlace(pointer=str(found["loc"][-1]), code=str(found["type"]), detail=str(found["msg"]))
        for found in error.errors
    ]
    return answer("bad-value", f"{errors[0].pointer}: {errors[0].detail}", errors=errors)


api.add_exception_handler(Exception, _failed)
api.add_exception_handler(ValidationError, _bad_parameter)
