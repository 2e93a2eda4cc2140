"""My handbook, and what is new in it: read, answered and acknowledged."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from dangol.console.handbook.said import REFUSALS, said
from dangol.console.handbook.tokens import key
from dangol.flows import briefing, policy_view
from dangol.flows import handbook as books
from dangol.flows.errors import NoPolicyInForce, NotFound
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.staff.queries import can, require
from dangol.staff.rights import Right

_ANSWER = "answer-"
_LANGUAGES = ("ko", "en", "vi", "be")


def language_of() -> str:
    """The language pages are read in, as far as the policy can be said in it."""
    language = get_language() or "en"
    return language if language in _LANGUAGES else "en"


@never_cache
@require_GET
def handbook(request: HttpRequest) -> HttpResponse:
    """The handbook of one of my duties; who reads the journal may read that of any."""
    user = require(request, Right.READ_POLICY)
    at, language = clock.now(), language_of()
    find = request.GET.get("find", "").strip()
    try:
        offered = books.offered(user=user, every=can(user, Right.READ_JOURNAL), language=language, at=at)
        chosen = request.GET.get("duty", "")
        duty = chosen if chosen in {one.id for one in offered} else offered[0].id
        view = books.handbook(duty=duty, language=language, at=at, find=find)
    except NoPolicyInForce:
        return render(request, "console/no_policy.html")
    page = {"view": view, "offered": offered, "find": find, "waiting": briefing.waiting(user, at=at)}
    with timezone.override(zone()):
        return render(request, "handbook/handbook.html", page)


def zone() -> str:
    """The business's; its computer's while it has no policy."""
    try:
        return policy_view.compiled_at(clock.now()).policy.business.timezone
    except NoPolicyInForce:
        return timezone.get_current_timezone_name()


@never_cache
@require_http_methods(["GET", "POST"])
def brief(request: HttpRequest, version: int, duty: str) -> HttpResponse:
    """What is new for one of my duties, questions about it, and the acknowledgement."""
    user = require(request, Right.READ_POLICY)
    at = clock.now()
    # The questions were put in the language the page was shown in.
    language = request.POST.get("language", "")
    language = language if language in _LANGUAGES else language_of()
    wanted: dict[str, Any] = {"user": user, "duty": duty, "version": version, "language": language, "at": at}
    page: dict[str, Any] = {"language": language, "token": new_secret(), "chosen": {}, "answer": None, "wrong": ""}
    try:
        page["view"] = briefing.brief(**wanted)
        if request.method == "POST":
            answers = {name[len(_ANSWER) :]: str(value) for name, value in request.POST.items() if _is_answer(name)}
            page["chosen"] = answers
            told = briefing.acknowledge(**wanted, answers=answers, request=key(request, "brief"), by=user.doer)
            page["answer"] = told.value
    except NotFound as gone:
        return render(request, "handbook/nothing.html", {"wrong": said(gone)}, status=404)
    except REFUSALS as refusal:
        page["wrong"] = said(refusal)
    page["asked"] = _asked(page["view"], page["chosen"], page["answer"])
    page["waiting"] = briefing.waiting(user, at=at)
    with timezone.override(zone()):
        return render(request, "handbook/brief.html", page, status=422 if page["wrong"] else 200)


def _asked(view: briefing.BriefView, chosen: dict[str, str], answer: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Each question with what was chosen and, once it was answered, whether that was right."""
    return [
        {
            "question": one,
            "options": [(option, option == chosen.get(one.id)) for option in one.options],
            "right": answer["judged"].get(one.id) if answer else None,
        }
        for one in view.questions
    ]


def _is_answer(name: str) -> bool:
    return name.startswith(_ANSWER)
