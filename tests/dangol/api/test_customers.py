"""Customers, their card, their ledger, and the policy, through the API."""

import pytest

from tests.dangol.api.caller import POLICY, Caller, everything, put_in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def caller() -> Caller:
    put_in_force()
    return Caller()


def test_a_customer_is_enrolled_once_and_found_by_every_identity(caller: Caller) -> None:
    details = {
        "phone": "010-1234-5678",
        "email": "Mina@Dangol.example",
        "external": "shop-7",
        "name": "민아",
        "language": "ko",
        "birthday": {"month": 2, "day": 29},
    }
    first = caller.post("/customers", details)
    again = caller.post("/customers", {"phone": "+82 10 1234 5678"})
    assert (first.body["new"], again.body["new"]) == (True, False)
    assert first.body["id"] == again.body["id"]
    for query in ({"phone": "01012345678"}, {"email": "mina@dangol.example"}, {"external": "shop-7"}):
        found = caller.get("/customers", **query)
        assert [one["id"] for one in found.body["customers"]] == [first.body["id"]]
    shown = caller.get(f"/customers/{first.body['id']}").body
    assert (shown["name"], shown["phone"], shown["email"]) == ("민아", ["+821012345678"], ["mina@dangol.example"])
    assert shown["birthday"] == {"month": 2, "day": 29, "year": None}


def test_nobody_is_found_is_no_error(caller: Caller) -> None:
    assert caller.get("/customers", phone="010-0000-0000").body == {"customers": []}
    assert caller.get("/customers", phone="\0").body == {"customers": []}


@pytest.mark.parametrize("query", [{}, {"phone": "1", "email": "a@b.c"}])
def test_exactly_one_identity_is_asked_for(caller: Caller, query: dict[str, str]) -> None:
    assert caller.get("/customers", **query).status == 422


@pytest.mark.parametrize(
    "details",
    [
        {},
        {"name": "nobody"},
        {"phone": "12"},
        {"email": "not-an-address"},
        {"phone": "010-1234-5678", "birthday": {"month": 2, "day": 30}},
        {"phone": "010-1234-5678", "birthday": {"month": 2, "day": 29, "year": 2023}},
        {"phone": "010-1234-5678", "language": "klingon"},
    ],
)
def test_details_that_cannot_be_are_refused(caller: Caller, details: dict[str, object]) -> None:
    before = everything()
    told = caller.post("/customers", details)
    assert (told.status, told.code) == (422, "bad-value")
    assert everything() == before


def test_identities_of_two_customers_are_not_mixed(caller: Caller) -> None:
    caller.enrol(phone="010-1111-1111")
    caller.enrol(email="two@dangol.example")
    before = everything()
    told = caller.post("/customers", {"phone": "010-1111-1111", "email": "two@dangol.example"})
    assert (told.status, told.code) == (409, "already")
    assert everything() == before


def test_a_referral_is_remembered_and_no_circle_is(caller: Caller) -> None:
    old, new = caller.enrol(), caller.enrol()
    assert caller.post("/referrals", {"referrer": old, "friend": new}).status == 201
    before = everything()
    for referrer, friend in ((new, old), (old, old)):
        told = caller.post("/referrals", {"referrer": referrer, "friend": friend})
        assert (told.status, told.code) == (409, "refused")
    assert everything() == before


def test_the_card_tells_tier_points_stamps_and_rewards(caller: Caller) -> None:
    customer = caller.enrol()
    caller.buy(50_000, customer=customer)
    card = caller.get(f"/customers/{customer}/card", language="ko").body
    assert (card["tier"]["id"], card["tier"]["next"]["id"], card["tier"]["next"]["missing"]) == (
        "welcome",
        "gold",
        450_000,
    )
    assert card["points"]["usable"] == 500
    assert card["points"]["lots"][0]["expires_at"] is not None
    assert {reward["id"]: reward["affordable"] for reward in card["rewards"]} == {"cup": True}


def test_the_ledger_is_paged_and_explained_in_the_asked_language(caller: Caller) -> None:
    customer = caller.enrol()
    for _ in range(5):
        caller.buy(50_000, customer=customer)
    caller.post("/redemptions", {"customer": customer, "reward": "cup"})
    whole = caller.get(f"/customers/{customer}/ledger", language="en").body
    assert whole["next"] is None
    pages, before = [], None
    for _ in range(10):
        query = {"language": "en", "limit": "2"} | ({"before": str(before)} if before else {})
        page = caller.get(f"/customers/{customer}/ledger", **query)
        pages += page.body["entries"]
        before = page.body["next"]
        if before is None:
            break
    assert pages == whole["entries"]
    assert {(entry["clause"], entry["version"]) for entry in pages} == {("base-earn", 1), ("cup", 1)}
    korean = caller.get(f"/customers/{customer}/ledger", language="ko").body["entries"]
    assert all(ko["says"] != en["says"] for ko, en in zip(korean, pages, strict=True))


@pytest.mark.parametrize(
    ("name", "value"), [("limit", "0"), ("limit", "501"), ("limit", "many"), ("before", "0"), ("after", "1")]
)
def test_parameters_that_cannot_be_are_named(caller: Caller, name: str, value: str) -> None:
    told = caller.get(f"/customers/{caller.enrol()}/ledger", **{name: value})
    assert (told.status, told.code) == (422, "bad-value")
    assert [error["pointer"] for error in told.body["errors"]] == [name]


def test_unknown_customers_and_languages(caller: Caller) -> None:
    nobody = "00000000-0000-7000-8000-000000000000"
    for path in (f"/customers/{nobody}", f"/customers/{nobody}/card", f"/customers/{nobody}/ledger"):
        assert (caller.get(path).status, caller.get(path).code) == (404, "unknown-customer")
    assert caller.get("/policy", language="xx").status == 422


def test_the_policy_in_force_is_told_in_words_and_as_written(caller: Caller) -> None:
    told = caller.get("/policy", language="ko").body
    assert (told["version"], told["currency"], told["text"]) == (1, "KRW", POLICY)
    assert told["business"] == "봄날"
    sentences = [clause["text"] for section in told["sections"] for clause in section["clauses"]]
    assert any("1%" in sentence for sentence in sentences)
    english = caller.get("/policy").body
    assert english["business"] == "Bomnal"
    assert english["digest"] == told["digest"]
