"""Drafts, and the first page of one: clauses as sentences by section, with their health; what was found."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dangol.console.studio.frame import REFUSALS, attempted, gone, key, language, said, saved, show, to_desk
from dangol.flows import drafting
from dangol.flows.errors import NotFound
from dangol.flows.publish import anything_published
from dangol.flows.studio import desk as desks
from dangol.flows.studio import forms, history, people
from dangol.lib import clock
from dangol.staff.queries import require
from dangol.staff.rights import Right


@never_cache
@require_GET
def drafts(request: HttpRequest) -> HttpResponse:
    """Drafts somebody works on."""
    require(request, Right.EDIT_POLICY)
    found = drafting.drafts()
    names = people.names(one.saved_by for one in found)
    page = {"drafts": [(one, names[one.saved_by]) for one in found], "published": anything_published()}
    return show(request, "studio/drafts.html", page)


@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """A draft from the policy that was published last."""
    user = require(request, Right.EDIT_POLICY)
    title = request.POST.get("title", "").strip()
    try:
        answer = drafting.open_draft(title=title, request=key(request, "new"), by=user.doer, at=clock.now())
    except REFUSALS as refusal:
        messages.warning(request, said(refusal))
        return HttpResponseRedirect(reverse("studio"))
    return to_desk(UUID(answer.value["draft"]))


@never_cache
@require_GET
def desk(request: HttpRequest, draft: UUID) -> HttpResponse:
    """A draft at one of its sections."""
    require(request, Right.EDIT_POLICY)
    number = request.GET.get("page", "")
    chosen, at_page = request.GET.get("section", ""), int(number) if number.isdecimal() and len(number) < 6 else 1
    try:
        clause = request.GET.get("at", "")
        view = desks.desk(draft, language=language(), section=chosen, page=at_page, clause=clause)
    except NotFound as missing:
        return gone(request, missing)
    page = {
        "view": view,
        "head": view.head,
        "here": "desk",
        "kinds": forms.kinds(language()),
        "parts": desks.parts(language()),
        "waiting": history.waiting(draft),
    }
    return show(request, "studio/desk.html", page)


@require_POST
def drop(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Puts the draft aside; its texts stay readable."""
    user = require(request, Right.EDIT_POLICY)

    def story() -> HttpResponse:
        drafting.drop_draft(draft=draft, request=key(request, "drop", draft), by=user.doer, at=clock.now())
        messages.success(request, _("The draft was put aside. What was written in it can still be read."))
        return HttpResponseRedirect(reverse("studio"))

    return attempted(request, draft, story)


@require_POST
def follow(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Takes over what was published since the draft began."""
    user = require(request, Right.EDIT_POLICY)

    def story() -> HttpResponse:
        answer = drafting.bring_up_to_date(
            draft=draft, request=key(request, "follow", draft), by=user.doer, at=clock.now()
        )
        return saved(request, draft, answer, _("The draft holds what was published since it began.")) or to_desk(draft)

    return attempted(request, draft, story)
