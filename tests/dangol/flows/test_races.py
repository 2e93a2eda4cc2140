"""Many buyers at the same moment: the last use, the last money of a budget, the last points and a gift go to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pytest

from dangol.facts.actions import Answer
from dangol.flows import audit
from dangol.flows.cancel import cancel
from dangol.flows.claim import claim
from dangol.flows.errors import AlreadyThere, NotAllowed
from dangol.flows.grant import grant
from dangol.flows.join import join
from dangol.flows.purchase import purchase
from dangol.flows.redeem import redeem
from dangol.flows.return_goods import return_goods
from dangol.loyalty import queries as loyalty
from dangol.sales.models import Purchase
from tests.build import at_once
from tests.dangol.flows.player import rule
from tests.stints import Stint

AT = dt.datetime(2026, 3, 2, 3, tzinfo=dt.UTC)
BY = "system:test"
POLICY = """
dangol: 1
business: {name: Shop, timezone: Asia/Seoul, currency: KRW}
loyalty:
  points:
    earn: [{id: base, rate: 1%}]
    redeem: {worth: 1, rewards: [{id: cup, points: 100, gives: {item: cup, valid: 30 days}}]}
promotions:
  - {id: one, code: ONE, gives: {amount: 1000}, limit: {total: LAST}}
  - {id: pot, code: POT, gives: {amount: 1000}, limit: {budget: MONEY}}
"""


def told(name: str, **details: Any) -> dict[str, Any]:
    return {"request": name, "by": BY, "at": AT, **details}


def customers(count: int) -> list[UUID]:
    return [UUID(join(external=f"c{n}", **told(f"join-{n}")).value["customer"]) for n in range(count)]


def begin(total: int = 1, money: int = 1000) -> None:
    rule(POLICY.replace("LAST", str(total)).replace("MONEY", str(money)))


def buy(name: str, code: str, customer: UUID | None = None) -> Answer:
    basket = {"lines": [{"sku": "pan", "price": 5000}], "codes": [code]}
    return purchase(number=name, basket=basket, customer=customer, **told(f"buy-{name}"))


def totals(answers: list[Any]) -> list[int]:
    assert all(isinstance(answer, Answer) for answer in answers), answers
    return sorted(int(answer.value["decision"]["total"]) for answer in answers)


def race_for_uses(rounds: int, going: Iterable[int], races: int, buyers: int = 4) -> None:
    """In each round that goes on, buyers race for what a promotion of its own still gives."""
    promotions = "".join(
        f"""
  - {{id: one{number}, code: ONE{number}, gives: {{amount: 1000}}, limit: {{total: {races}}}}}
  - {{id: pot{number}, code: POT{number}, gives: {{amount: 1000}}, limit: {{budget: {races * 1000}}}}}"""
        for number in range(rounds)
    )
    rule(POLICY.partition("promotions:")[0] + "promotions:" + promotions)
    for number in going:
        for code in (f"ONE{number}", f"POT{number}"):
            answers = at_once(lambda n, code=code: buy(f"{code}-{n}", code), races * buyers, threads=buyers)
            assert totals(answers) == [4000] * races + [5000] * (races * (buyers - 1))
        used = loyalty.budgets([f"one{number}", f"pot{number}"])
        assert (used[f"one{number}"].used, used[f"pot{number}"].amount) == (races, races * 1000)
    assert list(audit.differences()) == []


@pytest.mark.django_db(transaction=True)
def test_the_last_use_and_the_last_money_go_to_one() -> None:
    race_for_uses(1, range(1), races=5)


@pytest.mark.long(minutes=8)
@pytest.mark.django_db(transaction=True)
def test_ten_thousand_purchases_in_races_never_overspend(stint: Stint) -> None:
    going = (number for (number,) in stint.through(25, "rounds of 400 purchases"))
    race_for_uses(25, going, races=50)


@pytest.mark.django_db(transaction=True)
def test_the_last_points_are_spent_once() -> None:
    begin()
    (mina,) = customers(1)
    grant(customer=mina, points=100, because="welcome", **told("grant"))
    answers = at_once(lambda n: redeem(customer=mina, reward="cup", **told(f"redeem-{n}")), 8, threads=4)
    assert sum(isinstance(answer, Answer) for answer in answers) == 1
    assert {answer.code for answer in answers if isinstance(answer, NotAllowed)} == {"points-short"}
    assert loyalty.account(mina).usable == 0
    assert list(audit.differences()) == []


@pytest.mark.django_db(transaction=True)
def test_an_order_number_is_taken_once_by_whoever_comes_first() -> None:
    begin()
    shoppers = customers(8)

    def buy_same(n: int) -> Answer:
        basket = {"lines": [{"sku": "pan", "price": 5000}]}
        return purchase(number="A1", basket=basket, customer=shoppers[n], **told(f"buy-{n}"))

    answers = at_once(buy_same, 8, threads=8)
    assert sum(isinstance(answer, Answer) for answer in answers) == 1, answers
    assert sum(isinstance(answer, AlreadyThere) for answer in answers) == 7, answers
    assert Purchase.objects.count() == 1
    assert list(audit.differences()) == []


@pytest.mark.django_db(transaction=True)
def test_a_gift_is_claimed_once() -> None:
    begin()
    (mina,) = customers(1)
    grant(customer=mina, points=100, because="welcome", **told("grant"))
    gift = UUID(redeem(customer=mina, reward="cup", **told("redeem")).value["issued"][0]["id"])
    answers = at_once(lambda n: claim(voucher=gift, **told(f"claim-{n}")), 8, threads=4)
    assert sum(isinstance(answer, Answer) for answer in answers) == 1
    assert {answer.code for answer in answers if isinstance(answer, NotAllowed)} == {"voucher-used"}


@pytest.mark.django_db(transaction=True)
def test_one_request_sent_many_times_is_carried_out_once() -> None:
    begin()
    (mina,) = customers(1)
    answers = at_once(lambda n: buy("o1", "none", mina), 8, threads=4)
    assert {str(answer.value["order"]) for answer in answers} == {answers[0].value["order"]}
    assert sum(not answer.replayed for answer in answers) == 1
    assert Purchase.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_goods_come_back_once() -> None:
    begin()
    (mina,) = customers(1)
    buy("o1", "none", mina)
    answers = at_once(lambda n: return_goods(number="o1", **told(f"return-{n}")), 4, threads=4)
    assert sum(isinstance(answer, Answer) for answer in answers) == 1
    assert loyalty.account(mina).usable == 0
    assert list(audit.differences()) == []


@pytest.mark.django_db(transaction=True)
def test_what_a_cancelled_order_used_can_be_used_again() -> None:
    begin()
    assert totals([buy("o1", "ONE"), buy("o2", "ONE")]) == [4000, 5000]
    cancel(number="o1", **told("cancel"))
    assert totals([buy("o3", "ONE")]) == [4000]
