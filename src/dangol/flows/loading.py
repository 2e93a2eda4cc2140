"""Loads from the rooms what a step of the story reads: accounts under their locks, orders with their decisions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from pydantic import TypeAdapter

from dangol.flows.reading import YEAR_UNKNOWN
from dangol.lib.reads import Asked, Select, columns_of, whole
from dangol.loyalty import queries as loyalty
from dangol.loyalty.actions import Book
from dangol.loyalty.ledger.state import ACCOUNT, HELD, OpenLot, Standing, stored_lots
from dangol.loyalty.models import Account as AccountRow
from dangol.loyalty.models import Counted as CountedRow
from dangol.loyalty.models import Lot as LotRow
from dangol.loyalty.models import Voucher as VoucherRow
from dangol.loyalty.models.referrals import REWARDED
from dangol.loyalty.models.vouchers import ISSUED
from dangol.people import queries as people
from dangol.people.models import Referral as ReferralRow
from dangol.rulebook import queries as rulebook
from dangol.sales import queries as sales
from dangol.sales.models import CANCELLED, Purchase
from dangol_policy.decision import Decision
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation
from dangol_policy.story import terms, tiers
from dangol_policy.story.index import index_of
from dangol_policy.story.state import (
    Account,
    Card,
    Counts,
    Friend,
    Lot,
    Membership,
    Order,
    Profile,
    Refunded,
    Stamp,
    Use,
    Uses,
    Visit,
    Voucher,
)
from dangol_policy.values import ValuesContext

_DECISION: TypeAdapter[Decision] = TypeAdapter(Decision)
_DAY = timedelta(days=1)
# What such occasions give may be given again; only the others must be known for ever.
_NOT_ONCE = ("round:", "order:", "redeemed:", "granted:")
AT_HAND = Select(
    VoucherRow,
    columns_of(VoucherRow),
    "customer_id = %s AND (state = 'issued' OR NOT ("
    + " OR ".join(f"occasion LIKE '{occasion}%%'" for occasion in _NOT_ONCE)
    + ")) ORDER BY issued_at, id",
)
"""Vouchers in hand, and what was given for once and all."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a step reads beyond what everybody's account holds."""

    order: UUID | None = None
    """An order that is undone or delivered: its lots, spendings, stamps and vouchers are needed."""
    visit: UUID | None = None
    vouchers: Collection[UUID] = ()
    """Vouchers that are named, whatever became of them."""
    store: str | None = None
    """Where the customer is: local days are those of the store."""
    every_lot: bool = False
    """Closed lots too, for a customer's card."""


def asked_of(customer: UUID, policy: Policy, at: datetime, wanted: Wanted) -> list[Asked]:
    """What `account_of` reads of a customer whose account is locked first, as far as it is known beforehand."""
    index = index_of(policy)
    asked: list[Asked] = [
        (ACCOUNT, (customer,)),
        (people.MEMBER, (customer,)),
        (people.BELONGINGS, (customer,)),
        (people.REFERRER, (customer,)),
        (loyalty.REFERRALS, (customer, customer)),
        (loyalty.COUNTED, (customer, _first_day(policy, at))),
        (HELD, (customer,)),
    ]
    if index.limited_per_customer:
        asked.append((loyalty.uses(len(index.limited_per_customer)), (customer, *index.limited_per_customer)))
    if wanted.order is None and not wanted.vouchers:
        asked.append((AT_HAND, (customer,)))
    if index.has_cards:
        asked.append((loyalty.CARDS, (customer,)))
    return asked


def asked_of_all(policy: Policy) -> list[Asked]:
    """What `uses_of_all` reads."""
    limited = index_of(policy).limited_in_all
    return [(loyalty.budget_rows(len(limited)), tuple(limited))] if limited else []


