"""Verbs of sales: place, pay, deliver, cancel, take back, note a visit."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.lib.reads import Select
from dangol.sales.errors import MoreThanBought, OrderNumberTaken, Refused, WrongSums
from dangol.sales.models import (
    CANCELLED,
    PAID,
    PLACED,
    AppliedClause,
    Purchase,
    PurchaseLine,
    Return,
    ReturnLine,
    Visit,
)

NUMBER = Select(Purchase, ("id",), "source = %s AND number = %s")


@dataclass(frozen=True, slots=True)
class LineSold:
    """One line as decided; `unit_amounts` are what each unit cost after discounts, and add up to the line."""

    key: str
    quantity: int
    unit_price: int
    list_amount: int
    unit_amounts: tuple[int, ...]
    sku: str = ""
    name: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    tax: int = 0
    points: int = 0
    by_points: int = 0

    @property
    def amount(self) -> int:
        return sum(self.unit_amounts)


@dataclass(frozen=True, slots=True)
class ClauseApplied:
    """What a clause took off one line (by position from 0) or, without a line, off the shipping."""

    clause: str
    amount: int
    line: int | None = None
    phase: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Sale:
    """A purchase as decided. Amounts in minor units; `tax_on_top` is the part of the tax that prices do not hold."""

    number: str
    currency: str
    lines: Sequence[LineSold]
    source: str = ""
    customer: UUID | None = None
    channel: str = ""
    store: str = ""
    payment: str = ""
    tier: str = ""
    applied: Sequence[ClauseApplied] = ()
    shipping_list: int = 0
    shipping: int = 0
    tax: int = 0
    tax_on_top: int = 0
    points_used: int = 0
    by_points: int = 0
    by_gift_card: int = 0
    points: int = 0
    version: int | None = None
    delivered_on: date | None = None
    paid: bool = True


@dataclass(frozen=True, slots=True)
class LineBack:
    """Units of a line that come back, by their place in it (from 0)."""

    line: UUID
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Refund:
    """What came back, by what it was paid with: minor units; `points` in smallest parts, worth `by_points`.

    `kept_back` is money kept because points that had to be taken back were gone.
    """

    goods: int = 0
    shipping: int = 0
    by_points: int = 0
    points: int = 0
    gift_card: int = 0
    money: int = 0
    fee: int = 0
    kept_back: int = 0


def place(*, act: Act, sale: Sale, id: UUID | None = None) -> UUID:  # noqa: A002
    """Records a purchase with its lines. Raises OrderNumberTaken; the caller holds the customer's account."""
    if NUMBER(sale.source, sale.number):
        raise OrderNumberTaken(sale.source, sale.number)
    id_ = id or act.new_id()
    totals = _totals(sale)
    act.rows.insert(
        Purchase,
        {
            **totals,
            "id": id_,
            "source": sale.source,
            "number": sale.number,
            "customer_id": sale.customer,
            "at": act.at,
            "currency": sale.currency,
            "channel": sale.channel,
            "store": sale.store,
            "payment": sale.payment,
            "tier": sale.tier,
            "points_used": sale.points_used,
            "points": sale.points,
            "policy_version": sale.version,
            "state": PAID if sale.paid else PLACED,
            "paid_at": act.at if sale.paid else None,
            "delivered_on": sale.delivered_on,
        },
    )
    _add_lines(act, id_, sale.lines)
    _add_applied(act, id_, sale)
    _tell_placed(act, id_, sale, totals)
    return id_


def _totals(sale: Sale) -> dict[str, int]:
    goods = sum(line.list_amount for line in sale.lines)
    discount = goods - sum(line.amount for line in sale.lines)
    total = goods - discount + sale.shipping + sale.tax_on_top
    due = total - sale.by_points - sale.by_gift_card
    if not sale.lines:
        raise WrongSums("A purchase has at least one line.")
    if due < 0:
        raise WrongSums(f"Points and gift cards pay {-due} more than the purchase costs.")
    if any(len(line.unit_amounts) != line.quantity or min(line.unit_amounts) < 0 for line in sale.lines):
        raise WrongSums("Each unit of a line has its own amount, which is not below zero.")
    return {
        "goods": goods,
        "discount": discount,
        "shipping_list": sale.shipping_list,
        "shipping": sale.shipping,
        "tax_on_top": sale.tax_on_top,
        "tax": sale.tax,
        "total": total,
        "by_points": sale.by_points,
        "by_gift_card": sale.by_gift_card,
        "due": due,
    }


