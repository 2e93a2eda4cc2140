"""The one table: each outcome of a story and the room's verb that records it. Nothing is decided here."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from dangol.lib.act import Act
from dangol.loyalty import actions as loyalty
from dangol.people import actions as people
from dangol.people import queries as who
from dangol.rulebook import actions as rulebook
from dangol.sales import actions as sales
from dangol.sales import queries as sold
from dangol.sales.models import Purchase
from dangol.sales.models import Visit as VisitRow
from dangol_policy.decision import Decision
from dangol_policy.story import outcomes as out
from dangol_policy.story.state import Order, Refunded
from dangol_policy.story.tale import Rulebook


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where outcomes are written: the act, the policy's versions, and rows the story has locked."""

    act: Act
    rulebook: Rulebook
    purchases: Mapping[str, Purchase] = field(default_factory=dict)
    visits: Mapping[str, VisitRow] = field(default_factory=dict)

    def book(self, customer: str) -> loyalty.Book:
        """The customer's open ledger."""
        return loyalty.open_book(act=self.act, customer=UUID(customer))


def apply(ledger: Ledger, outcome: out.Outcome) -> None:
    """Records one outcome by its verb."""
    VERBS[type(outcome)](ledger, outcome)


def row(id_: str | None) -> UUID | None:
    """The row's id behind a story's id."""
    return None if id_ is None else UUID(id_)


# -- points, measures, tier -----------------------------------------------------------------------------------


def _lot_opened(ledger: Ledger, done: out.LotOpened) -> None:
    lot = done.lot
    ledger.book(done.customer).add_lot(
        id=UUID(lot.id),
        points=lot.granted,
        clause=lot.clause,
        version=lot.version,
        order=row(lot.order),
        usable_from=lot.usable_from,
        expires_at=lot.expires_at,
        debt_of=row(lot.debt_of),
        at=lot.at,
    )


def _moved(ledger: Ledger, done: out.Moved) -> None:
    ledger.book(done.customer).move(
        lot=UUID(done.lot),
        kind=done.kind,
        origin=done.origin,
        target=done.target,
        points=done.points,
        clause=done.clause,
        version=done.version,
        order=row(done.order),
        at=done.at,
        usable_from=done.usable_from,
        expires_at=done.expires_at,
    )


def _counted(ledger: Ledger, done: out.Counted) -> None:
    counts = done.counts
    ledger.book(done.customer).count(
        day=done.day,
        reason=done.reason,
        order=row(done.order),
        spend=counts.spend,
        visits=counts.visits,
        points=counts.points,
        orders=counts.orders,
        at=done.at,
    )


def _tier_set(ledger: Ledger, done: out.TierSet) -> None:
    ledger.book(done.customer).set_tier(
        tier=done.tier,
        reason=done.reason,
        version=done.version,
        clause=done.tier,
        review_at=done.review_at,
        order=row(done.order),
        at=done.at,
    )


# -- cards and vouchers ---------------------------------------------------------------------------------------


def _stamped(ledger: Ledger, done: out.Stamped) -> None:
    stamp = done.stamp
    loyalty.stamp(
        act=ledger.act,
        customer=UUID(done.customer),
        card=stamp.card,
        slot=stamp.slot,
        count=stamp.count,
        version=done.version,
        order=row(stamp.order),
        visit=row(stamp.visit),
        at=done.at,
    )


def _unstamped(ledger: Ledger, done: out.Unstamped) -> None:
    stamp = done.stamp
    loyalty.unstamp(
        act=ledger.act,
        customer=UUID(done.customer),
        card=stamp.card,
        slot=stamp.slot,
        count=done.taken,
        version=done.version,
        whole=stamp.count == 0,
        order=row(stamp.order),
        visit=row(stamp.visit),
        at=done.at,
    )


def _rounds_changed(ledger: Ledger, done: out.RoundsChanged) -> None:
    loyalty.set_rounds(act=ledger.act, customer=UUID(done.customer), card=done.card, rounds=done.rounds, at=done.at)


def _issued(ledger: Ledger, done: out.Issued) -> None:
    voucher = done.voucher
    gives = {"item": voucher.item, "units": voucher.units, "minimum": voucher.minimum}
    gives |= {"amount": voucher.amount, "rate": voucher.rate}
    loyalty.issue_voucher(
        act=ledger.act,
        id=UUID(voucher.id),
        customer=UUID(voucher.customer),
        kind=voucher.kind.replace(" ", "-"),
        clause=voucher.clause,
        version=voucher.version,
        occasion=voucher.occasion,
        gives={key: value for key, value in gives.items() if value},
        amount=voucher.amount or 0,
        issued_at=voucher.issued_at,
        expires_at=voucher.expires_at,
        order=row(voucher.order),
    )
    if voucher.state == "used":
        _use_voucher(ledger, voucher.id, voucher.customer, voucher.order, done)


