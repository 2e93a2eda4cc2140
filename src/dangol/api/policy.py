"""The policy in force, in words and as written."""

from typing import Annotated

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from dangol.api.bodies import only
from dangol.api.described import described, done
from dangol.api.keys import Key
from dangol.api.problems import ErrorPlace, Refusal
from dangol.flows.policy_view import PolicyView, policy_in_force
from dangol.lib import clock
from dangol.staff.rights import Right

router = Router(tags=["policy"])
Language = Annotated[str, Query(description="The language of the words, such as ko or en.", pattern="^[a-z]{2,3}$")]


def spoken(language: str) -> str:
    """The language, when Dangol speaks it."""
    known = [code for code, _ in settings.LANGUAGES]
    if language not in known:
        place = ErrorPlace(pointer="language", code="unknown-language", detail=f"Choose one of {', '.join(known)}.")
        raise Refusal("bad-value", f"The words are not written in {language!r}.", errors=[place])
    return language


@router.get(
    "/policy",
    auth=Key(Right.READ_POLICY),
    operation_id="policy_in_force",
    **described(gives=PolicyView, refuses=("no-policy", "bad-value")),
)
def get_policy(request: HttpRequest, language: Language = "en") -> HttpResponse:
    """The version that rules now: its sentences by section, its number and fingerprint, and the text itself."""
    only(request, "language")
    return done(policy_in_force(language=spoken(language), at=clock.now()))
