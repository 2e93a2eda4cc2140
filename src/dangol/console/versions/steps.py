"""Steps of the walk as forms: each carries a token, so that a second tap takes no second step."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dangol.console.versions.pages import shown
from dangol.facts.actions import Answer
from dangol.facts.errors import KeyReused
from dangol.flows import drafting, publication
from dangol.flows.errors import BadInput, NotFound, Refused
from dangol.flows.refusal_words import said
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.rulebook.errors import HasProblems
from dangol.staff.models import User
from dangol.staff.queries import require
from dangol.staff.rights import Right

Story = Callable[[], Answer]
_YEARS = range(1970, 9000)
"""Instants outside of them cannot be told in every zone."""


@never_cache
def approve(request: HttpRequest, number: int) -> HttpResponse:
    """I stand by this version."""
    user = require(request, Right.APPROVE_POLICY)
    reason = _typed(request, "reason")
    return _step(
        request,
        number,
        user,
        lambda: publication.approve(version=number, reason=reason, **_how(request, user, "approve")),
        _("Approved. It can be published now."),
    )


@never_cache
def send_back(request: HttpRequest, number: int) -> HttpResponse:
    """Not like this: back to whoever wrote it."""
    user = require(request, Right.APPROVE_POLICY)
    reason = _typed(request, "reason")
    return _step(
        request,
        number,
        user,
        lambda: publication.send_back(version=number, reason=reason, **_how(request, user, "send-back")),
        _("Sent back. Its draft is open again."),
    )


@never_cache
def publish(request: HttpRequest, number: int) -> HttpResponse:
    """Tells everybody, and says from when it rules."""
    user = require(request, Right.PUBLISH_POLICY)
    if request.method != "POST":
        return _to(number)
    try:
        when = _when(request, number)
    except NotFound:
        return shown(request, number, user)
    except ValueError:
        return shown(
            request, number, user, wrong=_("This is no date and time. Choose a day, or leave both fields empty.")
        )
    although = _typed(request, "although")
    return _step(
        request,
        number,
        user,
        lambda: publication.announce(version=number, although=although, **when, **_how(request, user, "publish")),
        _("Published. From its moment on it rules by itself."),
    )


@never_cache
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """It does not take effect after all."""
    user = require(request, Right.PUBLISH_POLICY)
    reason = _typed(request, "reason")
    return _step(
        request,
        number,
        user,
        lambda: publication.withdraw(version=number, reason=reason, **_how(request, user, "withdraw")),
        _("Withdrawn. It stays approved and can be published for another day."),
    )


@never_cache
def again(request: HttpRequest, number: int) -> HttpResponse:
    """An older text once more, as a new version."""
    user = require(request, Right.EDIT_POLICY)
    reason = _typed(request, "reason")
    return _step(
        request,
        number,
        user,
        lambda: publication.roll_forward(version=number, reason=reason, **_how(request, user, "again")),
        _("A new version has this text now. It has to be approved like any other."),
    )


@never_cache
def hand_in(request: HttpRequest, draft: UUID) -> HttpResponse:
    """The draft's text becomes a checked version."""
    user = require(request, Right.EDIT_POLICY)
    if request.method == "POST":
        try:
            answer = drafting.submit_draft(
                draft=draft, reason=_typed(request, "reason"), **_how(request, user, "hand-in")
            )
        except (Refused, KeyReused, HasProblems) as refusal:
            messages.error(request, words_of(refusal))
        else:
            messages.success(request, _("Handed in and checked. Somebody who may approve it decides next."))
            return _to(answer.value["version"])
    return HttpResponseRedirect(reverse("versions"))


def words_of(refusal: Exception) -> str:
    """Why nothing was done, in the reader's language where there are words."""
    match refusal:
        case HasProblems():
            first = refusal.problems[0]
            return _("The text has %(count)s findings, the first: %(first)s Nothing was changed.") % {
                "count": len(refusal.problems),
                "first": f"{first.place or ''} {first.message}.",
            }
        case KeyReused():
            return _("This form was sent before with other contents. Look at where the version stands, then try again.")
        case BadInput():
            return _("Please say why: whoever reads the history will ask.")
        case Refused():
            return said(refusal.code, refusal.figures) or str(refusal)
    return str(refusal)


def _step(request: HttpRequest, number: int, user: User, story: Story, done: str) -> HttpResponse:
    """Takes the step and goes to where the version stands; on a refusal what was typed is still there."""
    if request.method != "POST":
        return _to(number)
    try:
        answer = story()
    except NotFound:
        return shown(request, number, user)
    except (Refused, KeyReused, HasProblems) as refusal:
        return shown(request, number, user, wrong=words_of(refusal), typed=request.POST)
    messages.success(request, done)
    return _to(answer.value["version"])


def _to(number: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("version", args=[number]))


def _typed(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").strip()[:2000]


def _how(request: HttpRequest, user: User, what: str) -> dict[str, Any]:
    token = request.POST.get("token", "")
    key = token if re.fullmatch(r"[A-Za-z0-9_-]{16,64}", token) else new_secret()
    return {"request": f"{what}:{key}", "by": user.doer, "at": clock.now()}


def _when(request: HttpRequest, number: int) -> dict[str, Any]:
    """A day, a day with an hour in the zone of the business, or at once. Raises ValueError."""
    day, hour = _typed(request, "day"), _typed(request, "hour")
    if not day:
        if hour:
            raise ValueError("an hour without a day")
        return {}
    if date.fromisoformat(day).year not in _YEARS:
        raise ValueError("a year that no policy is for")
    if not hour:
        return {"day": date.fromisoformat(day)}
    local = datetime.fromisoformat(f"{day}T{hour}")
    return {"instant": local.replace(tzinfo=ZoneInfo(publication.zone_of(number)))}
