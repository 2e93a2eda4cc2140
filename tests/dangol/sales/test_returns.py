"""Returns: never more than was bought, in whatever order and however many at once; and visits."""

from datetime import date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dangol.facts.models import Fact
from dangol.sales import actions, queries
from dangol.sales.actions import LineBack, Refund
from dangol.sales.errors import MoreThanBought, Refused, WrongSums
from dangol.sales.models import Return, ReturnLine, Visit
from tests.build import DAY, NOON, a_customer, a_line, a_purchase, an_act, at_once

pytestmark = pytest.mark.django_db


def bring_back(
    purchase: UUID, units: tuple[int, ...], *, position: int = 0, money: int = 0, at: datetime = NOON
) -> None:
    with an_act(at=at) as act:
        order = queries.locked(purchase)
        line = queries.lines(order.id)[position]
        actions.take_back(
            act=act,
            purchase=order,
            lines=[LineBack(line.id, units)],
            refund=Refund(goods=money, money=money),
            reason="change-of-mind",
        )


def test_units_come_back_with_what_they_cost() -> None:
    id_ = a_purchase(lines=[a_line(quantity=3)])
    bring_back(id_, (2,), money=1000)
    bring_back(id_, (0, 1), money=2000, at=NOON + DAY)
    assert queries.returned_units(id_) == {0: [0, 1, 2]}
    assert queries.refunded(id_)["money"] == queries.purchase(id_).refunded == 3000
    assert [row.money for row in queries.returns(id_)] == [1000, 2000]
    assert Fact.objects.filter(kind="return.accepted", subject_id=id_).count() == 2


def test_more_than_was_bought_never_comes_back() -> None:
    id_ = a_purchase(lines=[a_line(quantity=2)])
    bring_back(id_, (0,))
    before = Fact.objects.count()
    with pytest.raises(MoreThanBought) as refused:
        bring_back(id_, (0, 1))
    assert refused.value.left == 1
    assert (Return.objects.count(), Fact.objects.count(), queries.lines(id_)[0].returned) == (1, before, 1)


def test_a_line_of_another_order_does_not_come_back() -> None:
    mine, other = a_purchase(), a_purchase()
    lines = [LineBack(queries.lines(other)[0].id, (0,))]
    with pytest.raises(MoreThanBought), an_act() as act:
        actions.take_back(act=act, purchase=queries.locked(mine), lines=lines, refund=Refund(), reason="fault")
    assert not Return.objects.exists()


@pytest.mark.parametrize("units", [(), (0, 0)])
def test_units_are_named_once(units: tuple[int, ...]) -> None:
    id_ = a_purchase(lines=[a_line(quantity=2)])
    with pytest.raises(WrongSums):
        bring_back(id_, units)
    assert not Return.objects.exists()


def test_nothing_comes_back_of_a_cancelled_order() -> None:
    id_ = a_purchase()
    with an_act() as act:
        actions.cancel(act=act, purchase=queries.locked(id_), refund=Refund())
    with pytest.raises(Refused):
        bring_back(id_, (0,))


@pytest.mark.django_db(transaction=True)
def test_of_many_returns_at_once_only_what_was_bought_comes_back() -> None:
    id_ = a_purchase(lines=[a_line(quantity=5), a_line(key="2", quantity=3)])
    results = at_once(lambda number: bring_back(id_, (number % 3,), position=number % 2, money=10), 40)
    accepted = [result for result in results if result is None]
    assert len(accepted) == 8
    assert all(isinstance(result, MoreThanBought) for result in results if result is not None), results
    assert ReturnLine.objects.count() == 8
    assert [line.returned for line in queries.lines(id_)] == [5, 3]
    assert queries.purchase(id_).refunded == 80


class NeverMoreThanBought(TestCase):
    """Any run of returns on any basket."""

    @given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.data())
    def test_returns(self, bought: list[int], data: st.DataObject) -> None:
        id_ = a_purchase(lines=[a_line(key=str(place), quantity=count) for place, count in enumerate(bought)])
        left = list(bought)
        for _ in range(data.draw(st.integers(0, 6))):
            place = data.draw(st.integers(0, len(bought) - 1))
            units = data.draw(st.integers(1, 5))
            if units <= left[place]:
                bring_back(id_, tuple(range(units)), position=place)
                left[place] -= units
            else:
                with pytest.raises(MoreThanBought):
                    bring_back(id_, tuple(range(units)), position=place)
        kept = [line.quantity - line.returned for line in queries.lines(id_)]
        assert kept == left


class TestVisits:
    """A customer came by, and perhaps did not."""

    def visit(self, customer: UUID, number: str = "v1") -> None:
        with an_act() as act:
            actions.note_visit(
                act=act,
                customer=customer,
                number=number,
                day=date(2026, 1, 5),
                amount=8000,
                counted=True,
            )

    def test_a_visit_is_noted_once(self) -> None:
        minsu = a_customer()
        self.visit(minsu.id)
        with pytest.raises(Refused) as refused:
            self.visit(minsu.id)
        assert refused.value.reason == "visit-number-taken"
        assert Visit.objects.count() == 1

    def test_a_visit_is_taken_back_once(self) -> None:
        minsu = a_customer()
        self.visit(minsu.id)
        self.visit(minsu.id, "v2")
        visit = queries.visit_by_number("v1")
        assert visit is not None
        assert not queries.was_cancelled(visit)
        with an_act() as act:
            assert actions.cancel_visit(act=act, visit=visit)
        with an_act() as act:
            assert not actions.cancel_visit(act=act, visit=visit)
        assert queries.was_cancelled(visit)
        assert queries.visit_by_number("v1") == visit
        assert [row.number for row in queries.visits_on(minsu.id, date(2026, 1, 5))] == ["v2"]
