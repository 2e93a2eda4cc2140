"""Quotes: read quickly or slowly they mean the same, explained as was asked, long ones in blocks."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dangol.api import quotes
from dangol.api.quotes import USUAL_MANY, USUAL_ONE, QuoteIn, QuotesIn
from dangol.flows import reading
from dangol.flows.errors import BadInput
from dangol.flows.reading import Declared
from dangol_policy.model.policy import Policy
from dangol_policy.plain_basket import PlainBasket
from dangol_policy.situation import Basket
from tests.build_policies import policy_of
from tests.dangol.api.caller import Caller, everything, put_in_force

relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=400)
POLICIES = {currency: policy_of(currency=currency) for currency in ("KRW", "USD")}
Json = dict[str, Any]

# --- reading -------------------------------------------------------------------------------------------

texts = st.sampled_from(("", "lamp", "한" * 200, "x" * 201, "a b", "\u0000", "\ud83d\ude00"))
odd: st.SearchStrategy[Any] = st.sampled_from(
    (None, True, 1.0, 1.5, -1, 10**16, 10**30, [], {}, [None], "12,50", "NaN")
)
money = st.one_of(
    st.integers(0, 10**6), st.sampled_from((0, 10**15, 10**15 + 1, "12.50", "0", "007", "1 000", "3000 KRW", "1.005"))
)
keys = st.one_of(texts, st.lists(texts, max_size=3))
taxes = st.fixed_dictionaries({}, optional={"rate": st.sampled_from(("10%", "ten")), "amount": money})
line_fields: dict[str, st.SearchStrategy[Any]] = {
    "id": texts,
    "sku": texts,
    "name": texts,
    "category": keys,
    "tags": keys,
    "price": money,
    "quantity": st.sampled_from((1, 2, 100, 50_000, 100_000, 100_001, 0, "2")),
    "floor": money,
    "tax": taxes,
    "price_history": st.lists(st.fixed_dictionaries({"from": st.just("2026-01-01"), "price": money}), max_size=2),
}
basket_fields: dict[str, st.SearchStrategy[Any]] = {
    "codes": keys,
    "shipping": money,
    "store": texts,
    "channel": texts,
    "payment": texts,
    "redeem": st.fixed_dictionaries({}, optional={"points": st.sampled_from((0, 5, "max", "min", -1))}),
    "vouchers": st.lists(st.fixed_dictionaries({"code": texts}, optional={"amount": odd}), max_size=1),
    "gift_card": money,
}


def _mostly(fields: dict[str, st.SearchStrategy[Any]]) -> dict[str, st.SearchStrategy[Any]]:
    """Each field as it should be, now and then something else."""
    return {name: st.one_of(values, values, values, values, odd) for name, values in fields.items()}


lines = st.fixed_dictionaries({}, optional=_mostly(line_fields) | {"colour": odd})
usual_lines = st.fixed_dictionaries(
    {"price": st.integers(0, 10**6)},
    optional={"sku": st.just("lamp"), "category": keys, "quantity": st.integers(1, 9), "tags": st.just(["new"])},
)
baskets = st.fixed_dictionaries(
    {"lines": st.lists(st.one_of(usual_lines, usual_lines, lines), max_size=3)},
    optional=_mostly(basket_fields) | {"size": odd},
)


def parts(basket: Basket | PlainBasket) -> Json:
    """A basket by its names, however it was read."""
    return {**vars(basket), "lines": [vars(line) for line in basket.lines]}


def slowly(body: bytes, declared: Declared, policy: Policy) -> Json | list[object]:
    """The basket of a quote by the declared shape and the policy's model, or what is wrong with it."""
    try:
        given_ = QuoteIn.model_validate_json(body).basket
        return parts(reading.basket(given_, policy, declared))
    except ValidationError as wrong:
        return [wrong.errors(include_url=False, include_context=False, include_input=False)]
    except BadInput as wrong:
        return [(one.path, one.code) for one in wrong.problems]


def quickly(body: bytes, declared: Declared, policy: Policy) -> Json | None:
    """The basket of a quote as usual callers send it; None when it is left to the slow way."""
    try:
        found = USUAL_ONE.validate_json(body, context=reading.context_of(policy, "major")).basket
    except ValidationError:
        return None
    return parts(found) if isinstance(found, Basket | PlainBasket) else None


