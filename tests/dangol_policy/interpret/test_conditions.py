"""When, where, who, codes, needs and limits: what opens a promotion, and every reason why it stays closed."""

from __future__ import annotations

from typing import Any

import pytest

from dangol_policy import interpret
from dangol_policy.decision import Decision, Reason
from tests.build_policies import NOON, Data, policy_of, situation_of

TEN = {"percent": "10%"}
RICE: Data = {"sku": "rice", "price": 1000, "quantity": 2, "category": "food"}
TEA: Data = {"sku": "tea", "price": 500, "category": "drink"}


def reasons(promotion: Data, *, at: str = NOON, customer: Data | None = None, **basket: Any) -> tuple[Reason, ...]:
    """Why a promotion of 10% does not apply to rice and tea; empty when it does."""
    policy = policy_of(
        {"gives": TEN, **promotion},
        business={"stores": [{"id": "saigon", "name": "Saigon", "timezone": "Asia/Ho_Chi_Minh"}]},
    )
    decision = interpret.quote(policy, situation_of(RICE, TEA, at=at, customer=customer, **basket))
    assert bool(decision.applied) != bool(decision.not_applied)
    return decision.not_applied[0].reasons if decision.not_applied else ()


def codes(*args: Any, **kwargs: Any) -> list[str]:
    return [reason.code for reason in reasons(*args, **kwargs)]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2015-07-05T00:00:00-04:00", ()),
        ("2015-07-06T23:59:59-04:00", ()),
        ("2015-07-07T00:00:00-04:00", (Reason("ended", other="2015-07-06"),)),
        ("2015-07-05T03:59:59+00:00", (Reason("not-begun", other="2015-07-05"),)),
    ],
)
def test_the_last_day_is_included_in_the_zone_of_the_business(at: str, expected: tuple[Reason, ...]) -> None:
    policy = policy_of(
        {"gives": TEN, "runs": "2015-07-05..2015-07-06"}, business={"timezone": "America/New_York"}, currency="USD"
    )
    decision = interpret.quote(policy, situation_of(RICE, at=at))
    assert tuple(reason for refused in decision.not_applied for reason in refused.reasons) == expected


FRIDAY_NIGHT = {"when": {"weekdays": ["fri"], "hours": "22:00-02:00"}}


@pytest.mark.parametrize(
    ("promotion", "at", "expected"),
    [
        ({"when": {"weekdays": ["wed"]}}, NOON, []),
        ({"when": {"weekdays": ["thu"]}}, NOON, ["wrong-weekday"]),
        ({"when": {"hours": "09:00-12:00"}}, NOON, ["wrong-hour"]),
        ({"when": {"hours": ["09:00-12:00", "12:00-13:00"]}}, NOON, []),
        (FRIDAY_NIGHT, "2026-03-06T23:00:00+09:00", []),
        (FRIDAY_NIGHT, "2026-03-07T01:59:59+09:00", []),
        (FRIDAY_NIGHT, "2026-03-07T02:00:00+09:00", ["wrong-weekday", "wrong-hour"]),
        (FRIDAY_NIGHT, "2026-03-06T01:00:00+09:00", ["wrong-weekday"]),
        (FRIDAY_NIGHT, "2026-03-06T12:00:00+09:00", ["wrong-hour"]),
    ],
)
def test_hours_past_midnight_belong_to_the_day_they_began(promotion: Data, at: str, expected: list[str]) -> None:
    assert codes(promotion, at=at) == expected


def test_hours_are_those_of_the_store() -> None:
    morning = {"when": {"hours": "09:00-10:30"}}
    assert codes(morning, at="2026-03-04T12:00:00+09:00", store="saigon") == []
    assert codes(morning, at="2026-03-04T12:00:00+09:00") == ["wrong-hour"]


def test_store_channel_and_means_of_payment_must_be_named() -> None:
    promotion = {"where": {"store": "saigon", "channel": ["web"]}, "payment": "card"}
    assert codes(promotion) == ["wrong-store", "wrong-channel", "wrong-payment"]
    assert codes(promotion, store="saigon", channel="web", payment="card") == []


