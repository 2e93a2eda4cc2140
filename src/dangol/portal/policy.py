"""The policy in force as customers read it, and the document itself."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from dangol.flows import policy_view
from dangol.flows.errors import NoPolicyInForce
from dangol.front.tags import asset
from dangol.lib import clock
from dangol.portal.frame import around


@require_safe
def first_page(request: HttpRequest) -> HttpResponse:
    """The first page is the policy: it is what the business stands for."""
    return HttpResponseRedirect(reverse("policy"))


@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """Where browsers look for a mark by themselves, as beside a document that is no page."""
    return HttpResponseRedirect(asset("mark.svg"))


@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Sentences by section, each with its clause."""
    try:
        view = policy_view.policy_in_force(language=get_language() or "en", at=clock.now())
    except NoPolicyInForce:
        return render(request, "portal/none.html", around("policy"))
    with timezone.override(view.zone):
        return render(request, "portal/policy.html", {**around("policy"), "view": view})


@require_safe
def text(request: HttpRequest) -> HttpResponse:
    """The document in force, letter by letter."""
    try:
        view = policy_view.policy_in_force(language="en", at=clock.now())
    except NoPolicyInForce:
        return render(request, "portal/none.html", around("policy"), status=404)
    return HttpResponse(view.text, content_type="text/plain; charset=utf-8")