def _voucher_used(ledger: Ledger, done: out.VoucherUsed) -> None:
    _use_voucher(ledger, done.voucher, done.customer, done.order, done)


def _use_voucher(
    ledger: Ledger, voucher: str, customer: str, order: str | None, done: out.VoucherUsed | out.Issued
) -> None:
    loyalty.use_voucher(act=ledger.act, voucher=UUID(voucher), customer=UUID(customer), order=row(order), at=done.at)


def _voucher_released(ledger: Ledger, done: out.VoucherReleased) -> None:
    loyalty.release_voucher(act=ledger.act, voucher=UUID(done.voucher), expires_at=done.expires_at, at=done.at)


def _voucher_ended(ledger: Ledger, done: out.VoucherEnded) -> None:
    if done.state == "expired":
        loyalty.expire_voucher(act=ledger.act, voucher=UUID(done.voucher), at=done.at)
    else:
        loyalty.revoke_voucher(act=ledger.act, voucher=UUID(done.voucher), reason=done.reason, at=done.at)


# -- uses -----------------------------------------------------------------------------------------------------


def _use_taken(ledger: Ledger, done: out.UseTaken) -> None:
    policy = ledger.rulebook.version(done.version).policy
    promotion = next((one for one in policy.promotions if one.id == done.clause), None)
    gesture = next((one for one in policy.loyalty.gestures if one.id == done.clause), None)
    use = loyalty.Use(
        clause=done.clause,
        amount=done.amount,
        total=promotion.limit.total if promotion else gesture.limit_total if gesture else None,
        budget=promotion.limit.budget if promotion else None,
        cancelled_count=promotion is not None and promotion.limit.on_cancel == "keep",
    )
    loyalty.reserve_uses(
        act=ledger.act, uses=[use], version=done.version, customer=row(done.customer), order=row(done.order), at=done.at
    )


def _use_released(ledger: Ledger, done: out.UseReleased) -> None:
    # Releases all uses of the order; the second of its outcomes finds nothing left to do.
    loyalty.release_uses(act=ledger.act, order=UUID(done.order), at=done.at)


# -- orders and visits ----------------------------------------------------------------------------------------


def _order_placed(ledger: Ledger, done: out.OrderPlaced) -> None:
    order, decision, basket = done.order, done.order.decision, done.order.situation.basket
    customer = row(order.customer)
    sales.place(
        act=ledger.act,
        id=UUID(order.id),
        sale=sales.Sale(
            number=order.number,
            currency=decision.currency,
            lines=_lines_sold(order),
            customer=customer,
            channel=basket.channel or "",
            store=basket.store or "",
            payment=basket.payment or "",
            tier=decision.tier or "",
            applied=_clauses_applied(decision),
            shipping_list=decision.shipping_list,
            shipping=decision.shipping,
            tax=decision.tax,
            tax_on_top=decision.total - decision.subtotal - decision.shipping,
            points_used=decision.points_used,
            by_points=decision.points_paid,
            by_gift_card=decision.gift_card,
            points=decision.points,
            version=order.version,
            delivered_on=order.delivered,
        ),
    )
    rulebook.keep_decision(
        act=ledger.act,
        kind="purchase",
        version=order.version or 0,
        inputs=order.situation,
        decision=decision,
        customer=customer,
        subject=UUID(order.id),
    )
    if order.customer is not None:
        book = ledger.book(order.customer)
        last = book.account.last_order_at
        book.set_last_order(order.at if last is None or last < order.at else last)


def _lines_sold(order: Order) -> list[sales.LineSold]:
    return [
        sales.LineSold(
            key=line.id,
            quantity=line.quantity,
            unit_price=line.list_amount // line.quantity,
            list_amount=line.list_amount,
            unit_amounts=line.unit_amounts,
            sku=given.sku,
            name=given.name or "",
            categories=given.category,
            tags=given.tags,
            tax=line.tax,
            points=line.points,
            by_points=line.points_paid,
        )
        for line, given in zip(order.decision.lines, order.situation.basket.lines, strict=True)
    ]


