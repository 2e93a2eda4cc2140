"""What stands around every customer page: the business's name, and how to reach a person in one step."""

from typing import Any

from django.utils.translation import get_language

from dangol.flows import policy_view
from dangol.flows.errors import NoPolicyInForce
from dangol.lib import clock


def around(place: str) -> dict[str, Any]:
    """`place` is the page's entry in the navigation."""
    try:
        business = policy_view.business(language=get_language() or "en", at=clock.now())
    except NoPolicyInForce:
        return {"place": place, "business": "", "contacts": (), "version": None}
    return {"place": place, "business": business.name, "contacts": business.contacts, "version": business.version}
