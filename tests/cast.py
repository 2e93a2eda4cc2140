"""The named cast: one person per role, a customer, and an outsider who is nobody."""

from dangol.people.models import Customer
from dangol.staff import actions as staff
from dangol.staff.models import User
from dangol.staff.rights import Role
from tests.build import a_customer, an_act

PASSWORD = "a-long-password"


def somebody(role: Role) -> User:
    """The person of this role; the same one each time."""
    known = User.objects.filter(username=role.value).first()
    if known is not None:
        return known
    with an_act() as act:
        return staff.add_user(act=act, username=role.value, password=PASSWORD, role=role)


def owner() -> User:
    return somebody(Role.OWNER)


def lead() -> User:
    return somebody(Role.LEAD)


def agent() -> User:
    return somebody(Role.AGENT)


def clerk() -> User:
    return somebody(Role.CLERK)


def partner() -> User:
    return somebody(Role.PARTNER)


def auditor() -> User:
    return somebody(Role.AUDITOR)


def customer(phone: str = "010-0000-0001", **details: str) -> Customer:
    """A regular who is known by phone and e-mail."""
    return a_customer(identities={"phone": phone, "email": "regular@dangol.example"}, **details)
