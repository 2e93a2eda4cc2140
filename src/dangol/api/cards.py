"""The customer's card and the ledger of their points, each entry with its clause and in words."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from dangol.api.bodies import only
from dangol.api.described import described, done
from dangol.api.keys import Key
from dangol.api.policy import Language, spoken
from dangol.flows.card import CardView, EntryView, card_of, entries_of
from dangol.lib import clock
from dangol.people import queries as people
from dangol.staff.rights import Right

router = Router(tags=["cards"])
MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class LedgerOut:
    """Entries, latest first; `next` asks for the older ones, and is null on the last page."""

    entries: tuple[EntryView, ...]
    next: int | None


@router.get(
    "/customers/{uuid:customer}/card",
    auth=Key(Right.READ_CUSTOMERS),
    operation_id="get_card",
    **described(gives=CardView, refuses=("unknown-customer", "no-policy", "bad-value")),
)
def get_card(request: HttpRequest, customer: UUID, language: Language = "en") -> HttpResponse:
    """Tier and distance to the next, points by state with expiry, stamps, vouchers and gifts, rewards within reach."""
    only(request, "language")
    people.customer(customer)
    return done(card_of(customer, at=clock.now(), language=spoken(language)))


@router.get(
    "/customers/{uuid:customer}/ledger",
    auth=Key(Right.READ_CUSTOMERS),
    operation_id="get_ledger",
    **described(gives=LedgerOut, refuses=("unknown-customer", "bad-value")),
)
def get_ledger(
    request: HttpRequest,
    customer: UUID,
    language: Language = "en",
    limit: Annotated[int, Query(ge=1, le=MOST_ENTRIES)] = 100,
    before: Annotated[int | None, Query(ge=1, description="`next` of the page before this one.")] = None,
) -> HttpResponse:
    """Every movement of points, latest first, with the clause and version it follows from and in words."""
    only(request, "language", "limit", "before")
    people.customer(customer)
    page = entries_of(customer, language=spoken(language), limit=limit, before=before)
    return done(LedgerOut(page.entries, page.entries[-1].number if page.more else None))
