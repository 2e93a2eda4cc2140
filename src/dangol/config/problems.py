"""The pages for requests that cannot be answered: what happened, what was kept, the way out."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render

log = logging.getLogger("dangol")
_BARE = "<!DOCTYPE html><title>Dangol</title><p>Something went wrong on our side. Reference: {}</p>"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django has logged the failure; the reference joins that line with what the reader saw."""
    reference = secrets.token_hex(4)
    log.error("The failure at %s was shown with reference %s", request.path, reference)
    try:
        return render(request, "500.html", {"reference": reference}, status=500)
    except Exception:  # the page itself may need what has just failed, such as the database
        log.exception("The page for failures failed as well (reference %s)", reference)
        return HttpResponseServerError(_BARE.format(reference))