WHO = [
    ({"tier": "gold"}, {"tier": "silver"}, ["wrong-tier"]),
    ({"tier": ["gold", "silver"]}, {"tier": "silver"}, []),
    ({"tier": "gold"}, None, ["guest"]),
    ({"not": {"tier": "gold"}}, None, []),
    ({"not": {"tier": "gold"}}, {"tier": "gold"}, ["customer-excluded"]),
    ({"segment": "vip"}, {"segments": ["top100"]}, ["wrong-segment"]),
    ({"membership": "club"}, {"memberships": ["club"]}, []),
    ({"membership": "club"}, {}, ["no-membership"]),
    ({"member": True}, None, ["guest"]),
    ({"member": False}, {}, ["members-excluded"]),
    ({"member": False}, None, []),
    ({"member_for_at_least": "12 months"}, {"member_since": "2025-03-04"}, []),
    ({"member_for_at_least": "12 months"}, {"member_since": "2025-03-05"}, ["member-too-short"]),
    ({"member_for_at_least": "1 day"}, {}, ["member-too-short"]),
    ({"member_for_at_most": "30 days"}, {"member_since": "2026-02-02"}, []),
    ({"member_for_at_most": "30 days"}, {"member_since": "2026-02-01"}, ["member-too-long"]),
    ({"birthday": {}}, {"birthday": "1990-03-04"}, []),
    ({"birthday": {}}, {"birthday": "1990-03-05"}, ["not-birthday"]),
    ({"birthday": {"before": 1}}, {"birthday": "1990-03-05"}, []),
    ({"birthday": {"after": 4}}, {"birthday": "1992-02-29"}, []),
    ({"birthday": {"after": 3}}, {"birthday": "1992-02-29"}, ["not-birthday"]),
    ({"birthday": {"after": 70}}, {"birthday": "1990-12-31"}, []),
    ({"birthday": {"month": True}}, {"birthday": "1990-03-31"}, []),
    ({"birthday": {"month": True}}, {}, ["not-birthday"]),
    ({"order": 5}, {"orders": 4}, []),
    ({"order": 5}, {"orders": 5}, ["wrong-order-number"]),
    ({"order": {"every": 3, "at_least": 6}}, {"orders": 2}, ["wrong-order-number"]),
    ({"order": {"every": 3, "at_most": 6}}, {"orders": 5}, []),
    ({"order": 1}, None, ["guest"]),
    ({"no_order_for": "30 days"}, {"last_order": "2026-02-01T23:59:59+09:00"}, []),
    ({"no_order_for": "30 days"}, {"last_order": "2026-02-02T00:00:00+09:00"}, ["ordered-recently"]),
    ({"no_order_for": "36 hours"}, {"last_order": "2026-03-03T00:00:00+09:00"}, ["ordered-recently"]),
    ({"no_order_for": "36 hours"}, {"last_order": "2026-03-02T23:59:59+09:00"}, []),
    ({"no_order_for": "30 days"}, {}, ["no-order-yet"]),
    ({"referred": True}, {}, ["not-referred"]),
    ({"referred": False}, {"referred": True}, ["customer-excluded"]),
    ({"any": [{"tier": "gold"}, {"segment": "vip"}]}, {"segments": ["vip"]}, []),
    ({"any": [{"tier": "gold"}, {"segment": "vip"}]}, {}, ["customer-condition"]),
    ({"all": [{"tier": "gold"}, {"segment": "vip"}]}, {}, ["wrong-tier", "wrong-segment"]),
]


@pytest.mark.parametrize(("who", "customer", "expected"), WHO)
def test_customers_are_told_apart(who: Data, customer: Data | None, expected: list[str]) -> None:
    assert codes({"who": who}, customer=customer) == expected


NEEDS: list[tuple[Data, tuple[Reason, ...]]] = [
    ({"at_least": 3}, ()),
    ({"at_least": 4}, (Reason("units-short", 3, 4),)),
    ({"at_least": 1, "at_most": 2}, (Reason("units-over", 3, 2),)),
    ({"at_least": 3, "counting": "products"}, (Reason("units-short", 2, 3),)),
    ({"at_least": 2, "of": {"category": "food"}}, ()),
    ({"spend": 2500}, ()),
    ({"spend": 2501}, (Reason("spend-short", 2500, 2501),)),
    ({"spend": 1, "at_most": 499, "of": {"product": "tea"}}, (Reason("spend-over", 500, 499),)),
    ({"above": 2500}, (Reason("spend-short", 2500, 2501),)),
    ({"above": 2499}, ()),
    ({"all": [{"at_least": 9}, {"spend": 9000}]}, (Reason("units-short", 3, 9), Reason("spend-short", 2500, 9000))),
    ({"all": []}, ()),
    ({"any": [{"at_least": 9}, {"spend": 2000}]}, ()),
    ({"any": [{"at_least": 9}, {"spend": 9000}]}, (Reason("need-alternatives"),)),
    ({"not": {"at_least": 1, "of": {"category": "drink"}}}, (Reason("need-excluded"),)),
    ({"not": {"at_least": 1, "of": {"category": "toys"}}}, ()),
]


