"""The case LP-128 on a real database: two orders at the same moment for a voucher that can be used once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from dangol.flows.publish import publish
from dangol.flows.purchase import purchase
from dangol.loyalty.queries import budgets
from tests.build import NOON, a_customer, at_once
from tests.corpus.case import case

RACE = case("LP-128")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(5))
def test_two_orders_at_once_use_the_voucher_once(attempt: int) -> None:
    publish(text=RACE.parsed.text, request="publish", by="system:test", at=NOON)
    customers = [a_customer().id, a_customer().id]
    answers = at_once(lambda number: _buy(customers[number], number), 2, threads=2)
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    wanted = RACE.data["race"]
    assert sorted(one["total"] for one in answers) == sorted(wanted["totals"])
    assert sum(bool(one["applied"]) for one in answers) == wanted["orders_with_discount"]
    assert [code["accepted"] for one in answers for code in one["codes"]].count(True) == 1
    assert budgets(["only-one"])["only-one"].used == 1


def _buy(customer: UUID, number: int) -> dict[str, Any]:
    basket = {"lines": [{"sku": "p", "price": "50.00"}], "codes": ["ONE"]}
    answer = purchase(
        number=f"o{number}", basket=basket, customer=customer, request=f"buy-{number}", by="system:test", at=NOON
    )
    decision: dict[str, Any] = answer.value["decision"]
    return decision
