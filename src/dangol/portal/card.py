"""The customer's own card: by a signed link, or by a code sent to their e-mail.

Whether an address is known is never told: the page says the same for both, and takes about as long.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from dangol.flows import card as cards
from dangol.flows import card_code, card_link
from dangol.flows.card import LotView
from dangol.flows.lately import lately
from dangol.lib import clock
from dangol.people import queries as people
from dangol.people.errors import UnknownCustomer
from dangol.portal.frame import around

CODE_HOLDS = timedelta(minutes=10)
MOST_TRIES = 5
_ASKED = "card_code"
_OPEN = "card_customer"
_FEW = 16
_MANY = 500


@never_cache
@require_http_methods(["GET", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    """Asks for the e-mail and sends a code; goes straight to the card when it is open on this device."""
    if request.method == "GET" and request.session.get(_OPEN) and not request.GET.get("again"):
        return HttpResponseRedirect(reverse("card_mine"))
    email = request.POST.get("email", "").strip()
    if request.method == "GET" or not email:
        return render(request, "portal/door.html", {**around("card"), "email": email})
    number = f"{secrets.randbelow(1_000_000):06d}"
    at = clock.now()
    customer = people.find_by_email(email)
    sent = card_code.send(customer=customer, to=email, code=number, language=get_language() or "en", at=at)
    request.session[_ASKED] = {
        "customer": customer.id.hex if customer and sent else "",
        "digest": _digest(number, request),
        "until": (at + CODE_HOLDS).isoformat(),
        "tries": 0,
        "email": email,
    }
    return render(request, "portal/door.html", {**around("card"), "email": email, "sent": True})


def _digest(number: str, request: HttpRequest) -> str:
    if request.session.session_key is None:
        request.session.create()
    return hashlib.sha256(f"{request.session.session_key}:{number}".encode()).hexdigest()


@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The code opens the card on this device; five wrong ones close the door."""
    if request.method == "GET":
        return HttpResponseRedirect(reverse("card_door"))
    asked = request.session.get(_ASKED)
    page = {**around("card"), "email": asked["email"] if asked else ""}
    if not asked or datetime.fromisoformat(asked["until"]) < clock.now() or asked["tries"] >= MOST_TRIES:
        request.session.pop(_ASKED, None)
        wrong = _("This code no longer holds. Please ask for a new one.")
        return render(request, "portal/door.html", {**page, "wrong": wrong}, status=422)
    asked["tries"] += 1
    request.session[_ASKED] = asked
    typed = request.POST.get("code", "").replace(" ", "")
    if not hmac.compare_digest(_digest(typed, request), asked["digest"]) or not asked["customer"]:
        wrong = _("This is not the code we sent. Please look once more.")
        return render(request, "portal/door.html", {**page, "sent": True, "wrong": wrong}, status=422)
    request.session.cycle_key()
    del request.session[_ASKED]
    request.session[_OPEN] = asked["customer"]
    return HttpResponseRedirect(reverse("card_mine"))


@never_cache
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The card that is open on this device."""
    opened = request.session.get(_OPEN)
    if not opened:
        return HttpResponseRedirect(reverse("card_door"))
    return _card(request, UUID(opened), signed_in=True)


@never_cache
@require_GET
def linked(request: HttpRequest, token: str) -> HttpResponse:
    """The card of a signed link."""
    try:
        customer_id = card_link.customer_of(token)
    except card_link.LinkExpired:
        wrong = _("This link is older than half a year. We can send you a code instead.")
        return render(request, "portal/door.html", {**around("card"), "wrong": wrong}, status=403)
    except card_link.LinkBroken:
        wrong = _("This link is not complete. Please open it again from the message, or have a code sent.")
        return render(request, "portal/door.html", {**around("card"), "wrong": wrong}, status=403)
    return _card(request, customer_id, signed_in=False)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Closes the card on this device."""
    request.session.pop(_OPEN, None)
    return HttpResponseRedirect(reverse("card_door"))


def _card(request: HttpRequest, customer_id: UUID, *, signed_in: bool) -> HttpResponse:
    language = get_language() or "en"
    try:
        people.customer(customer_id)
    except UnknownCustomer:
        request.session.pop(_OPEN, None)
        return HttpResponseRedirect(reverse("card_door"))
    view = cards.card_of(customer_id, at=clock.now(), language=language)
    limit = _MANY if request.GET.get("all") else _FEW
    with timezone.override(view.zone):
        happened = lately(view, language=language, limit=limit)
        page = {**around("card"), "card": view, "movements": happened.movements, "more": happened.more}
        lots = _by_day(view.points.lots) if view.points else []
        return render(request, "portal/card.html", {**page, "lots": lots, "signed_in": signed_in})


def _by_day(lots: Iterable[LotView]) -> list[LotView]:
    """What becomes usable or expires on the same day is one line."""

    def together(lot: LotView) -> tuple[str, date | None, date | None]:
        # Of pending points the first day of use matters, of usable ones the last.
        pending = lot.state == "pending"
        return lot.state, _local(lot.usable_from) if pending else None, None if pending else _local(lot.expires_at)

    groups = [list(group) for _key, group in groupby(lots, key=together)]
    return [replace(group[0], points=sum(lot.points for lot in group)) for group in groups]


def _local(instant: datetime | None) -> date | None:
    return timezone.localtime(instant).date() if instant else None