@relaxed
@given(baskets, st.sampled_from(("minor", "major")), st.sampled_from(("KRW", "USD")))
@example({"lines": [{"price": 1, "quantity": 100_000}, {"price": 1}]}, "minor", "KRW")
@example({"lines": [{"price": 1}] * 1_001}, "minor", "KRW")
@example({"lines": [{"price": 12}]}, "major", "USD")
@example({"vouchers": [{"code": "019a0000-0000-7000-8000-000000000000"}]}, "minor", "KRW")
def test_quick_and_slow_reading_take_and_refuse_the_same(basket: Json, declared: Declared, currency: str) -> None:
    body = json.dumps({"money": declared, "basket": basket}).encode()
    found, meant = quickly(body, declared, POLICIES[currency]), slowly(body, declared, POLICIES[currency])
    assert found is None or found == meant


@relaxed
@given(st.lists(usual_lines, max_size=4), st.sampled_from(("minor", "major")))
def test_usual_baskets_are_read_quickly(chosen: list[Json], declared: Declared) -> None:
    body = json.dumps({"money": declared, "basket": {"lines": chosen, "codes": "TEN", "shipping": 500}}).encode()
    meant = slowly(body, declared, POLICIES["USD"])
    assert quickly(body, declared, POLICIES["USD"]) == (meant if isinstance(meant, dict) else None)


def test_a_name_written_twice_means_the_last_one_in_both_readings() -> None:
    body = b'{"money":"minor","basket":{"lines":[{"price":1,"price":2}],"shipping":3,"shipping":4}}'
    found = quickly(body, "minor", POLICIES["KRW"])
    assert found is not None
    assert found == slowly(body, "minor", POLICIES["KRW"])
    assert (found["lines"][0]["price"], found["shipping"]) == (2, 4)


def test_in_a_batch_an_unusual_basket_does_not_slow_the_others() -> None:
    good, odd_one = {"lines": [{"price": 1}]}, {"lines": [{"price": -1}]}
    body = json.dumps({"money": "minor", "situations": [{"basket": good}, {"basket": odd_one}]}).encode()
    first, second = USUAL_MANY.validate_json(body).situations
    assert isinstance(first.basket, PlainBasket)
    assert second.basket == odd_one
    assert len(QuotesIn.model_validate_json(body).situations) == 2


# --- answering -----------------------------------------------------------------------------------------

SITUATION: Json = {"basket": {"lines": [{"sku": "a", "price": 98_000, "quantity": 2}], "codes": ["ten"]}}


@pytest.fixture
def caller(db: None) -> Caller:
    put_in_force()
    return Caller()


def test_one_quote_is_explained_in_full_unless_brief_is_asked(caller: Caller) -> None:
    before = everything()
    whole = caller.post("/quotes", {"money": "minor", **SITUATION}).body
    brief = caller.post("/quotes", {"money": "minor", "explain": "brief", **SITUATION}).body
    assert whole["lines"][0]["unit_amounts"]
    assert "lines" not in brief
    assert {name: whole[name] for name in ("total", "due", "points", "version", "tier")} == {
        name: brief[name] for name in ("total", "due", "points", "version", "tier")
    }
    assert [one["clause"] for one in brief["applied"]] == [one["clause"] for one in whole["applied"]]
    assert everything() == before


def test_a_batch_is_explained_in_brief_unless_full_is_asked(caller: Caller) -> None:
    short = {"basket": {"lines": [{"sku": "a", "price": 1_000}]}}
    body: Json = {"money": "major", "situations": [SITUATION, short]}
    brief = caller.post("/quotes/batch", body).body["quotes"]
    whole = caller.post("/quotes/batch", body | {"explain": "full"}).body["quotes"]
    assert [one["quote"]["total"] for one in brief] == [one["quote"]["total"] for one in whole]
    assert {"clause": "big-order", "reason": "spend-short"} in brief[1]["quote"]["not_applied"]
    assert whole[1]["quote"]["nearest"]["clause"] == "big-order"
    single = caller.post("/quotes", {"money": "major", **SITUATION}).body
    assert {**whole[0]["quote"], "at": ""} == {**single, "at": ""}


