"""Quotes: what a basket would cost and why, one at a time or up to a thousand at once. Nothing is recorded."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from ninja import Router
from pydantic import Field, TypeAdapter
from pydantic_core import to_json

from dangol.api.answers import QuoteOut, QuotesOut
from dangol.api.bodies import BATCH, SINGLE, Wire, read, read_quickly
from dangol.api.described import described
from dangol.api.keys import Key
from dangol.api.lane import straight
from dangol.api.refusals import refusal_of
from dangol.api.shapes import BasketIn, Customer, Money
from dangol.flows.errors import Refused
from dangol.flows.quote import Quoting
from dangol.flows.reading import PlainMajor, PlainMinor
from dangol.lib import clock
from dangol.staff.rights import Right

router = Router(tags=["quotes"])
_MAY_ASK = Key(Right.QUOTE)
log = logging.getLogger("dangol.api")
MOST_AT_ONCE = 1_000
_MOST_HELD = 4 * 1024 * 1024
_BLOCK = 64 * 1024
Explain = Annotated[
    Literal["full", "brief"],
    Field(
        description='"full": figures by line and unit, every reason, what would have been given, the nearest miss, '
        'the points with their sum. "brief": totals, what each clause took off, and the first reason of each that did '
        "not act."
    ),
]


class SituationIn(Wire):
    """Who buys what. Without a customer the policy treats the buyer as a guest."""

    basket: BasketIn
    customer: Customer | None = None


class QuoteIn(SituationIn):
    """One quote."""

    money: Money
    explain: Explain = "full"


class QuotesIn(Wire):
    """Many quotes at once."""

    money: Money
    explain: Explain = "brief"
    situations: Annotated[list[SituationIn], Field(min_length=1, max_length=MOST_AT_ONCE)]


# --- the same, as usual callers send it: the basket is read along with the rest --------------------------------------


@dataclass(frozen=True)
class _Minor:
    __pydantic_config__ = Wire.model_config

    basket: PlainMinor
    customer: Customer | None = None


@dataclass(frozen=True)
class _MinorOne:
    __pydantic_config__ = Wire.model_config

    money: Literal["minor"]
    basket: PlainMinor
    customer: Customer | None = None
    explain: Explain = "full"


@dataclass(frozen=True)
class _MinorMany:
    __pydantic_config__ = Wire.model_config

    money: Literal["minor"]
    situations: Annotated[list[_Minor], Field(min_length=1, max_length=MOST_AT_ONCE)]
    explain: Explain = "brief"


@dataclass(frozen=True)
class _Major:
    __pydantic_config__ = Wire.model_config

    basket: PlainMajor
    customer: Customer | None = None


@dataclass(frozen=True)
class _MajorOne:
    __pydantic_config__ = Wire.model_config

    money: Literal["major"]
    basket: PlainMajor
    customer: Customer | None = None
    explain: Explain = "full"


@dataclass(frozen=True)
class _MajorMany:
    __pydantic_config__ = Wire.model_config

    money: Literal["major"]
    situations: Annotated[list[_Major], Field(min_length=1, max_length=MOST_AT_ONCE)]
    explain: Explain = "brief"


USUAL_ONE: TypeAdapter[_MinorOne | _MajorOne] = TypeAdapter(
    Annotated[_MinorOne | _MajorOne, Field(discriminator="money")]
)
USUAL_MANY: TypeAdapter[_MinorMany | _MajorMany] = TypeAdapter(
    Annotated[_MinorMany | _MajorMany, Field(discriminator="money")]
)
_Many = QuotesIn | _MinorMany | _MajorMany
_Situation = SituationIn | _Minor | _Major


@router.post(
    "/quotes",
    auth=_MAY_ASK,
    operation_id="quote",
    **described(takes=QuoteIn, gives=QuoteOut, refuses=("unknown-customer", "unknown-voucher", "no-policy", "refused")),
)
@straight("/api/quotes", _MAY_ASK)
def one_quote(request: HttpRequest) -> HttpResponse:
    """What the basket costs now, what applied, what did not and why, and the points it would earn."""
    quoting = Quoting(clock.now())
    context = quoting.context("major")
    wanted = read_quickly(request, USUAL_ONE, context=context, limit=SINGLE) or read(request, QuoteIn)
    answers = quoting.answers(wanted.money)
    text = quoting.answer(wanted.basket, wanted.customer, wanted.money, answers, wanted.explain)
    return HttpResponse(text.encode(), content_type="application/json")


@router.post(
    "/quotes/batch",
    auth=_MAY_ASK,
    operation_id="quotes",
    **described(takes=QuotesIn, gives=QuotesOut, refuses=("no-policy",)),
)
@straight("/api/quotes/batch", _MAY_ASK)
def many_quotes(request: HttpRequest) -> HttpResponseBase:
    """Up to 1,000 quotes at the same instant, each with its answer or its problem, in the order they were asked."""
    quoting = Quoting(clock.now())
    context = quoting.context("major")
    wanted = read_quickly(request, USUAL_MANY, context=context, limit=BATCH) or read(request, QuotesIn, limit=BATCH)
    quoting.meet(one.customer for one in wanted.situations)
    pieces = _pieces(quoting, wanted)
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _MOST_HELD:
            blocks = _blocks(chain(held, pieces))
            return StreamingHttpResponse(blocks, content_type="application/json")
    return HttpResponse("".join(held).encode(), content_type="application/json")


def _pieces(quoting: Quoting, wanted: _Many) -> Iterator[str]:
    """The answer, situation by situation."""
    answers = quoting.answers(wanted.money)
    before = '{"quotes":['
    situations: Sequence[_Situation] = wanted.situations
    for place, one in enumerate(situations):
        try:
            text = quoting.answer(one.basket, one.customer, wanted.money, answers, wanted.explain)
        except Refused as refused:
            yield f'{before}{{"problem":{_problem(refused, place)}}}'
        else:
            yield f'{before}{{"quote":{text}}}'
        before = ","
    yield "]}"


def _blocks(pieces: Iterator[str]) -> Iterator[bytes]:
    """An answer too long to be held whole. It has begun, so that a failure can only end it: the log says why."""
    held: list[str] = []
    size = 0
    try:
        for piece in pieces:
            held.append(piece)
            size += len(piece)
            if size > _BLOCK:
                yield "".join(held).encode()
                held, size = [], 0
    except Exception:
        log.exception("A long answer to many quotes could not be finished")
        raise
    yield "".join(held).encode()


def _problem(error: Refused, place: int) -> str:
    """The problem of one situation; what it points at is in the whole body."""
    refusal = refusal_of(error)
    assert refusal is not None
    return to_json(refusal.below("situations", place).as_json()).decode()
