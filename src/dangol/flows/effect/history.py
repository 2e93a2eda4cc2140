"""From stored rows to histories: the events that customers' purchases, visits and gifts were, in order of time.

Points, tiers and stamps are not read: the replay works them out. Of what a person changed by hand only grants are
events; groups are those of today, from the day they began.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Sum

from dangol.flows.effect.rows import Bought, Rows, bought, rows_of
from dangol.flows.reading import YEAR_UNKNOWN
from dangol.loyalty.models import Entry
from dangol.people.models import Belonging, Customer, Referral
from dangol.sales.models import CANCELLED, Purchase, Return, Visit
from dangol_policy.model import events as on
from dangol_policy.model.policy import Policy
from dangol_policy.replay import Gift, History, Stored
from dangol_policy.situation import Basket, Situation
from dangol_policy.values import ValuesContext

_REDEEM = "redeem"
"""Clause of points used plainly."""
_FIRST, _THEN, _LATER = range(3)
"""What comes first at one instant: meeting, then buying and coming by, then what follows from it."""
Placed = tuple[datetime, int, on.StoryEvent]


@dataclass(frozen=True, slots=True)
class Period:
    """What is compared with what is stored: from `since` until `until`, under the version in force now."""

    since: datetime
    until: datetime
    version: int


# -- who ------------------------------------------------------------------------------------------------------


def circles(customers: Sequence[UUID], *, together: bool) -> list[list[UUID]]:
    """Each customer with everybody they brought, directly or through others; who was brought is in another's circle.

    Without `together` everybody is alone.
    """
    if not together:
        return [[customer] for customer in customers]
    brought = set(Referral.objects.filter(customer_id__in=customers).values_list("customer_id", flat=True))
    bringing = set(Referral.objects.filter(referrer_id__in=customers).values_list("referrer_id", flat=True))
    return [_circle(one) if one in bringing else [one] for one in customers if one not in brought]


def _circle(customer: UUID) -> list[UUID]:
    found, newest = [customer], [customer]
    while newest:
        newest = list(Referral.objects.filter(referrer_id__in=newest).values_list("customer_id", flat=True))
        found += newest
    return found


def histories(circles: Sequence[Sequence[UUID]], policy: Policy, period: Period) -> list[History]:
    """The history of each circle of customers."""
    everybody = [customer for circle in circles for customer in circle]
    rows = rows_of(everybody)
    by_id = {one.id: one for one in rows.customers}
    stored = _stored(everybody, rows, period)
    reader = _Reader(policy, rows)
    return [reader.history([by_id[customer] for customer in circle if customer in by_id], stored) for circle in circles]


def guests(ids: Sequence[UUID], policy: Policy, period: Period) -> list[History]:
    """Purchases without a customer, each by itself."""
    reader = _Reader(policy, None)
    found = bought(Purchase.objects.filter(id__in=ids), Return.objects.filter(purchase_id__in=ids))
    rows = sorted(found.purchases.get(None, []), key=lambda row: row.id)
    return [reader.guest(row, found, period) for row in rows]


# -- what they did --------------------------------------------------------------------------------------------


class _Reader:
    """Makes events of rows."""

    def __init__(self, policy: Policy, rows: Rows | None) -> None:
        self._context = ValuesContext(policy.business.currency, "minor", policy.business.timezone)
        self._rows = rows

    def history(self, customers: Sequence[Customer], stored: dict[str, Stored]) -> History:
        events = [event for customer in customers for event in self._of(customer)]
        names = tuple(one.id.hex for one in customers)
        return History(names, _in_order(events), dict(self._gifts(customers)), {name: stored[name] for name in names})

    def guest(self, row: Purchase, found: Bought, period: Period) -> History:
        events = _in_order(self._purchase(row, found))
        inside = period.since <= row.at < period.until and row.state != CANCELLED
        otherwise = int(inside and row.policy_version != period.version)
        stored = Stored(0, row.discount * inside, int(inside), otherwise)
        return History((), events, stored={"": stored})

    def _of(self, customer: Customer) -> Iterator[Placed]:
        rows = self._rows
        assert rows is not None
        events = [*self._bought(customer.id, rows.bought), *_visits(rows.visits.get(customer.id, ()))]
        events += [*_in_hand(customer.id, rows), *_brought(rows.referrals.get(customer.id, ()))]
        first = min((at for at, _, _ in events), default=customer.created_at)
        joined = min(first, customer.member_since or customer.created_at)
        yield from _joined(customer, joined)
        yield from _groups(customer, rows.groups.get(customer.id, ()), joined)
        yield from events

    def _bought(self, customer: UUID, found: Bought) -> Iterator[Placed]:
        for row in found.purchases.get(customer, ()):
            yield from self._purchase(row, found)

    def _purchase(self, row: Purchase, found: Bought) -> Iterator[Placed]:
        told = found.delivered.get(row.id)
        number = row.id.hex
        bought = on.Purchase.model_construct(
            at=row.at,
            purchase=number,
            customer=row.customer_id.hex if row.customer_id is not None else None,
            basket=self._basket(row, found),
            delivered=row.delivered_on if told is None else None,
        )
        yield row.at, _THEN, bought
        if told is not None and row.delivered_on is not None:
            arrived = on.Deliver.model_construct(at=told.at, deliver=number, on=row.delivered_on)
            yield told.at, _LATER, arrived
        if row.state == CANCELLED and row.cancelled_at is not None:
            yield row.cancelled_at, _LATER, on.Cancel.model_construct(at=row.cancelled_at, cancel=number)
        for back in found.returns.get(row.id, ()):
            yield back.at, _LATER, _return(back, found)

    def _basket(self, row: Purchase, found: Bought) -> Basket:
        inputs = found.inputs.get(row.id)
        if inputs:
            return Situation.model_validate_json(inputs, context=self._context).basket
        lines = [
            {
                "id": line.key,
                "sku": line.sku,
                "category": line.categories,
                "tags": line.tags,
                "price": line.unit_price,
                "quantity": line.quantity,
            }
            for line in found.lines.get(row.id, ())
        ]
        told = {name: getattr(row, name) for name in ("store", "channel", "payment") if getattr(row, name)}
        paid = {"shipping": row.shipping_list, "gift_card": row.by_gift_card, "redeem": {"points": row.points_used}}
        return Basket.model_validate({"lines": lines, **told, **paid}, context=self._context)

    def _gifts(self, customers: Iterable[Customer]) -> Iterator[tuple[str, Gift]]:
        rows = self._rows
        assert rows is not None
        for customer in customers:
            for use in rows.claims.get(customer.id, ()):
                yield use.voucher_id.hex, Gift(customer.id.hex, use.voucher.clause)


def _in_order(events: Iterable[Placed]) -> tuple[on.StoryEvent, ...]:
    return tuple(event for _, _, event in sorted(events, key=lambda one: one[:2]))


def _joined(customer: Customer, at: datetime) -> Iterator[Placed]:
    month, day = customer.birth_month, customer.birth_day
    born = date(customer.birth_year or YEAR_UNKNOWN, month, day) if month is not None and day is not None else None
    yield at, _FIRST, on.Join.model_construct(at=at, join=customer.id.hex, birthday=born)


def _groups(customer: Customer, groups: Iterable[Belonging], joined: datetime) -> Iterator[Placed]:
    for group in groups:
        at, named = max(group.since, joined), (group.group,)
        segments, memberships = (named, ()) if group.kind == "segment" else ((), named)
        came = on.Join.model_construct(at=at, join=customer.id.hex, segments=segments, memberships=memberships)
        yield at, _FIRST, came


def _brought(referrals: Iterable[Referral]) -> Iterator[Placed]:
    for row in referrals:
        brought = on.Refer.model_construct(at=row.at, refer=row.referrer_id.hex, friend=row.customer_id.hex)
        yield row.at, _FIRST, brought


def _return(back: Return, found: Bought) -> on.Return:
    lines: dict[str, int] = {}
    for one in found.back.get(back.id, ()):
        lines[one.line.key] = lines.get(one.line.key, 0) + one.quantity
    reason: Any = back.reason.replace("-", " ")
    return on.Return.model_construct(at=back.at, order=back.purchase_id.hex, lines=lines, reason=reason)


def _visits(rows: Iterable[Visit]) -> Iterator[Placed]:
    for row in rows:
        if row.cancels_id is not None:
            yield row.at, _LATER, on.CancelVisit.model_construct(at=row.at, cancel_visit=row.cancels_id.hex)
            continue
        came = on.Visit.model_construct(
            at=row.at, visit=row.customer_id.hex, amount=row.amount, store=row.store or None, number=row.id.hex
        )
        yield row.at, _THEN, came


def _in_hand(customer: UUID, rows: Rows) -> Iterator[Placed]:
    """What went from hand to hand outside of orders."""
    name, because = customer.hex, "as it was given"
    for one in rows.spent.get(customer, ()):
        what = {"points": one["sum"]} if one["clause"] == _REDEEM else {"reward": one["clause"]}
        yield one["at"], _LATER, on.Redeem.model_construct(at=one["at"], redeem=name, **what)
    for entry in rows.granted.get(customer, ()):
        grant = on.Grant.model_construct(at=entry.at, grant=name, points=entry.points, because=because)
        yield entry.at, _LATER, grant
    for voucher in rows.given.get(customer, ()):
        item = voucher.gives.get("item")
        what = {"item": item} if item else {"voucher": voucher.amount}
        at = voucher.issued_at
        yield at, _LATER, on.Grant.model_construct(at=at, grant=name, because=because, **what)
    for use in rows.claims.get(customer, ()):
        yield use.at, _LATER, on.Claim.model_construct(at=use.at, claim=use.voucher_id.hex)


# -- what was booked ------------------------------------------------------------------------------------------


def _stored(customers: Sequence[UUID], rows: Rows, period: Period) -> dict[str, Stored]:
    issued = Entry.objects.filter(
        account_id__in=customers, kind__in=("earn", "grant"), at__gte=period.since, at__lt=period.until
    )
    points = dict(issued.values_list("account_id").annotate(sum=Sum("points")))
    return {
        customer.hex: _stored_of(points.get(customer, 0), rows.bought.purchases.get(customer, ()), period)
        for customer in customers
    }


def _stored_of(points: int, purchases: Iterable[Purchase], period: Period) -> Stored:
    inside = [row for row in purchases if period.since <= row.at < period.until and row.state != CANCELLED]
    return Stored(
        points=points,
        discount=sum(row.discount for row in inside),
        purchases=len(inside),
        otherwise=sum(row.policy_version != period.version for row in inside),
    )
