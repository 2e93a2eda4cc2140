"""The measure for the API: a bare Django that reads a JSON body and sends it back."""

import json

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, JsonResponse
from django.urls import path


def echo(request: HttpRequest) -> JsonResponse:
    """The body, parsed and written again."""
    return JsonResponse(json.loads(request.body))


urlpatterns = [path("echo", echo)]

settings.configure(
    DEBUG=False,
    SECRET_KEY="only for measuring",
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["localhost"],
    MIDDLEWARE=[],
)

import django  # noqa: E402

django.setup()
application = WSGIHandler()
