"""Sends whoever must sign in to the sign-in page, and back to where they wanted to go."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from dangol.staff.errors import SignInNeeded


class SignInFirst:
    """A page that raises SignInNeeded is answered with the way to the sign-in page."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, SignInNeeded):
            return None
        # A form cannot be opened again by its address; after signing in they start where everybody does.
        wanted = f"?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else ""
        address = f"{settings.LOGIN_URL}{wanted}"
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": address})
        return HttpResponseRedirect(address)
