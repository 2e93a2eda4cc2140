"""Figures of one customer in the period, counted from the outcomes of a story; by clause as well.

Money is in minor units, points in smallest parts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dangol_policy.decision import Decision
from dangol_policy.replay.limits import SharedUses
from dangol_policy.story import outcomes as out
from dangol_policy.story.state import Voucher, World

GUEST = ""
"""Whose tally a purchase without customer goes to."""
FIGURES = (
    "purchases",  # that stand
    "sales",  # goods after discounts
    "discount",  # on goods, vouchers used among it
    "shipping",  # shipping that was not charged
    "vouchers_paid",  # of the discount, what vouchers paid
    "points_paid",  # what points paid
    "points_issued",
    "points_spent",
    "points_expired",
    "points_taken_back",
    "points_open",  # usable and pending at the end, debts taken off
    "vouchers",  # money off a later order, in pieces
    "vouchers_worth",  # of those with an amount
    "gifts",  # items and services, in pieces
    "cards",  # rounds of visit cards filled
    "refunds",  # money and gift card given back for returned goods
)
CLAUSE_FIGURES = ("times", "money", "points", "pieces", "worth")
"""Of a clause: purchases it acted on, what it took off, points it gave, vouchers and gifts it gave, their worth."""
_TIMES, _MONEY, _POINTS, _PIECES, _WORTH = range(len(CLAUSE_FIGURES))
ByClause = dict[str, list[int]]


@dataclass(slots=True)
class Tally:
    """Figures by name, and by clause in the order of `CLAUSE_FIGURES`."""

    figures: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIGURES, 0))
    clauses: ByClause = field(default_factory=dict)

    def clause(self, id_: str) -> list[int]:
        """The figures of a clause, to be counted on."""
        return self.clauses.setdefault(id_, [0] * len(CLAUSE_FIGURES))


@dataclass(slots=True)
class Count:
    """Counts what one history leads to: figures from `since` on, shared uses from the beginning."""

    since: dt.datetime
    uses: SharedUses
    tallies: dict[str, Tally] = field(default_factory=dict)

    def of(self, customer: str | None) -> Tally:
        """The customer's tally."""
        return self.tallies.setdefault(customer or GUEST, Tally())

    def take(self, world: World, outcomes: Iterable[out.Outcome]) -> None:
        """Counts the outcomes of an event; `world` is the one after it."""
        for outcome in outcomes:
            counted = _COUNTED.get(type(outcome))
            if counted is not None:
                counted(self, world, outcome)

    def close(self, world: World, cards_before: Mapping[str, int]) -> None:
        """What stands at the end."""
        for customer, account in world.accounts.items():
            figures = self.of(customer).figures
            figures["points_open"] = account.balance + account.pending
            figures["cards"] = rounds_of(world, customer) - cards_before.get(customer, 0)


def rounds_of(world: World, customer: str) -> int:
    """Rounds of visit cards the customer has filled."""
    account = world.accounts.get(customer)
    return sum(card.rounds for card in account.cards.values()) if account is not None else 0


# -- purchases ------------------------------------------------------------------------------------------------


def _order_placed(count: Count, world: World, done: out.OrderPlaced) -> None:
    if done.order.at >= count.since:
        _add_order(count.of(done.order.customer), done.order.decision, 1)


def _order_cancelled(count: Count, world: World, done: out.OrderCancelled) -> None:
    order = world.orders[done.order]
    if order.at >= count.since:
        _add_order(count.of(order.customer), order.decision, -1)


def _add_order(tally: Tally, decision: Decision, sign: int) -> None:
    figures = tally.figures
    figures["purchases"] += sign
    figures["sales"] += sign * decision.subtotal
    figures["discount"] += sign * decision.discount
    figures["shipping"] += sign * (decision.shipping_list - decision.shipping)
    figures["points_paid"] += sign * decision.points_paid
    figures["vouchers_paid"] += sign * sum(amount for _, amount in decision.vouchers_used)
    for one in decision.applied:
        row = tally.clause(one.clause)
        row[_TIMES] += sign
        row[_MONEY] += sign * one.amount


def _units_returned(count: Count, world: World, done: out.UnitsReturned) -> None:
    if done.at >= count.since:
        count.of(done.customer).figures["refunds"] += done.refunded.money + done.refunded.gift_card


# -- points ---------------------------------------------------------------------------------------------------

_FIGURE_OF_MOVE: Mapping[str, tuple[str, int]] = {
    "earn": ("points_issued", 1),
    "grant": ("points_issued", 1),
    "spend": ("points_spent", 1),
    "restore": ("points_spent", -1),
    "expire": ("points_expired", 1),
    "reverse": ("points_taken_back", 1),
    "make-good": ("points_taken_back", 1),
}


def _moved(count: Count, world: World, done: out.Moved) -> None:
    named = _FIGURE_OF_MOVE.get(done.kind)
    if named is None or done.at < count.since:
        return
    name, sign = named
    tally = count.of(done.customer)
    tally.figures[name] += sign * done.points
    if name == "points_issued":
        tally.clause(done.clause)[_POINTS] += done.points
    elif name == "points_taken_back":
        tally.clause(done.clause)[_POINTS] -= done.points


# -- vouchers and gifts ---------------------------------------------------------------------------------------


def _issued(count: Count, world: World, done: out.Issued) -> None:
    _add_voucher(count, done.voucher, 1)


def _voucher_ended(count: Count, world: World, done: out.VoucherEnded) -> None:
    if done.state == "revoked":
        _add_voucher(count, world.accounts[done.customer].vouchers[done.voucher], -1)


def _add_voucher(count: Count, voucher: Voucher, sign: int) -> None:
    if voucher.issued_at < count.since or voucher.kind == "points":
        return
    tally = count.of(voucher.customer)
    row = tally.clause(voucher.clause)
    row[_PIECES] += sign
    if voucher.kind != "voucher":
        tally.figures["gifts"] += sign
        return
    worth = sign * (voucher.amount or 0)
    tally.figures["vouchers"] += sign
    tally.figures["vouchers_worth"] += worth
    row[_WORTH] += worth


# -- limits ---------------------------------------------------------------------------------------------------


def _use_taken(count: Count, world: World, done: out.UseTaken) -> None:
    count.uses.add(done.clause, done.at, done.amount)


_COUNTED: dict[type, Callable[[Count, World, Any], None]] = {
    out.OrderPlaced: _order_placed,
    out.OrderCancelled: _order_cancelled,
    out.UnitsReturned: _units_returned,
    out.Moved: _moved,
    out.Issued: _issued,
    out.VoucherEnded: _voucher_ended,
    out.UseTaken: _use_taken,
}