def _clauses_applied(decision: Decision) -> list[sales.ClauseApplied]:
    """What each clause took off each line; then what acted without taking anything off goods."""
    acted = {one.clause: one for one in decision.applied}
    on_lines = [
        sales.ClauseApplied(
            clause,
            amount,
            line=position,
            phase=acted[clause].phase if clause in acted else "order",
            times=acted[clause].times if clause in acted else 1,
        )
        for position, line in enumerate(decision.lines)
        for clause, amount in line.discounts
    ]
    elsewhere = [
        sales.ClauseApplied(one.clause, one.amount, phase=one.phase, times=one.times)
        for one in decision.applied
        if not one.lines
    ]
    return [*on_lines, *elsewhere]


def _order_delivered(ledger: Ledger, done: out.OrderDelivered) -> None:
    sales.deliver(act=ledger.act, purchase=ledger.purchases[done.order], on=done.on)


def _refund(back: Refunded) -> sales.Refund:
    return sales.Refund(**asdict(back))


def _units_returned(ledger: Ledger, done: out.UnitsReturned) -> None:
    purchase = ledger.purchases[done.order]
    lines = {line.position: line.id for line in sold.lines(purchase.id)}
    sales.take_back(
        act=ledger.act,
        purchase=purchase,
        lines=[sales.LineBack(lines[position], tuple(units)) for position, units in done.units],
        refund=_refund(done.refunded),
        reason=done.reason.replace(" ", "-"),
        at_fault=done.reason != "change of mind",
    )


def _order_cancelled(ledger: Ledger, done: out.OrderCancelled) -> None:
    sales.cancel(act=ledger.act, purchase=ledger.purchases[done.order], refund=_refund(done.refunded))
    if done.customer is not None:
        ledger.book(done.customer).set_last_order(done.last_order)


def _visit_recorded(ledger: Ledger, done: out.VisitRecorded) -> None:
    visit = done.visit
    sales.note_visit(
        act=ledger.act,
        id=UUID(visit.id),
        customer=UUID(visit.customer),
        number=visit.number,
        day=visit.day,
        amount=visit.amount,
        store=visit.store or "",
        counted=visit.counted,
    )


def _visit_cancelled(ledger: Ledger, done: out.VisitCancelled) -> None:
    sales.cancel_visit(act=ledger.act, visit=ledger.visits[done.number])


# -- people ---------------------------------------------------------------------------------------------------


def _joined(ledger: Ledger, done: out.Joined) -> None:
    people.join(act=ledger.act, customer=who.customer(UUID(done.customer)))


def _grouped(ledger: Ledger, done: out.Grouped) -> None:
    customer = who.customer(UUID(done.customer))
    for segment in done.segments:
        people.put_into_group(act=ledger.act, customer=customer, kind="segment", group=segment)
    for membership in done.memberships:
        people.put_into_group(
            act=ledger.act, customer=customer, kind="membership", group=membership.id, until=membership.until
        )


def _referred(ledger: Ledger, done: out.Referred) -> None:
    people.refer(act=ledger.act, customer=who.customer(UUID(done.friend)), referrer=who.customer(UUID(done.referrer)))


def _referral_changed(ledger: Ledger, done: out.ReferralChanged) -> None:
    loyalty.set_referral(
        act=ledger.act,
        friend=UUID(done.friend),
        referrer=UUID(done.referrer),
        clause=done.clause,
        version=done.version,
        state=done.state,
        order=row(done.order),
        due_at=done.due,
        reason=done.reason,
        at=done.at,
    )


VERBS: dict[type, Callable[[Ledger, Any], None]] = {
    out.LotOpened: _lot_opened,
    out.Moved: _moved,
    out.Counted: _counted,
    out.TierSet: _tier_set,
    out.Stamped: _stamped,
    out.Unstamped: _unstamped,
    out.RoundsChanged: _rounds_changed,
    out.Issued: _issued,
    out.VoucherUsed: _voucher_used,
    out.VoucherReleased: _voucher_released,
    out.VoucherEnded: _voucher_ended,
    out.UseTaken: _use_taken,
    out.UseReleased: _use_released,
    out.OrderPlaced: _order_placed,
    out.OrderDelivered: _order_delivered,
    out.UnitsReturned: _units_returned,
    out.OrderCancelled: _order_cancelled,
    out.VisitRecorded: _visit_recorded,
    out.VisitCancelled: _visit_cancelled,
    out.Joined: _joined,
    out.Grouped: _grouped,
    out.Referred: _referred,
    out.ReferralChanged: _referral_changed,
}
