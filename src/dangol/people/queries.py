"""Named reads of customers."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from dangol.lib.reads import Select, columns_of, whole
from dangol.people.errors import NotAnIdentity, UnknownCustomer
from dangol.people.identities import EMAIL, EXTERNAL, PHONE, backwards, normalised
from dangol.people.models import Belonging, Customer, Referral

_FEWEST_DIGITS = 3
CUSTOMER = Select(Customer, columns_of(Customer), "id = %s")
BELONGINGS = Select(Belonging, columns_of(Belonging), 'customer_id = %s ORDER BY kind, "group"')
REFERRER = Select(Referral, ("referrer_id",), "customer_id = %s")


def customer(id_: UUID) -> Customer:
    rows = CUSTOMER(id_)
    if not rows:
        raise UnknownCustomer(id_)
    return whole(Customer, rows[0])


MEMBER = Select(Customer, ("member_since", "birth_year", "birth_month", "birth_day"), "id = %s")


def member(id_: UUID) -> tuple[datetime | None, int | None, int | None, int | None]:
    """Since when the customer belongs to the programme, and the birthday (year, month, day) as far as it is known."""
    rows = MEMBER(id_)
    if not rows:
        raise UnknownCustomer(id_)
    since, year, month, day = rows[0]
    return since, year, month, day


def find(kind: str, text: str, *, region: str = "KR") -> Customer | None:
    """The customer with this identity; text that cannot be one belongs to nobody."""
    try:
        value = normalised(kind, text, region=region)
    except NotAnIdentity:
        return None
    return Customer.objects.filter(identities__kind=kind, identities__value=value).first()


def find_by_phone(text: str, *, region: str = "KR") -> Customer | None:
    return find(PHONE, text, region=region)


def find_by_email(text: str) -> Customer | None:
    return find(EMAIL, text)


def find_by_external(text: str) -> Customer | None:
    return find(EXTERNAL, text)


def find_by_phone_ending(digits: str, *, limit: int = 10) -> list[Customer]:
    """Customers whose number ends so, while the clerk is still typing; nobody for fewer than three digits."""
    ending = backwards(digits)
    if len(ending) < _FEWEST_DIGITS:
        return []
    # Digits come before letters in every collation, so this is the whole range of numbers with this ending.
    matches = Customer.objects.filter(
        identities__kind=PHONE, identities__ending__gte=ending, identities__ending__lt=ending + "a"
    )
    return list(matches.prefetch_related("identities").order_by("-created_at")[:limit])


def belongings(customer_id: UUID) -> list[Belonging]:
    """Every group with its dates, also past and future ones, by kind and name."""
    return [whole(Belonging, row) for row in BELONGINGS(customer_id)]


def groups_of(customer_id: UUID, *, at: datetime) -> dict[str, frozenset[str]]:
    """The groups the customer is in at the instant, by kind: segment, tag, membership."""
    found: dict[str, set[str]] = {"segment": set(), "tag": set(), "membership": set()}
    for belonging in belongings(customer_id):
        if belonging.holds(at):
            found[belonging.kind].add(belonging.group)
    return {kind: frozenset(groups) for kind, groups in found.items()}


def memberships(customer_id: UUID) -> list[Belonging]:
    """Memberships with their dates, also past and future ones."""
    return [one for one in belongings(customer_id) if one.kind == "membership"]


def members_of(kind: str, group: str) -> QuerySet[Customer]:
    return Customer.objects.filter(belongings__kind=kind, belongings__group=group)


def referrer_of(customer_id: UUID) -> UUID | None:
    rows = REFERRER(customer_id)
    return rows[0][0] if rows else None


def brought_by(customer_id: UUID) -> QuerySet[Customer]:
    return Customer.objects.filter(referral__referrer_id=customer_id)
