"""What every page of the studio needs: token, language, what a saving answered, and refusals in words."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from dangol.facts.actions import Answer
from dangol.facts.errors import KeyReused
from dangol.flows import policy_view
from dangol.flows.errors import BadInput, NoPolicyInForce, NotFound, Refused
from dangol.lib import clock
from dangol.lib.ids import new_secret

_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
REFUSALS = (Refused, KeyReused)
_SAID: Mapping[str, object] = {
    "unreadable": gettext_lazy("The document cannot be read. Mend it in the document first; nothing was changed."),
    "draft-closed": gettext_lazy("Nobody works on this draft any more: it was handed in or put aside."),
    "programme-missing": gettext_lazy("Your policy has not yet what this programme rests on. Nothing was changed."),
    "programme-unfit": gettext_lazy("Something typed does not fit. Nothing was changed."),
    "unknown-clause": gettext_lazy("There is no such clause in this draft any more. Somebody may have removed it."),
    "unknown-draft": gettext_lazy("This draft does not exist."),
    "unknown-example": gettext_lazy("This finding carries no example any more. Look at the findings anew."),
    "unknown-programme": gettext_lazy("There is no such programme."),
}


def language() -> str:
    """The reader's language."""
    return (get_language() or "en").partition("-")[0]


def key(request: HttpRequest, story: str, draft: UUID | None = None) -> str:
    """The request key of a form, so that a form sent twice is one saving."""
    token = request.POST.get("token", "")
    known = token if _TOKEN.fullmatch(token) else new_secret()
    return f"studio:{story}:{draft.hex if draft else ''}:{known}"


def number(request: HttpRequest) -> int:
    """The saving a form was drawn from."""
    typed = request.POST.get("number", "")
    return int(typed) if typed.isdecimal() and len(typed) < 9 else 1


def zone() -> str:
    """The business's; its computer's while it has no policy."""
    try:
        return policy_view.compiled_at(clock.now()).policy.business.timezone
    except NoPolicyInForce:
        return timezone.get_current_timezone_name()


def said(refusal: Exception) -> str:
    """A refusal in words, with the way out."""
    match refusal:
        case KeyReused():
            return _("This form was sent before with other contents. Look at the draft, then type it anew.")
        case BadInput():
            return _("Something typed cannot be kept: %(what)s") % {"what": str(refusal)}
        case Refused():
            return str(_SAID.get(refusal.code) or refusal)
    return str(refusal)


def show(request: HttpRequest, template: str, page: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
    """A page in the zone of the business."""
    with timezone.override(zone()):
        return render(request, template, {"token": new_secret(), **page}, status=status)


def gone(request: HttpRequest, refusal: NotFound) -> HttpResponse:
    """What is asked for is not there."""
    return show(request, "studio/nothing.html", {"wrong": said(refusal)}, status=404)


def to_desk(draft: UUID, section: str = "") -> HttpResponse:
    """Back to the draft."""
    return HttpResponseRedirect(reverse("studio_desk", args=[draft]) + (f"?section={section}" if section else ""))


def saved(request: HttpRequest, draft: UUID, answer: Answer, done: str) -> HttpResponse | None:
    """Says what became of a saving; the page to go to when it waits beside the draft, else None."""
    if answer.value["conflict"]:
        return HttpResponseRedirect(reverse("studio_compared", args=[draft, answer.value["number"]]))
    messages.success(request, done)
    if answer.value["merged"]:
        messages.info(request, _("Somebody else saved meanwhile; both changes are in the draft now."))
    return None


def attempted(request: HttpRequest, draft: UUID, story: Callable[[], HttpResponse]) -> HttpResponse:
    """A story of one button: its page, or back to the draft with what was refused and why."""
    try:
        return story()
    except NotFound as missing:
        return gone(request, missing)
    except REFUSALS as refusal:
        messages.warning(request, said(refusal))
        return to_desk(draft)
