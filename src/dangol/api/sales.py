"""Purchases, their cancelling, delivery and return; visits."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import AwareDatetime, Field

from dangol.api.answered import answered
from dangol.api.answers import (
    CancelledOut,
    DeliveredOut,
    PreviewOut,
    PurchasedOut,
    ReturnedOut,
    VisitCancelledOut,
    VisitOut,
)
from dangol.api.bodies import Wire, read
from dangol.api.described import described, done, request_key
from dangol.api.keys import Key, doer
from dangol.api.problems import ErrorPlace, Refusal
from dangol.api.shapes import Amount, BasketIn, Customer, Money, Number
from dangol.flows.cancel import cancel
from dangol.flows.deliver import deliver
from dangol.flows.purchase import purchase
from dangol.flows.return_goods import preview, return_goods
from dangol.flows.visit import cancel_visit, visit
from dangol.lib import clock
from dangol.staff.rights import Right

router = Router(tags=["purchases and visits"])
_CLOCKS_MAY_DIFFER = timedelta(minutes=5)


class PurchaseIn(Wire):
    """A paid purchase. The policy decides what it costs; `expect_total` refuses it when that is another amount."""

    money: Money
    number: Number
    basket: BasketIn
    customer: Customer | None = None
    delivered: date | None = None
    """The day on which the goods reached the customer; goods handed over at once: today."""
    expect_total: Amount | None = None
    at: AwareDatetime | None = None
    """When it was bought, when that was not now (a till that was offline)."""


class DeliverIn(Wire):
    """The goods arrived on this day."""

    on: date


class ReturnIn(Wire):
    """Units that come back, by line id; everything when `lines` is absent."""

    money: Money
    lines: dict[str, Annotated[int, Field(ge=1, le=100_000)]] | None = None
    reason: Literal["change of mind", "fault", "wrong item"] = "change of mind"


class VisitIn(Wire):
    """A customer came by."""

    money: Money
    customer: Customer
    amount: Amount | None = None
    store: Annotated[str, Field(max_length=80)] | None = None
    number: Number | None = None
    """Names the visit, so that it can be taken back."""


def _instant(given: datetime | None) -> datetime:
    """Now, or the earlier instant the caller names."""
    now = clock.now()
    if given is not None and given > now + _CLOCKS_MAY_DIFFER:
        place = ErrorPlace(pointer="/at", code="in-the-future", detail=f"It is {now.isoformat()} now.")
        raise Refusal("bad-value", "/at: a purchase cannot be in the future.", errors=[place])
    return min(given, now) if given is not None else now


@router.post(
    "/purchases",
    auth=Key(Right.RECORD_SALES),
    operation_id="record_purchase",
    **described(
        takes=PurchaseIn,
        gives=PurchasedOut,
        status=201,
        refuses=("unknown-customer", "unknown-voucher", "no-policy", "already", "price-changed", "refused"),
        writes=True,
    ),
)
def record_purchase(request: HttpRequest) -> HttpResponse:
    """Records a purchase: decided by the policy in force, with points, tier, card and vouchers brought up to date."""
    key = request_key(request)
    wanted = read(request, PurchaseIn)
    answer = purchase(
        number=wanted.number,
        basket=wanted.basket,
        customer=wanted.customer,
        delivered=wanted.delivered,
        expect_total=wanted.expect_total,
        money=wanted.money,
        request=key,
        by=doer(request),
        at=_instant(wanted.at),
    )
    return answered(answer, status=201)


@router.post(
    "/purchases/{path:number}/cancel",
    auth=Key(Right.RECORD_SALES),
    operation_id="cancel_purchase",
    **described(gives=CancelledOut, refuses=("unknown-purchase", "refused"), writes=True),
)
def cancel_purchase(request: HttpRequest, number: str) -> HttpResponse:
    """Cancels an order before it was delivered: as if it had not been; uses of promotions are given back."""
    key = request_key(request)
    return answered(cancel(number=number, request=key, by=doer(request), at=clock.now()))


@router.post(
    "/purchases/{path:number}/deliver",
    auth=Key(Right.RECORD_SALES),
    operation_id="deliver_purchase",
    **described(takes=DeliverIn, gives=DeliveredOut, refuses=("unknown-purchase", "refused"), writes=True),
)
def deliver_purchase(request: HttpRequest, number: str) -> HttpResponse:
    """Records the day on which the goods arrived: points that wait for it and the return window begin to count."""
    key = request_key(request)
    wanted = read(request, DeliverIn)
    return answered(deliver(number=number, on=wanted.on, request=key, by=doer(request), at=clock.now()))


@router.post(
    "/purchases/{path:number}/returns",
    auth=Key(Right.ACCEPT_RETURNS),
    operation_id="accept_return",
    **described(takes=ReturnIn, gives=ReturnedOut, status=201, refuses=("unknown-purchase", "refused"), writes=True),
)
def accept_return(request: HttpRequest, number: str) -> HttpResponse:
    """Takes goods back, judged by the policy version of the purchase: refund, points taken back and given back."""
    key = request_key(request)
    wanted = read(request, ReturnIn)
    answer = return_goods(
        number=number,
        lines=wanted.lines,
        reason=wanted.reason,
        money=wanted.money,
        request=key,
        by=doer(request),
        at=clock.now(),
    )
    return answered(answer, status=201)


@router.post(
    "/purchases/{path:number}/returns/preview",
    auth=Key(Right.READ_SALES),
    operation_id="preview_return",
    **described(takes=ReturnIn, gives=PreviewOut, refuses=("unknown-purchase",)),
)
def preview_return(request: HttpRequest, number: str) -> HttpResponse:
    """What a return would give, and whether it is allowed; changes nothing."""
    wanted = read(request, ReturnIn)
    return done(preview(number=number, lines=wanted.lines, reason=wanted.reason, money=wanted.money, at=clock.now()))


@router.post(
    "/visits",
    auth=Key(Right.RECORD_SALES),
    operation_id="record_visit",
    **described(
        takes=VisitIn, gives=VisitOut, status=201, refuses=("unknown-customer", "no-policy", "already"), writes=True
    ),
)
def record_visit(request: HttpRequest) -> HttpResponse:
    """Records a visit: stamps on cards, gifts when a card is full, visits that count for the tier."""
    key = request_key(request)
    wanted = read(request, VisitIn)
    answer = visit(
        customer=wanted.customer,
        amount=wanted.amount,
        store=wanted.store,
        number=wanted.number,
        money=wanted.money,
        request=key,
        by=doer(request),
        at=clock.now(),
    )
    return answered(answer, status=201)


@router.post(
    "/visits/{path:number}/cancel",
    auth=Key(Right.RECORD_SALES),
    operation_id="cancel_visit",
    **described(gives=VisitCancelledOut, refuses=("unknown-visit", "refused"), writes=True),
)
def take_visit_back(request: HttpRequest, number: str) -> HttpResponse:
    """Takes back a visit recorded by mistake, its stamp with it."""
    key = request_key(request)
    return answered(cancel_visit(number=number, request=key, by=doer(request), at=clock.now()))
