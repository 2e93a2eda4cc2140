"""Signing in and out of the staff pages."""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from dangol.flows import first_owner
from dangol.staff.models import User

COUNTER = "/counter/"


def _after(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or COUNTER
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else COUNTER


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; after ten wrong ones the door stays shut for an hour."""
    if isinstance(request.user, User):
        return HttpResponseRedirect(_after(request))
    if first_owner.needed():
        return HttpResponseRedirect(reverse("start_owner"))
    wrong = ""
    username = request.POST.get("username", "").strip()
    if request.method == "POST":
        user = authenticate(request, username=username, password=request.POST.get("password", ""))
        if isinstance(user, User):
            login(request, user)
            response = HttpResponseRedirect(_after(request))
            if user.language in dict(settings.LANGUAGES):
                response.set_cookie(settings.LANGUAGE_COOKIE_NAME, user.language, max_age=settings.LANGUAGE_COOKIE_AGE)
            return response
        wrong = (
            _("Too many attempts. Please wait an hour, or ask the owner.")
            if getattr(request, "axes_locked_out", False)
            else _("The name or the password is not right. Please check both.")
        )
    page = {"next": _after(request), "username": username, "wrong": wrong}
    return render(request, "console/sign_in.html", page, status=422 if wrong else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session everywhere on this device."""
    logout(request)
    return HttpResponseRedirect(settings.LOGIN_URL)
