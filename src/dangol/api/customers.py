"""Customers: enrol, find by phone, e-mail or outside id, look up."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BaseModel, Field

from dangol.api.answered import answered
from dangol.api.bodies import Wire, only, read
from dangol.api.described import described, done, request_key
from dangol.api.keys import Key, doer
from dangol.api.problems import Refusal
from dangol.facts.actions import Answer
from dangol.flows.join import join
from dangol.flows.refer import refer
from dangol.lib import clock
from dangol.people import queries
from dangol.people.models import Customer
from dangol.staff.rights import Right

router = Router(tags=["customers"])


class BirthdayIn(Wire):
    """Day and month; the year only when the customer told it."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)]
    year: Annotated[int, Field(ge=1900, le=2200)] | None = None


class CustomerIn(Wire):
    """Somebody to be enrolled. At least one of phone, email and external is needed to know them again."""

    phone: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    email: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    external: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    """Their id in another program."""
    name: Annotated[str, Field(max_length=200)] = ""
    language: Annotated[str, Field(pattern="^([a-z]{2,3})?$")] = ""
    birthday: BirthdayIn | None = None
    member: bool = True
    """Joins the loyalty programme."""


class EnrolledOut(BaseModel):
    """The customer, and whether we met them just now."""

    id: UUID
    new: bool


class BirthdayOut(BaseModel):
    """Day and month; the year when it is known."""

    month: int
    day: int
    year: int | None


class CustomerOut(BaseModel):
    """A customer."""

    id: UUID
    name: str
    language: str
    birthday: BirthdayOut | None
    enrolled: datetime
    member_since: datetime | None
    phone: list[str]
    email: list[str]
    external: list[str]


class CustomersOut(BaseModel):
    """The customers who have what was asked for: one or none."""

    customers: list[CustomerOut]


class ReferralIn(Wire):
    """A customer (`referrer`) brought another one (`friend`), who has not ordered yet."""

    referrer: UUID
    friend: UUID


class ReferralOut(BaseModel):
    """The referral is remembered; the reward follows by the policy."""

    referrer: UUID
    friend: UUID


@router.post(
    "/customers",
    auth=Key(Right.WRITE_CUSTOMERS),
    operation_id="enrol_customer",
    **described(takes=CustomerIn, gives=EnrolledOut, status=201, refuses=("already",), writes=True),
)
def enrol_customer(request: HttpRequest) -> HttpResponse:
    """Enrols somebody, or finds whoever already has the phone, e-mail or outside id and adds what is new."""
    key = request_key(request)
    wanted = read(request, CustomerIn)
    if not (wanted.phone or wanted.email or wanted.external):
        raise Refusal("bad-value", "Give at least one of phone, email and external: they tell customers apart.")
    answer = join(
        phone=wanted.phone or "",
        email=wanted.email or "",
        external=wanted.external or "",
        name=wanted.name,
        language=wanted.language,
        birthday=_birthday(wanted.birthday),
        member=wanted.member,
        request=key,
        by=doer(request),
        at=clock.now(),
    )
    return answered(
        Answer({"id": str(UUID(answer.value["customer"])), "new": answer.value["new"]}, answer.replayed), status=201
    )


def _birthday(given: BirthdayIn | None) -> date | tuple[int, int] | None:
    if given is None:
        return None
    if given.year is None:
        return given.month, given.day
    try:
        return date(given.year, given.month, given.day)
    except ValueError as error:
        raise Refusal("bad-value", f"{given.day}.{given.month}.{given.year} is no day.") from error


@router.get(
    "/customers",
    auth=Key(Right.READ_CUSTOMERS),
    operation_id="find_customers",
    **described(gives=CustomersOut, refuses=("bad-value",)),
)
def find_customers(
    request: HttpRequest,
    phone: Annotated[str, Query(max_length=40)] = "",
    email: Annotated[str, Query(max_length=200)] = "",
    external: Annotated[str, Query(max_length=200)] = "",
) -> HttpResponse:
    """The customer with this phone number, e-mail or outside id; exactly one of the three is asked for."""
    only(request, "phone", "email", "external")
    asked = [(kind, text) for kind, text in (("phone", phone), ("email", email), ("external", external)) if text]
    if len(asked) != 1:
        raise Refusal("bad-value", "Ask for exactly one of phone, email and external.")
    found = queries.find(*asked[0])
    return done(CustomersOut(customers=[shown(found)] if found else []))


@router.get(
    "/customers/{uuid:customer}",
    auth=Key(Right.READ_CUSTOMERS),
    operation_id="get_customer",
    **described(gives=CustomerOut, refuses=("unknown-customer", "bad-value")),
)
def get_customer(request: HttpRequest, customer: UUID) -> HttpResponse:
    """One customer."""
    only(request)
    return done(shown(queries.customer(customer)))


def shown(customer: Customer) -> CustomerOut:
    """The customer as the API shows them."""
    known: dict[str, list[str]] = {"phone": [], "email": [], "external": []}
    for identity in customer.identities.order_by("added_at", "id"):
        known[identity.kind].append(identity.value)
    birthday = None
    if customer.birth_month is not None and customer.birth_day is not None:
        birthday = BirthdayOut(month=customer.birth_month, day=customer.birth_day, year=customer.birth_year)
    return CustomerOut(
        id=customer.id,
        name=customer.name,
        language=customer.language,
        birthday=birthday,
        enrolled=customer.created_at,
        member_since=customer.member_since,
        **known,
    )


@router.post(
    "/referrals",
    auth=Key(Right.WRITE_CUSTOMERS),
    operation_id="refer_customer",
    **described(takes=ReferralIn, gives=ReferralOut, status=201, refuses=("unknown-customer", "refused"), writes=True),
)
def refer_customer(request: HttpRequest) -> HttpResponse:
    """Remembers who brought whom: once, never oneself, never in a circle."""
    key = request_key(request)
    wanted = read(request, ReferralIn)
    return answered(
        refer(referrer=wanted.referrer, friend=wanted.friend, request=key, by=doer(request), at=clock.now()), status=201
    )
