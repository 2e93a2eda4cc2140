"""A purchase: decided by the policy in force, recorded with its decision, and everything that follows from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dangol_policy.allocate import share_out
from dangol_policy.decision import Gift
from dangol_policy.model.gives import Item, Voucher
from dangol_policy.situation import Basket, HeldVoucher, Situation
from dangol_policy.story import cards, due, gifts, occasions, points, referrals, terms, tiers
from dangol_policy.story.index import index_of
from dangol_policy.story.kept import rewards_of
from dangol_policy.story.outcomes import Counted, OrderPlaced, UseTaken, VoucherUsed
from dangol_policy.story.refused import Refused
from dangol_policy.story.state import Account, Counts, Order, Use
from dangol_policy.story.tale import Rules, Tale
from dangol_policy.story.who import as_customer, as_used


@dataclass(frozen=True, slots=True)
class Purchase:
    """A paid purchase."""

    number: str
    basket: Basket
    customer: str | None = None
    delivered: dt.date | None = None


def purchase(tale: Tale, bought: Purchase) -> Order:
    """Records the purchase and returns the order. Refuses a number that is taken, and vouchers that cannot be used."""
    if tale.has_number(bought.number):
        raise Refused("number-taken", f"There is an order {bought.number!r} already: use another number.")
    if not bought.basket.lines:
        raise Refused("nothing-chosen", "Nothing is bought: the basket has no lines.")
    if bought.customer is not None:
        due.begin(tale, bought.customer)
    rules = tale.rules
    _not_before_it_was_bought(tale, rules, bought)
    situation = situation_of(tale, rules, bought.basket, bought.customer)
    order = _order(tale, rules, bought, situation)
    tale.tell(OrderPlaced(order))
    for use in order.uses:
        tale.tell(UseTaken(use.clause, order.customer, order.id, use.amount, use.version, tale.at))
    if order.customer is not None:
        _of_customer(tale, rules, order)
    due.end(tale)
    return tale.order(order.id)


def _not_before_it_was_bought(tale: Tale, rules: Rules, bought: Purchase) -> None:
    if bought.delivered is not None and bought.delivered < terms.day_of(tale.at, rules.policy):
        raise Refused("delivered-before-order", "Goods cannot arrive before they were bought: correct the day.")


def situation_of(tale: Tale, rules: Rules, basket: Basket, customer: str | None) -> Situation:
    """What the quote depends on: the basket with the customer's own vouchers, the customer, and what was used."""
    account = tale.account(customer) if customer is not None else None
    held = tuple(_held(account, voucher.code, tale.at) for voucher in basket.vouchers)
    limited = index_of(rules.policy).limited_in_all
    return Situation.model_construct(
        at=tale.at,
        customer=as_customer(tale, rules, account) if account is not None else None,
        basket=basket.model_copy(update={"vouchers": held}) if held else basket,
        limits={clause: as_used(used) for clause in limited if (used := tale.used(clause)).used},
    )


def _held(account: Account | None, code: str, at: dt.datetime) -> HeldVoucher:
    """The voucher as the business knows it: what the buyer says of its worth does not count."""
    voucher = account.vouchers.get(code) if account is not None else None
    if voucher is None:
        raise Refused("unknown-voucher", f"This customer holds no voucher {code!r}: check the code.")
    check_usable(voucher.state, at, voucher.expires_at)
    if voucher.amount is None and voucher.rate is None:
        raise Refused("voucher-not-money", f"{code!r} is a gift, not money: hand it over by claiming it.")
    return HeldVoucher.model_construct(
        code=code,
        amount=voucher.amount,
        percent=voucher.rate,
        minimum=voucher.minimum,
        expires=voucher.expires_at,
        clause=voucher.clause,
    )


def check_usable(state: str, at: dt.datetime, expires_at: dt.datetime | None) -> None:
    """Refuses a voucher or gift that was used, withdrawn, or has expired."""
    if state == "used":
        raise Refused("voucher-used", "This voucher was used before.")
    if state == "revoked":
        raise Refused("voucher-revoked", "This voucher was withdrawn.")
    if state == "expired" or (expires_at is not None and expires_at <= at):
        raise Refused("voucher-expired", "This voucher has expired.")


