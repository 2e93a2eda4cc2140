"""Forms carry a token made when the page was shown: it is the key under which their story is told once."""

import re

from django.http import HttpRequest

from dangol.lib.ids import new_secret

_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")


def key(request: HttpRequest, story: str) -> str:
    """The request key of a form; a form without a token of ours is a request of its own."""
    token = request.POST.get("token", "")
    return f"{story}:{token if _TOKEN.fullmatch(token) else new_secret()}"
