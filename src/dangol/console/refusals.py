"""Why the counter could not do something, in the clerk's language, with the way out."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dangol.facts.errors import KeyReused
from dangol.flows.errors import BadInput, NoPolicyInForce, NotFound, Refused
from dangol.people.errors import IdentityTaken, NotABirthday, NotAnIdentity

REFUSALS = (Refused, KeyReused, NotAnIdentity, NotABirthday, IdentityTaken)
"""Everything a story may refuse with."""

_SAID: Mapping[str, object] = {
    "already-cancelled": gettext_lazy("This was taken back already."),
    "already-returned": gettext_lazy("Part of this order came back already; record the rest as a return."),
    "voucher-used": gettext_lazy("This was used already."),
    "voucher-expired": gettext_lazy("This has expired. A lead may give another one."),
    "voucher-revoked": gettext_lazy("This was withdrawn."),
    "used": gettext_lazy("This was used already."),
    "expired": gettext_lazy("This has expired. A lead may give another one."),
    "revoked": gettext_lazy("This was withdrawn."),
    "points-short": gettext_lazy("There are not enough points for this. Use fewer, or pay the rest."),
    "points-minimum": gettext_lazy("That is fewer points than can be used at once. The policy names the least."),
    "points-step": gettext_lazy("Points are used in steps. Type a multiple of the step the policy names."),
    "points-maximum": gettext_lazy("That is more points than can be used at once. The policy names the most."),
    "points-not-payable": gettext_lazy("Points cannot pay for this. The policy names what they can pay."),
    "no-points": gettext_lazy("The policy in force has no points to use."),
    "number-taken": gettext_lazy("This number belongs to something else already."),
    "unknown-visit": gettext_lazy("This visit is not known."),
    "unknown-order": gettext_lazy("This order is not known."),
    "unknown-voucher": gettext_lazy("This voucher is not known."),
    "unknown-reward": gettext_lazy("The policy in force has no such reward. Reload the page."),
    "unknown-customer": gettext_lazy("This customer is not known."),
    "limit-total": gettext_lazy("Somebody else took the last one a moment ago. Look at the new price and try again."),
}


def said(refusal: Exception) -> str:
    """The refusal in words; the rooms' own words where the counter has none."""
    match refusal:
        case KeyReused():
            return _("This form was sent before with other contents. Look at what was recorded, then type it anew.")
        case NotAnIdentity():
            return _("This is no phone number or e-mail address. Please check it.")
        case NotABirthday():
            return _("This day is not in the calendar. Please check the birthday.")
        case IdentityTaken():
            return _("The phone number and the e-mail belong to two different customers. Find one of them first.")
        case NoPolicyInForce():
            return _("No policy is in force, so nothing can be decided. The owner publishes one with: dangol publish")
        case BadInput():
            return _("Something typed cannot be read: %(what)s") % {"what": str(refusal)}
        case NotFound() | Refused():
            return str(_SAID.get(refusal.code) or refusal)
    return str(refusal)
