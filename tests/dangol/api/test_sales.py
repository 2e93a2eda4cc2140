"""Purchases, returns, cancelling, visits, points and vouchers through the API."""

from datetime import timedelta

import pytest
import time_machine

from dangol.lib import clock
from dangol.sales.models import Purchase
from tests.dangol.api.caller import Caller, everything, put_in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def caller() -> Caller:
    put_in_force()
    return Caller()


def test_a_purchase_is_decided_recorded_and_earns(caller: Caller) -> None:
    customer = caller.enrol()
    told = caller.buy(120_000, number="A-1", customer=customer, expect_total=115_000)
    assert told.status == 201, told.body
    assert told.body["number"] == "A-1"
    assert (told.body["decision"]["total"], told.body["decision"]["points"]) == (115_000, 1_150)
    assert [one["clause"] for one in told.body["decision"]["applied"]] == ["big-order"]
    assert told.body["account"]["usable"] == 1_150
    assert Purchase.objects.get(number="A-1").total == 115_000


def test_amounts_come_back_as_they_were_declared(caller: Caller) -> None:
    basket = {"lines": [{"sku": "lamp", "price": "20000"}]}
    told = caller.post("/quotes", {"money": "major", "basket": basket})
    assert (told.status, told.body["total"]) == (200, "20000")
    bought = caller.post("/purchases", {"money": "major", "number": "A-1", "basket": basket})
    assert bought.body["decision"]["total"] == "20000"


def test_a_quote_says_what_applied_what_not_and_why_and_records_nothing(caller: Caller) -> None:
    customer = caller.enrol()
    before = everything()
    told = caller.post(
        "/quotes",
        {
            "money": "minor",
            "customer": customer,
            "basket": {"lines": [{"sku": "a", "price": 98_000}], "codes": ["ten"]},
        },
    )
    assert told.status == 200
    assert (told.body["total"], told.body["tier"], told.body["version"]) == (88_200, "welcome", 1)
    assert told.body["not_applied"][0]["clause"] == "big-order"
    assert told.body["not_applied"][0]["reasons"][0]["code"] == "spend-short"
    assert everything() == before


def test_a_batch_answers_each_in_its_place(caller: Caller) -> None:
    good = {"basket": {"lines": [{"sku": "a", "price": 1_000}]}}
    bad = {"basket": {"lines": [{"sku": "a", "price": -1}]}}
    unknown = good | {"customer": "00000000-0000-7000-8000-000000000000"}
    told = caller.post("/quotes/batch", {"money": "minor", "situations": [good, bad, unknown, good]})
    assert told.status == 200
    first, second, third, fourth = told.body["quotes"]
    assert first["quote"]["total"] == fourth["quote"]["total"] == 1_000
    assert second["problem"]["errors"][0]["pointer"] == "/situations/1/basket/lines/0/price"
    assert third["problem"]["type"].endswith("unknown-customer")


def test_the_price_the_customer_was_told_is_kept_or_the_purchase_refused(caller: Caller) -> None:
    before = everything()
    told = caller.buy(20_000, expect_total=18_000)
    assert (told.status, told.code) == (409, "price-changed")
    assert told.body["figures"] == {"expected": 18_000, "now": 20_000}
    assert everything() == before


def test_a_number_belongs_to_one_purchase(caller: Caller) -> None:
    assert caller.buy(number="A-1").status == 201
    before = everything()
    told = caller.buy(number="A-1")
    assert (told.status, told.code) == (409, "already")
    assert everything() == before


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        (
            "/purchases",
            {"money": "minor", "number": "A-1", "basket": {"lines": [{"sku": "a", "price": 1}]}},
            "customer",
        ),
        ("/visits", {"money": "minor"}, "customer"),
        ("/redemptions", {"points": 100}, "customer"),
        ("/grants", {"money": "minor", "points": 100, "because": "sorry"}, "customer"),
        ("/purchases/A-404/cancel", None, "purchase"),
        ("/purchases/A-404/deliver", {"on": "2026-01-01"}, "purchase"),
        ("/purchases/A-404/returns", {"money": "minor"}, "purchase"),
        ("/purchases/A-404/returns/preview", {"money": "minor"}, "purchase"),
        ("/visits/V-404/cancel", None, "visit"),
        ("/claims", {"voucher": "00000000-0000-7000-8000-000000000000"}, "voucher"),
    ],
)
def test_what_nobody_knows_is_404_and_changes_nothing(
    caller: Caller, path: str, body: dict[str, object], code: str
) -> None:
    if code == "customer":
        body = {**body, "customer": "00000000-0000-7000-8000-000000000000"}
    before = everything()
    told = caller.post(path, body)
    assert (told.status, told.code) == (404, f"unknown-{code}")
    assert everything() == before


def test_goods_come_back_once_and_points_with_them(caller: Caller) -> None:
    customer = caller.enrol()
    caller.buy(20_000, number="A-1", customer=customer)
    preview = caller.post("/purchases/A-1/returns/preview", {"money": "minor"})
    assert (preview.status, preview.body["allowed"], preview.body["refund"]["total"]) == (200, True, 20_000)
    told = caller.post("/purchases/A-1/returns", {"money": "minor", "lines": {"one": 1}})
    assert told.status == 201, told.body
    assert told.body["refund"]["total"] == 20_000
    assert told.body["account"]["usable"] == 0
    before = everything()
    again = caller.post("/purchases/A-1/returns", {"money": "minor", "lines": {"one": 1}})
    assert (again.status, again.code) == (409, "refused")
    assert again.body["reason"]
    assert everything() == before


