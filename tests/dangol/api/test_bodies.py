"""Bodies that cannot be: each is refused with its reason, and nothing changes."""

import json
from typing import Any

import pytest

from tests.dangol.api.caller import Caller, everything, put_in_force

pytestmark = pytest.mark.django_db

LINE = {"sku": "lamp", "price": 20_000}


@pytest.fixture
def caller() -> Caller:
    put_in_force()
    return Caller()


def purchase(**changes: Any) -> dict[str, Any]:
    return {"money": "minor", "number": "A-1", "basket": {"lines": [LINE]}, **changes}


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b" ", 400, "malformed-body"),
        (b"{", 400, "malformed-body"),
        (b'{"money": NaN}', 422, "bad-value"),
        (b"\xff\xfe", 400, "malformed-body"),
        (b'{"number": "\xea"}', 400, "malformed-body"),
        (b"[" * 10_000, 400, "malformed-body"),
        (b"[]", 422, "bad-value"),
        (b"null", 422, "bad-value"),
        (b'{"a": "\\u0000"}', 422, "bad-value"),
        (b'{"\\u0000": 1}', 422, "bad-value"),
        (b" " * 65_537, 413, "too-large"),
        (b" " * 10_000_000, 413, "too-large"),
    ],
)
def test_a_body_that_is_none(caller: Caller, body: bytes, status: int, code: str) -> None:
    before = everything()
    told = caller.send("/purchases", body)
    assert (told.status, told.code) == (status, code)
    assert everything() == before


def test_another_kind_of_content(caller: Caller) -> None:
    told = caller.send("/purchases", json.dumps(purchase()).encode(), kind="text/plain")
    assert (told.status, told.code) == (415, "not-json")


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"money": "cents"}, "/money"),
        ({"number": ""}, "/number"),
        ({"number": 7}, "/number"),
        ({"colour": "red"}, "/colour"),
        ({"customer": "nobody"}, "/customer"),
        ({"delivered": "yesterday"}, "/delivered"),
        ({"at": "2026-01-01T10:00:00"}, "/at"),
        ({"at": "2999-01-01T10:00:00Z"}, "/at"),
        ({"basket": []}, "/basket"),
        ({"basket": {"lines": [{"sku": "lamp"}]}}, "/basket/lines/0/price"),
        ({"basket": {"lines": [LINE | {"quantity": -1}]}}, "/basket/lines/0/quantity"),
        ({"basket": {"lines": [LINE | {"quantity": 0}]}}, "/basket/lines/0/quantity"),
        ({"basket": {"lines": [LINE | {"quantity": "2"}]}}, "/basket/lines/0/quantity"),
        ({"basket": {"lines": [LINE | {"quantity": 1.5}]}}, "/basket/lines/0/quantity"),
        ({"basket": {"lines": [LINE | {"price": -1}]}}, "/basket/lines/0/price"),
        ({"basket": {"lines": [LINE | {"price": 12.5}]}}, "/basket/lines/0/price"),
        ({"basket": {"lines": [LINE | {"price": "12.50"}]}}, "/basket/lines/0/price"),
        ({"basket": {"lines": [LINE | {"price": 10**16}]}}, "/basket/lines/0/price"),
        ({"basket": {"lines": [LINE | {"price": True}]}}, "/basket/lines/0/price"),
        ({"basket": {"lines": [LINE | {"colour": "red"}]}}, "/basket/lines/0/colour"),
        ({"money": "major", "basket": {"lines": [LINE | {"price": "12.5.0"}]}}, "/basket/lines/0/price"),
        ({"money": "major", "basket": {"lines": [LINE | {"price": "12.50"}]}}, "/basket/lines/0/price"),
        ({"expect_total": -5}, "/expect_total"),
    ],
)
def test_a_value_that_cannot_be_is_pointed_at(caller: Caller, changes: dict[str, Any], pointer: str) -> None:
    before = everything()
    told = caller.post("/purchases", purchase(**changes))
    assert (told.status, told.code) == (422, "bad-value")
    assert pointer in [error["pointer"] for error in told.body["errors"]], told.body
    assert everything() == before


def test_a_quote_points_at_the_same_places(caller: Caller) -> None:
    told = caller.post("/quotes", {"money": "minor", "basket": {"lines": [LINE | {"quantity": -1}]}})
    assert told.status == 422
    assert told.body["errors"][0]["pointer"] == "/basket/lines/0/quantity"


def test_a_number_beyond_every_machine(caller: Caller) -> None:
    told = caller.send("/quotes", b'{"money":"minor","basket":{"lines":[{"sku":"a","price":' + b"9" * 5_000 + b"}]}}")
    assert told.status == 400
    told = caller.send("/quotes", b'{"money":"minor","basket":{"lines":[{"sku":"a","price":' + b"9" * 4_000 + b"}]}}")
    assert told.status == 422


def test_a_batch_may_have_a_megabyte_and_not_more(caller: Caller) -> None:
    body = json.dumps({"money": "minor", "situations": [{"basket": {"lines": [LINE]}}]}).encode()
    assert caller.send("/quotes/batch", body.ljust(1024 * 1024)).status == 200
    told = caller.send("/quotes/batch", body.ljust(1024 * 1024 + 1))
    assert (told.status, told.code) == (413, "too-large")


def test_a_batch_may_have_a_thousand_quotes_and_not_more(caller: Caller) -> None:
    one = {"basket": {"lines": [LINE]}}
    assert len(caller.post("/quotes/batch", {"money": "minor", "situations": [one] * 1000}).body["quotes"]) == 1000
    assert caller.post("/quotes/batch", {"money": "minor", "situations": [one] * 1001}).status == 422
    assert caller.post("/quotes/batch", {"money": "minor", "situations": []}).status == 422


def test_addresses_and_methods_that_are_not_there(caller: Caller) -> None:
    assert (caller.get("/nothing").status, caller.get("/nothing").code) == (404, "not-found")
    told = caller.get("/purchases")
    assert (told.status, told.code, told.headers["Allow"]) == (405, "method-not-allowed", "POST")


def test_answers_are_not_kept_and_not_framed(caller: Caller) -> None:
    for told in (caller.get("/policy"), caller.get("/nothing")):
        assert told.headers["Cache-Control"] == "no-store"
        assert told.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in told.headers["Content-Security-Policy"]
