"""Addresses with one page that fails, for the test of the page that says so."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from dangol.config import urls

handler500 = "dangol.config.problems.server_error"


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


urlpatterns = [path("broken/", fail), *urls.urlpatterns]
