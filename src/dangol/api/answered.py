"""Hands over what a story answered: ids written like everywhere else in the API, and whether it is a repetition."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse

from dangol.api.described import done
from dangol.facts.actions import Answer

_INSIDE: Mapping[str, tuple[str, ...]] = {
    "entries": ("customer", "lot"),
    "vouchers": ("id",),
    "issued": ("id",),
    "voucher": ("id",),
    "lots": ("id",),
    "account": ("customer",),
}
_ON_TOP = ("order", "customer", "visit", "referrer", "friend")


def answered(answer: Answer, *, status: int = 200) -> HttpResponse:
    """The story's answer. Repeated answers say so in a header."""
    response = done(shown(answer.value), status=status)
    if answer.replayed:
        response["Idempotency-Replayed"] = "true"
    return response


def shown(value: Mapping[str, Any]) -> dict[str, Any]:
    """The same with ids in the usual form; numbers of orders and ids of lines are the caller's and stay as they are."""
    return {name: _shown(name, inner) for name, inner in _with_ids(value, _ON_TOP).items()}


def _shown(name: str, value: Any) -> Any:
    ids = _INSIDE.get(name)
    if ids is None or value is None:
        return value
    if isinstance(value, list):
        return [_with_ids(one, ids) for one in value]
    return {inner: _shown(inner, one) for inner, one in _with_ids(value, ids).items()}


def _with_ids(value: Mapping[str, Any], ids: tuple[str, ...]) -> dict[str, Any]:
    return {name: str(UUID(one)) if name in ids and one is not None else one for name, one in value.items()}