def _order(tale: Tale, rules: Rules, bought: Purchase, situation: Situation) -> Order:
    decision = rules.quote_in_full(situation)
    limited = index_of(rules.policy).limited
    return Order(
        id=tale.new_id("order"),
        number=bought.number,
        customer=bought.customer,
        at=tale.at,
        version=rules.version,
        situation=situation,
        decision=decision,
        delivered=bought.delivered,
        counts_as_visit=bought.customer is not None and first_visit_of_day(tale, bought.customer, bought.basket.store),
        uses=tuple(
            Use(one.clause, one.amount, rules.version)
            for one in sorted(decision.applied, key=lambda one: one.clause)
            if one.clause in limited
        ),
    )


# -- what follows for the customer ----------------------------------------------------------------------------


def _of_customer(tale: Tale, rules: Rules, order: Order) -> None:
    customer, decision = _named(order), order.decision
    first = tale.account(customer).counted.orders == 0
    for code, _ in decision.vouchers_used:
        tale.tell(VoucherUsed(customer, code, order.id, tale.at))
    redeem = points.programme(rules).redeem
    own = redeem is not None and redeem.same_order
    if not own:
        _spend(tale, rules, order, own=False)
    shares = share_out(decision.points, [one.exact for one in decision.earned])
    points.earn(tale, rules, order, zip((one.clause for one in decision.earned), shares, strict=True))
    if own:
        _spend(tale, rules, order, own=True)
    _give(tale, rules, order)
    _count(tale, rules, order)
    cards.visited(tale, customer, decision.subtotal, store=order.situation.basket.store, order=order.id)
    tiers.rise(tale, customer, order.id)
    occasions.give_due(tale, customer)
    referrals.ordered(tale, rules, order, first=first)


def _named(order: Order) -> str:
    assert order.customer is not None
    return order.customer


def _spend(tale: Tale, rules: Rules, order: Order, *, own: bool) -> None:
    """Points for each reward, then points used as payment."""
    left = order.decision.points_used
    for clause, cost in rewards_of(rules, order.decision):
        points.spend(tale, rules, _named(order), clause, cost, order, own)
        left -= cost
    if left:
        points.spend(tale, rules, _named(order), points.REDEEM, left, order, own)


def _give(tale: Tale, rules: Rules, order: Order) -> None:
    """Vouchers, and items to be fetched later, go into the customer's hands; items handed over at once do not."""
    clauses = index_of(rules.policy).gives
    for index, gift in enumerate(order.decision.gifts):
        gives = clauses.get(gift.clause)
        if _is_kept(gift) and (isinstance(gives, Voucher) or (isinstance(gives, Item) and gives.valid is not None)):
            gifts.give(tale, rules, _named(order), gift.clause, gives, f"order:{order.id}:{index}", order=order.id)


def _is_kept(gift: Gift) -> bool:
    return gift.kind in ("voucher", "item")


def _count(tale: Tale, rules: Rules, order: Order) -> None:
    """What counts towards the tier; a purchase is a visit too."""
    customer, decision = _named(order), order.decision
    day = terms.day_of(tale.at, rules.policy, order.situation.basket.store)
    counts = Counts(decision.subtotal, int(order.counts_as_visit), decision.points, 1)
    tale.tell(Counted(customer, day, counts, "order", order.id, tale.at))
    counted = tale.account(customer).counted
    visits = counted.visits if order.counts_as_visit else None
    occasions.count_reached(tale, customer, orders=counted.orders, visits=visits)


def first_visit_of_day(tale: Tale, customer: str, store: str | None) -> bool:
    """Whether no visit of the customer counts on this local day yet: at most one does."""
    day = terms.day_of(tale.at, tale.rules.policy, store)
    return tale.account(customer).days.get(day, Counts()).visits <= 0