def _add_lines(act: Act, purchase: UUID, lines: Sequence[LineSold]) -> None:
    for position, line in enumerate(lines):
        amount = line.amount
        act.rows.insert(
            PurchaseLine,
            {
                "id": act.new_id(),
                "purchase_id": purchase,
                "position": position,
                "key": line.key,
                "sku": line.sku,
                "name": line.name,
                "categories": line.categories,
                "tags": line.tags,
                "quantity": line.quantity,
                "unit_price": line.unit_price,
                "list_amount": line.list_amount,
                "discount": line.list_amount - amount,
                "amount": amount,
                "unit_amounts": line.unit_amounts,
                "tax": line.tax,
                "points": line.points,
                "by_points": line.by_points,
            },
        )


def _add_applied(act: Act, purchase: UUID, sale: Sale) -> None:
    """One row for each place where a clause acted; one fact for each clause."""
    sums: dict[str, list[int]] = {}
    for number, applied in enumerate(sale.applied):
        act.rows.insert(
            AppliedClause,
            {
                "id": act.new_id(),
                "purchase_id": purchase,
                "number": number,
                "line": applied.line,
                "clause": applied.clause,
                "phase": applied.phase,
                "amount": applied.amount,
                "times": applied.times,
            },
        )
        known = sums.setdefault(applied.clause, [0, applied.times])
        known[0] += applied.amount
    for clause, (amount, times) in sums.items():
        record(
            act=act,
            kind="clause.applied",
            customer=sale.customer,
            subject=purchase,
            figures={"amount": amount, "times": times},
            version=sale.version,
            clause=clause,
        )


def _tell_placed(act: Act, purchase: UUID, sale: Sale, totals: dict[str, int]) -> None:
    figures: dict[str, object] = {name: totals[name] for name in ("goods", "discount", "shipping", "tax", "total")}
    figures |= {
        "by_points": sale.by_points,
        "by_gift_card": sale.by_gift_card,
        "lines": len(sale.lines),
        "units": sum(line.quantity for line in sale.lines),
        "currency": sale.currency,
        "paid": int(sale.paid),
    }
    record(
        act=act,
        kind="purchase.placed",
        customer=sale.customer,
        subject=purchase,
        figures=figures,
        version=sale.version,
    )


def _moved(act: Act, purchase: Purchase, kind: str, figures: dict[str, Any]) -> None:
    record(
        act=act,
        kind=kind,
        customer=purchase.customer_id,
        subject=purchase.id,
        figures=figures,
        version=purchase.policy_version,
    )


def pay(*, act: Act, purchase: Purchase) -> bool:
    """The order was paid; False when it was before. A cancelled order cannot be paid."""
    changed = Purchase.objects.filter(id=purchase.id, state=PLACED).update(state=PAID, paid_at=act.at)
    if changed:
        purchase.state, purchase.paid_at = PAID, act.at
        _moved(act, purchase, "purchase.paid", {"total": purchase.total})
    elif not Purchase.objects.filter(id=purchase.id, state=PAID).exists():
        raise Refused("cancelled", f"Order {purchase.number} was cancelled and cannot be paid.")
    return bool(changed)


def deliver(*, act: Act, purchase: Purchase, on: date) -> bool:
    """The goods arrived on the local day; False when that day was known."""
    if purchase.delivered_on == on:
        return False
    if purchase.state == CANCELLED:
        raise Refused("cancelled", f"Order {purchase.number} was cancelled and cannot be delivered.")
    Purchase.objects.filter(id=purchase.id).update(delivered_on=on)
    purchase.delivered_on = on
    _moved(act, purchase, "purchase.delivered", {})
    return True


