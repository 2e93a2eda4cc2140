"""What is kept about a person in this room, how to hand it over, and how to erase it."""

from datetime import datetime
from uuid import UUID

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.lib.personal import Holding, rows_of
from dangol.people.models import Belonging, Customer, Identity, Referral


def _blank(customer: UUID) -> int:
    """The row stays, because purchases and points hang on its id; it names nobody any more."""
    return Customer.objects.filter(id=customer).update(
        name="", language="", birth_month=None, birth_day=None, birth_year=None
    )


def _erase_identities(customer: UUID) -> int:
    return Identity.objects.filter(customer_id=customer).delete()[0]


def _erase_belongings(customer: UUID) -> int:
    return Belonging.objects.filter(customer_id=customer).delete()[0]


HOLDINGS = (
    Holding(
        Customer,
        what="name, language, birthday, member since",
        export=rows_of(Customer, "id"),
        erase=_blank,
    ),
    Holding(
        Identity,
        what="phone numbers, e-mail addresses, ids in other systems",
        export=rows_of(Identity),
        erase=_erase_identities,
    ),
    Holding(
        Belonging,
        what="segments, tags and memberships",
        export=rows_of(Belonging),
        erase=_erase_belongings,
    ),
    Holding(
        Referral,
        what="who brought the customer",
        export=rows_of(Referral),
        kept_because="it holds two ids and an instant; rewards already given must stay explainable",
    ),
)


def mark_erased(*, act: Act, customer: UUID, rows: int, at: datetime) -> None:
    """The last step of an erasure, after every room has erased its own."""
    Customer.objects.filter(id=customer).update(erased_at=at)
    record(act=act, kind="customer.erased", customer=customer, figures={"rows": rows})
