"""The policy in force as customers read it, and the document itself."""

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
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
from dangol.staff.models import User
from dangol.staff.rights import Right


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
        page = {**around("policy"), "view": view, "may_read_document": _may_read_document(request)}
        return render(request, "portal/policy.html", page)


def _may_read_document(request: HttpRequest) -> bool:
    """The document also holds what is said to staff alone: levels of responsibility, steps, goals."""
    user = request.user
    return isinstance(user, User) and Right.READ_POLICY in user.rights


@require_safe
def text(request: HttpRequest) -> HttpResponse:
    """The document in force, letter by letter, for the business's own people."""
    if not _may_read_document(request):
        if isinstance(request.user, User):
            raise PermissionDenied
        return redirect_to_login(request.get_full_path())
    try:
        view = policy_view.policy_in_force(language="en", at=clock.now())
    except NoPolicyInForce:
        return render(request, "portal/none.html", around("policy"), status=404)
    return HttpResponse(view.text, content_type="text/plain; charset=utf-8")
