"""A dry run: looks at every purchase of a file as far as that is possible without telling it."""

from collections.abc import Callable, Sequence

from dangol.facts.models import Request
from dangol.flows.importing.orders import Order
from dangol.flows.importing.story import AT_ONCE, IDENTITIES, in_parts, request_of
from dangol.flows.importing.told import Tally
from dangol.people.errors import NotAnIdentity
from dangol.people.identities import normalised


def rehearse(orders: Sequence[Order], *, source: str, region: str, tally: Tally, told: Callable[[int], None]) -> None:
    """Counts what would be imported, what is there already, and what would be rejected for its identities."""
    for some in in_parts(orders, AT_ONCE):
        keys = [request_of(source, order) for order in some]
        there = set(Request.objects.filter(key__in=keys).values_list("key", flat=True))
        for order, key in zip(some, keys, strict=True):
            _look_at(order, there=key in there, region=region, tally=tally)
        told(sum(len(order.rows) for order in some))


def _look_at(order: Order, *, there: bool, region: str, tally: Tally) -> None:
    try:
        for field, text in order.identities:
            normalised(IDENTITIES[field], text, region=region)
    except NotAnIdentity as error:
        for row in order.rows:
            tally.reject(row, str(error))
        return
    if there:
        tally.already += len(order.rows)
    else:
        tally.imported += len(order.rows)
        tally.purchases += 1
        tally.amount += order.amount
