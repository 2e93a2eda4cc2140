"""Tells the purchases of a file to the business, many in one transaction, each of them once."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from dangol.facts.actions import Answer
from dangol.facts.errors import KeyReused
from dangol.flows.errors import Refused
from dangol.flows.importing.orders import Order
from dangol.flows.importing.told import Tally
from dangol.flows.join import join
from dangol.flows.purchase import purchase
from dangol.people import queries as people
from dangol.people.errors import IdentityTaken, NotAnIdentity

BY = "system:import"
AT_ONCE = 200
IDENTITIES = {"customer": "external", "phone": "phone", "email": "email"}


@dataclass(slots=True)
class Telling:
    """One run over one file. `source` names where the orders come from and keeps them apart from all others."""

    source: str
    region: str
    zone: ZoneInfo
    tally: Tally
    _known: dict[tuple[tuple[str, str], ...], UUID] = field(default_factory=dict)

    def tell(self, orders: Sequence[Order], *, told: Callable[[int], None]) -> None:
        """Every order, in order. A kill leaves whole transactions; running again goes on where they ended."""
        for some in in_parts(orders, AT_ONCE):
            counted = Tally()
            with transaction.atomic():
                for order in some:
                    self._tell_one(order, counted)
            # Only what is committed counts.
            self.tally.add(counted)
            told(sum(len(order.rows) for order in some))

    def _tell_one(self, order: Order, counted: Tally) -> None:
        try:
            with transaction.atomic():
                customer, new = self._customer(order)
                answer = self._purchase(order, customer)
        except (Refused, KeyReused, IdentityTaken, NotAnIdentity) as refusal:
            # Whoever was met for this order was met in the transaction that is undone.
            self._known.pop(order.identities, None)
            for row in order.rows:
                counted.reject(row, _reason(refusal, order))
            return
        counted.customers += new
        if answer.replayed:
            counted.already += len(order.rows)
        else:
            counted.imported += len(order.rows)
            counted.purchases += 1
            counted.amount += order.amount

    def _customer(self, order: Order) -> tuple[UUID | None, bool]:
        """Whoever bought, and whether we met them just now; a purchase without identities is a guest's."""
        if not order.identities:
            return None, False
        new = False
        if order.identities not in self._known:
            self._known[order.identities], new = self._meet(order)
        return self._known[order.identities], new

    def _meet(self, order: Order) -> tuple[UUID, bool]:
        """The customer with these identities; a stranger is enrolled at the moment of the first purchase."""
        named = {IDENTITIES[field_]: text for field_, text in order.identities}
        if len(named) == 1:
            found = people.find(*next(iter(named.items())), region=self.region)
            if found is not None:
                return found.id, False
        answer = join(
            phone=named.get("phone", ""),
            email=named.get("email", ""),
            external=named.get("external", ""),
            region=self.region,
            request=f"import:{self.source}:customer:{_digest(order.identities)}",
            by=BY,
            at=order.at,
        )
        return UUID(answer.value["customer"]), bool(answer.value["new"])

    def _purchase(self, order: Order, customer: UUID | None) -> Answer:
        return purchase(
            number=order.number,
            basket=basket(order),
            customer=customer,
            # What was paid is what was paid: a policy that would have asked for another amount rejects the order.
            expect_total=order.amount,
            delivered=order.delivered or order.at.astimezone(self.zone).date(),
            money="minor",
            request=request_of(self.source, order),
            by=BY,
            at=order.at,
        )


def request_of(source: str, order: Order) -> str:
    """By which the order is known to have been imported."""
    return f"import:{source}:{order.number}"


def basket(order: Order) -> dict[str, Any]:
    """The order as the policy sees it."""
    lines = [
        {
            "price": line.price,
            "quantity": line.units,
            **{
                name: text
                for name, text in (("sku", line.sku), ("name", line.name), ("category", line.category))
                if text
            },
        }
        for line in order.lines
    ]
    return {"lines": lines, **dict(order.about)}


def _reason(refusal: Exception, order: Order) -> str:
    if isinstance(refusal, KeyReused):
        return f"order {order.number} was imported before with other content; what was imported stands"
    return str(refusal)


def _digest(identities: Iterable[tuple[str, str]]) -> str:
    return hashlib.sha256(repr(tuple(identities)).encode()).hexdigest()[:32]


def in_parts(orders: Iterable[Order], size: int) -> Iterator[list[Order]]:
    """So many at a time."""
    remaining = iter(orders)
    while some := list(islice(remaining, size)):
        yield some