def account_of(customer: UUID, policy: Policy, at: datetime, book: Book | None, wanted: Wanted) -> Account:
    """One customer's state. With an open book (locked) for a story, without one for a page. Raises UnknownCustomer."""
    row = book.account if book is not None else loyalty.account(customer)
    friends = loyalty.referrals(customer)
    account = Account(
        customer=customer.hex,
        profile=_profile(customer, policy),
        lots={lot.id: lot for lot in _lots(customer, book, wanted)},
        spent=row.spent,
        tier=row.tier,
        tier_since=row.tier_since,
        review_at=row.tier_review_at,
        counted=Counts(row.counted_spend, row.counted_visits, row.counted_points, row.orders),
        days=_days(customer, row, policy, at),
        last_order=row.last_order_at,
        uses=_uses_of(customer, policy),
        friend=_friend(customer, friends),
        rewarded=tuple(sorted(one.changed_at for one in friends if one.referrer == customer and one.state == REWARDED)),
        due=row.next_due,
    )
    return _with_gifts(account, customer, policy, at, wanted)


def _profile(customer: UUID, policy: Policy) -> Profile:
    member_since, year, month, day = people.member(customer)
    groups = people.belongings(customer)
    return Profile(
        member_since=terms.day_of(member_since, policy) if member_since is not None else None,
        birthday=date(year or YEAR_UNKNOWN, month, day) if month is not None and day is not None else None,
        segments=tuple(one.group for one in groups if one.kind == "segment"),
        memberships=tuple(Membership(one.group, one.since, one.until) for one in groups if one.kind == "membership"),
    )


def _lots(customer: UUID, book: Book | None, wanted: Wanted) -> list[Lot]:
    ids: set[UUID] = set()
    if wanted.every_lot:
        ids.update(LotRow.objects.filter(account_id=customer).values_list("id", flat=True))
    if wanted.order is not None:
        ids.update(_lots_concerned(customer, wanted.order))
    found = book.lots(ids=ids, held=True) if book is not None else stored_lots(customer, ids=ids, held=True)
    return [_lot(lot) for lot in found]


def _lots_concerned(customer: UUID, order: UUID) -> set[UUID]:
    """Lots the order earned or spent, and every debt there ever was."""
    mine = LotRow.objects.filter(account_id=customer)
    ids = set(mine.filter(order_id=order).values_list("id", flat=True))
    ids.update(loyalty.entries_of_order(customer, order).values_list("lot_id", flat=True))
    ids.update(mine.filter(debt_of__isnull=False).values_list("id", flat=True))
    return ids


def _lot(lot: OpenLot) -> Lot:
    return Lot(
        id=lot.id.hex,
        clause=lot.clause,
        version=lot.policy_version,
        order=lot.order_id.hex if lot.order_id is not None else None,
        at=lot.at,
        granted=lot.granted,
        pending=lot.pending,
        usable=lot.usable,
        spent=lot.spent,
        expired=lot.expired,
        reversed=lot.reversed,
        made_good=lot.made_good,
        debt_of=lot.debt_of.hex if lot.debt_of is not None else None,
        usable_from=lot.usable_from,
        expires_at=lot.expires_at,
    )


def _days(customer: UUID, row: Standing | AccountRow, policy: Policy, at: datetime) -> dict[date, Counts]:
    """The days that can count for the tier, also at a review that is caught up with; of a lifetime the last ones."""
    earliest = min(instant for instant in (at, row.next_due, row.tier_review_at) if instant is not None)
    found: dict[date, Counts] = {}
    for day, *figures in loyalty.COUNTED(customer, _first_day(policy, earliest)):
        counts = Counts(*figures)
        found[day] = found[day] + counts if day in found else counts
    return found


def _first_day(policy: Policy, at: datetime) -> date:
    first = terms.day_of(at, policy) - 2 * _DAY
    found = policy.loyalty.tiers
    return tiers.window_start(found, first) if found is not None and found.window != "lifetime" else first


def _uses_of(customer: UUID, policy: Policy) -> Mapping[str, Uses]:
    limited = index_of(policy).limited_per_customer
    if not limited:
        return {}
    found = loyalty.uses_of(customer, limited)
    return {clause: Uses(one.used, one.cancelled, one.amount) for clause, one in found.items()}


def uses_of_all(policy: Policy) -> dict[str, Uses]:
    """What all customers together have used of what is limited."""
    limited = index_of(policy).limited_in_all
    if not limited:
        return {}
    found = loyalty.budgets(limited)
    return {clause: Uses(one.used, one.cancelled, one.amount) for clause, one in found.items()}


