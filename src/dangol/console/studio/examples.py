"""The examples of a draft: run, with what differs; a situation that shows a finding is kept as one more."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dangol.console.studio.frame import attempted, gone, key, number, saved, show
from dangol.flows.errors import NotFound
from dangol.flows.studio import desk as desks
from dangol.flows.studio import examples as tried
from dangol.lib import clock
from dangol.staff.queries import require
from dangol.staff.rights import Right


@never_cache
@require_GET
def examples(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Every example with what became of it."""
    require(request, Right.EDIT_POLICY)
    try:
        page = {"view": tried.examples(draft), "head": desks.head(draft), "here": "examples"}
    except NotFound as missing:
        return gone(request, missing)
    return show(request, "studio/examples.html", page)


@require_POST
def keep(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Keeps the situation of a finding as an example."""
    user = require(request, Right.EDIT_POLICY)
    finding = request.POST.get("finding", "")

    def story() -> HttpResponse:
        answer = tried.keep_example(
            draft=draft,
            number=number(request),
            finding=int(finding) if finding.isdecimal() and len(finding) < 9 else -1,
            request=key(request, "keep", draft),
            by=user.doer,
            at=clock.now(),
        )
        done = _("Kept as an example. It stands in the list and fails until the policy is mended.")
        return saved(request, draft, answer, done) or HttpResponseRedirect(reverse("studio_examples", args=[draft]))

    return attempted(request, draft, story)