def test_another_way_of_explaining_is_refused(caller: Caller) -> None:
    for path, body in (("/quotes", SITUATION), ("/quotes/batch", {"situations": [SITUATION]})):
        told = caller.post(path, {"money": "minor", "explain": "long", **body})
        assert (told.status, told.body["errors"][0]["pointer"]) == (422, "/explain")


def test_what_the_business_limits_counts_in_quotes_for_guests_and_customers(caller: Caller) -> None:
    customer = caller.enrol()
    policy = """
dangol: 1
business: {name: Bomnal, timezone: Asia/Seoul, currency: KRW, languages: [ko]}
promotions:
  - {id: first-two, gives: {amount: 100}, limit: {total: 2}}
  - {id: once-each, gives: {percent: 10%, off: order}, limit: {per_customer: 1}}
"""
    put_in_force(policy)
    line = {"lines": [{"sku": "a", "price": 10_000}]}
    asked = {"money": "minor", "basket": line}

    def applied(**more: Any) -> set[str]:
        return {one["clause"] for one in caller.post("/quotes", asked | more).body["applied"]}

    assert applied() == applied(customer=customer) == {"first-two", "once-each"}
    for _ in range(2):
        assert caller.buy(10_000, customer=customer).status == 201
    assert applied() == {"once-each"}
    assert applied(customer=customer) == set()


def test_a_quote_for_a_customer_takes_few_round_trips(caller: Caller) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("where round trips cost nothing each read goes by itself")
    customer = caller.enrol()
    assert caller.buy(50_000, customer=customer).status == 201
    asked = {"money": "minor", "customer": customer, **SITUATION}
    assert caller.post("/quotes", asked).status == 200
    with CaptureQueriesContext(connection) as seen:
        told = caller.post("/quotes", asked)
    assert told.body["points"] > 0
    assert len(seen) <= 5, [one["sql"] for one in seen]
    assert not any("FOR NO KEY UPDATE" in one["sql"] for one in seen)


def test_a_batch_of_very_many_units_is_answered_as_far_as_it_may_go(caller: Caller) -> None:
    crowd = {"basket": {"lines": [{"sku": "nail", "price": 1, "quantity": 80_000}]}}
    answer = caller.post("/quotes/batch", {"money": "minor", "situations": [crowd] * 4})
    assert answer.status == 200
    told = answer.body["quotes"]
    assert [list(one) for one in told] == [["quote"], ["quote"], ["problem"], ["problem"]]
    assert "ask in several parts" in told[2]["problem"]["detail"]
    assert told[2]["problem"]["errors"][0]["pointer"] == "/situations/2/basket/lines"


def test_a_batch_of_strangers_gives_each_the_same_refusal(caller: Caller) -> None:
    nobody = {**SITUATION, "customer": "00000000-0000-7000-8000-000000000000"}
    told = caller.post("/quotes/batch", {"money": "minor", "situations": [nobody, SITUATION, nobody]})
    assert told.status == 200
    first, second, third = told.body["quotes"]
    assert first["problem"]["type"] == third["problem"]["type"] == "/api/problems/unknown-customer"
    assert second["quote"]["total"] > 0


def test_long_answers_come_in_blocks_and_are_whole(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes, "_MOST_HELD", 2_000)
    monkeypatch.setattr(quotes, "_BLOCK", 500)
    bad = {"basket": {"lines": [{"sku": "a", "price": -1}]}}
    body = {"money": "minor", "explain": "full", "situations": [SITUATION, bad] * 10}
    headers = {"Authorization": f"Bearer {caller.token}"}
    response = Client().post("/api/quotes/batch", json.dumps(body), content_type="application/json", headers=headers)
    assert response.status_code == 200
    assert response.streaming
    blocks = list(response.streaming_content)  # type: ignore[attr-defined]
    assert len(blocks) > 5
    found = json.loads(b"".join(blocks))["quotes"]
    assert ["quote" in one for one in found] == [True, False] * 10
    assert found[1]["problem"]["errors"][0]["pointer"] == "/situations/1/basket/lines/0/price"
    assert response.headers["Cache-Control"] == "no-store"


def test_other_methods_find_the_address_too(caller: Caller) -> None:
    told = caller.get("/quotes")
    assert (told.status, told.code, told.headers["Allow"]) == (405, "method-not-allowed", "POST")
