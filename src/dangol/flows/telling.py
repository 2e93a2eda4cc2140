"""Tells a story over the rooms: loads what the step reads, lets it decide, records each outcome by its verb.

One transaction, one request: the answer is kept with the story's own rows. Locks are taken in one order (purchase,
accounts with friends before referrers, vouchers, budgets); who loses a race for a limited promotion tells the story
again on the new figures.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, OperationalError, connection

from dangol.facts.actions import Answer, digest, once
from dangol.facts.queries import answer_to
from dangol.flows import loading
from dangol.flows.apply import Ledger, apply
from dangol.flows.errors import AlreadyThere, NotAllowed, NotFound, Refused
from dangol.flows.loading import Wanted
from dangol.flows.reading import Declared
from dangol.flows.versions import Versions
from dangol.lib.act import Act
from dangol.lib.reads import Asked, ahead
from dangol.loyalty.actions import open_book
from dangol.loyalty.errors import Refused as LoyaltyRefused
from dangol.loyalty.errors import UsedUp
from dangol.people import queries as people
from dangol.people.errors import ReferralRefused, UnknownCustomer
from dangol.sales import queries as sold
from dangol.sales.errors import OrderNumberTaken
from dangol.sales.errors import Refused as SalesRefused
from dangol.sales.models import Purchase
from dangol.sales.models import Visit as VisitRow
from dangol_policy.compile import Compiled
from dangol_policy.story.answers import Writer
from dangol_policy.story.outcomes import Issued, Moved
from dangol_policy.story.refused import Refused as StepRefused
from dangol_policy.story.state import Account, Order, Visit, World
from dangol_policy.story.tale import Tale
from dangol_policy.story.undo import ReturnRefused

Json = dict[str, Any]
T = TypeVar("T")
_ATTEMPTS = 6
_LOST_A_RACE = ("deadlock detected", "could not serialize")


@dataclass(slots=True)
class Looking:
    """Answers what steps ask beyond the customers they concern."""

    friends: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def last_order(self, customer: str, *, besides: str) -> datetime | None:
        return sold.last_order_at(UUID(customer), besides=UUID(besides))

    def referrer_of(self, customer: str) -> str | None:
        referrer = people.referrer_of(UUID(customer))
        return referrer.hex if referrer is not None else None

    def friends_of(self, customer: str, until: datetime) -> Iterable[str]:
        return self.friends.get(customer, ())


@dataclass(slots=True)
class Stage:
    """What a step is told on, and what its outcomes are written with."""

    tale: Tale
    writer: Writer
    ledger: Ledger
    numbers: dict[str, str]

    @property
    def rules(self) -> Compiled:
        """The version in force."""
        return self.tale.rulebook.in_force(self.tale.at)  # type: ignore[return-value]

    def close(self) -> None:
        """Records what happened, and when each customer must be looked at next."""
        for outcome in self.tale.outcomes:
            apply(self.ledger, outcome)
        for customer in self.tale.touched():
            self.ledger.book(customer).set_next_due(self.tale.account(customer).due)

    def entries(self) -> list[Json]:
        """The entries the story made."""
        return self.writer.entries((one for one in self.tale.outcomes if isinstance(one, Moved)), self.numbers)

    def issued(self) -> list[Json]:
        """Vouchers and gifts the story gave."""
        given = (one.voucher for one in self.tale.outcomes if isinstance(one, Issued))
        return [self.writer.voucher(voucher) for voucher in given if voucher.kind != "points"]

    def account(self, customer: str | None) -> Json | None:
        """How the customer stands now."""
        if customer is None:
            return None
        return self.writer.account(self.tale.account(customer), self.numbers, self.tale.at)


def told(
    *,
    name: str,
    body: Mapping[str, Any],
    request: str,
    by: str,
    at: datetime,
    story: Callable[[Act], Json],
    customer: UUID | None = None,
    first: Sequence[Asked] = (),
) -> Answer:
    """Tells the story once for this request; refusals come out in the words of the flows.

    `first` are reads the story begins with, fetched together with an answer that may have been kept.
    """
    asked = {"story": name, **body}
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return once(key=request, body=asked, by=by, at=at, story=story, customer=customer, first=first)
        except (UsedUp, IntegrityError, OperationalError) as lost:
            if attempt == _ATTEMPTS or not _may_try_again(lost):
                raise translated(lost) if isinstance(lost, UsedUp) else lost from None
        except (Refused, StepRefused, SalesRefused, LoyaltyRefused, ReferralRefused, UnknownCustomer) as refused:
            # Sent twice at once, the second meets what the first has done: it gets the first one's answer.
            kept = answer_to(request, digest(asked))
            if kept is not None:
                return Answer(kept.answer, replayed=True)
            raise (refused if isinstance(refused, Refused) else translated(refused)) from refused.__cause__
    raise AssertionError("the last attempt returns or raises")


def _may_try_again(lost: Exception) -> bool:
    """A use, a number or a name that somebody else took meanwhile: the story told again meets it and says so.

    A deadlock only when the whole transaction is ours to repeat.
    """
    if isinstance(lost, UsedUp | IntegrityError):
        return True
    return not connection.in_atomic_block and any(words in str(lost) for words in _LOST_A_RACE)


def translated(refused: Exception) -> Refused:
    """A refusal of a step or a room, in the words of the flows."""
    if isinstance(refused, UnknownCustomer):
        return NotFound("customer", str(refused), str(refused))
    if isinstance(refused, OrderNumberTaken):
        return AlreadyThere("order", "", str(refused))
    if isinstance(refused, ReturnRefused):
        reasons = [
            {"code": one.code, "line": one.line, "clause": one.clause, "day": one.day and one.day.isoformat()}
            for one in refused.judgement.objections
        ]
        return NotAllowed(str(refused), code=refused.code, reasons=reasons)
    if isinstance(refused, StepRefused):
        return _of_step(refused)
    if isinstance(refused, ReferralRefused):
        return NotAllowed(str(refused), code=f"referral-{refused.reason}")
    code = getattr(refused, "reason", "")
    if code == "visit-number-taken":
        return AlreadyThere("visit", "", str(refused))
    return NotAllowed(str(refused), code=code)


def _of_step(refused: StepRefused) -> Refused:
    kind, _, what = refused.code.partition("-")
    if kind == "unknown":
        return NotFound(what, "", refused.message)
    if refused.code == "number-taken":
        return AlreadyThere("number", "", refused.message)
    return NotAllowed(refused.message, code=refused.code, figures=refused.figures)


# -- the stage ------------------------------------------------------------------------------------------------


def stage(
    act: Act,
    *,
    customers: Iterable[UUID] = (),
    order: Purchase | None = None,
    visit: tuple[Visit, VisitRow] | None = None,
    money: Declared = "major",
    wanted: Wanted | None = None,
) -> Stage:
    """Locks and loads what a story about these customers, and an order or a visit of theirs, reads."""
    at = loading.utc(act.at)
    versions = Versions()
    policy = versions.in_force(at).policy
    wanted = wanted or Wanted(order=order.id if order is not None else None)
    everybody = loading.people_concerned(_everybody(customers, order, visit), at)
    of_each = [asked for customer in everybody for asked in loading.asked_of(customer, policy, at, wanted)]
    ahead(*of_each, *loading.asked_of_all(policy))
    accounts = {
        customer.hex: loading.account_of(customer, policy, at, open_book(act=act, customer=customer), wanted)
        for customer in everybody
    }
    orders = {order.id.hex: loading.order_of(order)} if order is not None else {}
    for account in accounts.values():
        orders |= order_of_referral(account, at, orders)
    numbers = {found.id: found.number for found in orders.values()}
    world = World(
        accounts=accounts,
        orders=orders,
        numbers={found.number: found.id for found in orders.values()},
        visits={visit[0].number: visit[0]} if visit is not None else {},
        uses=loading.uses_of_all(policy),
    )
    tale = Tale(world, versions, Looking(friends_by_referrer(accounts)), at=at, new_id=lambda kind: act.new_id().hex)
    ledger = Ledger(
        act,
        versions,
        purchases={order.id.hex: order} if order is not None else {},
        visits={visit[0].number: visit[1]} if visit is not None else {},
    )
    return Stage(tale, Writer(policy, money), ledger, numbers)


def _everybody(customers: Iterable[UUID], order: Purchase | None, visit: tuple[Visit, VisitRow] | None) -> list[UUID]:
    found = list(customers)
    if order is not None and order.customer_id is not None:
        found.append(order.customer_id)
    if visit is not None:
        found.append(visit[1].customer_id)
    return found


def order_of_referral(account: Account, at: datetime, known: Mapping[str, Order]) -> dict[str, Order]:
    """The friend's first order, when its reward falls due now."""
    friend = account.friend
    if friend is None or friend.order is None or friend.order in known or friend.state != "waiting":
        return {}
    if friend.due is None or friend.due > at:
        return {}
    return {friend.order: loading.order_of(sold.purchase(UUID(friend.order)))}


def friends_by_referrer(accounts: Mapping[str, Account]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for account in accounts.values():
        if account.friend is not None and account.friend.state == "waiting" and account.friend.due is not None:
            found.setdefault(account.friend.referrer, []).append(account.customer)
    return found


def purchase_numbered(number: str) -> Purchase:
    """The order under its lock."""
    found = sold.by_number(number)
    if found is None:
        raise NotFound("order", number, f"There is no order {number!r}: check the number.")
    return sold.locked(found.id)
