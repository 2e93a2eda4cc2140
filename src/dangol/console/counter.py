"""The counter: find or enrol a customer, record a visit or a purchase, redeem, and answer "why?".

Each form carries a token made when the page was shown; it is the idempotency key, so that a second tap or a lost answer
never records anything twice. Who comes back by the browser's back button holds a new token: the same once more within
a few minutes is asked about first.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dangol.console import forms, refusals, slips
from dangol.facts.actions import Answer
from dangol.flows import cancel as cancelling
from dangol.flows import card, card_link, join, policy_view
from dangol.flows import claim as claiming
from dangol.flows import purchase as purchasing
from dangol.flows import quote as quoting
from dangol.flows import redeem as redeeming
from dangol.flows import visit as visiting
from dangol.flows.errors import NoPolicyInForce
from dangol.flows.explaining import explain
from dangol.flows.lately import lately
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.lib.money import exponent
from dangol.people import queries as people
from dangol.people.errors import UnknownCustomer
from dangol.people.models import Customer
from dangol.sales import queries as sales
from dangol.staff.queries import require
from dangol.staff.rights import Right

UNDO_WITHIN = timedelta(minutes=15)
ASK_WITHIN = timedelta(minutes=3)
_LATELY = 12
_NEW_EACH_TIME = ("csrfmiddlewaretoken", "token", "second")

Page = Callable[..., HttpResponse]
Story = Callable[[], Answer]
Say = Callable[..., slips.Said]


def _language() -> str:
    return get_language() or "en"


def _form(page: Page) -> Page:
    """A page that only forms are sent to; whoever opens its address goes where the form is."""

    @wraps(page)
    def answer(request: HttpRequest, **where: UUID) -> HttpResponse:
        if request.method == "POST":
            return page(request, **where)
        require(request, Right.READ_CUSTOMERS)
        known = where.get("customer_id")
        return HttpResponseRedirect(reverse("counter_customer", args=[known]) if known else reverse("counter"))

    return answer


@never_cache
@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """The phone field, and whoever has such a number while the last digits are typed."""
    require(request, Right.READ_CUSTOMERS)
    typed = request.GET.get("phone", "").strip()
    page = {"typed": typed, "found": _matching(typed), "asked": len(re.sub(r"\D", "", typed)) >= 3}
    part = bool(request.headers.get("HX-Request"))
    template = "console/counter.html#found" if part else "console/counter.html"
    page |= {"form": forms.Enrol(initial={"phone": typed}), "token": new_secret(), "part": part}
    return render(request, template, page)


def _matching(typed: str) -> list[slips.Match]:
    if not typed:
        return []
    exact = people.find_by_phone(typed) or people.find_by_email(typed)
    found = [exact] if exact else people.find_by_phone_ending(typed)
    return [slips.match(customer) for customer in found]


@never_cache
@_form
def enrol(request: HttpRequest) -> HttpResponse:
    """Enrols, or finds whoever has the number already."""
    user = require(request, Right.WRITE_CUSTOMERS)
    form = forms.Enrol(request.POST)
    if form.is_valid():
        details = form.cleaned_data
        try:
            answer = join.join(
                phone=details["phone"],
                email=details["email"],
                name=details["name"],
                birthday=details["birthday"],
                language=_language(),
                request=_key(request, "join"),
                by=user.doer,
                at=clock.now(),
            )
        except refusals.REFUSALS as refusal:
            form.add_error(None, refusals.said(refusal))
        else:
            new = answer.value["new"]
            messages.success(request, _("Enrolled. Welcome!") if new else _("This customer is already a member."))
            return HttpResponseRedirect(reverse("counter_customer", args=[UUID(answer.value["customer"])]))
    page = {"typed": request.POST.get("phone", ""), "found": [], "asked": True, "form": form, "token": new_secret()}
    return _kept(render(request, "console/counter.html", page, status=422))


@never_cache
@require_GET
def customer(request: HttpRequest, customer_id: UUID) -> HttpResponse:
    """The card, what can be done now, and what was just done with its reasons."""
    require(request, Right.READ_CUSTOMERS)
    try:
        people.customer(customer_id)
    except UnknownCustomer:
        return render(request, "404.html", status=404)
    try:
        return _page(request, customer_id)
    except NoPolicyInForce:
        return render(request, "console/no_policy.html", status=503)


def _page(request: HttpRequest, customer_id: UUID, *, status: int = 200, **extra: Any) -> HttpResponse:
    at = clock.now()
    view = card.card_of(customer_id, at=at, language=_language())
    with timezone.override(view.zone):
        slip = request.GET.get("done", "")
        done = slips.done(slip, _said(request), language=_language(), points=view.points, undo_from=at - UNDO_WITHIN)
        page = {
            "card": view,
            "person": _person(customer_id),
            "movements": lately(view, language=_language(), limit=_LATELY).movements,
            "done": done,
            "link": reverse("card_link", args=[card_link.token_for(customer_id)]),
            "token": new_secret(),
            "lines": forms.empty_lines(),
            "products": policy_view.products(at=at),
            **extra,
        }
        answer = render(request, "console/customer.html", page, status=status)
    return answer if status == 200 else _kept(answer)


def _kept(answer: HttpResponse) -> HttpResponse:
    """The browser keeps the address of the page with the form: the one it was sent to cannot be opened."""
    answer["HX-Push-Url"] = "false"
    return answer


def _said(request: HttpRequest) -> str:
    """What was said when the slip in the address was made; only the browser it was said to is told again."""
    slip, words = request.session.get("slip", ("", ""))
    return words if slip == request.GET.get("done") else ""


def _person(customer_id: UUID) -> slips.Match:
    return slips.match(Customer.objects.prefetch_related("identities").get(id=customer_id))


@never_cache
@_form
def visit(request: HttpRequest, customer_id: UUID) -> HttpResponse:
    """One tap: a visit, with the amount if the clerk typed it."""
    user = require(request, Right.RECORD_SALES)
    amount = forms.amount(request.POST.get("amount", ""), _decimals())
    return _tell(
        request,
        customer_id,
        lambda: visiting.visit(
            customer=customer_id, amount=amount, request=_key(request, "visit"), by=user.doer, at=clock.now()
        ),
        slips.visit_said,
    )


@never_cache
@_form
def purchase(request: HttpRequest, customer_id: UUID) -> HttpResponse:
    """A purchase by one amount, or by lines; points may pay a part."""
    user = require(request, Right.RECORD_SALES)
    read = forms.basket(request.POST, _decimals())
    if read.wrong:
        return _page(request, customer_id, status=422, wrong=read.wrong, **_typed(request))
    key = _key(request, "purchase")
    return _tell(
        request,
        customer_id,
        lambda: purchasing.purchase(
            number=forms.order_number(key),
            basket=read.basket,
            customer=customer_id,
            request=key,
            by=user.doer,
            at=clock.now(),
        ),
        slips.purchase_said,
    )


@never_cache
@_form
def preview(request: HttpRequest, customer_id: UUID) -> HttpResponse:
    """What the purchase would come to, while it is typed; records nothing."""
    require(request, Right.READ_CUSTOMERS)
    read = forms.basket(request.POST, _decimals())
    page: dict[str, Any] = {"wrong": read.wrong}
    if not read.wrong:
        try:
            at = clock.now()
            decision = quoting.quote(basket=read.basket, customer=customer_id, at=at)
            page["quote"] = explain(decision, language=_language())
        except refusals.REFUSALS as refusal:
            page["wrong"] = refusals.said(refusal)
    return render(request, "console/preview.html", page)


@never_cache
@_form
def redeem(request: HttpRequest, customer_id: UUID) -> HttpResponse:
    """Points against a reward."""
    user = require(request, Right.REDEEM)
    return _tell(
        request,
        customer_id,
        lambda: redeeming.redeem(
            customer=customer_id,
            reward=request.POST.get("reward", ""),
            request=_key(request, "redeem"),
            by=user.doer,
            at=clock.now(),
        ),
        slips.redeem_said,
    )


@never_cache
@_form
def claim(request: HttpRequest, customer_id: UUID) -> HttpResponse:
    """A gift in the customer's hands is handed over."""
    user = require(request, Right.REDEEM)
    try:
        voucher = UUID(request.POST.get("voucher", ""))
    except ValueError:
        return render(request, "400.html", status=400)
    return _tell(
        request,
        customer_id,
        lambda: claiming.claim(voucher=voucher, request=_key(request, "claim"), by=user.doer, at=clock.now()),
        slips.claim_said,
    )


