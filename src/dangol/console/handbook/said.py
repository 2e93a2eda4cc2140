"""Why something could not be done here, in the reader's language, with the way out."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dangol.facts.errors import KeyReused
from dangol.flows.errors import Refused

REFUSALS = (Refused, KeyReused)
_SAID: Mapping[str, object] = {
    "username-taken": gettext_lazy("Somebody has this user name already. Choose another one; nobody was added."),
    "last-owner": gettext_lazy("This is the only owner. Make somebody else owner first; nothing was changed."),
    "unknown-user": gettext_lazy("This person is not known. Go back to the list."),
    "unknown-brief": gettext_lazy("There is nothing for you to read here any more."),
    "nothing-to-waive": gettext_lazy("Nothing has to wait for this clause any more. Nothing was changed."),
    "bad-input": gettext_lazy("Please write the reason: it is kept with the version. Nothing was changed."),
}


def said(refusal: Exception) -> str:
    """The refusal in words."""
    if isinstance(refusal, KeyReused):
        return _("This form was sent before with other contents. Look at what was recorded, then type it anew.")
    code = refusal.code if isinstance(refusal, Refused) else ""
    return str(_SAID.get(code) or refusal)
