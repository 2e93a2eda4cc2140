"""Verbs about those who work here: add and change users, say what they do and have read, make and withdraw keys."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.lib.ids import new_secret
from dangol.staff.errors import LastOwner, UnknownRight, UsernameTaken
from dangol.staff.models import Acknowledgement, ApiKey, CheckAnswer, CoverageWaiver, User
from dangol.staff.rights import Right, Role

_PREFIX_BYTES = 6


def add_user(
    *, act: Act, username: str, password: str | None, role: Role, name: str = "", email: str = "", language: str = ""
) -> User:
    """A new user; without a password nobody can sign in as them yet. Raises UsernameTaken."""
    if User.objects.filter(username__iexact=username).exists():
        raise UsernameTaken(f"There is a user {username} already; choose another name.")
    user = User.objects.create_user(
        username, password, role=role, name=name, email=email, language=language, joined_at=act.at
    )
    record(act=act, kind="staff.changed", figures={"user": user.pk, "role": role.value})
    return user


def change_role(*, act: Act, user: User, role: Role) -> None:
    """What the program lets them do. Raises LastOwner."""
    if user.role != role:
        _keep_an_owner(user)
        user.role = role
        user.save(update_fields=["role"])
        record(act=act, kind="staff.changed", figures={"user": user.pk, "role": role.value})


def close_user(*, act: Act, user: User) -> None:
    """The user can no longer sign in; what they did keeps their id. Raises LastOwner."""
    if user.is_active:
        _keep_an_owner(user)
        user.is_active = False
        user.save(update_fields=["is_active"])
        record(act=act, kind="staff.changed", figures={"user": user.pk, "role": user.role})


def open_user(*, act: Act, user: User) -> None:
    """A closed user may sign in again, with the password they had."""
    if not user.is_active:
        user.is_active = True
        user.save(update_fields=["is_active"])
        record(act=act, kind="staff.changed", figures={"user": user.pk, "role": user.role})


def set_password(*, act: Act, user: User, password: str) -> None:
    """A new password; whoever is signed in as this user has to sign in anew."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record(act=act, kind="staff.password-set", figures={"user": user.pk})


def assign(*, act: Act, user: User, duties: Iterable[str]) -> None:
    """What they do here, by the roles of the policy."""
    wanted = sorted(set(duties))
    for duty in set(wanted) - set(user.duties):
        record(act=act, kind="staff.assigned", figures={"user": user.pk, "duty": duty})
    for duty in set(user.duties) - set(wanted):
        record(act=act, kind="staff.relieved", figures={"user": user.pk, "duty": duty})
    if wanted != user.duties:
        user.duties = wanted
        user.save(update_fields=["duties"])


def _keep_an_owner(user: User) -> None:
    """Somebody has to be able to manage the rest. Rows are locked, so that two owners cannot close one another."""
    owners = set(User.objects.select_for_update().filter(role=Role.OWNER, is_active=True).values_list("pk", flat=True))
    if owners == {user.pk}:
        raise LastOwner("This is the only owner; make somebody else owner first.")


def answer_checks(*, act: Act, user: User, duty: str, version: int, answers: Mapping[tuple[str, str], bool]) -> None:
    """Keeps what was answered: by clause and question, whether it was right."""
    for (clause, question), right in answers.items():
        CheckAnswer.objects.create(
            id=act.new_id(),
            user=user,
            duty=duty,
            policy_version=version,
            clause=clause,
            question=question,
            right=right,
            at=act.at,
            request=act.request,
        )
    if answers:
        figures = {"user": user.pk, "duty": duty, "right": sum(answers.values()), "asked": len(answers)}
        record(act=act, kind="staff.checked", version=version, figures=figures)


def acknowledge(*, act: Act, user: User, duty: str, version: int, language: str) -> bool:
    """The person has read it. Doing so again changes nothing; says whether it was new."""
    made = {"id": act.new_id(), "language": language, "at": act.at, "request": act.request}
    _row, new = Acknowledgement.objects.get_or_create(user=user, duty=duty, policy_version=version, defaults=made)
    if new:
        record(act=act, kind="staff.acknowledged", version=version, figures={"user": user.pk, "duty": duty})
    return new


def waive_coverage(*, act: Act, version: int, clause: str, reason: str, share: int, needed: int) -> None:
    """Lets a version take effect although too few have read a clause; `share` and `needed` are whole percents."""
    made = {"id": act.new_id(), "reason": reason, "at": act.at, "by": act.by, "request": act.request}
    _row, new = CoverageWaiver.objects.get_or_create(policy_version=version, clause=clause, defaults=made)
    if new:
        figures = {"share": share, "needed": needed}
        record(act=act, kind="staff.coverage-waived", version=version, clause=clause, figures=figures)


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
