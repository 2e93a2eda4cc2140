"""Who saved something, as the people of the business call them."""

from collections.abc import Iterable

from dangol.staff.models import User


def names(doers: Iterable[str]) -> dict[str, str]:
    """A name for each doer (`staff:7` is Mina); programs keep their own."""
    wanted = set(doers)
    ids = {
        int(number)
        for kind, _, number in (one.partition(":") for one in wanted)
        if kind == "staff" and number.isdecimal()
    }
    known = {f"staff:{user.pk}": str(user) for user in User.objects.filter(pk__in=ids)} if ids else {}
    return {one: known.get(one, one.partition(":")[2]) for one in wanted}