def cancel(*, act: Act, purchase: Purchase, refund: Refund) -> bool:
    """The order is undone as if it had not been; False when it was before."""
    standing = Purchase.objects.filter(id=purchase.id).exclude(state=CANCELLED)
    money = F("refunded") + refund.money
    if not standing.update(state=CANCELLED, cancelled_at=act.at, refunded=money):
        return False
    purchase.state, purchase.cancelled_at = CANCELLED, act.at
    figures = asdict(refund)
    _add_return(act, purchase, "cancelled", at_fault=False, figures=figures)
    _moved(act, purchase, "purchase.cancelled", {"total": purchase.total, **figures})
    return True


def take_back(
    *, act: Act, purchase: Purchase, lines: Sequence[LineBack], refund: Refund, reason: str, at_fault: bool = False
) -> UUID:
    """Records a return. Never more than was bought: each line's count is raised only while units are left."""
    if purchase.state == CANCELLED:
        raise Refused("cancelled", f"Order {purchase.number} was cancelled: nothing of it can come back.")
    if not lines:
        raise WrongSums("A return has at least one line.")
    for back in sorted(lines, key=lambda back: back.line):
        _count_back(purchase, back)
    Purchase.objects.filter(id=purchase.id).update(refunded=F("refunded") + refund.money)
    figures = asdict(refund)
    id_ = _add_return(act, purchase, reason, at_fault, figures)
    for back in lines:
        act.rows.insert(
            ReturnLine,
            {
                "id": act.new_id(),
                "return_of_id": id_,
                "line_id": back.line,
                "quantity": len(back.units),
                "units": back.units,
            },
        )
    units = sum(len(back.units) for back in lines)
    _moved(act, purchase, "return.accepted", {"return": id_, "units": units, "fault": int(at_fault), **figures})
    return id_


def _add_return(act: Act, purchase: Purchase, reason: str, at_fault: bool, figures: dict[str, Any]) -> UUID:
    id_ = act.new_id()
    act.rows.insert(
        Return,
        {
            **figures,
            "id": id_,
            "purchase_id": purchase.id,
            "customer_id": purchase.customer_id,
            "at": act.at,
            "reason": reason,
            "at_fault": at_fault,
            "policy_version": purchase.policy_version,
            "by": act.by,
            "request": act.request,
        },
    )
    return id_


def _count_back(purchase: Purchase, back: LineBack) -> None:
    wanted = len(back.units)
    line = PurchaseLine.objects.filter(id=back.line, purchase_id=purchase.id)
    if wanted == 0 or len(set(back.units)) != wanted:
        raise WrongSums("A returned line names each unit once, and at least one.")
    if not line.filter(returned__lte=F("quantity") - wanted).update(returned=F("returned") + wanted):
        found = line.first()
        raise MoreThanBought(back.line, wanted=wanted, left=found.quantity - found.returned if found else 0)


def note_visit(
    *,
    act: Act,
    customer: UUID,
    number: str,
    day: date,
    source: str = "",
    amount: int | None = None,
    store: str = "",
    counted: bool = False,
    id: UUID | None = None,  # noqa: A002
) -> UUID:
    """The customer came by. Raises Refused when the number was used for another visit."""
    if Visit.objects.filter(source=source, number=number, cancels=None).exists():
        raise Refused("visit-number-taken", f"A visit {number!r} is recorded already.")
    id_ = id or act.new_id()
    values = {
        "customer_id": customer,
        "source": source,
        "number": number,
        "day": day,
        "amount": amount,
        "store": store,
        "counted": counted,
    }
    _add_visit(act, id_, values)
    figures = {"amount": amount or 0}
    record(act=act, kind="visit.recorded", customer=customer, subject=id_, figures=figures)
    return id_


def cancel_visit(*, act: Act, visit: Visit) -> bool:
    """The visit is taken back; False when it was before."""
    if Visit.objects.filter(cancels_id=visit.id).exists():
        return False
    names = ("customer_id", "source", "number", "day", "amount", "store", "counted")
    _add_visit(act, act.new_id(), {**{name: getattr(visit, name) for name in names}, "cancels_id": visit.id})
    figures = {"amount": visit.amount or 0}
    record(act=act, kind="visit.cancelled", customer=visit.customer_id, subject=visit.id, figures=figures)
    return True


def _add_visit(act: Act, id_: UUID, values: dict[str, Any]) -> None:
    act.rows.insert(Visit, {**values, "id": id_, "at": act.at, "by": act.by, "request": act.request})
