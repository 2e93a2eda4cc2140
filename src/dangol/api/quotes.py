"""Quotes: what a basket would cost and why, one at a time or up to a thousand at once. Nothing is recorded."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from dangol.api.answers import DecisionOut, QuotesOut
from dangol.api.bodies import BATCH, Wire, read
from dangol.api.described import described, done
from dangol.api.keys import Key
from dangol.api.refusals import refusal_of
from dangol.api.shapes import BasketIn, Customer, Money
from dangol.flows.answers import decision_json
from dangol.flows.errors import Refused
from dangol.flows.quote import quote, quotes
from dangol.lib import clock
from dangol.staff.rights import Right

router = Router(tags=["quotes"])
MOST_AT_ONCE = 1_000


class SituationIn(Wire):
    """Who buys what. Without a customer the policy treats the buyer as a guest."""

    basket: BasketIn
    customer: Customer | None = None


class QuoteIn(SituationIn):
    """One quote."""

    money: Money


class QuotesIn(Wire):
    """Many quotes at once."""

    money: Money
    situations: Annotated[list[SituationIn], Field(min_length=1, max_length=MOST_AT_ONCE)]


@router.post(
    "/quotes",
    auth=Key(Right.QUOTE),
    operation_id="quote",
    **described(
        takes=QuoteIn, gives=DecisionOut, refuses=("unknown-customer", "unknown-voucher", "no-policy", "refused")
    ),
)
def one_quote(request: HttpRequest) -> HttpResponse:
    """What the basket costs now, what applied, what did not and why, and the points it would earn."""
    wanted = read(request, QuoteIn)
    decision = quote(basket=wanted.basket, customer=wanted.customer, at=clock.now(), money=wanted.money)
    return done(decision_json(decision, money=wanted.money))


@router.post(
    "/quotes/batch",
    auth=Key(Right.QUOTE),
    operation_id="quotes",
    **described(takes=QuotesIn, gives=QuotesOut, refuses=("no-policy",)),
)
def many_quotes(request: HttpRequest) -> HttpResponse:
    """Up to 1,000 quotes at the same instant, each with its answer or its problem, in the order they were asked."""
    wanted = read(request, QuotesIn, limit=BATCH)
    situations = [(one.basket, one.customer) for one in wanted.situations]
    found = quotes(situations=situations, at=clock.now(), money=wanted.money)
    return done(
        {
            "quotes": [
                {"problem": _problem(answer, place)}
                if isinstance(answer, Refused)
                else {"quote": decision_json(answer, money=wanted.money)}
                for place, answer in enumerate(found)
            ]
        }
    )


def _problem(error: Refused, place: int) -> dict[str, object]:
    """The problem of one situation; what it points at is in the whole body."""
    refusal = refusal_of(error)
    assert refusal is not None
    return refusal.below("situations", place).as_json()
