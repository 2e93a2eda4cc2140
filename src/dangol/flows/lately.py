"""What happened to a customer lately, latest first: points that moved, visits, gifts; purchases without points."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dangol.flows.card import CardView, entries_of, name_of_gift
from dangol.flows.movements import Movement, movements
from dangol.lib import money
from dangol.loyalty import queries as loyalty
from dangol.loyalty.models import Voucher
from dangol.rulebook import queries as rulebook
from dangol.sales import queries as sales
from dangol.sales.models import CANCELLED
from dangol_policy import words


@dataclass(frozen=True, slots=True)
class Lately:
    """The latest happenings, and whether there are older ones."""

    movements: tuple[Movement, ...]
    more: bool


def lately(card: CardView, *, language: str, limit: int) -> Lately:
    """What the counter and the customer's page list; a purchase that moves points is told by its points."""
    customer, more, since = card.customer, False, None
    found = [*_gifts(customer, language, limit + 1), *_visits(card, language, limit + 1)]
    if card.points is None:
        found += _purchases(card, language, limit + 1)
    else:
        entries = entries_of(customer, language=language, limit=limit)
        points = movements(entries)
        if entries.more:
            # Older points are not listed: what lies between them would seem to stand alone.
            more, since = True, points[-1].at
        found += points
    shown = sorted((one for one in found if since is None or one.at >= since), key=lambda one: one.at, reverse=True)
    return Lately(tuple(shown[:limit]), more or len(found) > limit)


def _visits(card: CardView, language: str, limit: int) -> Iterator[Movement]:
    rows = list(sales.visits_of(card.customer)[:limit])
    stamps = loyalty.stamps_for(card.customer, visits=[row.id for row in rows], orders=[])
    for row in rows:
        amount = money.as_text(row.amount, card.currency, language) if row.amount is not None else ""
        yield _happening(row.at, _("Visit"), amount=amount, says=_stamps_said(card, stamps.get(row.id, 0)))


def _purchases(card: CardView, language: str, limit: int) -> Iterator[Movement]:
    rows = list(sales.of_customer(card.customer).exclude(state=CANCELLED)[:limit])
    stamps = loyalty.stamps_for(card.customer, visits=[], orders=[row.id for row in rows])
    for row in rows:
        amount = money.as_text(row.total - row.refunded, row.currency, language)
        says = _stamps_said(card, stamps.get(row.id, 0))
        if row.refunded:
            says += (_("%(amount)s came back.") % {"amount": money.as_text(row.refunded, row.currency, language)},)
        yield _happening(row.at, _("Purchase"), order=row.number, amount=amount, says=says)


def _stamps_said(card: CardView, given: int) -> tuple[str, ...]:
    if not card.cards:
        return ()
    if given <= 0:
        return (_("It gave no stamp."),)
    return (ngettext("One stamp was given.", "%(n)s stamps were given.", given) % {"n": given},)


def _gifts(customer: UUID, language: str, limit: int) -> Iterator[Movement]:
    for row in loyalty.vouchers(customer).exclude(kind="points")[:limit]:
        name, says = _named(row, language)
        yield _happening(row.issued_at, _("Received: %(gift)s") % {"gift": name}, says=says, of=row)
    for use in loyalty.voucher_uses(customer).exclude(voucher__kind="points")[:limit]:
        name, says = _named(use.voucher, language)
        yield _happening(use.at, _("Used: %(gift)s") % {"gift": name}, says=says, of=use.voucher)


def _named(row: Voucher, language: str) -> tuple[str, tuple[str, ...]]:
    """What was given in a few words, and a sentence where there is more to say."""
    policy = rulebook.compiled(row.policy_version or 0).policy
    whole = name_of_gift(policy, language, kind=row.kind.replace("-", " "), clause=row.clause, gives=row.gives)
    if row.gives.get("item"):
        return whole, ()
    name = words.name_of(policy, language, row.clause)
    return name, (f"{whole}.",) if whole != name else ()


def _happening(
    at: datetime,
    title: str,
    *,
    order: str = "",
    amount: str = "",
    says: tuple[str, ...] = (),
    of: Voucher | None = None,
) -> Movement:
    return Movement(
        at=at,
        title=title,
        points=0,
        moved=0,
        order=order,
        clause=of.clause if of else "",
        version=of.policy_version if of else None,
        says=says,
        amount=amount,
    )
