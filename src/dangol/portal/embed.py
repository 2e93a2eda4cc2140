"""The policy on the business's own site: one script, or its data; open to every origin, without cookies."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from dangol.flows import policy_centre
from dangol.flows.errors import NoPolicyInForce
from dangol.lib import clock

_SCRIPT = Path(__file__).resolve().parent / "snippet" / "policy.js"
_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "public, max-age=300",
}


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """Shows the summary where the script stands; what it shows is in the script, so it asks nobody for anything."""
    told = json.dumps(_told(), ensure_ascii=True)
    return _open(f"{_source()}({told});\n", "text/javascript; charset=utf-8")


@require_safe
def summary(request: HttpRequest) -> HttpResponse:
    """The same for sites that show it in their own way."""
    return _open(json.dumps(_told(), ensure_ascii=False), "application/json; charset=utf-8")


def _told() -> dict[str, object]:
    try:
        found = policy_centre.summaries(at=clock.now())
    except NoPolicyInForce as nothing:
        raise Http404 from nothing
    languages = {
        language: {**asdict(one), "address": reverse("policy_in", args=[language])} for language, one in found.items()
    }
    return {"first": next(iter(languages)), "languages": languages}


@cache
def _source() -> str:
    return _SCRIPT.read_text(encoding="utf-8").strip()


def _open(text: str, kind: str) -> HttpResponse:
    response = HttpResponse(text, content_type=kind)
    for name, value in _HEADERS.items():
        response[name] = value
    return response