@never_cache
@_form
def undo(request: HttpRequest, customer_id: UUID) -> HttpResponse:
    """Takes back a purchase or a visit that was recorded by mistake a moment ago."""
    user = require(request, Right.RECORD_SALES)
    kind, _sep, number = request.POST.get("what", "").partition(":")
    key = f"undo:{kind}:{number}"
    if kind == "visit":
        return _tell(
            request,
            customer_id,
            lambda: visiting.cancel_visit(number=number, request=key, by=user.doer, at=clock.now()),
            slips.undone_said,
        )
    placed = sales.placed_at(number)
    if placed is None or clock.now() - placed > UNDO_WITHIN:
        messages.warning(request, _("This is no longer new enough to undo. Record a return instead."))
        return HttpResponseRedirect(reverse("counter_customer", args=[customer_id]))
    return _tell(
        request,
        customer_id,
        lambda: cancelling.cancel(number=number, request=key, by=user.doer, at=clock.now()),
        slips.undone_said,
    )


def _tell(request: HttpRequest, customer_id: UUID, story: Story, say: Say) -> HttpResponse:
    """Tells one story and returns to the customer with what was said, or shows why it was refused."""
    page = reverse("counter_customer", args=[customer_id])
    if _was_told(request):
        refused = _("The same was recorded a moment ago. If this is a second one, press the button once more.")
        return _page(request, customer_id, status=422, refused=refused, second=True, **_typed(request))
    try:
        answer = story()
    except refusals.REFUSALS as refusal:
        return _page(request, customer_id, status=422, refused=refusals.said(refusal), **_typed(request))
    _remember(request)
    value: Mapping[str, Any] = answer.value
    words, slip = say(value, language=_language())
    if not slip:
        messages.success(request, words)
    else:
        request.session["slip"] = [slip, words]
    return HttpResponseRedirect(f"{page}?done={slip}" if slip else page)


