"""Who may do what, and keys for programs."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.http import HttpRequest

from dangol.facts.models import Fact
from dangol.staff import actions
from dangol.staff.errors import BadKey, Denied, SignInNeeded, UnknownRight
from dangol.staff.models import ApiKey, User
from dangol.staff.queries import authenticate, can, require, require_scope
from dangol.staff.rights import RIGHTS, Right, Role
from tests.build import NOON, an_act

pytestmark = pytest.mark.django_db


def a_user(role: Role = Role.CLERK, username: str = "jiyoung") -> User:
    with an_act() as act:
        return actions.add_user(act=act, username=username, password="counter-7!", role=role)


def asked_by(user: User | AnonymousUser) -> HttpRequest:
    request = HttpRequest()
    request.user = user
    return request


def test_every_role_has_rights_and_only_the_owner_all() -> None:
    assert set(RIGHTS) == set(Role)
    assert [role for role in Role if RIGHTS[role] == set(Right)] == [Role.OWNER]
    assert all(RIGHTS[role] for role in Role)
    assert not RIGHTS[Role.AUDITOR] & {Right.RECORD_SALES, Right.ADJUST_POINTS, Right.PUBLISH_POLICY}
    assert RIGHTS[Role.POLICY_EDITOR].isdisjoint({Right.APPROVE_POLICY, Right.PUBLISH_POLICY})


def test_the_first_line_of_a_page_lets_in_who_holds_the_right() -> None:
    clerk = a_user()
    assert require(asked_by(clerk), Right.RECORD_SALES) == clerk
    with pytest.raises(Denied, match="clerk"):
        require(asked_by(clerk), Right.PUBLISH_POLICY)
    with pytest.raises(SignInNeeded):
        require(asked_by(AnonymousUser()), Right.RECORD_SALES)


def test_a_closed_user_holds_no_right() -> None:
    clerk = a_user()
    with an_act() as act:
        actions.close_user(act=act, user=clerk)
        actions.close_user(act=act, user=clerk)
    assert not can(clerk, Right.RECORD_SALES)
    assert not can(None, Right.RECORD_SALES)
    assert Fact.objects.filter(kind="staff.changed").count() == 2


def test_a_role_can_be_changed_but_not_invented() -> None:
    clerk = a_user()
    with an_act() as act:
        actions.change_role(act=act, user=clerk, role=Role.LEAD)
    assert can(User.objects.get(), Right.ADJUST_POINTS)
    with pytest.raises(IntegrityError):
        User.objects.create(username="x", role="king")


def test_passwords_are_kept_hashed() -> None:
    clerk = a_user()
    assert "counter-7!" not in clerk.password
    assert clerk.check_password("counter-7!")
    assert not User.objects.create_user("nobody").has_usable_password()
    assert User.objects.create_superuser("boss", "x").role == Role.OWNER


class TestKeys:
    """Keys for programs: shown once, kept as a hash, limited, withdrawn."""

    def make(self, **details: object) -> tuple[ApiKey, str]:
        values = {"name": "till", "scopes": ["quotes", "sales.write"], **details}
        with an_act(by="staff:1") as act:
            return actions.create_key(act=act, **values)  # type: ignore[arg-type]

    def test_the_token_is_recognised_and_its_secret_not_stored(self) -> None:
        key, token = self.make()
        assert authenticate(token, at=NOON) == key
        secret = token.split(".")[1]
        assert secret not in str(ApiKey.objects.values())
        assert len(secret) >= 40
        assert key.created_by == "staff:1"

    @pytest.mark.parametrize("wrong", ["", ".", "nonsense", "{prefix}", "{prefix}.", "{prefix}.x", "x.{secret}"])
    def test_any_other_token_is_refused_alike(self, wrong: str) -> None:
        _, token = self.make()
        prefix, secret = token.split(".")
        with pytest.raises(BadKey) as refused:
            authenticate(wrong.format(prefix=prefix, secret=secret), at=NOON)
        assert "unknown, withdrawn or expired" in str(refused.value)

    def test_a_key_ends_when_it_expires_or_is_withdrawn(self) -> None:
        key, token = self.make(expires_at=NOON + timedelta(hours=1))
        assert authenticate(token, at=NOON + timedelta(minutes=59)) == key
        with pytest.raises(BadKey):
            authenticate(token, at=NOON + timedelta(hours=1))
        with an_act() as act:
            actions.revoke_key(act=act, key=key)
            actions.revoke_key(act=act, key=key)
        with pytest.raises(BadKey):
            authenticate(token, at=NOON)
        assert Fact.objects.filter(kind="key.revoked").count() == 1

    def test_a_key_carries_only_its_scopes(self) -> None:
        key, _ = self.make()
        require_scope(key, Right.QUOTE)
        with pytest.raises(Denied, match=r"points\.adjust"):
            require_scope(key, Right.ADJUST_POINTS)
        with pytest.raises(UnknownRight, match="everything"):
            self.make(scopes=["everything"])
        assert ApiKey.objects.count() == 1
