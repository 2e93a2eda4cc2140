"""Who did something, by name: acts keep only the kind and id of the doer."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from dangol.staff.models import ApiKey, User


def names_of(doers: Iterable[str]) -> Mapping[str, str]:
    """The name of each doer (`staff:…`, `key:…`, `system:…`) in the active language; somebody gone keeps the id."""
    asked = set(filter(None, doers))
    users = _ids(asked, "staff")
    people = {
        f"staff:{one.pk}": str(one) for one in User.objects.filter(pk__in=[id_ for id_ in users if id_.isdecimal()])
    }
    keys = {f"key:{one.prefix}": one.name for one in ApiKey.objects.filter(prefix__in=_ids(asked, "key"))}
    programs = {"system:command-line": _("the command line"), "system:demo": _("the demo")}
    return {doer: (people | keys | programs).get(doer, doer) for doer in asked}


def _ids(doers: Iterable[str], kind: str) -> list[str]:
    return [doer.partition(":")[2] for doer in doers if doer.startswith(f"{kind}:")]
