"""Plays the same events over the database that `Story` plays in memory."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any
from uuid import UUID

from dangol.facts.errors import KeyReused
from dangol.flows import due
from dangol.flows.cancel import cancel
from dangol.flows.claim import claim
from dangol.flows.deliver import deliver
from dangol.flows.errors import Refused
from dangol.flows.grant import grant
from dangol.flows.join import join
from dangol.flows.publish import publish
from dangol.flows.purchase import purchase
from dangol.flows.redeem import redeem
from dangol.flows.refer import refer
from dangol.flows.return_goods import return_goods
from dangol.flows.standing import standing
from dangol.flows.visit import cancel_visit, visit
from dangol.loyalty.models import Entry, TierChange
from dangol.sales.models import Purchase
from dangol_policy.model import events as on
from dangol_policy.story.play import Story
from dangol_policy.story.state import Account

BEGIN = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
BY = "system:test"


def rule(text: str) -> None:
    """The policy rules from long ago."""
    publish(text=text, effective_from=BEGIN, request="publish", by=BY, at=BEGIN)


class OverTheDatabase:
    """The events of a story, told by flows. `worker`: due work is done when time passes, or only when needed."""

    def __init__(self, *, worker: bool = True) -> None:
        self.worker = worker
        self.customers: dict[str, UUID] = {}
        self.vouchers: dict[str, UUID] = {}
        self._issued: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._number = 0

    def play(self, event: on.StoryEvent, at: dt.datetime) -> Any:
        """The answer, or the refusal."""
        self._number += 1
        how = {"request": event.request or f"event-{self._number}", "by": BY, "at": at, "money": "minor"}
        try:
            value = _PLAYS[type(event)](self, event, how)
        except (Refused, KeyReused) as refused:
            return refused
        self._remember_vouchers()
        return value

    def account(self, name: str, at: dt.datetime) -> Account:
        return standing(self.customers[name], at=at)

    def id_of(self, name: str, how: dict[str, Any]) -> UUID:
        """A customer by the name in the story; whoever is not known joins now."""
        if name not in self.customers:
            answer = join(external=name, **{**how, "request": f"{how['request']}:join:{name}"})
            self.customers[name] = UUID(answer.value["customer"])
        return self.customers[name]

    def _remember_vouchers(self) -> None:
        """Vouchers are named in the story by clause and number, in the order in which they were given."""
        from dangol.loyalty.models import Voucher

        for voucher in Voucher.objects.order_by("issued_at", "id"):
            if voucher.id.hex not in self._seen:
                self._seen.add(voucher.id.hex)
                self._issued[voucher.clause] += 1
                self.vouchers[f"{voucher.clause}-{self._issued[voucher.clause]}"] = voucher.id


def _join(db: OverTheDatabase, event: on.Join, how: dict[str, Any]) -> Any:
    answer = join(
        external=event.join,
        birthday=event.birthday,
        segments=event.segments,
        memberships=event.memberships,
        **how,
    )
    db.customers[event.join] = UUID(answer.value["customer"])
    return answer.value


def _refer(db: OverTheDatabase, event: on.Refer, how: dict[str, Any]) -> Any:
    referrer, friend = db.id_of(event.refer, how), db.id_of(event.friend, how)
    return refer(referrer=referrer, friend=friend, **how).value


def _purchase(db: OverTheDatabase, event: on.Purchase, how: dict[str, Any]) -> Any:
    basket = event.basket.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    for voucher in basket.get("vouchers", ()):
        voucher["code"] = db.vouchers[voucher["code"]].hex
    customer = db.id_of(event.customer, how) if event.customer is not None else None
    return purchase(number=event.purchase, basket=basket, customer=customer, delivered=event.delivered, **how).value


def _deliver(db: OverTheDatabase, event: on.Deliver, how: dict[str, Any]) -> Any:
    return deliver(number=event.deliver, on=event.on, **how).value


def _return(db: OverTheDatabase, event: on.Return, how: dict[str, Any]) -> Any:
    return return_goods(number=event.order, lines=event.lines, reason=event.reason, **how).value


def _cancel(db: OverTheDatabase, event: on.Cancel, how: dict[str, Any]) -> Any:
    return cancel(number=event.cancel, **how).value


def _visit(db: OverTheDatabase, event: on.Visit, how: dict[str, Any]) -> Any:
    customer = db.id_of(event.visit, how)
    return visit(customer=customer, amount=event.amount, store=event.store, number=event.number, **how).value


def _cancel_visit(db: OverTheDatabase, event: on.CancelVisit, how: dict[str, Any]) -> Any:
    return cancel_visit(number=event.cancel_visit, **how).value


def _redeem(db: OverTheDatabase, event: on.Redeem, how: dict[str, Any]) -> Any:
    return redeem(customer=db.customers[event.redeem], reward=event.reward, points=event.points, **how).value


def _claim(db: OverTheDatabase, event: on.Claim, how: dict[str, Any]) -> Any:
    return claim(voucher=db.vouchers.get(event.claim, UUID(int=0)), **how).value


def _grant(db: OverTheDatabase, event: on.Grant, how: dict[str, Any]) -> Any:
    return grant(
        customer=db.id_of(event.grant, how),
        points=event.points,
        voucher=event.voucher,
        item=event.item,
        because=event.because,
        **how,
    ).value


def _pass(db: OverTheDatabase, event: on.PassTime, how: dict[str, Any]) -> Any:
    if db.worker:
        for customer in due.waiting(at=how["at"]):
            due.settle(customer, at=how["at"])
    return {}


_PLAYS: dict[type, Any] = {
    on.Join: _join,
    on.Refer: _refer,
    on.Purchase: _purchase,
    on.Deliver: _deliver,
    on.Return: _return,
    on.Cancel: _cancel,
    on.Visit: _visit,
    on.CancelVisit: _cancel_visit,
    on.Redeem: _redeem,
    on.Claim: _claim,
    on.Grant: _grant,
    on.PassTime: _pass,
}


# -- what must be the same in memory and in the database -------------------------------------------------------


def seen(account: Account, numbers: dict[str, str]) -> dict[str, Any]:
    """A customer's standing without the names of rows; `numbers` gives an order's number by its id."""
    return {
        "balance": account.balance,
        "pending": account.pending,
        "tier": account.tier,
        "since": account.tier_since,
        "review": account.review_at,
        "counted": account.counted,
        "due": account.due,
        "last order": account.last_order,
        "cards": dict(sorted((name, (one.stamps, one.rounds, one.seen)) for name, one in account.cards.items())),
        "vouchers": sorted(
            (one.clause, one.kind, one.item, one.amount or 0, one.rate or "", one.minimum, str(one.expires_at))
            for one in account.vouchers.values()
            if one.state == "issued"
        ),
        "lots": sorted(
            (
                lot.clause,
                numbers.get(lot.order or "", ""),
                (lot.pending, lot.usable, lot.spent, lot.expired, lot.reversed, lot.made_good),
                str(lot.usable_from),
                str(lot.expires_at),
            )
            for lot in account.lots.values()
        ),
        "friend": account.friend and (account.friend.state, account.friend.due),
    }


def numbers_of(story: Story) -> dict[str, str]:
    return {order.id: order.number for order in story.world.orders.values()}


def stored_numbers() -> dict[str, str]:
    return {id_.hex: number for id_, number in Purchase.objects.values_list("id", "number")}


def stored_entries(customer: UUID) -> list[tuple[Any, ...]]:
    numbers = stored_numbers()
    return sorted(
        (
            entry.at,
            entry.kind,
            entry.from_state,
            entry.to_state,
            entry.points,
            entry.clause,
            numbers.get(entry.order_id.hex, "") if entry.order_id else "",
        )
        for entry in Entry.objects.filter(account_id=customer)
    )


def stored_tiers(customer: UUID) -> list[tuple[str, dt.datetime]]:
    changes = TierChange.objects.filter(account_id=customer).order_by("number")
    return list(changes.values_list("to_tier", "at"))
