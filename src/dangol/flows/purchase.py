"""A purchase: decided by the policy in force, recorded with its decision, and everything that follows from it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dangol.facts.actions import Answer
from dangol.flows import reading
from dangol.flows.errors import PriceChanged
from dangol.flows.loading import Wanted, asked_of_concerned
from dangol.flows.reading import Declared
from dangol.flows.telling import Json, stage, told
from dangol.lib.act import Act
from dangol.rulebook import queries as rulebook
from dangol.sales import actions as sales
from dangol_policy.story.purchase import Purchase
from dangol_policy.story.purchase import purchase as step


def purchase(
    *,
    number: str,
    basket: Mapping[str, Any],
    customer: UUID | None = None,
    delivered: date | None = None,
    expect_total: int | str | None = None,
    money: Declared = "major",
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """Records a paid purchase. Raises AlreadyThere, PriceChanged, NotFound or NotAllowed, and changes nothing then."""

    def story(act: Act) -> Json:
        return _told(act, number, basket, customer, delivered, expect_total, money)

    body = {
        "number": number,
        "basket": basket,
        "customer": customer.hex if customer is not None else None,
        "delivered": delivered.isoformat() if delivered is not None else None,
        "expect_total": expect_total,
        "money": money,
    }
    first = [(rulebook.RULING, ()), (sales.NUMBER, ("", number)), *asked_of_concerned([customer] if customer else [])]
    return told(name="purchase", body=body, request=request, by=by, at=at, story=story, customer=customer, first=first)


def _told(
    act: Act,
    number: str,
    basket: Mapping[str, Any],
    customer: UUID | None,
    delivered: date | None,
    expect_total: int | str | None,
    money: Declared,
) -> Json:
    scene = stage(
        act,
        customers=[customer] if customer is not None else [],
        money=money,
        wanted=Wanted(vouchers=_named(basket), store=_store(basket)),
    )
    policy = scene.rules.policy
    bought = Purchase(
        number=number,
        basket=reading.basket(basket, policy, money),
        customer=customer.hex if customer is not None else None,
        delivered=delivered,
    )
    expected = reading.amount(expect_total, policy, money, "expect_total")
    order = step(scene.tale, bought)
    if expected is not None and expected != order.decision.total:
        raise PriceChanged(expected, order.decision.total)
    scene.numbers[order.id] = number
    scene.close()
    return {
        "order": order.id,
        "number": number,
        "decision": scene.writer.decision(order.decision),
        "entries": scene.entries(),
        "vouchers": scene.issued(),
        "account": scene.account(order.customer),
    }


def _named(basket: Mapping[str, Any]) -> list[UUID]:
    """Vouchers the buyer hands in."""
    found = []
    for one in basket.get("vouchers") or ():
        try:
            found.append(UUID(one["code"]))
        except (TypeError, KeyError, ValueError, AttributeError):
            continue
    return found


def _store(basket: Mapping[str, Any]) -> str | None:
    store = basket.get("store")
    return store if isinstance(store, str) else None
