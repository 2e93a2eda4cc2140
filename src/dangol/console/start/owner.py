"""The page on which the first owner is made: open while nobody can sign in, with the code from the terminal."""

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from dangol.flows import first_owner
from dangol.lib import clock
from dangol.staff.models import User

_TRIES = {"username": "first owner"}
"""Wrong codes are counted like wrong passwords: ten from one place close the door for an hour."""
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "POST"])
def owner(request: HttpRequest) -> HttpResponse:
    """Code, name and password; afterwards the page is gone and the owner is signed in."""
    if not first_owner.needed():
        return HttpResponseRedirect(reverse("start") if isinstance(request.user, User) else reverse("sign_in"))
    wrong: dict[str, str] = {}
    if request.method == "POST":
        if not AxesProxyHandler.is_allowed(request, _TRIES):
            return _shown(request, {"all": _("Too many wrong codes. Please wait an hour.")}, 429)
        try:
            login(request, _created(request), _BACKEND)
        except first_owner.OwnerExists:
            return HttpResponseRedirect(reverse("sign_in"))
        except first_owner.WrongCode:
            AxesProxyHandler.user_login_failed(__name__, _TRIES, request)
            wrong = {"code": _("This is not the code that was printed in the terminal.")}
        except first_owner.BadName:
            wrong = {"username": _("Write a name of at most 150 characters.")}
        except first_owner.WeakPassword as weak:
            wrong = {"password": " ".join(weak.reasons)}
        else:
            return HttpResponseRedirect(reverse("start"))
    return _shown(request, wrong, 422 if wrong else 200)


def _created(request: HttpRequest) -> User:
    return first_owner.create(
        given_code=request.POST.get("code", ""),
        username=request.POST.get("username", ""),
        password=request.POST.get("password", ""),
        language=get_language() or "",
        at=clock.now(),
    )


def _shown(request: HttpRequest, wrong: dict[str, str], status: int) -> HttpResponse:
    given = {name: request.POST.get(name, "") for name in ("code", "username")}
    given["code"] = given["code"] or request.GET.get("code", "")
    return render(request, "start/owner.html", {"wrong": wrong, "given": given}, status=status)
