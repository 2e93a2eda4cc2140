"""Purchases: recorded once with sums that add up, paid, delivered, cancelled."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dangol.facts.models import Fact
from dangol.sales import actions, queries
from dangol.sales.actions import ClauseApplied, LineSold, Refund
from dangol.sales.errors import OrderNumberTaken, Refused, UnknownPurchase, WrongSums
from dangol.sales.models import AppliedClause, Purchase, PurchaseLine
from tests.build import DAY, NOON, a_customer, a_line, a_purchase, a_sale, an_act, at_once

pytestmark = pytest.mark.django_db


def test_a_purchase_is_kept_with_its_lines_and_reasons() -> None:
    minsu = a_customer()
    lines = [
        a_line(quantity=3, price=1000, discount=500, categories=("bakery",), tags=("fresh",), name="식빵"),
        a_line(key="2", price=3000, tax=272, points=30, by_points=100),
    ]
    id_ = a_purchase(
        number="7",
        customer=minsu.id,
        lines=lines,
        applied=[ClauseApplied("sale", 500, 0, "item"), ClauseApplied("ships-free", 2500, None, "shipping")],
        shipping_list=2500,
        by_points=100,
        points_used=100,
        points=54,
    )
    kept = queries.purchase(id_)
    assert (kept.goods, kept.discount, kept.total, kept.due, kept.state) == (6000, 500, 5500, 5400, "paid")
    first, second = queries.lines(id_)
    assert (first.unit_amounts, first.amount, first.categories, first.name) == (
        [500, 1000, 1000],
        2500,
        ["bakery"],
        "식빵",
    )
    assert (second.points, second.by_points, second.position) == (30, 100, 1)
    assert [(row.clause, row.amount, row.line) for row in queries.applied(id_)] == [
        ("sale", 500, 0),
        ("ships-free", 2500, None),
    ]
    assert queries.by_number("7") == kept
    assert list(queries.of_customer(minsu.id)) == [kept]
    assert queries.last_order_at(minsu.id) == NOON
    assert queries.last_order_at(minsu.id, besides=id_) is None
    placed = Fact.objects.get(kind="purchase.placed")
    assert (placed.figures["total"], placed.figures["units"], placed.subject_id) == (5500, 4, id_)
    assert Fact.objects.filter(kind="clause.applied").values_list("clause", "figures__amount").count() == 2


def test_an_order_number_is_used_once_per_source() -> None:
    a_purchase(number="7")
    a_purchase(number="7", source="web")
    before = Fact.objects.count()
    with pytest.raises(OrderNumberTaken, match="'7'"):
        a_purchase(number="7")
    assert (Purchase.objects.count(), Fact.objects.count()) == (2, before)


@pytest.mark.django_db(transaction=True)
def test_of_two_tills_with_one_number_one_records_it() -> None:
    results = at_once(lambda number: a_purchase(number=f"n{number % 4}"), 32)
    refused = [result for result in results if isinstance(result, Exception)]
    assert Purchase.objects.count() == 4
    assert len(refused) == 28
    assert all(isinstance(error, OrderNumberTaken | IntegrityError) for error in refused), refused
    assert PurchaseLine.objects.count() == 4


@pytest.mark.parametrize(
    "details",
    [
        {"by_points": 1001},
        {"by_gift_card": 600, "by_points": 600},
        {"lines": [replace(a_line(quantity=2), unit_amounts=(1000,))]},
        {"lines": [replace(a_line(), unit_amounts=(-1,))]},
    ],
)
def test_figures_that_do_not_add_up_record_nothing(details: dict[str, object]) -> None:
    with pytest.raises(WrongSums):
        a_purchase(**details)
    assert not Purchase.objects.exists()
    assert not Fact.objects.exists()


@pytest.mark.parametrize(
    "details", [{"shipping": 100}, {"lines": [replace(a_line(), unit_amounts=(1001,))]}, {"shipping_list": -1}]
)
def test_the_tables_refuse_them_too(details: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        a_purchase(**details)
    assert not Purchase.objects.exists()


def test_a_purchase_without_lines_is_none() -> None:
    with pytest.raises(WrongSums), an_act() as act:
        actions.place(act=act, sale=replace(a_sale(), lines=()))


class SumsAddUp(TestCase):
    """Whatever is sold, the stored sums are those of the lines."""

    @given(
        st.lists(st.tuples(st.integers(1, 4), st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=5),
        st.integers(0, 5000),
    )
    def test_sums(self, goods: list[tuple[int, int, int]], shipping: int) -> None:
        lines = [a_line(quantity=count, price=price, discount=min(price, off)) for count, price, off in goods]
        id_ = a_purchase(lines=lines, shipping=shipping, shipping_list=shipping)
        kept = queries.purchase(id_)
        stored = queries.lines(id_)
        assert kept.goods - kept.discount == sum(line.amount for line in stored)
        assert kept.total == kept.goods - kept.discount + shipping
        assert all(line.amount == sum(line.unit_amounts) for line in stored)


def test_an_order_is_paid_once_and_not_after_it_was_cancelled() -> None:
    order = queries.purchase(a_purchase(paid=False))
    assert order.state == "placed"
    with an_act() as act:
        assert actions.pay(act=act, purchase=order)
        assert not actions.pay(act=act, purchase=order)
    other = queries.purchase(a_purchase(paid=False))
    with an_act() as act:
        actions.cancel(act=act, purchase=other, refund=Refund())
    with pytest.raises(Refused), an_act() as act:
        actions.pay(act=act, purchase=other)
    assert queries.purchase(other.id).state == "cancelled"
    assert Fact.objects.filter(kind="purchase.paid").count() == 1


def test_goods_arrive_on_a_day() -> None:
    order = queries.purchase(a_purchase())
    with an_act() as act:
        assert actions.deliver(act=act, purchase=order, on=date(2026, 1, 8))
        assert not actions.deliver(act=act, purchase=order, on=date(2026, 1, 8))
    assert queries.purchase(order.id).delivered_on == date(2026, 1, 8)


def test_a_cancelled_order_is_cancelled_once_and_no_longer_the_last_order() -> None:
    minsu = a_customer()
    a_purchase(customer=minsu.id)
    with an_act(at=NOON + DAY) as act:
        later = actions.place(act=act, sale=a_sale(customer=minsu.id))
    order = queries.purchase(later)
    with an_act(at=NOON + DAY) as act:
        assert actions.cancel(act=act, purchase=order, refund=Refund(goods=1000, money=1000))
        assert not actions.cancel(act=act, purchase=queries.purchase(later), refund=Refund(goods=1000, money=1000))
    assert queries.last_order_at(minsu.id) == NOON
    assert queries.purchase(later).refunded == 1000
    assert queries.refunded(later)["money"] == 1000
    with pytest.raises(Refused), an_act() as act:
        actions.deliver(act=act, purchase=queries.purchase(later), on=date(2026, 1, 8))


def test_what_was_applied_can_never_be_changed() -> None:
    a_purchase(applied=[ClauseApplied("sale", 0, 0)])
    for statement in ("UPDATE sales_appliedclause SET amount = 1", "DELETE FROM sales_appliedclause"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert AppliedClause.objects.get().amount == 0


def test_an_unknown_purchase_is_said_to_be_unknown() -> None:
    with pytest.raises(UnknownPurchase):
        queries.purchase(uuid4())
    with pytest.raises(UnknownPurchase), an_act():
        queries.locked(uuid4())


def test_a_line_knows_its_amount() -> None:
    assert LineSold("1", 2, 1000, 2000, (900, 800)).amount == 1700
