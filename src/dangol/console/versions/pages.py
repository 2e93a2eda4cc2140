"""The list of versions with what is to be read again, and one version with its walk, its changes and its text."""

from datetime import time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dangol.flows import walk
from dangol.flows.errors import NotFound
from dangol.flows.refusal_words import language_of_reader
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.staff.models import User
from dangol.staff.queries import require
from dangol.staff.rights import Right


@never_cache
@require_GET
def versions(request: HttpRequest) -> HttpResponse:
    """Every version by where it stands."""
    require(request, Right.READ_POLICY)
    at = clock.now()
    view = walk.versions(language=language_of_reader(), at=at)
    page = {"view": view, "now": at, "token": new_secret()}
    with timezone.override(view.zone):
        return render(request, "versions/versions.html", page)


@never_cache
@require_GET
def version(request: HttpRequest, number: int) -> HttpResponse:
    """One version: where it stands, what is next, what changes, what happened."""
    user = require(request, Right.READ_POLICY)
    return shown(request, number, user)


@never_cache
@require_GET
def text(request: HttpRequest, number: int) -> HttpResponse:
    """The document as it was written, byte for byte."""
    user = require(request, Right.READ_POLICY)
    try:
        view = _view(number, user)
    except NotFound:
        return render(request, "404.html", status=404)
    answer = HttpResponse(view.text.encode(), content_type="text/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="policy-{number}.yaml"'
    return answer


def shown(request: HttpRequest, number: int, user: User, **extra: Any) -> HttpResponse:
    """The page of a version, with what was typed and why it could not be done."""
    try:
        view = _view(number, user)
    except NotFound:
        return render(request, "404.html", status=404)
    page = {"view": view, "now": clock.now(), "token": new_secret(), "typed": _proposed(view), **extra}
    with timezone.override(view.zone):
        return render(request, "versions/version.html", page, status=422 if "wrong" in extra else 200)


def _view(number: int, user: User) -> walk.VersionPage:
    return walk.version_page(number, by=user.doer, language=language_of_reader(), at=clock.now())


def _proposed(view: walk.VersionPage) -> dict[str, str]:
    """The first moment at which the version may take effect, for the fields of the form; empty when that is now."""
    if view.first_allowed is None:
        return {}
    local = view.first_allowed.astimezone(ZoneInfo(view.zone))
    if local.time() == time():
        return {"day": local.date().isoformat()}
    # Forms speak of minutes: one that has begun is too early.
    later = local + timedelta(minutes=1)
    return {"day": later.date().isoformat(), "hour": f"{later:%H:%M}"}
