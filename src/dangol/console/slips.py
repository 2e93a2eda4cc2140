"""What the counter says after each act: one sentence, and where the receipt with its reasons is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dangol.flows import orders
from dangol.flows.card import PointsView
from dangol.flows.explaining import QuoteView, explain
from dangol.lib import money
from dangol.people.models import Customer

Said = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A customer as a row of the search: a name or number to call them by, and the phone's last digits."""

    id: UUID
    name: str
    phone: str


def match(customer: Customer) -> Match:
    phone = next((identity.value for identity in customer.identities.all() if identity.kind == "phone"), "")
    ending = f"··· {phone[-4:]}" if phone else ""
    return Match(customer.id, customer.name or _("Customer without a name"), ending)


@dataclass(frozen=True, slots=True)
class Done:
    """What was just recorded: in a sentence, with its receipt, and how to undo it."""

    says: str
    quote: QuoteView | None
    undo: str


def done(slip: str, said: str, *, language: str, points: PointsView | None, undo_from: datetime) -> Done | None:
    """The slip named in the page's address; nothing when it names nothing that exists."""
    kind, _sep, number = slip.partition(":")
    if kind == "visit" and number:
        return Done(said or _("The visit is recorded."), None, slip)
    order = orders.find(number) if kind == "purchase" else None
    if order is None:
        return None
    if order.cancelled:
        return Done(_("Purchase %(number)s was taken back.") % {"number": order.number}, None, "")
    says = _recorded(order, points, language)
    return Done(says, explain(order.decision, language=language), slip if order.at >= undo_from else "")


def _recorded(order: orders.OrderView, points: PointsView | None, language: str) -> str:
    if not order.decision.points or points is None:
        return _("Purchase %(number)s is recorded.") % {"number": order.number}
    return _("Purchase %(number)s is recorded: %(points)s %(name)s will be earned.") % {
        "number": order.number,
        "points": money.points_as_text(order.decision.points, points.decimals, language),
        "name": points.name,
    }


def purchase_said(value: Mapping[str, Any], *, language: str) -> Said:
    return "", f"purchase:{value['number']}"


def visit_said(value: Mapping[str, Any], *, language: str) -> Said:
    slip = f"visit:{value['number']}"
    if value["issued"]:
        return _("The card is full: a gift is waiting below."), slip
    given = sum(value["stamps"].values())
    if not given:
        return _("The visit is noted. It gives no stamp today; the policy says which visits count."), slip
    return ngettext("One stamp was given.", "%(n)s stamps were given.", given) % {"n": given}, slip


def redeem_said(value: Mapping[str, Any], *, language: str) -> Said:
    return _("Redeemed. The gift is waiting below."), ""


def claim_said(value: Mapping[str, Any], *, language: str) -> Said:
    return _("Handed over. It cannot be used a second time."), ""


def undone_said(value: Mapping[str, Any], *, language: str) -> Said:
    return _("Taken back, as if it had not been recorded."), ""
