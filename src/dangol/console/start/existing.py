"""The text a business already has: pasted or handed in as a file, read part by part, taken over clause by clause."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from dangol.facts.errors import KeyReused
from dangol.flows import existing
from dangol.flows.documents import reading
from dangol.flows.documents.refusal import Unreadable
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.staff.queries import require
from dangol.staff.rights import Right

_WHY: Mapping[str, object] = {
    "empty": gettext_lazy("There is no text in it. Choose another file, or paste the text."),
    "too-big": gettext_lazy("It is larger than 10 MB or has more than 300 pages. Hand in the policy alone."),
    "not-text": gettext_lazy("It holds no text. Save it as text, docx or PDF and try again."),
    "unsure": gettext_lazy("Its letters could be of several alphabets. Save it as UTF-8 text, or paste the text."),
    "picture": gettext_lazy("It is a picture; pictures are not read. Type or paste the text."),
    "spreadsheet": gettext_lazy("It is a spreadsheet. Copy the text and paste it."),
    "old-word": gettext_lazy(
        "It is a Word file of before 2007, or has a password. Save it as docx without a password, or paste the text."
    ),
    "other": gettext_lazy("It is a file of another program. Save it as text, docx or PDF, or paste the text."),
    "locked": gettext_lazy("It has a password. Save it without one, or paste the text."),
    "scan": gettext_lazy("Its pages are pictures, as a scanner makes them; pictures are not read. Paste the text."),
    "broken": gettext_lazy("It is damaged. Open it in its program, save it anew and try again, or paste the text."),
    "bomb": gettext_lazy("It unpacks to far more than a policy can be. Save it anew, or paste the text."),
    "slow": gettext_lazy("Reading it takes too long. Save it as plain text, or paste the text."),
}
"""What is wrong with a file and what to do, by the code of the refusal."""


def _language() -> str:
    return get_language() or "en"


@never_cache
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest) -> HttpResponse:
    """The page to paste or hand in a text, and what was found in it."""
    require(request, Right.EDIT_POLICY)
    if request.method == "GET":
        return render(request, "start/text.html", {})
    given = request.POST.get("text", "")
    file = request.FILES.get("file")
    if file is not None and not isinstance(file, list):
        try:
            given = _text_of(file)
        except Unreadable as unreadable:
            return _asked_again(request, given, str(_WHY[unreadable.code]), file.name or "")
    if not given.strip():
        return _asked_again(request, given, _("Paste a text, or choose a file."), "")
    return _found(request, given)


def _text_of(file: "UploadedFile[bytes]") -> str:
    if (file.size or 0) > reading.MOST_BYTES:
        raise Unreadable("too-big")
    return reading.text_of(file.read())


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """What was ticked becomes a draft."""
    user = require(request, Right.EDIT_POLICY)
    token = request.POST.get("token", "") or new_secret()
    given = request.POST.get("text", "")
    try:
        made = existing.make_draft(
            text=given,
            ticked=request.POST.getlist("clause"),
            about=_about(request),
            request=f"start-text:{token}"[:200],
            by=user.doer,
            at=clock.now(),
        )
    except existing.NotReady:
        return _found(
            request, given, _("Name, kind of business and country are still needed. What you ticked is kept.")
        )
    except existing.OtherCurrency as other:
        wrong = _("The text counts in %(text)s, this country in %(country)s. Choose the country of the text.")
        return _found(request, given, wrong % {"text": other.text, "country": other.country})
    except KeyReused:
        again = _("This form was sent before with other contents. Look at the drafts, then send it anew.")
        return _found(request, given, again, token=new_secret())
    messages.success(request, _("What you confirmed is written down as a draft."))
    return HttpResponseRedirect(reverse("studio_desk", args=[UUID(made.value["draft"])]))


def _about(request: HttpRequest) -> dict[str, list[str]]:
    return {name: request.POST.getlist(name) for name in ("name", "industry", "country", "languages")}


def _found(request: HttpRequest, given: str, wrong: str = "", token: str = "") -> HttpResponse:
    view = existing.look(given, ticked=request.POST.getlist("clause"), about=_about(request), language=_language())
    page = {"view": view, "wrong": wrong, "token": token or request.POST.get("token") or new_secret()}
    return render(request, "start/found.html", page, status=422 if wrong else 200)


def _asked_again(request: HttpRequest, given: str, wrong: str, name: str) -> HttpResponse:
    return render(request, "start/text.html", {"text": given, "wrong": wrong, "file": name}, status=422)
