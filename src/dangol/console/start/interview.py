"""The interview: welcome, a page for each question of the outline, the outline, and the first policy made from it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from dangol.facts.errors import KeyReused
from dangol.flows import publish, start
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.staff.models import User
from dangol.staff.queries import can, require
from dangol.staff.rights import Right


def _language() -> str:
    return get_language() or "en"


@never_cache
@require_GET
def welcome(request: HttpRequest) -> HttpResponse:
    """Two ways to a first policy: the interview, or the text a business already has."""
    user = require(request, Right.EDIT_POLICY)
    page = {"progress": start.progress(user.pk, _language()), "published": publish.anything_published()}
    return render(request, "start/welcome.html", page)


@never_cache
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, step: str) -> HttpResponse:
    """One page of the interview. Every change is kept; what an answer makes necessary appears on the same page."""
    user = require(request, Right.EDIT_POLICY)
    try:
        if request.method == "POST":
            return _answered(request, user, step)
        return _step(request, user, step)
    except KeyError as unknown:
        raise Http404 from unknown


def _answered(request: HttpRequest, user: User, step: str) -> HttpResponse:
    # A question without a chosen answer is sent by nobody; the page says which questions it showed.
    given = {question: request.POST.getlist(question) for question in request.POST.getlist("shown")}
    start.keep(user=user.pk, step=step, given=given, at=clock.now())
    if request.headers.get("HX-Request"):
        return _step(request, user, step, part="#questions")
    view = start.page(user.pk, step, _language())
    if view.missing:
        return _step(request, user, step, status=422)
    if not view.whole:
        return HttpResponseRedirect(reverse("start_step", args=[step]) + "#new")
    return HttpResponseRedirect(reverse("start_step", args=[view.after]) if view.after else reverse("start_outline"))


def _step(request: HttpRequest, user: User, step: str, part: str = "", status: int = 200) -> HttpResponse:
    view = start.page(user.pk, step, _language())
    page = {"view": view, "progress": start.progress(user.pk, _language()), "refused": status == 422}
    return render(request, f"start/step.html{part}", page, status=status)


@never_cache
@require_GET
def outline(request: HttpRequest) -> HttpResponse:
    """The outline by parts: what is promised, what is open, and the policy as it will be."""
    user = require(request, Right.EDIT_POLICY)
    view = start.whole(user.pk, _language())
    if view is None:
        return HttpResponseRedirect(reverse("start_step", args=["business"]))
    may_publish = can(user, Right.PUBLISH_POLICY) and not publish.anything_published()
    page = {"view": view, "may_publish": may_publish, "token": new_secret()}
    return render(request, "start/outline.html", page)


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """The first policy: in force at once where there was none, or as a working draft."""
    user = require(request, Right.EDIT_POLICY)
    token, at = request.POST.get("token", "") or new_secret(), clock.now()
    try:
        if "publish" in request.POST:
            require(request, Right.PUBLISH_POLICY)
            reason = _("First policy, made from the interview.")
            if start.publish_first(user=user.pk, reason=reason, request=f"start:{token}"[:200], by=user.doer, at=at):
                messages.success(request, _("Your policy is in force. Customers can read it now."))
            return HttpResponseRedirect(reverse("policy"))
        made = start.make_draft(user=user.pk, request=f"start:{token}"[:200], by=user.doer, at=at)
    except start.NotReady:
        return HttpResponseRedirect(reverse("start_step", args=["business"]))
    except KeyReused:
        messages.error(
            request, _("This form was sent before with other contents. Look at the drafts, then send it anew.")
        )
        return HttpResponseRedirect(reverse("start_outline"))
    messages.success(request, _("Your first policy is written down as a draft."))
    return HttpResponseRedirect(reverse("studio_desk", args=[UUID(made.value["draft"])]))


@require_POST
def anew(request: HttpRequest) -> HttpResponse:
    """Forgets the answers."""
    user = require(request, Right.EDIT_POLICY)
    start.forget(user=user.pk)
    messages.success(request, _("The answers were removed. Policies and drafts stay as they are."))
    return HttpResponseRedirect(reverse("start"))
