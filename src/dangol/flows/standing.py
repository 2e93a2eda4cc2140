"""How a customer stands at an instant, whether or not the worker has come by. Reads only."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID, uuid4

from dangol.flows import loading
from dangol.flows.loading import Wanted
from dangol.flows.telling import Looking, friends_by_referrer, order_of_referral, translated
from dangol.flows.versions import Versions
from dangol.lib.reads import Asked, ahead, reading_ahead
from dangol.loyalty import queries as loyalty
from dangol.people.errors import UnknownCustomer
from dangol_policy.model.policy import Policy
from dangol_policy.story import due
from dangol_policy.story.state import Account, Order, World
from dangol_policy.story.tale import Tale


def standing(customer: UUID, *, at: datetime) -> Account:
    """The customer's state, every lot and everything in hand, with all that has fallen due by the instant."""
    instant, versions = loading.utc(at), Versions()
    policy = versions.in_force(instant).policy
    tale = reading_tale(versions, [customer], instant, policy, wanted=Wanted(every_lot=True))
    due.begin(tale, customer.hex)
    return tale.account(customer.hex)


def reading_tale(
    versions: Versions,
    customers: Collection[UUID],
    at: datetime,
    policy: Policy,
    *,
    wanted: Wanted | None = None,
    orders: Iterable[Order] = (),
) -> Tale:
    """A tale that is never recorded, on the state as it is stored."""
    wanted = wanted or Wanted()
    try:
        with reading_ahead():
            ahead(*loading.asked_of_concerned(customers))
            everybody = loading.people_concerned(customers, at) if customers else ()
            ahead(*_asked_of(everybody, at, policy, wanted), *loading.asked_of_all(policy))
            accounts = {one.hex: loading.account_of(one, policy, at, None, wanted) for one in everybody}
            uses = loading.uses_of_all(policy)
    except UnknownCustomer as unknown:
        raise translated(unknown) from unknown
    found = {order.id: order for order in orders}
    for account in accounts.values():
        found |= order_of_referral(account, at, found)
    world = World(
        accounts=accounts,
        orders=found,
        numbers={order.number: order.id for order in found.values()},
        uses=uses,
    )
    return Tale(world, versions, Looking(friends_by_referrer(accounts)), at=at, new_id=lambda kind: uuid4().hex)


def _asked_of(customers: Iterable[UUID], at: datetime, policy: Policy, wanted: Wanted) -> list[Asked]:
    """What is read of the customers; nothing is locked, for nothing is written."""
    asked = [one for customer in customers for one in loading.asked_of(customer, policy, at, wanted)]
    return [(loyalty.ACCOUNT if select.lock else select, values) for select, values in asked]
