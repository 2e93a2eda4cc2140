"""Who changed what in a draft, and what waits to be put together."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from dangol.console.studio.frame import attempted, gone, key, number, saved, show, to_desk
from dangol.flows import drafting
from dangol.flows.errors import NotFound
from dangol.flows.studio import desk as desks
from dangol.flows.studio import history as savings
from dangol.lib import clock
from dangol.staff.queries import require
from dangol.staff.rights import Right


@never_cache
@require_GET
def history(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Every saving, latest first."""
    require(request, Right.EDIT_POLICY)
    try:
        page = {"savings": savings.history(draft), "head": desks.head(draft), "here": "history"}
    except NotFound as missing:
        return gone(request, missing)
    return show(request, "studio/history.html", page)


def _compared(request: HttpRequest, draft: UUID, number_: int) -> HttpResponse:
    try:
        page = {"view": savings.compared(draft, number_), "head": desks.head(draft), "here": "history"}
    except NotFound as missing:
        return gone(request, missing)
    return show(request, "studio/compared.html", page)


@never_cache
@require_http_methods(["GET", "POST"])
def compared(request: HttpRequest, draft: UUID, number: int) -> HttpResponse:
    """What a saving changed; posted, its text becomes the draft's."""
    user = require(request, Right.EDIT_POLICY)
    if request.method == "GET":
        return _compared(request, draft, number)

    def story() -> HttpResponse:
        answer = drafting.save_draft(
            draft=draft,
            base=_base(request),
            text=drafting.draft_text(draft, number).text,
            note=f"kept {number}",
            request=key(request, "take", draft),
            by=user.doer,
            at=clock.now(),
        )
        return saved(request, draft, answer, _("The draft has this text now.")) or to_desk(draft)

    return attempted(request, draft, story)


def _base(request: HttpRequest) -> int:
    return number(request)
