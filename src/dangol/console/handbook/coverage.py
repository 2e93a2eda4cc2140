"""Who of the staff has read what, and what keeps a version waiting for them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dangol.console.handbook.book import language_of, zone
from dangol.console.handbook.said import REFUSALS, said
from dangol.console.handbook.tokens import key
from dangol.flows import coverage as covering
from dangol.lib import clock
from dangol.lib.ids import new_secret
from dangol.staff.queries import can, require
from dangol.staff.rights import Right


@never_cache
@require_GET
def coverage(request: HttpRequest) -> HttpResponse:
    """Coverage by duty and person, for the version in force and those on their way."""
    user = require(request, Right.READ_JOURNAL)
    versions = covering.coverage(language=language_of(), at=clock.now())
    if not versions:
        return render(request, "console/no_policy.html")
    page = {"versions": versions, "token": new_secret(), "may_waive": can(user, Right.PUBLISH_POLICY)}
    with timezone.override(zone()):
        return render(request, "handbook/coverage.html", page)


@never_cache
def waive(request: HttpRequest, version: int, clause: str) -> HttpResponse:
    """Lets a version take effect before enough have read a clause; the reason is kept."""
    user = require(request, Right.PUBLISH_POLICY)
    if request.method == "POST":
        try:
            covering.waive(
                version=version,
                clause=clause,
                reason=request.POST.get("reason", ""),
                request=key(request, "waive"),
                by=user.doer,
                at=clock.now(),
            )
        except REFUSALS as refusal:
            messages.warning(request, said(refusal))
        else:
            messages.success(request, _("The version need not wait for this clause. Your reason is kept with it."))
    return HttpResponseRedirect(reverse("handbook_coverage"))
