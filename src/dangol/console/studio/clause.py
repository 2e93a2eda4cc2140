"""One clause: its form beside the lines it stands on; saved, removed, undone, and looked at while somebody types."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from dangol.console.studio.frame import REFUSALS, attempted, gone, key, language, number, said, saved, show, to_desk
from dangol.flows.errors import NotFound
from dangol.flows.studio import desk as desks
from dangol.flows.studio import forms, reading
from dangol.flows.studio.forms import FormView, Target
from dangol.flows.studio.wishes import after
from dangol.lib import clock
from dangol.staff.models import User
from dangol.staff.queries import require
from dangol.staff.rights import Right


def _target(request: HttpRequest) -> Target:
    asked = request.POST if request.method == "POST" else request.GET
    return Target(asked.get("clause", ""), asked.get("part", ""), asked.get("new", ""))


def _sent(request: HttpRequest) -> list[tuple[str, list[str]]]:
    return [(str(name), [str(one) for one in values]) for name, values in request.POST.lists()]


@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, draft: UUID) -> HttpResponse:
    """The form of a clause, a part or a new clause; posted, it is saved, or drawn anew with what was typed."""
    user = require(request, Right.EDIT_POLICY)
    target = _target(request)
    try:
        if request.method == "GET":
            return _page(request, draft, forms.form(draft, target, language=language()))
        wish = request.POST.get("do", "save")
        if wish == "save":
            return _save(request, draft, target, user)
        sent = after(_sent(request), wish)
        if wish == "look":
            view, text, found = forms.checked(draft, target, language=language(), number=number(request), sent=sent)
            return _page(request, draft, view, looked=_looked(text, target, found))
        return _page(request, draft, forms.form(draft, target, language=language(), number=number(request), sent=sent))
    except NotFound as missing:
        return gone(request, missing)
    except REFUSALS as refusal:
        messages.warning(request, said(refusal))
        return to_desk(draft)


def _save(request: HttpRequest, draft: UUID, target: Target, user: User) -> HttpResponse:
    answer = forms.save_form(
        draft,
        target,
        number=number(request),
        sent=_sent(request),
        language=language(),
        request=key(request, "edit", draft),
        by=user.doer,
        at=clock.now(),
    )
    if isinstance(answer, FormView):
        return _page(request, draft, answer, refused=True)
    done = _("Saved: %(name)s.") % {"name": target.name}
    return saved(request, draft, answer, done) or HttpResponseRedirect(_back(draft, target))


def _back(draft: UUID, target: Target) -> str:
    """The draft at the section the clause is in."""
    place = target.part or target.new
    asked = {"section": place.partition(".")[0]} if place else {"at": target.clause}
    anchor = "" if place else f"#clause-{target.clause}"
    return f"{reverse('studio_desk', args=[draft])}?{urlencode(asked)}{anchor}"


def _page(
    request: HttpRequest,
    draft: UUID,
    view: FormView,
    *,
    refused: bool = False,
    looked: dict[str, object] | None = None,
) -> HttpResponse:
    page = {"view": view, "head": desks.head(draft), "here": "desk", "refused": refused, "looked": looked}
    part = "#form" if request.headers.get("HX-Request") else ""
    return show(request, f"studio/clause.html{part}", page, status=422 if refused else 200)


@require_POST
def look(request: HttpRequest, draft: UUID) -> HttpResponse:
    """What the clause would say and what would be found, without saving."""
    require(request, Right.EDIT_POLICY)
    target = _target(request)
    try:
        view, text, found = forms.checked(
            draft, target, language=language(), number=number(request), sent=_sent(request)
        )
    except REFUSALS as refusal:
        return show(request, "studio/looked.html", {"looked": {"refused": said(refusal)}})
    page = {"looked": _looked(text, target, found), "head": desks.head(draft), "view": view}
    return show(request, "studio/looked.html", page)


def _looked(text: str, target: Target, found: tuple[reading.Finding, ...]) -> dict[str, object]:
    mine = [one for one in found if not target.clause or one.clause == target.clause]
    says = next((one.text for one in reading.sentences(text, language()) if one.clause == target.name), "")
    return {"says": says, "findings": mine[: desks.MOST_FINDINGS], "others": len(found) - len(mine)}


@require_POST
def remove(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Takes a clause out of the draft; the next page offers to put it back."""
    user = require(request, Right.EDIT_POLICY)
    clause = request.POST.get("clause", "")

    def story() -> HttpResponse:
        answer = forms.remove_clause(
            draft=draft,
            number=number(request),
            clause=clause,
            request=key(request, "remove", draft),
            by=user.doer,
            at=clock.now(),
        )
        done = _("Removed: %(name)s. You can put it back below.") % {"name": clause}
        elsewhere = saved(request, draft, answer, done)
        undo = f"{reverse('studio_desk', args=[draft])}?undo={answer.value['number']}"
        return elsewhere or HttpResponseRedirect(undo)

    return attempted(request, draft, story)


@require_POST
def undo(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Takes back one saving."""
    user = require(request, Right.EDIT_POLICY)

    def story() -> HttpResponse:
        answer = forms.undo(
            draft=draft, number=number(request), request=key(request, "undo", draft), by=user.doer, at=clock.now()
        )
        return saved(request, draft, answer, _("Taken back.")) or to_desk(draft)

    return attempted(request, draft, story)