def test_a_line_that_was_not_bought_cannot_come_back(caller: Caller) -> None:
    caller.buy(number="A-1")
    before = everything()
    told = caller.post("/purchases/A-1/returns", {"money": "minor", "lines": {"two": 1}})
    assert (told.status, told.code) == (404, "unknown-line")
    assert everything() == before


def test_after_the_window_nothing_comes_back(caller: Caller) -> None:
    caller.buy(number="A-1")
    with time_machine.travel(clock.now() + timedelta(days=9)):
        before = everything()
        told = caller.post("/purchases/A-1/returns", {"money": "minor"})
        assert (told.status, told.code) == (409, "refused")
        assert everything() == before


def test_a_cancelled_order_is_as_if_it_had_not_been(caller: Caller) -> None:
    customer = caller.enrol()
    caller.buy(20_000, number="A-1", customer=customer)
    told = caller.post("/purchases/A-1/cancel")
    assert told.status == 200, told.body
    assert told.body["account"]["usable"] == 0
    before = everything()
    assert caller.post("/purchases/A-1/cancel").status == 409
    assert everything() == before


def test_delivery_is_recorded(caller: Caller) -> None:
    caller.buy(number="A-1")
    day = clock.now().date().isoformat()
    assert caller.post("/purchases/A-1/deliver", {"on": day}).status == 200
    assert Purchase.objects.get(number="A-1").delivered_on is not None


def test_three_visits_bring_a_dessert_that_is_served_once(caller: Caller) -> None:
    customer = caller.enrol()
    for days in range(3):
        with time_machine.travel(clock.now() + timedelta(days=days)):
            told = caller.post("/visits", {"money": "minor", "customer": customer, "number": f"V-{days}"})
            assert told.status == 201, told.body
    gift = told.body["issued"][0]
    with time_machine.travel(clock.now() + timedelta(days=3)):
        assert caller.post("/claims", {"voucher": gift["id"]}).status == 201
        before = everything()
        again = caller.post("/claims", {"voucher": gift["id"]})
        assert (again.status, again.code) == (409, "refused")
        assert everything() == before


def test_an_expired_gift_is_not_served(caller: Caller) -> None:
    customer = caller.enrol()
    granted = caller.post("/grants", {"money": "minor", "customer": customer, "points": 400, "because": "sorry"})
    assert granted.status == 201, granted.body
    redeemed = caller.post("/redemptions", {"customer": customer, "reward": "cup"})
    assert redeemed.status == 201, redeemed.body
    with time_machine.travel(clock.now() + timedelta(days=40)):
        before = everything()
        told = caller.post("/claims", {"voucher": redeemed.body["issued"][0]["id"]})
        assert (told.status, told.code) == (409, "refused")
        assert everything() == before


def test_a_voucher_pays_once_and_is_worth_what_the_business_says(caller: Caller) -> None:
    customer = caller.enrol()
    granted = caller.post("/grants", {"money": "minor", "customer": customer, "voucher": 3_000, "because": "sorry"})
    voucher = granted.body["issued"][0]["id"]
    for code in (voucher, voucher.replace("-", "")):
        basket = {"lines": [{"sku": "lamp", "price": 20_000}], "vouchers": [{"code": code, "amount": 19_000}]}
        told = caller.post("/quotes", {"money": "minor", "customer": customer, "basket": basket})
        assert (told.status, told.body["total"]) == (200, 17_000)
    bought = caller.buy(customer=customer, basket={"vouchers": [{"code": voucher}]}, expect_total=17_000)
    assert bought.status == 201, bought.body
    before = everything()
    again = caller.buy(customer=customer, basket={"vouchers": [{"code": voucher}]})
    assert (again.status, again.code) in {(404, "unknown-voucher"), (409, "refused")}
    somebody = caller.buy(customer=caller.enrol(phone="010-9999-9999"), basket={"vouchers": [{"code": voucher}]})
    assert (somebody.status, somebody.code) == (404, "unknown-voucher")
    assert everything()["sales_purchase"] == before["sales_purchase"]


def test_points_that_are_not_there_buy_nothing(caller: Caller) -> None:
    customer = caller.enrol()
    before = everything()
    told = caller.post("/redemptions", {"customer": customer, "reward": "cup"})
    assert (told.status, told.code) == (409, "refused")
    unknown = caller.post("/redemptions", {"customer": customer, "reward": "yacht"})
    assert (unknown.status, unknown.code) == (404, "unknown-reward")
    assert everything() == before


def test_a_visit_recorded_by_mistake_is_taken_back(caller: Caller) -> None:
    customer = caller.enrol()
    caller.post("/visits", {"money": "minor", "customer": customer, "number": "V-1"})
    told = caller.post("/visits/V-1/cancel")
    assert told.status == 200, told.body
    assert told.body["account"]["cards"].get("third-visit", 0) == 0
    assert caller.post("/visits/V-1/cancel").status == 409


def test_without_a_policy_nothing_is_decided() -> None:
    caller = Caller()
    before = everything()
    for told in (
        caller.post("/quotes", {"money": "minor", "basket": {"lines": [{"sku": "a", "price": 1}]}}),
        caller.buy(),
        caller.get("/policy"),
    ):
        assert (told.status, told.code) == (409, "no-policy")
    assert everything() == before
