"""Visits, deliveries: what happens between purchases."""

from __future__ import annotations

import datetime as dt

from dangol_policy.story import cards, due, occasions, points, referrals, terms, tiers
from dangol_policy.story.outcomes import Counted, OrderDelivered, VisitCancelled, VisitRecorded
from dangol_policy.story.purchase import first_visit_of_day
from dangol_policy.story.refused import Refused
from dangol_policy.story.state import Counts, Order, Visit
from dangol_policy.story.tale import Tale


def visit(
    tale: Tale, customer: str, *, amount: int | None = None, store: str | None = None, number: str | None = None
) -> Visit:
    """Records that a customer came by: counts it, stamps cards. Refuses a number that is taken."""
    if number is not None and tale.visit(number) is not None:
        raise Refused("number-taken", f"There is a visit {number!r} already: use another number.")
    due.begin(tale, customer)
    id_ = tale.new_id("visit")
    policy = tale.rules.policy
    came = Visit(
        id=id_,
        number=number or id_,
        customer=customer,
        at=tale.at,
        day=terms.day_of(tale.at, policy, store),
        amount=amount,
        store=store,
        counted=first_visit_of_day(tale, customer, store),
    )
    tale.tell(VisitRecorded(came))
    if came.counted:
        tale.tell(Counted(customer, came.day, Counts(visits=1), "visit", None, tale.at))
        occasions.count_reached(tale, customer, visits=tale.account(customer).counted.visits)
    cards.visited(tale, customer, amount, store=store, visit=id_)
    tiers.rise(tale, customer)
    occasions.give_due(tale, customer)
    due.end(tale)
    return came


def cancel_visit(tale: Tale, number: str) -> Visit:
    """Takes a visit back that was recorded by mistake, its stamps with it; a gift that was claimed stays."""
    came = tale.visit(number)
    if came is None:
        raise Refused("unknown-visit", f"There is no visit {number!r}: check the number.")
    if came.cancelled:
        raise Refused("already-cancelled", f"Visit {number!r} was cancelled before.")
    due.begin(tale, came.customer)
    tale.tell(VisitCancelled(number, came.customer, tale.at))
    if came.counted:
        tale.tell(Counted(came.customer, came.day, Counts(visits=-1), "cancel", None, tale.at))
    cards.take_back(tale, came.customer, lambda card: 0, visit=came.id)
    due.end(tale)
    return came


def deliver(tale: Tale, number: str, on: dt.date) -> Order:
    """The goods of an order arrived: what waits for it gets its day."""
    order = tale.order_numbered(number)
    if order.customer is not None:
        due.begin(tale, order.customer)
        order = tale.order(order.id)
    if order.state == "cancelled":
        raise Refused("already-cancelled", f"Order {number!r} was cancelled: nothing of it can arrive.")
    if on < terms.day_of(order.at, tale.rulebook.version(order.version).policy):
        raise Refused("delivered-before-order", "Goods cannot arrive before they were bought: correct the day.")
    if order.delivered is not None:
        raise Refused("already-delivered", f"Order {number!r} arrived on {order.delivered.isoformat()} already.")
    tale.tell(OrderDelivered(order.id, order.customer, on, tale.at))
    if order.customer is not None:
        points.delivered(tale, tale.order(order.id))
        referrals.delivered(tale, tale.order(order.id))
    due.end(tale)
    return tale.order(order.id)
