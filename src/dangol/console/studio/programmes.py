"""Programmes to add: the catalogue by section, and one with its parameters and what it would say."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from dangol.console.studio.frame import REFUSALS, gone, key, language, number, said, saved, show, to_desk
from dangol.flows.errors import NotFound
from dangol.flows.studio import desk as desks
from dangol.flows.studio import programmes
from dangol.lib import clock
from dangol.staff.queries import require
from dangol.staff.rights import Right


@never_cache
@require_GET
def catalogue(request: HttpRequest, draft: UUID) -> HttpResponse:
    """What can be added."""
    require(request, Right.EDIT_POLICY)
    try:
        page = {"groups": programmes.programmes(draft, language=language()), "head": desks.head(draft)}
    except NotFound as missing:
        return gone(request, missing)
    return show(request, "studio/programmes.html", {**page, "here": "programmes"})


@never_cache
@require_http_methods(["GET", "POST"])
def programme(request: HttpRequest, draft: UUID, name: str) -> HttpResponse:
    """One programme: added, or only read with what was typed (`do=look`)."""
    user = require(request, Right.EDIT_POLICY)
    typed = {str(one): str(value) for one, value in request.POST.items()}
    wrong = ""
    try:
        if request.method == "POST" and typed.get("do") != "look":
            try:
                answer = programmes.add_programme(
                    draft=draft,
                    name=name,
                    number=number(request),
                    typed=typed,
                    language=language(),
                    request=key(request, "programme", draft),
                    by=user.doer,
                    at=clock.now(),
                )
                return saved(request, draft, answer, _("Added to the draft.")) or to_desk(draft)
            except NotFound:
                raise
            except REFUSALS as refusal:
                wrong = said(refusal)
        view = programmes.programme(draft, name, language=language(), typed=typed or None)
        page = {"view": view, "head": desks.head(draft), "here": "programmes", "wrong": wrong}
    except NotFound as missing:
        return gone(request, missing)
    part = "#preview" if request.headers.get("HX-Request") else ""
    return show(request, f"studio/programme.html{part}", page, status=422 if wrong else 200)
