"""Background work: what is due, under way, failing or dead, and the workers that do it; dead work is tried again."""

import re
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dangol.flows import background as standing
from dangol.flows import policy_view, work
from dangol.flows.errors import NoPolicyInForce
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.staff.queries import can, require
from dangol.staff.rights import Right


@never_cache
@require_GET
def background(request: HttpRequest) -> HttpResponse:
    """How background work stands."""
    user = require(request, Right.READ_JOURNAL)
    at = clock.now()
    view = standing.background(at=at)
    page = {"view": view, "token": new_secret(), "may_revive": can(user, Right.RUN_OPERATIONS)}
    with timezone.override(_zone()):
        return render(request, "console/background.html", page)


def _zone() -> str:
    """The business's; its computer's while it has no policy."""
    try:
        return policy_view.compiled_at(clock.now()).policy.business.timezone
    except NoPolicyInForce:
        return timezone.get_current_timezone_name()


@never_cache
def revive(request: HttpRequest, work_id: UUID) -> HttpResponse:
    """Lets dead work be tried again, once per page it was asked from."""
    user = require(request, Right.RUN_OPERATIONS)
    if request.method == "POST":
        token = request.POST.get("token", "")
        key = token if re.fullmatch(r"[A-Za-z0-9_-]{16,64}", token) else new_secret()
        answer = work.revive(work_id, request=f"revive:{work_id.hex}:{key}", by=user.doer, at=clock.now())
        if answer.value["revived"]:
            messages.success(request, _("It is tried again now; reload this page to see what became of it."))
        else:
            messages.info(request, _("This work does not wait for a person any more. Nothing was changed."))
    return HttpResponseRedirect(reverse("background"))
