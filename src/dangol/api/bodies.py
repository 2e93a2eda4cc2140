"""Reads the body of a request: bounded, JSON, of the declared shape; says where each wrong value stands."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from django.http import HttpRequest
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, from_json

from dangol.api.problems import ErrorPlace, Refusal, pointer

SINGLE = 64 * 1024
BATCH = 1024 * 1024
_MOST_ERRORS = 50


class Wire(BaseModel):
    """Base of what comes in: immutable, exactly typed, closed to unknown names."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True)


def only(request: HttpRequest, *names: str) -> None:
    """Refuses parameters the address does not know: a misspelt one would be ignored, and nobody would notice."""
    unknown = [name for name in request.GET if name not in names]
    if unknown:
        known = ", ".join(names) or "none"
        errors = [ErrorPlace(pointer=name, code="unknown-parameter", detail=f"Known: {known}.") for name in unknown]
        raise Refusal("bad-value", f"There is no parameter {unknown[0][:80]!r}. Known: {known}.", errors=errors)


Shape = TypeVar("Shape", bound=Wire)
Usual = TypeVar("Usual")


def raw(request: HttpRequest, *, limit: int = SINGLE) -> bytes:
    """The bytes of the body, refused before they are read when they are too many."""
    meta = request.META
    kind = meta.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refusal("not-json", f"The body is declared as {kind or 'nothing'}.")
    if meta.get("HTTP_TRANSFER_ENCODING") and not meta.get("CONTENT_LENGTH"):
        raise Refusal("length-missing")
    if int(meta.get("CONTENT_LENGTH") or 0) > limit:
        raise Refusal("too-large", f"The body has more than {limit // 1024} KB.")
    return request.body


def _refuse_null(body: bytes) -> None:
    """No database keeps the character U+0000, which JSON can write as an escape only."""
    if b"\\u0000" not in body:
        return
    try:
        found = [_null_at(place) for place in _with_null(from_json(body), ())]
    except ValueError:
        return  # no JSON at all, which is refused with its own reason
    if found:
        raise Refusal("bad-value", "A text holds the character U+0000.", errors=found)


def _with_null(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """Where a text holds the character U+0000, which no database keeps."""
    if isinstance(value, str):
        if "\0" in value:
            yield place
    elif isinstance(value, dict):
        for name, inner in value.items():
            if "\0" in name:
                yield place
            yield from _with_null(inner, (*place, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _with_null(inner, (*place, index))


def _null_at(place: Sequence[str | int]) -> ErrorPlace:
    return ErrorPlace(pointer=pointer(place), code="null-character", detail="A text cannot hold the character U+0000.")


def read(request: HttpRequest, shape: type[Shape], *, limit: int = SINGLE) -> Shape:
    """The body as the declared shape."""
    body = raw(request, limit=limit)
    _refuse_null(body)
    try:
        return shape.model_validate_json(body)
    except ValidationError as error:
        raise invalid(error.errors(include_url=False, include_context=False, include_input=False)) from error


def read_quickly(request: HttpRequest, usual: TypeAdapter[Usual], *, context: object, limit: int) -> Usual | None:
    """The body when it is of the usual kind; else None, and `read` says what it is or what is wrong with it."""
    body = raw(request, limit=limit)
    if b"\\u0000" in body:
        return None
    try:
        return usual.validate_json(body, context=context)
    except ValidationError:
        return None


def invalid(found: Sequence[ErrorDetails], *, below: Sequence[str | int] = ()) -> Refusal:
    """The refusal for values pydantic did not take; `below` is where the checked part stands in the body."""
    if found[0]["type"] == "json_invalid":
        raise Refusal("malformed-body", f"The body is not JSON: {found[0]['msg']}.")
    errors = [
        ErrorPlace(pointer=pointer((*below, *error["loc"])), code=error["type"], detail=error["msg"])
        for error in found[:_MOST_ERRORS]
    ]
    count = "One value" if len(found) == 1 else f"{len(found)} values"
    first = f"{errors[0].pointer or 'the body'}: {errors[0].detail}"
    return Refusal("bad-value", f"{count} cannot be. First: {first}", errors=errors)
