"""Verbs about people: meet, recognise, group, refer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.people import queries
from dangol.people.errors import IdentityTaken, NotABirthday, ReferralRefused
from dangol.people.identities import PHONE, backwards, normalised
from dangol.people.models import Belonging, Customer, Identity, Referral

_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Birthday:
    """Day and month; the year only when the customer told it."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        try:
            date(self.year or _LEAP_YEAR, self.month, self.day)
        except ValueError as error:
            raise NotABirthday(f"{self.day}.{self.month}. is no day of the year") from error


def enrol(
    *,
    act: Act,
    identities: Mapping[str, str],
    name: str = "",
    language: str = "",
    birthday: Birthday | None = None,
    member: bool = True,
    region: str = "KR",
) -> Customer:
    """Meets a customer once: whoever already has one of the identities is returned, with the missing ones added.

    `identities` maps phone, email or external to what was typed. Raises IdentityTaken when they belong to two people.
    """
    wanted = {kind: normalised(kind, text, region=region) for kind, text in identities.items() if text.strip()}
    known = _owner(wanted)
    if known is None:
        try:
            return _meet(act, wanted, name, language, birthday, member)
        except IntegrityError:
            # Somebody else met the same person a moment ago: theirs counts.
            known = _owner(wanted)
            if known is None:
                raise
    for kind, value in wanted.items():
        _add_identity(act, known, kind, value)
    if member and known.member_since is None:
        join(act=act, customer=known)
    return known


def _owner(wanted: Mapping[str, str]) -> Customer | None:
    owners = {}
    for kind, value in wanted.items():
        identity = Identity.objects.filter(kind=kind, value=value).select_related("customer").first()
        if identity is not None:
            owners[kind] = identity.customer
    if len({owner.id for owner in owners.values()}) > 1:
        kind, owner = next(iter(owners.items()))
        raise IdentityTaken(kind, owner.id)
    return next(iter(owners.values()), None)


def _meet(
    act: Act, wanted: Mapping[str, str], name: str, language: str, birthday: Birthday | None, member: bool
) -> Customer:
    with transaction.atomic():
        customer = Customer.objects.create(
            id=act.new_id(),
            name=name.strip(),
            language=language,
            created_at=act.at,
            member_since=act.at if member else None,
            **_birthday_columns(birthday),
        )
        identities = [_identity(act, customer, kind, value) for kind, value in wanted.items()]
        Identity.objects.bulk_create(identities)
    record(act=act, kind="customer.enrolled", customer=customer.id)
    if member:
        record(act=act, kind="customer.joined", customer=customer.id)
    for identity in identities:
        _record_identity(act, identity, "customer.identified")
    return customer


def _identity(act: Act, customer: Customer, kind: str, value: str) -> Identity:
    ending = backwards(value) if kind == PHONE else ""
    return Identity(id=act.new_id(), customer=customer, kind=kind, value=value, ending=ending, added_at=act.at)


def _record_identity(act: Act, identity: Identity, what: str) -> None:
    figures = {"identity": identity.id, "kind": identity.kind}
    record(act=act, kind=what, customer=identity.customer_id, figures=figures)


def _birthday_columns(birthday: Birthday | None) -> dict[str, int | None]:
    if birthday is None:
        return {}
    return {"birth_month": birthday.month, "birth_day": birthday.day, "birth_year": birthday.year}


def _add_identity(act: Act, customer: Customer, kind: str, value: str) -> None:
    """Adds it unless the customer has it already; the unique constraint decides between two customers."""
    identity = _identity(act, customer, kind, value)
    try:
        with transaction.atomic():
            identity.save(force_insert=True)
    except IntegrityError as error:
        owner = Identity.objects.values_list("customer_id", flat=True).get(kind=kind, value=value)
        if owner != customer.id:
            raise IdentityTaken(kind, owner) from error
    else:
        _record_identity(act, identity, "customer.identified")


def add_identity(*, act: Act, customer: Customer, kind: str, text: str, region: str = "KR") -> None:
    """Another phone number, e-mail or outside id of a known customer; adding it twice changes nothing."""
    _add_identity(act, customer, kind, normalised(kind, text, region=region))


def remove_identity(*, act: Act, customer: Customer, kind: str, text: str, region: str = "KR") -> None:
    value = normalised(kind, text, region=region)
    for identity in Identity.objects.filter(customer=customer, kind=kind, value=value):
        _record_identity(act, identity, "customer.unidentified")
        identity.delete()


def join(*, act: Act, customer: Customer) -> None:
    """The customer becomes a member; a member stays one since the first time."""
    changed = Customer.objects.filter(id=customer.id, member_since__isnull=True).update(member_since=act.at)
    if changed:
        customer.member_since = act.at
        record(act=act, kind="customer.joined", customer=customer.id)


def change(
    *,
    act: Act,
    customer: Customer,
    name: str | None = None,
    language: str | None = None,
    birthday: Birthday | None = None,
) -> None:
    """Corrects what is given and leaves the rest."""
    columns: dict[str, Any] = dict(_birthday_columns(birthday))
    if name is not None:
        columns["name"] = name.strip()
    if language is not None:
        columns["language"] = language
    different = {column: value for column, value in columns.items() if getattr(customer, column) != value}
    if not different:
        return
    for column, value in different.items():
        setattr(customer, column, value)
    customer.save(update_fields=list(different))
    record(act=act, kind="customer.changed", customer=customer.id, figures={"fields": len(different)})


def put_into_group(*, act: Act, customer: Customer, kind: str, group: str, until: datetime | None = None) -> None:
    """Segment, tag or membership; putting somebody in again only changes when it ends."""
    _, created = Belonging.objects.update_or_create(
        customer=customer,
        kind=kind,
        group=group,
        defaults={"until": until},
        create_defaults={"id": act.new_id(), "since": act.at, "until": until},
    )
    if created:
        figures = {"kind": kind, "group": group}
        record(act=act, kind="customer.grouped", customer=customer.id, figures=figures)


def take_out_of_group(*, act: Act, customer: Customer, kind: str, group: str) -> None:
    if Belonging.objects.filter(customer=customer, kind=kind, group=group).delete()[0]:
        figures = {"kind": kind, "group": group}
        record(act=act, kind="customer.ungrouped", customer=customer.id, figures=figures)


def refer(*, act: Act, customer: Customer, referrer: Customer) -> None:
    """Remembers who brought the customer. Raises ReferralRefused for oneself, a circle, or a second referrer."""
    if customer.id == referrer.id:
        raise ReferralRefused("self", "Nobody brings themselves: choose another customer as the one who referred.")
    _one_referral_at_a_time()
    earlier = queries.referrer_of(customer.id)
    if earlier == referrer.id:
        return
    if earlier is not None:
        raise ReferralRefused("again", "This customer was already brought by somebody else; the first one counts.")
    if customer.id in _chain(referrer.id):
        raise ReferralRefused("circle", "The customer brought (directly or through others) the one who referred.")
    Referral.objects.create(customer=customer, referrer=referrer, at=act.at)
    record(act=act, kind="customer.referred", customer=customer.id, figures={"referrer": referrer.id})


def _one_referral_at_a_time() -> None:
    """Two referrals at once could close a circle that neither sees; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute('LOCK TABLE "people_referral" IN SHARE ROW EXCLUSIVE MODE')


def _chain(customer_id: UUID) -> set[UUID]:
    """Everybody through whom this customer came."""
    seen: set[UUID] = set()
    above = queries.referrer_of(customer_id)
    while above is not None and above not in seen:
        seen.add(above)
        above = queries.referrer_of(above)
    return seen
