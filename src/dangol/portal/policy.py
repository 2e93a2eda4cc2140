"""The policy centre: the version in force, any published version, all of them, as pages and as PDF; the document."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from dangol.flows import policy_centre, policy_paper, policy_view
from dangol.flows.errors import NoPolicyInForce
from dangol.flows.policy_centre import CentreView
from dangol.front.tags import asset
from dangol.lib import clock
from dangol.portal.frame import around
from dangol.rulebook.errors import UnknownVersion
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
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read what customers read; a card is its owner's alone."""
    told = f"User-agent: *\nAllow: {reverse('policy')}\nDisallow: {reverse('card_door')}\n"
    return HttpResponse(told, content_type="text/plain; charset=utf-8")


@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """The version in force, in the reader's language."""
    return _in_force(request, get_language() or "en")


@require_safe
def in_language(request: HttpRequest, language: str) -> HttpResponse:
    """The version in force in the language of the address: what search engines and links keep."""
    with translation.override(language):
        response = _in_force(request, language)
    response["Content-Language"] = language
    return response


def _in_force(request: HttpRequest, language: str) -> HttpResponse:
    at = clock.now()
    try:
        view = policy_centre.centre_view(language=language, at=at)
    except NoPolicyInForce:
        return render(request, "portal/none.html", around("policy"))
    coming = policy_centre.coming_views(language=language, at=at)
    return _shown(request, view, {"coming": coming, "standing": "in force"})


def _shown(request: HttpRequest, view: CentreView, more: dict[str, Any]) -> HttpResponse:
    """Hints about what is missing are for the business's own people."""
    of_staff = _may_read_document(request)
    with timezone.override(view.zone):
        page = {
            **around("policy"),
            **more,
            "view": view,
            "may_read_document": of_staff,
            "hints": view.hints if of_staff else (),
            "root": f"{request.scheme}://{request.get_host()}",
        }
        return render(request, "portal/policy.html", page)


@require_safe
def version(request: HttpRequest, number: int) -> HttpResponse:
    """A published version in full, in force or not."""
    language, at = get_language() or "en", clock.now()
    try:
        view = policy_centre.centre_view(language=language, at=at, number=number)
    except UnknownVersion as unknown:
        raise Http404 from unknown
    one = policy_centre.version_view(number, at=at)
    return _shown(request, view, {"standing": one.standing, "until": one.until})


@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    """Every published version and what it changed."""
    language, at = get_language() or "en", clock.now()
    try:
        business = policy_view.business(language=language, at=at)
    except NoPolicyInForce:
        return render(request, "portal/none.html", around("policy"))
    with timezone.override(business.zone):
        known = policy_centre.versions_view(language=language, at=at)
        return render(request, "portal/versions.html", {**around("policy"), "versions": known})


@require_safe
def paper(request: HttpRequest, language: str, number: int | None = None) -> HttpResponse:
    """The version in force, or the one of the address, as a PDF in the language of the address."""
    try:
        view = policy_centre.centre_view(language=language, at=clock.now(), number=number)
    except (NoPolicyInForce, UnknownVersion) as nothing:
        raise Http404 from nothing
    try:
        made = policy_paper.paper(view, language)
    except policy_paper.NoLetters:
        return render(request, "portal/no_paper.html", around("policy"), status=503)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="policy-{view.number}-{language}.pdf"'
    response["Content-Language"] = language
    return response


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
