"""How an endpoint describes itself in the OpenAPI document: what it takes and gives, and every way it may refuse."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from pydantic import TypeAdapter
from pydantic_core import to_json

from dangol.api.bodies import Wire
from dangol.api.keys import key_of
from dangol.api.problems import KINDS, MEDIA_TYPE, Problem, Refusal
from dangol.api.shapes import BASKET
from dangol.flows.shapes import basket_schema

_REF = "#/components/schemas/{model}"
_ALWAYS = ("failure", "busy")
_WITH_KEY = ("key-unknown", "scope-missing")
_WITH_BODY = ("malformed-body", "length-missing", "too-large", "not-json", "bad-value")
_WHEN_WRITING = ("idempotency-key-missing", "key-reused")
_KEY_HEADER = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "New for each thing done, the same when repeating: a repeated request gets the first answer again.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[!-~]{1,100}$"},
}
_taken: dict[str, type] = {}
_given: dict[str, type] = {Problem.__name__: Problem}


def described(
    *,
    takes: type[Wire] | None = None,
    gives: type,
    status: int = 200,
    refuses: Sequence[str] = (),
    writes: bool = False,
    needs_key: bool = True,
) -> dict[str, Any]:
    """Keyword arguments for django-ninja's decorators; `refuses` names the problem types of this endpoint alone."""
    _given[gives.__name__] = gives
    codes = (
        *refuses,
        *_ALWAYS,
        *(_WITH_KEY if needs_key else ()),
        *(_WITH_BODY if takes else ()),
        *(_WHEN_WRITING if writes else ()),
    )
    extra: dict[str, Any] = {"responses": _refusals(codes) | {status: _answer(gives)}}
    if writes:
        extra["parameters"] = [_KEY_HEADER]
    if takes is not None:
        _taken[takes.__name__] = takes
        content = {"application/json": {"schema": {"$ref": _REF.format(model=takes.__name__)}}}
        extra["requestBody"] = {"required": True, "content": content}
    # An empty answer model keeps the framework from describing (and checking) the answer a second time.
    return {"response": {status: None}, "openapi_extra": extra}


def _answer(gives: type) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": _REF.format(model=gives.__name__)}}}
    return {"description": (gives.__doc__ or "Done.").strip(), "content": content}


def _refusals(codes: Sequence[str]) -> dict[int, Any]:
    by_status: dict[int, list[str]] = {}
    for code in dict.fromkeys(codes):
        by_status.setdefault(KINDS[code].status, []).append(code)
    content = {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="Problem")}}}
    return {
        status: {"description": "; ".join(f"{code}: {KINDS[code].title}" for code in found), "content": content}
        for status, found in sorted(by_status.items())
    }


class DangolApi(NinjaAPI):
    """django-ninja with our shapes among the components of its document."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        document = super().get_openapi_schema(**options)
        wanted: list[tuple[str, Any, TypeAdapter[Any]]] = [
            *((name, "validation", TypeAdapter(shape)) for name, shape in sorted(_taken.items())),
            *((name, "serialization", TypeAdapter(shape)) for name, shape in sorted(_given.items())),
        ]
        _, definitions = TypeAdapter.json_schemas(wanted, ref_template=_REF)
        basket = basket_schema(_REF)
        schemas = document["components"]["schemas"]
        schemas.update(_with_baskets(definitions["$defs"]))
        schemas.update(basket.pop("$defs"))
        schemas["Basket"] = basket
        return document


def _with_baskets(schema: Any) -> Any:
    """The same schema with a reference wherever a basket is taken."""
    if isinstance(schema, dict):
        if schema.get("x-shape") == BASKET:
            return {"$ref": _REF.format(model="Basket")}
        return {name: _with_baskets(inner) for name, inner in schema.items()}
    if isinstance(schema, list):
        return [_with_baskets(inner) for inner in schema]
    return schema


def done(value: object, *, status: int = 200) -> HttpResponse:
    """The answer of an endpoint: a model, or plain JSON values."""
    return HttpResponse(to_json(value), content_type="application/json", status=status)


def request_key(request: HttpRequest) -> str:
    """The idempotency key, apart for each program, so that two programs never get each other's answers."""
    given = request.META.get("HTTP_IDEMPOTENCY_KEY", "")
    if not (0 < len(given) <= 100 and all("!" <= letter <= "~" for letter in given)):
        raise Refusal("idempotency-key-missing")
    return f"key:{key_of(request).prefix}:{given}"
