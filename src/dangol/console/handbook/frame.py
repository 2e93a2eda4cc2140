"""What the frame of the staff pages tells: how many briefs wait to be read by whoever is signed in."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from dangol.flows import briefing
from dangol.lib import clock
from dangol.staff.models import User
from dangol.staff.queries import can
from dangol.staff.rights import Right


def briefs(request: HttpRequest) -> dict[str, object]:
    """Counted only when a page asks."""
    return {"briefs_waiting": SimpleLazyObject(lambda: _waiting(request))}


def _waiting(request: HttpRequest) -> int:
    user = getattr(request, "user", None)
    if not isinstance(user, User) or not can(user, Right.READ_POLICY):
        return 0
    return len(briefing.waiting(user, at=clock.now()))
