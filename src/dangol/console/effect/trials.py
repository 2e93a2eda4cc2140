"""Trials of drafts before they are published: asked for, watched, called off, and read."""

import re
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from dangol.facts.errors import KeyReused
from dangol.flows.effect import asking, told
from dangol.flows.errors import BadInput, NoPolicyInForce, NotFound, Refused
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.rulebook.errors import HasProblems
from dangol.staff.models import User
from dangol.staff.queries import can, require
from dangol.staff.rights import Right

_MAY_SEE = (Right.EDIT_POLICY, Right.APPROVE_POLICY, Right.READ_JOURNAL)
_WHAT = re.compile(r"draft:(?P<draft>[0-9a-f]{32})|version:(?P<version>[0-9]{1,9})")


def _reader(request: HttpRequest) -> User:
    """Whoever writes, approves or oversees the policy."""
    return require(request, next((right for right in _MAY_SEE if can(request.user, right)), Right.EDIT_POLICY))


@never_cache
@require_http_methods(["GET", "POST"])
def trials(request: HttpRequest) -> HttpResponse:
    """The trials there are, and the form that asks for another one."""
    if request.method == "POST":
        return _ask(request, require(request, Right.EDIT_POLICY))
    return _list(request, _reader(request), {"what": request.GET.get("what", ""), "move": True})


def _list(request: HttpRequest, user: User, typed: dict[str, object], refused: str = "") -> HttpResponse:
    at = clock.now()
    page = {
        "runs": told.runs(),
        "choices": told.choices(at=at),
        "anything": told.anything_to_try_on(),
        "may_ask": can(user, Right.EDIT_POLICY),
        "typed": typed,
        "refused": refused,
        "token": new_secret(),
    }
    with timezone.override(told.zone(at=at)):
        return render(request, "effect/trials.html", page, status=422 if refused else 200)


def _ask(request: HttpRequest, user: User) -> HttpResponse:
    typed = {name: request.POST.get(name, "").strip() for name in ("what", "since", "move", "token")}
    what = _WHAT.fullmatch(typed["what"])
    day = _day(typed["since"])
    if what is None or (typed["since"] and day is None):
        return _list(request, user, dict(typed), _("Choose what is to be tried, and a day such as 2026-01-31."))
    draft = UUID(what["draft"]) if what["draft"] else None
    version = int(what["version"]) if what["version"] else None
    key = typed["token"] if re.fullmatch(r"[A-Za-z0-9_-]{16,64}", typed["token"]) else new_secret()
    try:
        answer = asking.ask(
            draft=draft,
            version=version,
            since=day,
            move=bool(typed["move"]),
            request=f"effect:{key}",
            by=user.doer,
            at=clock.now(),
        )
    except (Refused, KeyReused, HasProblems) as refusal:
        return _list(request, user, dict(typed), _said(refusal))
    return HttpResponseRedirect(reverse("effect_run", args=[UUID(answer.value["run"])]))


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _said(refusal: Exception) -> str:
    match refusal:
        case HasProblems():
            return _("This text has errors, so nobody can say what it would do. Mend them first; nothing was changed.")
        case KeyReused():
            return _("This form was sent before with other contents. Look at the trials, then choose anew.")
        case NoPolicyInForce():
            return _("No policy is in force, so there is nothing to hold the draft against.")
        case NotFound():
            return _("This draft or version is not there any more. Choose another one.")
        case BadInput() if refusal.problems[0].path == ("since",):
            return _("The period begins on a day to come. Choose a day that has begun.")
        case BadInput() if refusal.problems[0].path == ("currency",):
            return _("The draft counts in another currency than the policy in force: amounts cannot be compared.")
        case Refused() if refusal.code == "no-purchases":
            return _("No purchase is stored yet, so there is nothing to try the draft on.")
    return str(refusal)


@never_cache
@require_GET
def trial(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """How far a trial is, or what came of it."""
    user = _reader(request)
    named = can(user, Right.READ_CUSTOMERS)
    try:
        row = told.run_row(run_id)
        view = told.run_view(run_id, language=get_language() or "en", names=named)
    except NotFound:
        return HttpResponseRedirect(reverse("effect"))
    page = {"row": row, "view": view, "named": named, "may_ask": can(user, Right.EDIT_POLICY), "token": new_secret()}
    template = (
        "effect/trial.html#progress" if request.headers.get("HX-Request") and row.running else "effect/trial.html"
    )
    with timezone.override(told.zone(at=clock.now())):
        answer = render(request, template, page)
    if request.headers.get("HX-Request") and not row.running:
        # What came of it is another page than the one that waits.
        answer.headers["HX-Refresh"] = "true"
    return answer


@never_cache
def cancel(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """Calls a trial off; what it has found is thrown away."""
    user = require(request, Right.EDIT_POLICY)
    if request.method == "POST":
        try:
            asking.cancel(run=run_id, request=f"effect-cancel:{run_id.hex}", by=user.doer, at=clock.now())
        except NotFound:
            return HttpResponseRedirect(reverse("effect"))
    return HttpResponseRedirect(reverse("effect_run", args=[run_id]))
