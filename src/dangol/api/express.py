"""Quotes past Django's handler as well: at the till somebody waits for them, and half of their time went there.

The handler resolves addresses, tells everybody that a request begins and ends, and carries it through all layers. Of
that an address of the lane needs one thing: that a broken or outlived connection to the database is not used again.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.handlers.wsgi import WSGIRequest
from django.db import connections
from django.http import HttpResponse

from dangol.api.lane import answered, is_straight

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication


class Express:
    """The application a web server calls; everything but the lane's straight addresses goes to Django's."""

    def __init__(self, application: "WSGIApplication") -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], begin: "StartResponse") -> Iterable[bytes]:
        if not is_straight(environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")):
            return self.application(environ, begin)
        leave_broken_connections()
        response = answered(WSGIRequest(environ))
        leave_broken_connections()
        begin(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return [response.content] if isinstance(response, HttpResponse) else response


def leave_broken_connections() -> None:
    """What Django does when a request begins and ends."""
    for connection in connections.all(initialized_only=True):
        connection.close_if_unusable_or_obsolete()
