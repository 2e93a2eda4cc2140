"""One event being told: it reads the world, changes a copy, and remembers every outcome."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

from dangol_policy.decision import Decision
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation
from dangol_policy.story.change import change
from dangol_policy.story.outcomes import Outcome
from dangol_policy.story.refused import Refused
from dangol_policy.story.state import Account, Order, Uses, Visit, World

K = TypeVar("K")
V = TypeVar("V")


class Rules(Protocol):
    """A compiled policy version."""

    @property
    def policy(self) -> Policy:
        """The policy as meant."""

    @property
    def version(self) -> int | None:
        """Its number, when the business keeps versions."""

    def quote(self, situation: Situation) -> Decision:
        """The decision for a situation."""

    def quote_in_full(self, situation: Situation) -> Decision:
        """The same with every explanation worked out, for a decision that is kept."""


class Rulebook(Protocol):
    """The versions of a business's policy."""

    def in_force(self, at: dt.datetime) -> Rules:
        """The version that holds at the instant."""

    def version(self, number: int | None) -> Rules:
        """A version by its number."""


class Archive(Protocol):
    """What a step may have to look up beyond the state at hand."""

    def last_order(self, customer: str, *, besides: str) -> dt.datetime | None:
        """When the customer's last order that stands was placed, leaving one order out."""

    def referrer_of(self, customer: str) -> str | None:
        """Who brought the customer."""

    def friends_of(self, customer: str, until: dt.datetime) -> Iterable[str]:
        """Those the customer brought whose reward falls due by the instant."""


class Tale:
    """The world while one event is told. Nothing outside sees a change before the event has been told to its end."""

    def __init__(
        self, world: World, rulebook: Rulebook, archive: Archive, *, at: dt.datetime, new_id: Callable[[str], str]
    ) -> None:
        self.rulebook = rulebook
        self.archive = archive
        self.at = at
        self.new_id = new_id
        """A new id for a kind of thing: lot, voucher, order, visit."""
        self.outcomes: list[Outcome] = []
        self._world = world
        self._accounts: dict[str, Account] = {}
        self._orders: dict[str, Order] = {}
        self._visits: dict[str, Visit] = {}
        self._used: dict[str, Uses] = {}

    @property
    def rules(self) -> Rules:
        """The version in force now."""
        return self.rulebook.in_force(self.at)

    def tell(self, outcome: Outcome) -> None:
        """Adds an outcome and carries it out."""
        self.outcomes.append(outcome)
        change(self, outcome)

    def told(self) -> World:
        """The world after the event."""
        numbers = {order.number: order.id for order in self._orders.values()}
        return World(
            accounts=_over(self._world.accounts, self._accounts),
            orders=_over(self._world.orders, self._orders),
            numbers=_over(self._world.numbers, numbers),
            visits=_over(self._world.visits, self._visits),
            uses=_over(self._world.uses, self._used),
        )

    # -- reads ------------------------------------------------------------------------------------------------

    def knows(self, customer: str) -> bool:
        """Whether the customer was met."""
        return customer in self._accounts or customer in self._world.accounts

    def account(self, customer: str) -> Account:
        """The customer's state; refuses unknown customers."""
        found = self._accounts.get(customer) or self._world.accounts.get(customer)
        if found is None:
            raise Refused("unknown-customer", f"There is no customer {customer!r}: enrol the customer first.")
        return found

    def referrer_of(self, customer: str) -> str | None:
        """Who brought the customer."""
        if self.knows(customer):
            friend = self.account(customer).friend
            return friend.referrer if friend else None
        return self.archive.referrer_of(customer)

    def touched(self) -> Iterable[str]:
        """Customers this event changed, in a stable order."""
        return sorted(self._accounts)

    def customers(self) -> Iterable[str]:
        """Everybody at hand, in a stable order."""
        return sorted({*self._world.accounts, *self._accounts})

    def order(self, order: str) -> Order:
        """The order with this id."""
        return self._orders.get(order) or self._world.orders[order]

    def order_numbered(self, number: str) -> Order:
        """The order with this number; refuses unknown numbers."""
        id_ = self._world.numbers.get(number)
        if id_ is None:
            raise Refused("unknown-order", f"There is no order {number!r}: check the number.")
        return self.order(id_)

    def has_number(self, number: str) -> bool:
        """Whether an order has this number."""
        return number in self._world.numbers

    def visit(self, number: str) -> Visit | None:
        """The visit with this number."""
        return self._visits.get(number) or self._world.visits.get(number)

    def used(self, clause: str) -> Uses:
        """What all customers together have used of a promotion."""
        return self._used.get(clause) or self._world.uses.get(clause, Uses())

    def all_used(self) -> Mapping[str, Uses]:
        """What all customers together have used of each promotion."""
        return _over(self._world.uses, self._used)

    # -- writes, only for `change` ----------------------------------------------------------------------------

    def put_account(self, account: Account) -> None:
        """Replaces a customer's state."""
        self._accounts[account.customer] = account

    def put_order(self, order: Order) -> None:
        """Replaces an order's state."""
        self._orders[order.id] = order

    def put_visit(self, visit: Visit) -> None:
        """Replaces a visit's state."""
        self._visits[visit.number] = visit

    def put_used(self, clause: str, uses: Uses) -> None:
        """Replaces what all have used."""
        self._used[clause] = uses


def _over(below: Mapping[K, V], above: Mapping[K, V]) -> Mapping[K, V]:
    return {**below, **above} if above else below
