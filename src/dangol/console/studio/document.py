"""The draft as one document: written, looked at while somebody types, and saved."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from dangol.console.studio.frame import REFUSALS, gone, key, language, number, said, saved, show, to_desk
from dangol.flows import drafting
from dangol.flows.errors import NotFound
from dangol.flows.studio import desk as desks
from dangol.flows.studio import reading
from dangol.lib import clock
from dangol.staff.queries import require
from dangol.staff.rights import Right


@never_cache
@require_http_methods(["GET", "POST"])
def document(request: HttpRequest, draft: UUID) -> HttpResponse:
    """The text in a field; `from` starts with another saving, `line` says where to look."""
    user = require(request, Right.EDIT_POLICY)
    try:
        if request.method == "GET":
            wanted = request.GET.get("from", "")
            shown = drafting.draft_text(draft, int(wanted) if wanted.isdecimal() and len(wanted) < 9 else None)
            return _page(request, draft, shown.text, drafting.draft_view(draft).number)
        text = request.POST.get("text", "").replace("\r\n", "\n")
        if request.POST.get("do") == "look":
            return _page(request, draft, text, number(request))
        try:
            answer = drafting.save_draft(
                draft=draft,
                base=number(request),
                text=text,
                request=key(request, "document", draft),
                by=user.doer,
                at=clock.now(),
            )
        except NotFound:
            raise
        except REFUSALS as refusal:
            return _page(request, draft, text, number(request), wrong=said(refusal))
        return saved(request, draft, answer, _("The document is saved.")) or to_desk(draft)
    except NotFound as missing:
        return gone(request, missing)


def _page(request: HttpRequest, draft: UUID, text: str, base: int, *, wrong: str = "") -> HttpResponse:
    page = {
        "head": desks.head(draft),
        "here": "document",
        "text": text,
        "number": base,
        "wrong": wrong,
        "line": request.GET.get("line", ""),
        "looked": _looked(text),
    }
    return show(request, "studio/document.html", page, status=422 if wrong else 200)


@require_POST
def look(request: HttpRequest, draft: UUID) -> HttpResponse:
    """What would be found in the text, without saving."""
    require(request, Right.EDIT_POLICY)
    text = request.POST.get("text", "").replace("\r\n", "\n")
    try:
        head = desks.head(draft)
    except NotFound as missing:
        return gone(request, missing)
    return show(request, "studio/looked.html", {"looked": _looked(text), "head": head, "in_document": True})


def _looked(text: str) -> dict[str, object]:
    found = reading.findings(text)
    shown = found[: desks.MOST_FINDINGS]
    return {"findings": shown, "others": len(found) - len(shown), "language": language()}
