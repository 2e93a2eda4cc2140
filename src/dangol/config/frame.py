"""What the frame around every page needs to know, and the choice of brightness."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

THEME_COOKIE = "theme"
THEMES = ("paper", "ink")
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Frame:
    """`theme` is empty while the reader's device decides."""

    theme: str
    languages: tuple[tuple[str, str], ...]


def frame(request: HttpRequest) -> dict[str, Frame]:
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return {"frame": Frame(theme=chosen if chosen in THEMES else "", languages=tuple(settings.LANGUAGES))}


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keeps the chosen brightness in a cookie and returns to the page it was chosen on."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie(THEME_COOKIE, theme, max_age=_YEAR, samesite="Lax", secure=settings.HTTPS, httponly=True)
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    return response