def _decimals() -> int:
    """How many decimals typed amounts may have; without a policy the story that follows refuses."""
    try:
        return exponent(policy_view.currency(at=clock.now()))
    except NoPolicyInForce:
        return 0


def _typed(request: HttpRequest) -> dict[str, Any]:
    """What the clerk typed, to be shown again."""
    rows = forms.basket(request.POST, _decimals()).rows
    return {"typed": request.POST, "lines": rows, "unfold": forms.more_than_amount(request.POST)}


def _contents(request: HttpRequest) -> str:
    """A fingerprint of what the form asks for, whichever page it was sent from."""
    asked = sorted((name, value) for name, value in request.POST.items() if name not in _NEW_EACH_TIME)
    return hashlib.sha256(repr((request.path, asked)).encode()).hexdigest()


def _was_told(request: HttpRequest) -> bool:
    """Whether another page of this browser recorded the same a moment ago, and nobody has said that it is a second."""
    contents, token, at = request.session.get("told", ("", "", ""))
    if contents != _contents(request) or token == request.POST.get("token", "") or "second" in request.POST:
        return False
    return clock.now() - datetime.fromisoformat(at) < ASK_WITHIN


def _remember(request: HttpRequest) -> None:
    request.session["told"] = [_contents(request), request.POST.get("token", ""), clock.now().isoformat()]


def _key(request: HttpRequest, story: str) -> str:
    """The form's token as idempotency key; a form without one gets a fresh key, so it can be sent only by hand."""
    token = request.POST.get("token", "")
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,64}", token):
        token = new_secret()
    return f"counter:{story}:{token}"