def _friend(customer: UUID, rewards: Sequence[loyalty.Reward]) -> Friend | None:
    referrer = people.referrer_of(customer)
    if referrer is None:
        return None
    reward = next((one for one in rewards if one.friend == customer), None)
    if reward is None:
        return Friend(referrer.hex)
    order = reward.order.hex if reward.order is not None else None
    return Friend(referrer.hex, order, reward.due_at, reward.state)  # type: ignore[arg-type]


def _with_gifts(account: Account, customer: UUID, policy: Policy, at: datetime, wanted: Wanted) -> Account:
    index = index_of(policy)
    changes: dict[str, Any] = {}
    if index.has_cards:
        changes["cards"] = {one.clause: Card(one.stamps, one.rounds, one.seen) for one in loyalty.cards(customer)}
        changes["stamps"] = _stamps(customer, f"day:{terms.day_of(at, policy, wanted.store).isoformat()}", wanted)
    rows = list(_voucher_rows(customer, wanted))
    changes["vouchers"] = {row.id.hex: _voucher(row, wanted) for row in rows if _is_at_hand(row, wanted)}
    changes["given"] = frozenset((row.clause, row.occasion) for row in rows)
    return replace(account, **changes)


def _stamps(customer: UUID, today: str, wanted: Wanted) -> dict[tuple[str, str], Stamp]:
    found = loyalty.standing_stamps(customer, slots=[today], order=wanted.order, visit=wanted.visit)
    stamps = [
        Stamp(
            card=one.card,
            slot=one.slot,
            count=one.count,
            order=one.order_id.hex if one.order_id is not None else None,
            visit=one.visit_id.hex if one.visit_id is not None else None,
        )
        for one in found
    ]
    return {(stamp.card, stamp.slot): stamp for stamp in stamps}


def _voucher_rows(customer: UUID, wanted: Wanted) -> Iterable[VoucherRow]:
    """Those in hand, those a story names, those of the order, and what was given for once and all."""
    if wanted.order is None and not wanted.vouchers:
        return [whole(VoucherRow, row) for row in AT_HAND(customer)]
    again = Q()
    for occasion in _NOT_ONCE:
        again |= Q(occasion__startswith=occasion)
    named = set(wanted.vouchers)
    if wanted.order is not None:
        named.update(loyalty.vouchers_used_in(wanted.order).values_list("voucher_id", flat=True))
    which = Q(state=ISSUED) | Q(id__in=named) | ~again
    if wanted.order is not None:
        which |= Q(order_id=wanted.order)
    return VoucherRow.objects.filter(which, customer_id=customer).order_by("issued_at", "id")


def _is_at_hand(row: VoucherRow, wanted: Wanted) -> bool:
    return row.state == ISSUED or row.id in wanted.vouchers or wanted.order is not None


def _voucher(row: VoucherRow, wanted: Wanted) -> Voucher:
    used_on = None
    if row.state == "used" and wanted.order is not None:
        used_on = row.uses.filter(released_at=None).values_list("order_id", flat=True).first()
    gives = row.gives
    return Voucher(
        id=row.id.hex,
        customer=row.customer_id.hex,
        clause=row.clause,
        version=row.policy_version,
        kind=row.kind.replace("-", " "),  # type: ignore[arg-type]
        occasion=row.occasion,
        issued_at=row.issued_at,
        item=gives.get("item", ""),
        units=gives.get("units", 1),
        amount=gives.get("amount"),
        rate=gives.get("rate"),
        minimum=gives.get("minimum", 0),
        expires_at=row.expires_at,
        state=row.state,  # type: ignore[arg-type]
        order=row.order_id.hex if row.order_id is not None else None,
        used_on=used_on.hex if used_on is not None else None,
    )


# -- orders and visits ----------------------------------------------------------------------------------------


