"""What customers do with what they earned: redeem points, use vouchers and gifts; and points given by a person."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from dangol.api.answered import answered
from dangol.api.answers import ClaimedOut, GrantedOut, RedeemedOut
from dangol.api.bodies import Wire, read
from dangol.api.described import described, request_key
from dangol.api.keys import Key, doer
from dangol.api.problems import Refusal
from dangol.api.shapes import Amount, Customer, Money
from dangol.flows.claim import claim
from dangol.flows.grant import grant
from dangol.flows.redeem import redeem
from dangol.lib import clock
from dangol.staff.rights import Right

router = Router(tags=["points, vouchers and gifts"])


class RedemptionIn(Wire):
    """Points exchanged outside an order: for a reward of the policy, or plainly."""

    customer: Customer
    reward: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    points: Annotated[int, Field(ge=1)] | None = None
    """Smallest parts of a point."""


class ClaimIn(Wire):
    """A voucher or gift in the customer's hands is used (the dessert is served)."""

    voucher: UUID


class GrantIn(Wire):
    """A person gives points, a voucher or a gift, and says why."""

    money: Money
    customer: Customer
    points: Annotated[int, Field(ge=1)] | None = None
    voucher: Amount | None = None
    item: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    because: Annotated[str, Field(min_length=1, max_length=500)]


@router.post(
    "/redemptions",
    auth=Key(Right.REDEEM),
    operation_id="redeem_points",
    **described(
        takes=RedemptionIn,
        gives=RedeemedOut,
        status=201,
        refuses=("unknown-customer", "unknown-reward", "no-policy", "refused"),
        writes=True,
    ),
)
def redeem_points(request: HttpRequest) -> HttpResponse:
    """Exchanges points for a reward."""
    key = request_key(request)
    wanted = read(request, RedemptionIn)
    if (wanted.reward is None) == (wanted.points is None):
        raise Refusal("bad-value", "Name either a reward or a number of points.")
    answer = redeem(
        customer=wanted.customer,
        reward=wanted.reward,
        points=wanted.points,
        request=key,
        by=doer(request),
        at=clock.now(),
    )
    return answered(answer, status=201)


@router.post(
    "/claims",
    auth=Key(Right.REDEEM),
    operation_id="claim_voucher",
    **described(
        takes=ClaimIn, gives=ClaimedOut, status=201, refuses=("unknown-voucher", "no-policy", "refused"), writes=True
    ),
)
def claim_voucher(request: HttpRequest) -> HttpResponse:
    """Uses a voucher or gift outside an order: once, and only until it expires."""
    key = request_key(request)
    wanted = read(request, ClaimIn)
    answer = claim(voucher=wanted.voucher, request=key, by=doer(request), at=clock.now())
    return answered(answer, status=201)


@router.post(
    "/grants",
    auth=Key(Right.ADJUST_POINTS),
    operation_id="grant",
    **described(
        takes=GrantIn, gives=GrantedOut, status=201, refuses=("unknown-customer", "no-policy", "refused"), writes=True
    ),
)
def give(request: HttpRequest) -> HttpResponse:
    """Gives points, a voucher or a gift by a person's decision, with the reason."""
    key = request_key(request)
    wanted = read(request, GrantIn)
    if [wanted.points, wanted.voucher, wanted.item].count(None) != 2:
        raise Refusal("bad-value", "Give exactly one of points, voucher and item.")
    answer = grant(
        customer=wanted.customer,
        points=wanted.points,
        voucher=wanted.voucher,
        item=wanted.item,
        because=wanted.because,
        money=wanted.money,
        request=key,
        by=doer(request),
        at=clock.now(),
    )
    return answered(answer, status=201)
