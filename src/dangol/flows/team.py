"""Who works here, as the owner manages it: somebody new, another role, other duties, a new password, a closed door."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dangol.facts.actions import Answer, once
from dangol.flows.errors import NotAllowed, NotFound
from dangol.lib.act import Act
from dangol.staff import actions as staff
from dangol.staff import queries as people
from dangol.staff.errors import LastOwner, UsernameTaken
from dangol.staff.models import User
from dangol.staff.rights import Role

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits nobody mistakes for one another when a password is read out."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """One row of the list of people."""

    id: int
    username: str
    name: str
    role: str
    duties: tuple[str, ...]
    active: bool
    joined_at: datetime | None


def colleagues() -> tuple[Colleague, ...]:
    """Everybody, those who may sign in first."""
    return tuple(colleague(one) for one in people.colleagues())


def colleague(user: User) -> Colleague:
    """One of them."""
    return Colleague(user.pk, user.username, user.name, user.role, tuple(user.duties), user.is_active, user.joined_at)


def find(key: int) -> Colleague:
    """Raises NotFound."""
    return colleague(_user(key))


def _user(key: int) -> User:
    found = people.user(key)
    if found is None:
        raise NotFound("user", str(key))
    return found


def temporary_password() -> str:
    """Something that can be read out over the phone, and guessed by nobody."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def add(
    *,
    username: str,
    name: str,
    role: Role,
    duties: Iterable[str],
    language: str,
    password: str,
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """Somebody new. The password is told by the caller and kept nowhere. Raises NotAllowed when the name is taken."""
    wanted = sorted(duties)

    def story(act: Act) -> dict[str, Any]:
        try:
            user = staff.add_user(
                act=act, username=username, password=password, role=role, name=name, language=language
            )
        except UsernameTaken as taken:
            raise NotAllowed(str(taken), code="username-taken") from taken
        staff.assign(act=act, user=user, duties=wanted)
        return {"user": user.pk}

    body = {"username": username, "name": name, "role": role.value, "duties": wanted, "language": language}
    return once(key=request, body=body, by=by, at=at, story=story)


def change(
    *, user: int, role: Role, duties: Iterable[str], active: bool, request: str, by: str, at: datetime
) -> Answer:
    """Role, duties, and whether they may sign in. Raises NotFound, and NotAllowed when no owner would be left."""
    wanted = sorted(duties)

    def story(act: Act) -> dict[str, Any]:
        found = _user(user)
        try:
            staff.change_role(act=act, user=found, role=role)
            (staff.open_user if active else staff.close_user)(act=act, user=found)
        except LastOwner as last:
            raise NotAllowed(str(last), code="last-owner") from last
        staff.assign(act=act, user=found, duties=wanted)
        return {"user": found.pk}

    body = {"user": user, "role": role.value, "duties": wanted, "active": active}
    return once(key=request, body=body, by=by, at=at, story=story)


def new_password(*, user: int, password: str, request: str, by: str, at: datetime) -> Answer:
    """A temporary password in place of one that was forgotten. Raises NotFound."""

    def story(act: Act) -> dict[str, Any]:
        staff.set_password(act=act, user=_user(user), password=password)
        return {"user": user}

    return once(key=request, body={"user": user}, by=by, at=at, story=story)