def order_of(row: Purchase) -> Order:
    """An order with the decision it was made on, and what came back of it."""
    version = rulebook.compiled(row.policy_version or 0)
    kept = next((one for one in rulebook.decisions_about(row.id) if one.kind == "purchase"), None)
    if kept is None:
        raise LookupError(f"The decision about order {row.number} is missing.")
    context = ValuesContext(row.currency, "minor", version.policy.business.timezone)
    decision = _DECISION.validate_json(kept.decision)
    situation = Situation.model_validate_json(kept.inputs, context=context) if kept.inputs else _rebuilt(row)
    limited = index_of(version.policy).limited
    customer = row.customer_id
    return Order(
        id=row.id.hex,
        number=row.number,
        customer=customer.hex if customer is not None else None,
        at=row.at,
        version=row.policy_version,
        situation=situation,
        decision=decision,
        delivered=row.delivered_on,
        state="cancelled" if row.state == CANCELLED else "placed",
        counts_as_visit=customer is not None and _was_counted_as_visit(customer, row.id),
        uses=tuple(
            Use(one.clause, one.amount, row.policy_version) for one in decision.applied if one.clause in limited
        ),
        spent=_spent(customer, row.id) if customer is not None else (),
        returned={position: tuple(units) for position, units in sales.returned_units(row.id).items()},
        refunded=Refunded(**sales.refunded(row.id)),
    )


def _rebuilt(row: Purchase) -> Situation:
    """The goods as they were sold, when what the decision was taken on has been erased with the customer."""
    lines = [
        {
            "id": line.key,
            "sku": line.sku,
            "name": line.name or None,
            "category": line.categories,
            "tags": line.tags,
            "price": line.unit_price,
            "quantity": line.quantity,
        }
        for line in sales.lines(row.id)
    ]
    basket = {"lines": lines, "shipping": row.shipping_list, "store": row.store or None, "channel": row.channel or None}
    given = {"at": row.at, "basket": basket}
    return Situation.model_validate(given, context=ValuesContext(row.currency, "minor"))


def _was_counted_as_visit(customer: UUID, order: UUID) -> bool:
    counted = CountedRow.objects.filter(account_id=customer, order_id=order, reason="order")
    return counted.filter(visits__gt=0).exists()


def _spent(customer: UUID, order: UUID) -> tuple[tuple[str, int], ...]:
    left: dict[str, int] = {}
    entries = loyalty.entries_of_order(customer, order).filter(kind__in=("spend", "restore"))
    for lot, kind, points in entries.values_list("lot_id", "kind", "points"):
        left[lot.hex] = left.get(lot.hex, 0) + (points if kind == "spend" else -points)
    return tuple((lot, points) for lot, points in left.items() if points)


def visit_of(number: str) -> Visit | None:
    """The visit with this number."""
    row = sales.visit_by_number(number)
    if row is None:
        return None
    return Visit(
        id=row.id.hex,
        number=row.number,
        customer=row.customer_id.hex,
        at=row.at,
        day=row.day,
        amount=row.amount,
        store=row.store or None,
        counted=row.counted,
        cancelled=sales.was_cancelled(row),
    )


# -- who is concerned -----------------------------------------------------------------------------------------


def asked_of_concerned(customers: Iterable[UUID]) -> list[Asked]:
    """What `people_concerned` reads when, as nearly always, nobody else is."""
    return [(loyalty.REFERRALS, (customer, customer)) for customer in customers]


def people_concerned(customers: Iterable[UUID], until: datetime) -> list[UUID]:
    """The customers, and everybody whose referral reward falls due with theirs: friends before their referrers."""
    found: dict[UUID, None] = {}
    waiting = list(customers)
    while waiting:
        customer = waiting.pop()
        if customer in found:
            continue
        found[customer] = None
        due = [one for one in loyalty.referrals(customer) if one.is_due(until)]
        waiting += [one.friend if one.referrer == customer else one.referrer for one in due]
    return _friends_first(sorted(found))


def _friends_first(customers: list[UUID]) -> list[UUID]:
    if len(customers) < 2:
        return customers
    rows = ReferralRow.objects.filter(customer_id__in=customers, referrer_id__in=customers)
    above: dict[UUID, UUID] = dict(rows.values_list("customer_id", "referrer_id"))
    depth: dict[UUID, int] = {}
    for customer in customers:
        length, up = 0, above.get(customer)
        while up is not None:
            length, up = length + 1, above.get(up)
        depth[customer] = length
    return sorted(customers, key=lambda customer: (-depth[customer], customer))


def utc(at: datetime) -> datetime:
    """The instant in UTC, as the story counts."""
    return at.astimezone(UTC)