@pytest.mark.parametrize(("needs", "expected"), NEEDS)
def test_baskets_are_measured(needs: Data, expected: tuple[Reason, ...]) -> None:
    assert reasons({"needs": needs}) == expected


SELECTED = [
    ({}, 250),
    ({"product": "rice"}, 200),
    ({"product": ["rice", "tea"], "category": "drink"}, 50),
    ({"price_at_least": 1000}, 200),
    ({"price_at_most": 999}, 50),
    ({"not": {"product": "rice"}}, 50),
    ({"any": [{"product": "rice"}, {"category": "drink"}]}, 250),
    ({"all": [{"category": "food"}, {"price_at_most": 999}]}, 0),
    ({"tag": "new"}, 0),
    ({"discounted": True}, 0),
    ({"discounted": False}, 250),
]


@pytest.mark.parametrize(("of", "discount"), SELECTED)
def test_selectors_mean_the_lines_they_say(of: Data, discount: int) -> None:
    decision = interpret.quote(policy_of({"gives": {**TEN, "of": of}}), situation_of(RICE, TEA))
    assert decision.discount == discount


def test_discounted_means_lowered_by_an_earlier_phase() -> None:
    policy = policy_of(
        {"gives": {"percent": "25%", "off": "price", "of": {"product": "rice"}}},
        {"gives": {"percent": "50%", "off": "order", "of": {"discounted": False}}},
    )
    assert interpret.quote(policy, situation_of(RICE, TEA)).subtotal == 1500 + 250


# --- codes -----------------------------------------------------------------------------------------


def coded(*entered: str, **more: Any) -> Decision:
    policy = policy_of({"gives": TEN, "code": ["TEN", "Zehn"], **more}, {"gives": {"amount": 5}, "code": "FIVE"})
    return interpret.quote(policy, situation_of(RICE, codes=list(entered)))


def test_small_and_capital_letters_of_a_code_are_the_same_and_each_code_gets_an_answer() -> None:
    decision = coded(" ten", "TEN", "nobody", "zehn")
    assert [(one.code, one.accepted, one.reasons) for one in decision.codes] == [
        ("nobody", False, ()),
        (" ten", True, ()),
        ("zehn", True, ()),
    ]
    assert [applied.code for applied in decision.applied] == ["ten"]


def test_what_a_missing_code_would_have_given_is_not_said() -> None:
    decision = coded("FIVE")
    refused = decision.not_applied[0]
    assert (refused.clause, refused.reasons, refused.would_give) == ("p1", (Reason("code-missing"),), None)


def test_a_valid_code_that_is_refused_says_why() -> None:
    decision = coded("ten", runs="..2020-01-01")
    assert decision.codes[0].reasons == (Reason("ended", other="2020-01-01"),)
    assert decision.total == decision.list_total


# --- limits and budgets ----------------------------------------------------------------------------


def limited(limit: Data, *, own: Data | None = None, total: Data | None = None) -> tuple[Reason, ...]:
    policy = policy_of({"gives": {"amount": 300}, "limit": limit})
    customer = {"uses": {"p1": own}} if own else None
    situation = situation_of(RICE, customer=customer, limits={"p1": total} if total else None)
    decision = interpret.quote(policy, situation)
    assert decision.discount == (0 if decision.not_applied else 300)
    return decision.not_applied[0].reasons if decision.not_applied else ()


def test_uses_of_cancelled_orders_are_given_back_unless_the_policy_keeps_them() -> None:
    used = {"used": 1, "cancelled": 1}
    assert limited({"per_customer": 1}, own=used) == ()
    assert limited({"per_customer": 1, "on_cancel": "keep"}, own=used) == (Reason("limit-customer", 1, 1),)
    assert limited({"total": 2}, total={"used": 2}) == (Reason("limit-total", 2, 2),)


def test_a_use_that_does_not_fit_in_the_budget_is_refused_whole() -> None:
    assert limited({"budget": 1000}, total={"spent": 700}) == ()
    assert limited({"budget": 1000}, total={"spent": 701}) == (Reason("budget", have=299, need=300),)
