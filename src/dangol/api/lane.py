"""The short way of API requests: straight to the endpoint, past everything that only pages need.

A page wants sessions, languages, forgery protection and more, each a layer that costs time. A program sends its key
with every request, so none of that applies; what does apply (no sniffing, no caching, no framing, problems as JSON)
is done here.
"""

import logging
import secrets
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve

from dangol.api.keys import Key
from dangol.api.problems import answer
from dangol.api.refusals import refusal_of

log = logging.getLogger("dangol.api")
PREFIX = "/api/"
Endpoint = Callable[[HttpRequest], HttpResponseBase]
_straight: dict[str, tuple[Key, Endpoint]] = {}
_PAGES = frozenset({"/api/docs"})
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


class Lane:
    """The outermost middleware."""

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PREFIX) or request.path_info in _PAGES:
            return self.get_response(request)
        return answered(request)


def answered(request: HttpRequest) -> HttpResponseBase:
    """The answer to a request of a program, whatever becomes of it."""
    response = _endpoint(request)
    for name, value in _HEADERS.items():
        response[name] = value
    if isinstance(response, HttpResponse):
        response["Content-Length"] = str(len(response.content))
    # A refusal is the caller's affair; our own failures are logged where they happen.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


def is_straight(method: str | None, address: str) -> bool:
    """Whether a request goes to its endpoint past the framework's layers."""
    return method == "POST" and address in _straight


def straight(address: str, key: Key) -> Callable[[Endpoint], Endpoint]:
    """For an address that is asked for very often: a POST goes to the endpoint past the framework's layers as well.

    The framework still describes the endpoint, and answers every other method.
    """

    def kept(endpoint: Endpoint) -> Endpoint:
        _straight[address] = (key, endpoint)
        return endpoint

    return kept


def _endpoint(request: HttpRequest) -> HttpResponseBase:
    try:
        if is_straight(request.method, request.path_info):
            key, endpoint = _straight[request.path_info]
            key(request)
            return endpoint(request)
        match = resolve(request.path_info)
        request.resolver_match = match
        response = match.func(request, *match.args, **match.kwargs)
    except (Resolver404, Http404):
        return answer("not-found", f"There is nothing at {request.path_info[:200]}.")
    except Exception as error:
        return refused(error, request)
    return _as_problem(response, request)


def _as_problem(response: HttpResponseBase, request: HttpRequest) -> HttpResponseBase:
    """What the framework refuses by itself becomes a problem like all others."""
    if response.status_code == 405:
        told = answer("method-not-allowed", f"This address does not take {request.method}.")
        told["Allow"] = response["Allow"]
        return told
    return response


def refused(error: Exception, request: HttpRequest) -> HttpResponse:
    """The problem an exception stands for; a failure of ours is logged with the reference the caller sees."""
    refusal = refusal_of(error)
    if refusal is not None:
        if refusal.code == "busy":
            log.warning("%s %s met a busy database: %s", request.method, request.path_info, error)
        return refusal.as_response()
    reference = secrets.token_hex(4)
    log.error("%s %s failed (reference %s)", request.method, request.path_info, reference, exc_info=error)
    return answer("failure", "The request could not be carried out.", reference=reference)
