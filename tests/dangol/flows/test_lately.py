"""What the counter and the customer's page list: visits, gifts and purchases, and the points that moved."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation

from dangol.flows.cancel import cancel
from dangol.flows.card import card_of
from dangol.flows.claim import claim
from dangol.flows.join import join
from dangol.flows.lately import Lately, lately
from dangol.flows.purchase import purchase
from dangol.flows.return_goods import return_goods
from dangol.flows.visit import cancel_visit, visit
from tests.build import DAY, NOON
from tests.dangol.flows.player import rule

pytestmark = pytest.mark.django_db(transaction=True)
BUSINESS = "dangol: 1\nbusiness: {name: Diner, timezone: Asia/Seoul, currency: KRW}\n"
CARDS = "  cards: [{id: third, every: 3, visit: {minimum: 8000, per: purchase}, gives: {item: tea}}]\n"
POINTS = "  points: {earn: [{id: base, rate: 1%}]}\n"


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def told(name: str, at: datetime = NOON) -> dict[str, Any]:
    return {"request": name, "by": "system:test", "at": at}


def met() -> UUID:
    return UUID(join(external="mina", **told("join")).value["customer"])


def come(customer: UUID, number: int, amount: int = 9000) -> dict[str, Any]:
    at = NOON + timedelta(hours=number)
    answer = visit(customer=customer, amount=amount, number=f"v{number}", **told(f"come-{number}", at))
    return dict(answer.value)


def buy(customer: UUID, number: int, price: int = 30_000) -> None:
    at = NOON + timedelta(hours=number)
    basket = {"lines": [{"id": "1", "sku": "pan", "price": price}]}
    purchase(number=f"o{number}", basket=basket, customer=customer, **told(f"buy-{number}", at))


def shown(customer: UUID, limit: int = 10) -> Lately:
    return lately(card_of(customer, at=NOON + DAY, language="en"), language="en", limit=limit)


def titles(customer: UUID, limit: int = 10) -> list[str]:
    return [one.title for one in shown(customer, limit).movements]


def test_without_points_visits_gifts_and_purchases_are_listed() -> None:
    rule(f"{BUSINESS}loyalty:\n{CARDS}")
    mina = met()
    come(mina, 1)
    come(mina, 2, amount=100)
    come(mina, 3)
    [gift] = come(mina, 4)["issued"]
    claim(voucher=UUID(gift["id"]), **told("claim", NOON + timedelta(hours=5)))
    buy(mina, 6)
    found = shown(mina)
    assert [one.title for one in found.movements] == ["Purchase", "Used: Tea", "Received: Tea", *["Visit"] * 4]
    assert not found.more
    by_amount = {one.amount: one.says for one in found.movements}
    assert by_amount["₩100"] == ("It gave no stamp.",)
    assert by_amount["₩9,000"] == ("One stamp was given.",)
    assert {one.clause for one in found.movements if one.title.endswith("Tea")} == {"third"}


def test_what_was_taken_back_is_not_listed() -> None:
    rule(f"{BUSINESS}loyalty:\n{CARDS}")
    mina = met()
    come(mina, 1)
    buy(mina, 2)
    cancel_visit(number="v1", **told("undo"))
    cancel(number="o2", **told("cancel", NOON + timedelta(hours=3)))
    assert titles(mina) == []


def test_what_came_back_lowers_the_amount() -> None:
    rule(f"{BUSINESS}loyalty:\n{CARDS}returns: {{windows: [{{id: week, for: 7 days, after: purchase}}]}}\n")
    mina = met()
    basket = {"lines": [{"id": "1", "sku": "pan", "price": 30_000, "quantity": 2}]}
    purchase(number="o1", basket=basket, customer=mina, **told("buy"))
    return_goods(number="o1", lines={"1": 1}, reason="change of mind", **told("return", NOON + timedelta(hours=1)))
    [one] = shown(mina).movements
    assert one.amount == "₩30,000"
    assert one.says[-1] == "₩30,000 came back."


def test_a_voucher_is_named_and_described() -> None:
    promotion = "{id: thanks, name: Thank-you voucher, needs: {spend: 20000}, gives: {voucher: 5000, valid: 60 days}}"
    rule(f"{BUSINESS}promotions: [{promotion}]\n")
    mina = met()
    buy(mina, 1)
    [received, bought] = shown(mina).movements
    assert (received.title, received.clause) == ("Received: Thank-you voucher", "thanks")
    assert "₩5,000" in received.says[0]
    assert (bought.title, bought.says) == ("Purchase", ())


def test_with_points_a_purchase_is_told_by_its_points() -> None:
    rule(f"{BUSINESS}loyalty:\n{POINTS}{CARDS}")
    mina = met()
    come(mina, 1)
    buy(mina, 2)
    assert [(one.title, one.points) for one in shown(mina).movements] == [("Earned", 300), ("Visit", 0)]


def test_the_list_is_cut_where_older_points_are_left_out() -> None:
    rule(f"{BUSINESS}loyalty:\n{POINTS}{CARDS}")
    mina = met()
    come(mina, 1)
    for number in range(2, 7):
        buy(mina, number)
    few, all_ = shown(mina, 3), shown(mina, 20)
    assert (len(few.movements), few.more) == (3, True)
    # One visit, five purchases, and a tea for every third stamp.
    assert (len(all_.movements), all_.more) == (8, False)
    assert all_.movements[:3] == few.movements


def test_without_points_the_list_says_when_there_is_more() -> None:
    rule(f"{BUSINESS}loyalty:\n{CARDS}")
    mina = met()
    for number in range(1, 5):
        buy(mina, number)
    assert (len(shown(mina, 3).movements), shown(mina, 3).more) == (3, True)
    assert (len(shown(mina, 5).movements), shown(mina, 5).more) == (5, False)
