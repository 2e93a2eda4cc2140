"""A story in memory: events one after another, the clock moving forward only. The same steps run over the database."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from dangol_policy import calendar
from dangol_policy.calendar.terms import last_day
from dangol_policy.decision import Decision
from dangol_policy.model import events as on
from dangol_policy.refund import Judgement
from dangol_policy.story import due, hands, meeting, undo, visits
from dangol_policy.story import purchase as buying
from dangol_policy.story.outcomes import Issued, Moved, Outcome, TierSet
from dangol_policy.story.refused import Refused
from dangol_policy.story.state import World
from dangol_policy.story.tale import Rulebook, Rules, Tale

_START_DAY, _START_TIME = dt.date(2026, 1, 5), dt.time(12)
"""Local time at which a story begins whose first event names no instant."""


@dataclass(frozen=True, slots=True)
class Played:
    """What one event led to."""

    event: on.StoryEvent
    at: dt.datetime
    outcomes: tuple[Outcome, ...] = ()
    decision: Decision | None = None
    undone: undo.Undone | None = None
    worth: int = 0
    """Minor units that points exchanged plainly are worth."""
    customers: tuple[str, ...] = ()
    """Whose state it touched."""
    refused: Refused | None = None
    replayed: bool = False
    """The request was answered before; nothing happened again."""

    def of(self, *kinds: type) -> tuple[Any, ...]:
        """Its outcomes of these kinds."""
        return tuple(outcome for outcome in self.outcomes if isinstance(outcome, kinds))

    @property
    def judgement(self) -> Judgement | None:
        """What the policy said about a return, also when it refused it."""
        if isinstance(self.refused, undo.ReturnRefused):
            return self.refused.judgement
        return self.undone.judgement if self.undone is not None else None

    @property
    def entries(self) -> tuple[Moved, ...]:
        """Its entries of the ledger."""
        return self.of(Moved)

    @property
    def issued(self) -> tuple[Issued, ...]:
        """Vouchers and gifts it gave."""
        return self.of(Issued)

    @property
    def tiers(self) -> tuple[TierSet, ...]:
        """Tiers it gave, kept or took."""
        return self.of(TierSet)


@dataclass(frozen=True, slots=True)
class _OneVersion:
    rules: Rules

    def in_force(self, at: dt.datetime) -> Rules:
        return self.rules

    def version(self, number: int | None) -> Rules:
        return self.rules


@dataclass(frozen=True, slots=True)
class _Memory:
    """Looks up what steps may ask beyond the customers they concern."""

    world: World

    def last_order(self, customer: str, *, besides: str) -> dt.datetime | None:
        placed = (
            order.at
            for order in self.world.orders.values()
            if order.customer == customer and order.state == "placed" and order.id != besides
        )
        return max(placed, default=None)

    def referrer_of(self, customer: str) -> str | None:
        friend = self.world.accounts[customer].friend if customer in self.world.accounts else None
        return friend.referrer if friend else None

    def friends_of(self, customer: str, until: dt.datetime) -> Iterable[str]:
        return [
            account.customer
            for account in self.world.accounts.values()
            if (friend := account.friend) is not None
            and (friend.referrer, friend.state) == (customer, "waiting")
            and friend.due is not None
            and friend.due <= until
        ]


class Story:
    """A world in memory, and the events that made it. A refused event changes nothing but the clock."""

    def __init__(self, rules: Rules, *, start: dt.datetime | None = None, versions: Rulebook | None = None) -> None:
        """`rules` say what zone and currency are; `versions` which rules hold when, where it is not always `rules`."""
        self.rules = rules
        self.versions: Rulebook = versions or _OneVersion(rules)
        self.world = World()
        self.at: dt.datetime | None = start.astimezone(dt.UTC) if start else None
        self._ids: Counter[str] = Counter()
        self._answered: dict[str, tuple[on.StoryEvent, Played]] = {}

    def play(self, event: on.StoryEvent) -> Played:
        """Lets an event happen and says what it led to."""
        known = self._answered.get(event.request) if event.request is not None else None
        if known is not None:
            return self._again(event, *known)
        at = self._time_of(event)
        if self.at is not None and at < self.at:
            message = f"Time only moves forward: it is {self.at.isoformat()} already."
            return Played(event, at, refused=Refused("time-went-back", message))
        ids = Counter(self._ids)
        tale = Tale(self.world, self.versions, _Memory(self.world), at=at, new_id=_naming(ids))
        try:
            played = _STEPS[type(event)](tale, event)
        except Refused as refused:
            self.at = at
            return Played(event, at, refused=refused)
        self.at, self.world, self._ids = at, tale.told(), ids
        if event.request is not None:
            self._answered[event.request] = (event, played)
        return played

    def fork(self, versions: Rulebook) -> Story:
        """The same story up to here, that goes on by itself under these versions."""
        other = Story(self.rules, versions=versions)
        other.world, other.at = self.world, self.at
        other._ids, other._answered = Counter(self._ids), dict(self._answered)
        return other

    def _again(self, event: on.StoryEvent, before: on.StoryEvent, played: Played) -> Played:
        same = event.model_copy(update={"at": None}) == before.model_copy(update={"at": None})
        if same and type(event) is type(before):
            return replace(played, replayed=True)
        message = f"The request {event.request!r} was used before with another content: use a new one."
        return Played(event, played.at, refused=Refused("request-reused", message))

    def _time_of(self, event: on.StoryEvent) -> dt.datetime:
        zone = calendar.zones.zone_of(self.rules.policy.business.timezone)
        now = self.at or dt.datetime.combine(_START_DAY, _START_TIME, zone).astimezone(dt.UTC)
        if event.at is not None:
            return event.at.astimezone(dt.UTC)
        if not isinstance(event, on.PassTime) or event.time == "to":
            return now
        local = now.astimezone(zone)
        day = last_day(local.date(), event.time) if event.time.unit in ("days", "weeks", "months", "years") else None
        if day is not None:
            return dt.datetime.combine(day, local.time(), zone).astimezone(dt.UTC)
        work = calendar.calendar_of(self.rules.policy)
        return calendar.add(now, event.time, work, zone=self.rules.policy.business.timezone) or now


def _naming(ids: Counter[str]) -> Callable[[str], str]:
    def name(kind: str) -> str:
        ids[kind] += 1
        return f"{kind}-{ids[kind]}"

    return name


# -- one step per kind of event -------------------------------------------------------------------------------


def _told(tale: Tale, event: on.StoryEvent, **what: Any) -> Played:
    return Played(event, tale.at, tuple(tale.outcomes), customers=tuple(tale.touched()), **what)


def _meet(tale: Tale, *customers: str | None) -> None:
    """A story may begin with a purchase or visit: whoever is not known joins with it."""
    for customer in customers:
        if customer is not None and not tale.knows(customer):
            meeting.join(tale, customer)


def _join(tale: Tale, event: on.Join) -> Played:
    meeting.join(tale, event.join, birthday=event.birthday, segments=event.segments, memberships=event.memberships)
    return _told(tale, event)


def _refer(tale: Tale, event: on.Refer) -> Played:
    _meet(tale, event.refer, event.friend)
    meeting.refer(tale, event.refer, event.friend)
    return _told(tale, event)


def _purchase(tale: Tale, event: on.Purchase) -> Played:
    _meet(tale, event.customer)
    bought = buying.Purchase(event.purchase, event.basket, event.customer, event.delivered)
    order = buying.purchase(tale, bought)
    return _told(tale, event, decision=order.decision)


def _deliver(tale: Tale, event: on.Deliver) -> Played:
    visits.deliver(tale, event.deliver, event.on)
    return _told(tale, event)


def _return(tale: Tale, event: on.Return) -> Played:
    return _told(tale, event, undone=undo.return_goods(tale, event.order, event.lines, event.reason))


def _cancel(tale: Tale, event: on.Cancel) -> Played:
    return _told(tale, event, undone=undo.cancel(tale, event.cancel))


def _visit(tale: Tale, event: on.Visit) -> Played:
    _meet(tale, event.visit)
    visits.visit(tale, event.visit, amount=event.amount, store=event.store, number=event.number)
    return _told(tale, event)


def _cancel_visit(tale: Tale, event: on.CancelVisit) -> Played:
    visits.cancel_visit(tale, event.cancel_visit)
    return _told(tale, event)


def _redeem(tale: Tale, event: on.Redeem) -> Played:
    _, worth = hands.redeem(tale, event.redeem, reward=event.reward, amount=event.points)
    return _told(tale, event, worth=worth)


def _claim(tale: Tale, event: on.Claim) -> Played:
    owner = next((name for name in tale.customers() if event.claim in tale.account(name).vouchers), None)
    if owner is None:
        raise Refused("unknown-voucher", f"There is no voucher {event.claim!r}: check the code.")
    hands.claim(tale, owner, event.claim)
    return _told(tale, event)


def _grant(tale: Tale, event: on.Grant) -> Played:
    _meet(tale, event.grant)
    hands.grant(tale, event.grant, amount=event.points, voucher=event.voucher, item=event.item)
    return _told(tale, event)


def _pass(tale: Tale, event: on.PassTime) -> Played:
    due.catch_up(tale, list(tale.customers()), tale.at)
    return _told(tale, event)


_STEPS: dict[type, Callable[[Tale, Any], Played]] = {
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
