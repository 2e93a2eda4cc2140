"""What is told to a customer's ledger: new lots, movements, measures, tier. It keeps sums right and decides nothing.

Which lot is spent or taken back, and what is due, the caller decides; the book writes it down once, with its fact, and
the tables' checks refuse what cannot be (a lot that does not add up, a state below zero).
"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.loyalty.errors import Overdrawn
from dangol.loyalty.ledger import state
from dangol.loyalty.ledger.state import ACCOUNT_COLUMNS, LOT_COLUMNS, OpenLot, Standing
from dangol.loyalty.models import Account, Counted, Entry, Lot, TierChange

_FACT_OF = {
    "earn": "points.earned",
    "grant": "points.granted",
    "mature": "points.matured",
    "spend": "points.spent",
    "expire": "points.expired",
    "reverse": "points.reversed",
    "restore": "points.restored",
    "adjust": "points.adjusted",
    "owe": "points.owed",
    "repay": "points.repaid",
    "waive": "points.waived",
    "make-good": "points.made-good",
    "date": "points.dated",
}


def open_book(*, act: Act, customer: UUID) -> "Book":
    """Locks the customer's account, making it when new; the same book for the rest of the act."""
    return act.open_once(("book", customer), lambda: Book(act, customer))


class Book:
    """The open ledger of one customer."""

    def __init__(self, act: Act, customer: UUID) -> None:
        self.act = act
        self.customer = customer
        self.account: Standing = state.locked(customer)
        self._lots: dict[UUID, OpenLot] = {}
        self._new: set[UUID] = set()
        self._touched: set[UUID] = set()
        self._steps = 0
        self._changed = False
        act.before_writing(self._write)

    # -- reads ------------------------------------------------------------------------------------------------

    def lots(
        self, *, ids: Iterable[UUID] | None = None, order: UUID | None = None, held: bool = False
    ) -> list[OpenLot]:
        """Stored lots by id, by the order that earned them, or (`held`) with points to move, as this act left them."""
        stored = state.stored_lots(self.customer, ids=ids, order=order, held=held)
        return [self._lots.setdefault(lot.id, lot) for lot in stored]

    def spendings(self, order: UUID) -> list[tuple[UUID, str, int]]:
        """(lot, `spend` or `restore`, points) of the order, as stored, oldest first."""
        return state.spendings(self.customer, order)

    # -- points -----------------------------------------------------------------------------------------------

    def add_lot(
        self,
        *,
        id: UUID,  # noqa: A002
        points: int,
        clause: str,
        version: int | None,
        order: UUID | None = None,
        usable_from: datetime | None = None,
        expires_at: datetime | None = None,
        debt_of: UUID | None = None,
        at: datetime | None = None,
    ) -> None:
        """A new lot, still empty: a move from `""` fills it with its points (negative: a debt of another lot)."""
        self._lots[id] = OpenLot(
            id=id,
            clause=clause,
            policy_version=version,
            order_id=order,
            at=at or self.act.at,
            granted=points,
            usable_from=usable_from,
            expires_at=expires_at,
            debt_of=debt_of,
        )
        self._new.add(id)
        self._touched.add(id)

    def move(
        self,
        *,
        lot: UUID,
        kind: str,
        origin: str,
        target: str,
        points: int,
        clause: str,
        version: int | None,
        order: UUID | None = None,
        at: datetime | None = None,
        usable_from: datetime | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Points of the lot go from one state to another (`origin` "": from nothing): one entry and one fact.

        Dates that are given become the lot's. `make-good` and `date` move nothing: origin and target are the same.
        Raises Overdrawn when the lot does not hold the points.
        """
        moved = self._lot(lot)
        if origin != target:
            self._shift(moved, origin, target, points)
        if kind == "make-good":
            moved.made_good += points
        if usable_from is not None:
            moved.usable_from = usable_from
        if expires_at is not None:
            moved.expires_at = expires_at
        self._touched.add(lot)
        self._enter(moved, kind, origin, target, points, clause, version, order, at or self.act.at)

    def _lot(self, id_: UUID) -> OpenLot:
        if id_ not in self._lots and not self.lots(ids=[id_]):
            raise Overdrawn(f"The customer {self.customer} has no lot {id_}.")
        return self._lots[id_]

    def _shift(self, lot: OpenLot, origin: str, target: str, points: int) -> None:
        sign = 1 if lot.debt_of is None else -1
        held = getattr(lot, origin) if origin else points
        if points * sign <= 0 or (held - points) * sign < 0:
            raise Overdrawn(f"Lot {lot.id} holds {held} {origin or 'new'} points; {points} cannot become {target}.")
        for owner in (lot, self.account):
            if origin:
                setattr(owner, origin, getattr(owner, origin) - points)
            setattr(owner, target, getattr(owner, target) + points)
        if lot.debt_of is not None:
            self.account.owed += points if origin == "usable" else -points

    def _enter(
        self,
        lot: OpenLot,
        kind: str,
        origin: str,
        target: str,
        points: int,
        clause: str,
        version: int | None,
        order: UUID | None,
        at: datetime,
    ) -> None:
        self._changed = True
        self.account.entries += 1
        self.act.rows.insert(
            Entry,
            {
                "id": self.act.new_id(),
                "account_id": self.customer,
                "number": self.account.entries,
                "step": self._steps,
                "lot_id": lot.id,
                "kind": kind,
                "from_state": origin,
                "to_state": target,
                "points": points,
                "at": at,
                "order_id": order,
                "clause": clause,
                "policy_version": version,
                "usable_from": lot.usable_from,
                "expires_at": lot.expires_at,
                "by": self.act.by,
                "request": self.act.request,
            },
        )
        self._steps += 1
        figures: dict[str, object] = {"points": points, "lot": lot.id}
        if origin != target:
            figures[target] = points
            if origin:
                figures[origin] = -points
        record(
            act=self.act,
            kind=_FACT_OF[kind],
            customer=self.customer,
            subject=order,
            figures=figures,
            version=version,
            clause=clause,
            at=at,
        )

    def set_next_due(self, at: datetime | None) -> None:
        """When time will next move points of this customer."""
        if self.account.next_due != at:
            self.account.next_due = at
            self._changed = True

    # -- measures and tier ------------------------------------------------------------------------------------

    def count(
        self,
        *,
        day: date,
        reason: str,
        order: UUID | None = None,
        spend: int = 0,
        visits: int = 0,
        points: int = 0,
        orders: int = 0,
        at: datetime | None = None,
    ) -> None:
        """Adds to what counts for the tier on the local day; negative for what was undone."""
        account = self.account
        account.counted_spend += spend
        account.counted_visits += visits
        account.counted_points += points
        account.orders += orders
        figures = {"spend": spend, "visits": visits, "points": points, "orders": orders}
        self.act.rows.insert(
            Counted,
            {
                **figures,
                "id": self.act.new_id(),
                "account_id": self.customer,
                "day": day,
                "step": self._steps,
                "reason": reason,
                "order_id": order,
                "at": at or self.act.at,
                "request": self.act.request,
            },
        )
        self._steps += 1
        self._changed = True
        record(act=self.act, kind="measure.counted", customer=self.customer, subject=order, figures=figures, at=at)

    def set_last_order(self, at: datetime | None) -> None:
        """When the customer's last order that stands was placed."""
        if self.account.last_order_at != at:
            self.account.last_order_at = at
            self._changed = True

    def set_tier(
        self,
        *,
        tier: str,
        reason: str,
        version: int | None,
        clause: str = "",
        review_at: datetime | None = None,
        order: UUID | None = None,
        at: datetime | None = None,
    ) -> bool:
        """The customer holds the tier, to be reviewed then; returns whether it is another one than before."""
        account, before, at = self.account, self.account.tier, at or self.act.at
        self._changed = True
        account.tier_review_at = review_at
        if tier == before:
            figures: dict[str, object] = {"tier": tier}
            self._tell_tier("tier.reviewed", figures, version, clause, order, at)
            return False
        account.tier, account.tier_since = tier, at
        account.tier_changes += 1
        self.act.rows.insert(
            TierChange,
            {
                "id": self.act.new_id(),
                "account_id": self.customer,
                "number": account.tier_changes,
                "from_tier": before,
                "to_tier": tier,
                "reason": reason,
                "at": at,
                "review_at": review_at,
                "policy_version": version,
                "clause": clause,
                "order_id": order,
                "by": self.act.by,
                "request": self.act.request,
            },
        )
        self._tell_tier("tier.changed", {"from": before, "to": tier, "reason": reason}, version, clause, order, at)
        return True

    def _tell_tier(
        self, kind: str, figures: dict[str, object], version: int | None, clause: str, order: UUID | None, at: datetime
    ) -> None:
        record(
            act=self.act,
            kind=kind,
            customer=self.customer,
            subject=order,
            figures=figures,
            version=version,
            clause=clause,
            at=at,
        )

    # -- writing ----------------------------------------------------------------------------------------------

    def _write(self) -> None:
        if not (self._changed or self._touched):
            return
        self.account.version += 1
        rows = self.act.rows
        for id_ in self._touched:
            lot = self._lots[id_]
            values = {name: getattr(lot, name) for name in LOT_COLUMNS}
            if id_ in self._new:
                rows.insert(Lot, {**values, "account_id": self.customer})
            else:
                rows.update(Lot, values)
        rows.update(Account, {name: getattr(self.account, name) for name in ACCOUNT_COLUMNS})
        self._new.clear()
        self._touched.clear()
        self._changed = False
