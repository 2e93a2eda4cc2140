"""Verbs about those who work here: add and change users, make and withdraw keys."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.lib.ids import new_secret
from dangol.staff.errors import UnknownRight
from dangol.staff.models import ApiKey, User
from dangol.staff.rights import Right, Role

_PREFIX_BYTES = 6


def add_user(
    *, act: Act, username: str, password: str | None, role: Role, name: str = "", email: str = "", language: str = ""
) -> User:
    """A new user; without a password nobody can sign in as them yet."""
    user = User.objects.create_user(
        username, password, role=role, name=name, email=email, language=language, joined_at=act.at
    )
    record(act=act, kind="staff.changed", figures={"user": user.pk, "role": role.value})
    return user


def change_role(*, act: Act, user: User, role: Role) -> None:
    if user.role != role:
        user.role = role
        user.save(update_fields=["role"])
        record(act=act, kind="staff.changed", figures={"user": user.pk, "role": role.value})


def close_user(*, act: Act, user: User) -> None:
    """The user can no longer sign in; what they did keeps their id."""
    if user.is_active:
        user.is_active = False
        user.save(update_fields=["is_active"])
        record(act=act, kind="staff.changed", figures={"user": user.pk, "role": user.role})


def create_key(*, act: Act, name: str, scopes: Iterable[str], expires_at: datetime | None = None) -> tuple[ApiKey, str]:
    """A new key and its token. The token is shown this once: only its hash is kept."""
    secret = new_secret()
    key = ApiKey.objects.create(
        id=act.new_id(),
        prefix=secrets.token_hex(_PREFIX_BYTES),
        secret_sha256=hashlib.sha256(secret.encode()).hexdigest(),
        name=name,
        scopes=sorted({_known(scope) for scope in scopes}),
        created_at=act.at,
        created_by=act.by,
        expires_at=expires_at,
    )
    record(act=act, kind="key.created", subject=key.id)
    return key, f"{key.prefix}.{secret}"


def _known(scope: str) -> str:
    try:
        return Right(scope).value
    except ValueError as error:
        raise UnknownRight(f"{scope!r} is no scope; the scopes are {', '.join(Right)}") from error


def revoke_key(*, act: Act, key: ApiKey) -> None:
    """The key stops working at once; withdrawing it again changes nothing."""
    if ApiKey.objects.filter(pk=key.pk, revoked_at__isnull=True).update(revoked_at=act.at):
        key.revoked_at = act.at
        record(act=act, kind="key.revoked", subject=key.id)
