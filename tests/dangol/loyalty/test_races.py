"""Ten thousand races for the last voucher, the last budget and the last points: never more than there is."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError

from dangol.loyalty import actions, queries
from dangol.loyalty.actions import Use, open_book
from dangol.loyalty.audit import ledger_differences
from dangol.loyalty.errors import Overdrawn, Refused, UsedUp, VoucherUnusable
from dangol.loyalty.models import VoucherUse
from tests.build import a_customer, an_act, at_once, give, shift
from tests.stints import Stint

RACES = 10_000
"""Races for the last one: in each, this many buyers want it at the same time."""
BUYERS = 4
AT_A_TIME = 500

pytestmark = [pytest.mark.long(minutes=4), pytest.mark.django_db(transaction=True)]


def patient(buy: Callable[[int], object], first: int) -> Callable[[int], object]:
    """Counts from `first`. SQLite's lock goes to whoever asks at the right moment: who never got it asks again."""

    def ask(number: int) -> object:
        while True:
            try:
                return buy(first + number)
            except OperationalError as error:
                if "database is locked" not in str(error):
                    raise

    return ask


def race(
    stint: Stint,
    buy: Callable[[int], object],
    refusal: type[Refused],
    prepare: Callable[[int], None] = lambda races: None,
) -> None:
    """Every buyer wants the one thing of their race: as many get theirs as there are races, the others are refused."""
    for races in stint.through(RACES, "races", step=AT_A_TIME):
        prepare(len(races))
        results = at_once(patient(buy, races.start * BUYERS), len(races) * BUYERS)
        refused = [result for result in results if isinstance(result, Exception)]
        assert {type(error) for error in refused} <= {refusal}, refused[:3]
        assert len(results) - len(refused) == len(races)


def test_the_last_voucher(stint: Stint) -> None:
    minsu = a_customer().id
    vouchers = [uuid4() for _ in range(RACES)]
    for first in range(0, RACES, 500):
        with an_act() as act:
            for id_ in vouchers[first : first + 500]:
                actions.issue_voucher(
                    act=act, id=id_, customer=minsu, kind="item", clause="c", version=1, occasion=id_.hex, gives={}
                )

    def use(number: int) -> None:
        with an_act(f"use-{number}") as act:
            actions.use_voucher(act=act, voucher=vouchers[number // BUYERS], customer=minsu)

    race(stint, use, VoucherUnusable)
    assert VoucherUse.objects.count() == stint.done
    assert not list(ledger_differences())


def test_the_last_of_a_budget(stint: Stint) -> None:
    def buy(number: int) -> None:
        with an_act(f"buy-{number}") as act:
            uses = [Use(f"clause-{number // BUYERS}", 700, total=3, budget=1000)]
            actions.reserve_uses(act=act, uses=uses, version=1, customer=None, order=uuid4())

    race(stint, buy, UsedUp)
    assert not list(ledger_differences())


def test_the_last_points(stint: Stint) -> None:
    customers = [a_customer().id for _ in range(50)]
    lots: dict[UUID, UUID] = {}

    def give_points(races: int) -> None:
        for customer in customers:
            with an_act() as act:
                lots[customer] = give(open_book(act=act, customer=customer), races // len(customers))

    def spend(number: int) -> None:
        customer = customers[number % len(customers)]
        with an_act(f"spend-{number}") as act:
            shift(open_book(act=act, customer=customer), lots[customer], "spend", "usable", "spent", 1)

    race(stint, spend, Overdrawn, give_points)
    assert all(queries.account(customer).usable == 0 for customer in customers)
    assert not list(ledger_differences())
