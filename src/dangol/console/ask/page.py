"""Ask the policy: one field, a few more for who wants to be exact, and the answer with its clauses."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dangol.flows import asking, policy_view
from dangol.flows.errors import BadInput, NoPolicyInForce
from dangol.lib import clock
from dangol.lib.money import as_typed, exponent
from dangol.staff.queries import require
from dangol.staff.rights import Right

_LANGUAGES = ("ko", "en", "vi", "be")
_WHOLE = re.compile(r"\d{1,4}")


@never_cache
@require_GET
def ask(request: HttpRequest) -> HttpResponse:
    """The field, and the answer once something was asked."""
    user = require(request, Right.READ_POLICY)
    at = clock.now()
    language = get_language() or "en"
    language = language if language in _LANGUAGES else "en"
    typed = {name: request.GET.get(name, "").strip() for name in ("q", "tier", "days", "amount")}
    page: dict[str, Any] = {"typed": typed, "answer": None, "wrong": ""}
    try:
        business = policy_view.compiled_at(at).policy.business
        page |= {"tiers": asking.tiers(language=language, at=at), "currency": business.currency}
        if typed["q"]:
            page["answer"] = asking.ask_policy(
                question=typed["q"],
                language=language,
                at=at,
                duty=next(iter(user.duties), ""),
                tier=typed["tier"],
                days_ago=_days(typed["days"]),
                amount=as_typed(typed["amount"], exponent(business.currency)),
            )
    except NoPolicyInForce:
        return render(request, "console/no_policy.html")
    except BadInput:
        page["wrong"] = _("Write days as a whole number such as 10, and the amount in digits such as 12000.")
    part = "ask/ask.html#answer" if request.headers.get("HX-Request") else "ask/ask.html"
    with timezone.override(business.timezone):
        return render(request, part, page, status=422 if page["wrong"] else 200)


def _days(typed: str) -> int | None:
    """Days as typed; what is no whole number is refused where days are."""
    if not typed:
        return None
    return int(typed) if _WHOLE.fullmatch(typed) else -1
