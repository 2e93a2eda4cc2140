"""Recognises the key of a program and what it may do.

Reading trusts a check that is at most one second old; everything that changes something asks the database, so a
withdrawn key can change nothing from that moment on and read nothing a second later.
"""

import hashlib
from datetime import datetime, timedelta

from django.http import HttpRequest
from ninja.security import HttpBearer

from dangol.api.problems import Refusal
from dangol.lib import clock
from dangol.staff.models import ApiKey
from dangol.staff.queries import authenticate, require_scope
from dangol.staff.rights import Right

TRUSTED_FOR = timedelta(seconds=1)
_MOST_REMEMBERED = 10_000
_WRITING = frozenset(
    {
        Right.WRITE_CUSTOMERS,
        Right.RECORD_SALES,
        Right.ACCEPT_RETURNS,
        Right.REDEEM,
        Right.ADJUST_POINTS,
    }
)
_remembered: dict[bytes, tuple[ApiKey, datetime]] = {}


def forget_keys() -> None:
    """Drops every remembered check."""
    _remembered.clear()


def _recognise(token: str, *, at: datetime, afresh: bool) -> ApiKey:
    fingerprint = hashlib.sha256(token.encode()).digest()
    found = None if afresh else _remembered.get(fingerprint)
    if found is not None and timedelta(0) <= at - found[1] < TRUSTED_FOR and found[0].valid(at):
        return found[0]
    key = authenticate(token, at=at)
    if len(_remembered) >= _MOST_REMEMBERED:
        _remembered.clear()
    _remembered[fingerprint] = (key, at)
    return key


class Key(HttpBearer):
    """`Authorization: Bearer <key>`, where the key carries the scope."""

    def __init__(self, scope: Right) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> ApiKey:
        scheme, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Refusal("key-unknown", "The request names no key.")
        return self.authenticate(request, token.strip())

    def authenticate(self, request: HttpRequest, token: str) -> ApiKey:
        key = _recognise(token, at=clock.now(), afresh=self.scope in _WRITING)
        require_scope(key, self.scope)
        return key


def doer(request: HttpRequest) -> str:
    """Who acts: the key, as the journal names it."""
    return key_of(request).doer


def key_of(request: HttpRequest) -> ApiKey:
    """The key `Key` recognised for this request."""
    key = request.auth  # type: ignore[attr-defined]  # set by django-ninja
    assert isinstance(key, ApiKey)
    return key
