"""Visit cards: stamps for visits or amounts, a gift for each full card, and stamps taken back.

A gift that was claimed stays when stamps are taken back; the card then has to make them up. Source: section 3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from dangol_policy.model.loyalty import Card as CardClause
from dangol_policy.story import gifts, terms
from dangol_policy.story.outcomes import RoundsChanged, Stamped, Unstamped, VoucherEnded
from dangol_policy.story.state import Card, Stamp, Voucher
from dangol_policy.story.tale import Rules, Tale
from dangol_policy.story.who import holds

Left = Callable[[CardClause], int]
"""How many stamps of an order or visit still stand, by card."""


def visited(
    tale: Tale,
    customer: str,
    amount: int | None,
    *,
    store: str | None = None,
    order: str | None = None,
    visit: str | None = None,
) -> None:
    """Stamps every card that this visit or purchase counts for, and gives what a full card gives."""
    rules = tale.rules
    day = terms.day_of(tale.at, rules.policy, store)
    for card in rules.policy.loyalty.cards:
        state = tale.account(customer).cards.get(card.id, Card())
        if _finished(card, state) or not holds(card.who, tale, customer):
            continue
        count = stamps_for(card, amount, purchase=order is not None)
        slot = _slot(card, day, order, visit)
        if not count or (card.id, slot) in tale.account(customer).stamps:
            continue
        if not card.counts_first and card.stamps_per is None and state.seen == 0:
            count = 0
        tale.tell(Stamped(customer, Stamp(card.id, slot, count, order, visit), rules.version, tale.at))
        _reward(tale, rules, customer, card, order or visit or slot)


def _finished(card: CardClause, state: Card) -> bool:
    return not card.repeats and state.rounds > 0


def stamps_for(card: CardClause, amount: int | None, *, purchase: bool) -> int:
    """Stamps a visit or purchase of this amount is worth; cards by amount count purchases only."""
    if card.stamps_per is not None:
        return (amount or 0) // card.stamps_per if purchase else 0
    if card.visit.minimum is None:
        return 1
    return int(amount is not None and amount >= card.visit.minimum)


def _slot(card: CardClause, day: dt.date, order: str | None, visit: str | None) -> str:
    if card.stamps_per is None and card.visit.per == "day":
        return f"day:{day.isoformat()}"
    return f"order:{order}" if order is not None else f"visit:{visit}"


def _reward(tale: Tale, rules: Rules, customer: str, card: CardClause, cause: str) -> None:
    state = tale.account(customer).cards[card.id]
    full = state.stamps // card.every
    for number in range(state.rounds + 1, (full if card.repeats else min(1, full)) + 1):
        tale.tell(RoundsChanged(customer, card.id, number, tale.at))
        gifts.give(tale, rules, customer, card.id, card.gives, f"round:{number}:{cause}", valid=card.valid)


def take_back(tale: Tale, customer: str, left: Left, *, order: str | None = None, visit: str | None = None) -> None:
    """Takes back stamps of an order or visit; `left` says how many still stand by a card."""
    clauses = {card.id: card for card in tale.rules.policy.loyalty.cards}
    for stamp in list(tale.account(customer).stamps.values()):
        if (stamp.order, stamp.visit) != (order, visit):
            continue
        clause = clauses.get(stamp.card)
        stands = min(stamp.count, left(clause)) if clause else 0
        if stands == stamp.count and stands:
            continue
        taken = stamp.count - stands
        tale.tell(Unstamped(customer, replace(stamp, count=stands), taken, tale.rules.version, tale.at))
        if clause is not None:
            _withdraw(tale, customer, clause)


def _withdraw(tale: Tale, customer: str, card: CardClause) -> None:
    """Gifts of rounds that are not full any more are withdrawn, the last first, unless they were claimed."""
    while True:
        account = tale.account(customer)
        state = account.cards[card.id]
        gift = _gift_of(tuple(account.vouchers.values()), card.id, state.rounds)
        if state.rounds * card.every <= state.stamps or gift is None:
            return
        tale.tell(VoucherEnded(customer, gift.id, "revoked", "stamps-taken-back", tale.at))
        tale.tell(RoundsChanged(customer, card.id, state.rounds - 1, tale.at))


def _gift_of(vouchers: tuple[Voucher, ...], card: str, number: int) -> Voucher | None:
    for voucher in vouchers:
        if voucher.clause == card and voucher.state == "issued" and voucher.occasion.startswith(f"round:{number}:"):
            return voucher
    return None


def on_card(card: CardClause, state: Card) -> int:
    """Stamps on the present card."""
    return max(0, state.stamps - state.rounds * card.every)
