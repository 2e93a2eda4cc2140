"""Addresses with one page that fails, for the test of the page that says so."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from dangol.config.frame import set_theme

handler500 = "dangol.config.problems.server_error"


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


urlpatterns = [
    path("broken/", fail),
    path("display/", include("django.conf.urls.i18n")),
    path("display/theme/", set_theme, name="set_theme"),
]
