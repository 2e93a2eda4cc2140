"""Who is asking, and may they? The one place where permission is decided. And who works here, and has read what."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from django.http import HttpRequest

from dangol.staff.errors import BadKey, Denied, SignInNeeded
from dangol.staff.models import Acknowledgement, ApiKey, CoverageWaiver, User
from dangol.staff.rights import Right

_NOBODY = hashlib.sha256(b"nobody").hexdigest()


class Doer(Protocol):
    """A user or a key."""

    def may(self, right: Right) -> bool: ...


def can(who: object, right: Right) -> bool:
    """Whether the user or key holds the right; nobody signed in holds none."""
    return isinstance(who, User | ApiKey) and who.may(right)


def require(request: HttpRequest, right: Right) -> User:
    """The first line of each staff page: the signed-in user, or SignInNeeded or Denied."""
    user = request.user
    if not isinstance(user, User):
        raise SignInNeeded("Please sign in first.")
    if not can(user, right):
        raise Denied(f"Your role ({user.role}) does not hold the right {right.value}.")
    return user


def authenticate(token: str, *, at: datetime) -> ApiKey:
    """The key this token belongs to. Takes the same steps for a wrong key as for a right one; raises BadKey."""
    prefix, _, secret = token.partition(".")
    key = ApiKey.objects.filter(prefix=prefix).first() if prefix else None
    expected = key.secret_sha256 if key is not None else _NOBODY
    given = hashlib.sha256(secret.encode()).hexdigest()
    matches = hmac.compare_digest(expected, given)
    if key is None or not matches or not key.valid(at):
        raise BadKey("This key is unknown, withdrawn or expired. Ask the owner for a new one.")
    return key


def require_scope(key: ApiKey, right: Right) -> None:
    """The first line of each endpoint, after the key was recognised."""
    if not can(key, right):
        raise Denied(f"This key does not carry the scope {right.value}.")


def colleagues() -> list[User]:
    """Everybody who works or worked here, those who may sign in first."""
    return list(User.objects.order_by("-is_active", "name", "username"))


def user(key: int) -> User | None:
    """A user by the number acts name them by."""
    return User.objects.filter(pk=key).first()


def acknowledged(people: Iterable[int] | None = None) -> list[Acknowledgement]:
    """What was acknowledged, by these people or by all who may still sign in, oldest first."""
    rows = Acknowledgement.objects.filter(user__is_active=True) if people is None else Acknowledgement.objects.all()
    if people is not None:
        rows = rows.filter(user__in=list(people))
    return list(rows.order_by("at", "id"))


def waived(version: int) -> frozenset[str]:
    """Clauses of a version that need not wait for the staff any more."""
    return frozenset(CoverageWaiver.objects.filter(policy_version=version).values_list("clause", flat=True))
