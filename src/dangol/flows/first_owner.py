"""The first sign-in: while nobody can sign in at all, whoever holds the code from the terminal becomes the owner.

The code follows from the installation's secret key, so every process knows it and nothing is stored; it opens nothing
once there is a user.
"""

import base64
from datetime import datetime

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.crypto import constant_time_compare, salted_hmac

from dangol.facts.actions import once
from dangol.facts.errors import KeyReused
from dangol.flows.errors import Refused
from dangol.lib.act import Act
from dangol.staff import actions as staff
from dangol.staff.models import User
from dangol.staff.rights import Role

BY = "system:first-start"
_REQUEST = "first-owner"
_SALT = "dangol.flows.first_owner"
_LETTERS, _GROUP = 12, 4
_LONGEST_NAME = 150


class WrongCode(Refused):
    """The code is not the one in the terminal."""

    code = "wrong-code"


class OwnerExists(Refused):
    """Somebody can sign in already: they add further people."""

    code = "owner-exists"


class BadName(Refused):
    """No user can be called this."""

    code = "bad-name"


class WeakPassword(Refused):
    """The password is easy to guess; `reasons` say why, in the reader's language."""

    code = "weak-password"

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def needed() -> bool:
    """Whether nobody can sign in yet."""
    return not User.objects.exists()


def code() -> str:
    """What opens the set-up page: 60 bits, in groups that are easily typed."""
    digest = salted_hmac(_SALT, "owner", algorithm="sha256").digest()
    letters = base64.b32encode(digest).decode()[:_LETTERS]
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def is_code(given: str) -> bool:
    """Whether this is the code, however its groups and letters were typed."""
    typed = "".join(letter for letter in given.upper() if letter.isalnum())
    return constant_time_compare(typed, code().replace("-", ""))


def create(*, given_code: str, username: str, password: str, language: str, at: datetime) -> User:
    """The owner. Raises WrongCode, OwnerExists, BadName, WeakPassword; of two at once one becomes the owner."""
    if not needed():
        raise OwnerExists("Somebody can sign in already.")
    if not is_code(given_code):
        raise WrongCode("This is not the code that was printed in the terminal.")
    name = " ".join(username.split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise BadName("A user name has 1 to 150 characters.")
    _require_strong(password, name)

    def story(act: Act) -> dict[str, object]:
        if not needed():
            raise OwnerExists("Somebody can sign in already.")
        user = staff.add_user(act=act, username=name, password=password, role=Role.OWNER, language=language)
        return {"user": user.pk}

    try:
        answer = once(key=_REQUEST, body={"user": name}, by=BY, at=at, story=story)
    except KeyReused as other:
        raise OwnerExists("Somebody else was quicker.") from other
    if answer.replayed:
        raise OwnerExists("Somebody else was quicker.")
    return User.objects.get(pk=answer.value["user"])


def _require_strong(password: str, name: str) -> None:
    try:
        validate_password(password, User(username=name))
    except ValidationError as weak:
        raise WeakPassword(list(weak.messages)) from weak


@click.command("owner-code")
def owner_code() -> None:
    """Print the code that opens the page on which the first owner is made."""
    click.echo(code() if needed() else "Somebody can sign in already; add people with: dangol user NAME --role owner")


commands: list[click.Command] = [owner_code]
