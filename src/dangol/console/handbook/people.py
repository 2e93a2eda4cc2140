"""Who works here: the owner adds people, says what they do, gives a new password, closes a door."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dangol.console.handbook.book import language_of
from dangol.console.handbook.forms import NewPerson, PersonChange, role_names
from dangol.console.handbook.said import REFUSALS, said
from dangol.console.handbook.tokens import key
from dangol.flows import handbook as books
from dangol.flows import team
from dangol.flows.errors import NoPolicyInForce, NotFound
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.staff.queries import require
from dangol.staff.rights import Right, Role


def _duties() -> tuple[books.DutyView, ...]:
    """The roles of the policy in force; none before there is one."""
    try:
        return books.duties(language=language_of(), at=clock.now())
    except NoPolicyInForce:
        return ()


def _page(**more: Any) -> dict[str, Any]:
    duties = _duties()
    named = {one.id: one.name for one in duties}
    rows = [
        {"person": one, "role": role_names()[one.role], "duties": [named.get(duty, duty) for duty in one.duties]}
        for one in team.colleagues()
    ]
    return {
        "rows": rows,
        "duties": duties,
        "roles": role_names(),
        "languages": settings.LANGUAGES,
        "token": new_secret(),
        "form": NewPerson(initial={"role": Role.CLERK.value, "language": language_of()}),
        **more,
    }


@never_cache
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """The list, and the form for somebody new."""
    require(request, Right.MANAGE_STAFF)
    return render(request, "handbook/people.html", _page())


@never_cache
def add(request: HttpRequest) -> HttpResponse:
    """Somebody new; the temporary password is shown this once."""
    user = require(request, Right.MANAGE_STAFF)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("handbook_people"))
    form, wrong = NewPerson(request.POST), ""
    if form.is_valid():
        password = team.temporary_password()
        details = form.cleaned_data
        try:
            answer = team.add(
                username=details["username"],
                name=details["name"],
                role=Role(details["role"]),
                language=details["language"],
                duties=_chosen(request),
                password=password,
                request=key(request, "add-person"),
                by=user.doer,
                at=clock.now(),
            )
        except REFUSALS as refusal:
            wrong = said(refusal)
        else:
            return _told(request, int(answer.value["user"]), "" if answer.replayed else password)
    page = _page(form=form, wrong=wrong, chosen=_chosen(request))
    return render(request, "handbook/people.html", page, status=422)


def _chosen(request: HttpRequest) -> list[str]:
    """Duties that are ticked, of those the policy names."""
    known = {one.id for one in _duties()}
    return [one for one in request.POST.getlist("duties") if one in known]


def _told(request: HttpRequest, person: int, password: str) -> HttpResponse:
    """The page that shows a temporary password once; a form that was sent twice shows none."""
    return render(request, "handbook/password.html", {"person": team.find(person), "password": password})


@never_cache
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One of them: role, duties, and whether they may sign in."""
    user = require(request, Right.MANAGE_STAFF)
    wrong = ""
    try:
        known = team.find(user_id)
        if request.method == "POST":
            form = PersonChange(request.POST)
            if form.is_valid():
                team.change(
                    user=user_id,
                    role=Role(form.cleaned_data["role"]),
                    duties=_chosen(request),
                    active=form.cleaned_data["active"],
                    request=key(request, "change-person"),
                    by=user.doer,
                    at=clock.now(),
                )
                messages.success(request, _("Saved."))
                return HttpResponseRedirect(reverse("handbook_people"))
    except NotFound as gone:
        return render(request, "handbook/nothing.html", {"wrong": said(gone)}, status=404)
    except REFUSALS as refusal:
        wrong = said(refusal)
    page = {"person": known, "duties": _duties(), "roles": role_names(), "token": new_secret(), "wrong": wrong}
    return render(request, "handbook/person.html", page, status=422 if wrong else 200)


@never_cache
def password(request: HttpRequest, user_id: int) -> HttpResponse:
    """A temporary password in place of one that was forgotten, shown this once."""
    user = require(request, Right.MANAGE_STAFF)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("handbook_people"))
    made = team.temporary_password()
    try:
        answer = team.new_password(
            user=user_id, password=made, request=key(request, "new-password"), by=user.doer, at=clock.now()
        )
    except NotFound as gone:
        return render(request, "handbook/nothing.html", {"wrong": said(gone)}, status=404)
    except REFUSALS as refusal:
        messages.warning(request, said(refusal))
        return HttpResponseRedirect(reverse("handbook_people"))
    return _told(request, user_id, "" if answer.replayed else made)
