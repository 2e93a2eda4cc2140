"""The same request twice: the same answer, and nothing done twice."""

import pytest

from dangol.people.models import Customer
from tests.dangol.api.caller import Caller, everything, put_in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def caller() -> Caller:
    put_in_force()
    return Caller()


def test_the_same_key_and_body_get_the_same_answer(caller: Caller) -> None:
    body = {"phone": "010-1234-5678"}
    first = caller.post("/customers", body, once="enrol-1")
    before = everything()
    second = caller.post("/customers", body, once="enrol-1")
    assert (second.status, second.body) == (first.status, first.body)
    assert first.headers.get("Idempotency-Replayed") is None
    assert second.headers["Idempotency-Replayed"] == "true"
    assert everything() == before


def test_a_purchase_sent_twice_is_there_once(caller: Caller) -> None:
    customer = caller.enrol()
    body = {
        "money": "minor",
        "number": "A-1",
        "customer": customer,
        "basket": {"lines": [{"sku": "lamp", "price": 20_000}]},
    }
    first = caller.post("/purchases", body, once="order-1")
    before = everything()
    second = caller.post("/purchases", body, once="order-1")
    assert (first.status, second.status) == (201, 201)
    assert second.body == first.body
    assert everything() == before


def test_the_same_key_with_another_body_is_refused(caller: Caller) -> None:
    caller.post("/customers", {"phone": "010-1234-5678"}, once="enrol-1")
    before = everything()
    told = caller.post("/customers", {"phone": "010-8765-4321"}, once="enrol-1")
    assert (told.status, told.code) == (409, "key-reused")
    assert everything() == before


def test_the_same_key_at_another_address_is_refused(caller: Caller) -> None:
    caller.buy(number="A-1")
    caller.post("/purchases/A-1/cancel", once="x")
    before = everything()
    told = caller.post("/purchases/A-1/deliver", {"on": "2026-01-01"}, once="x")
    assert (told.status, told.code) == (409, "key-reused")
    assert everything() == before


def test_two_programs_may_use_the_same_key(caller: Caller) -> None:
    other = Caller()
    one = caller.post("/customers", {"phone": "010-1234-5678"}, once="1")
    two = other.post("/customers", {"phone": "010-8765-4321"}, once="1")
    assert (one.status, two.status) == (201, 201)
    assert one.body["id"] != two.body["id"]


@pytest.mark.parametrize("once", [None, " ", "a b", "x" * 101, "ключ"])
def test_a_key_that_is_none_is_refused(caller: Caller, once: str | None) -> None:
    before = everything()
    told = caller.post("/customers", {"phone": "010-1234-5678"}, once=once)
    assert (told.status, told.code) == (400, "idempotency-key-missing")
    assert everything() == before


def test_a_refused_request_may_be_sent_again(caller: Caller) -> None:
    body = {"money": "minor", "number": "A-1", "basket": {"lines": [{"sku": "lamp", "price": 20_000}]}}
    assert caller.post("/purchases", body | {"expect_total": 1}, once="order-1").status == 409
    assert caller.post("/purchases", body, once="order-1").status == 201
    assert not Customer.objects.exists()
