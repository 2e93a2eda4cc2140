"""Every kind of gift by hand-computed figures: what it takes off which unit, what it gives, why it does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from dangol_policy import interpret
from dangol_policy.decision import Decision, Gift
from dangol_policy.effects import KINDS, phase_of
from dangol_policy.model import gives as model
from dangol_policy.model.gives import Gives
from tests.build_policies import Data, policy_of, situation_of


def one(sku: str, price: int, quantity: int = 1, **more: Any) -> Data:
    return {"sku": sku, "price": price, "quantity": quantity, **more}


def decide(gives: Data, *lines: Data, customer: Data | None = None, shipping: int = 0, **promotion: Any) -> Decision:
    policy = policy_of({"gives": gives, **promotion}, loyalty={"points": {}})
    return interpret.quote(policy, situation_of(*lines, customer=customer, shipping=shipping))


def units(decision: Decision) -> list[list[int]]:
    return [list(line.unit_amounts) for line in decision.lines]


def reasons(decision: Decision) -> list[str]:
    return [reason.code for refused in decision.not_applied for reason in refused.reasons]


PRICED = [
    # percentages
    ({"percent": "10%"}, [one("a", 105), one("b", 104)], [[94], [94]]),
    ({"percent": "10%"}, [one("a", 5, 3)], [[4, 4, 5]]),  # 1.5 of the line is 2, shared over the units
    ({"percent": "10%", "off": "unit"}, [one("a", 5, 3)], [[4, 4, 4]]),  # 0.5 of each unit is 1
    ({"percent": "10%", "off": "price"}, [one("a", 5, 3)], [[4, 4, 4]]),
    ({"percent": "50%", "off": "cheapest"}, [one("a", 300, 2), one("b", 101)], [[300, 300], [50]]),
    ({"percent": "100%", "off": "dearest"}, [one("a", 300, 2), one("b", 101)], [[0, 300], [101]]),
    ({"percent": "20%", "off": "order"}, [one("a", 120), one("b", 0)], [[96], [0]]),
    ({"percent": "50%", "at_most": 100}, [one("a", 300), one("b", 100)], [[225], [75]]),
    ({"percent": "150%"}, [one("a", 300)], [[0]]),
    ({"percent": "80%", "of": {"product": "a"}}, [one("a", 2000, floor=1500), one("b", 70)], [[1500], [70]]),
    # amounts
    ({"amount": 2000}, [one("a", 5000, floor=4500), one("b", 2000)], [[4500], [500]]),
    ({"amount": 2500}, [one("a", 5000, floor=4500), one("b", 2000, 3)], [[4500], [1333, 1333, 1334]]),
    ({"amount": 30, "off": "line"}, [one("a", 100, 2), one("b", 20)], [[85, 85], [0]]),
    ({"amount": 30, "off": "unit"}, [one("a", 100, 2), one("b", 20)], [[70, 70], [0]]),
    ({"amount": 30, "off": "price", "of": {"product": "a"}}, [one("a", 100), one("b", 90)], [[70], [90]]),
    ({"amount": 30, "off": "cheapest"}, [one("a", 100), one("b", 90)], [[100], [60]]),
    # steps, prices
    ({"per_spend": 50, "amount": 10}, [one("a", 149)], [[129]]),
    ({"per_spend": 50, "amount": 10, "times": 1}, [one("a", 149)], [[139]]),
    ({"price": 90}, [one("a", 100, 2), one("b", 80)], [[90, 90], [80]]),
    ({"price": 90, "units": 1}, [one("a", 100, 2), one("b", 120)], [[100, 100], [90]]),
    ({"prices": {"a": 90, "b": 70}}, [one("a", 100), one("b", 60), one("c", 100)], [[90], [60], [100]]),
    ({"prices": {"a": 90}, "units": 2}, [one("a", 100, 3)], [[90, 90, 100]]),
    # sets of units
    ({"nth": 2, "percent": "50%"}, [one("a", 100, 2), one("b", 61)], [[100, 50], [61]]),
    ({"nth": 2, "percent": "50%"}, [one("a", 101), one("b", 60, 3)], [[101], [30, 60, 30]]),
    ({"nth": 2, "percent": "50%", "counted": "cheapest first"}, [one("a", 100, 2), one("b", 60)], [[50, 100], [60]]),
    ({"nth": 2, "percent": "50%", "times": 1}, [one("a", 100, 4)], [[100, 50, 100, 100]]),
    ({"nth": 2, "percent": "50%", "same_product": True}, [one("a", 100), one("b", 60, 2)], [[100], [60, 30]]),
    (
        {"free": "cheapest", "of_each": 3},
        [one("a", 300), one("b", 250), one("c", 200), one("d", 150)],
        [[300], [250], [0], [150]],
    ),
    ({"free": "dearest", "of_each": 3}, [one("a", 300), one("b", 250), one("c", 200)], [[0], [250], [200]]),
    ({"free": "cheapest", "of_each": 4, "units": 2}, [one("a", 4, 4), one("b", 2, 4)], [[4, 4, 0, 0], [2, 2, 0, 0]]),
    ({"free": "cheapest", "of_each": 4, "times": 1}, [one("a", 4, 4), one("b", 2, 4)], [[4, 4, 4, 0], [2, 2, 2, 2]]),
    ({"free": "cheapest", "of_each": 2, "percent": "25%"}, [one("a", 10, 2)], [[10, 7]]),
    ({"free": "cheapest", "of_each": 2, "same_product": True}, [one("a", 10), one("b", 9, 2)], [[10], [9, 0]]),
    ({"free": "cheapest", "of_each": 3}, [one("a", 10, 2), one("b", 0), one("c", 4)], [[10, 10], [0], [0]]),
    # buy and get
    ({"get": 2, "for_each": {"units": 2}}, [one("a", 100, 4)], [[0, 0, 100, 100]]),
    (
        {"get": 1, "for_each": {"units": 1, "of": {"product": "a"}}, "of": {"product": "b"}, "amount": 50},
        [one("a", 200), one("b", 120)],
        [[200], [70]],
    ),
    (
        {
            "get": 1,
            "for_each": {"units": 1, "of": {"product": "c"}},
            "of": {"product": ["a", "b"]},
            "pick": "dearest",
            "times": 1,
        },
        [one("a", 500, 2), one("b", 1000, 2), one("c", 1000, 2)],
        [[500, 500], [0, 1000], [1000, 1000]],
    ),
    (
        {"get": 1, "for_each": {"units": 1, "of": {"product": "a"}}, "percent": "50%"},
        [one("a", 30, 2), one("b", 41)],
        [[15, 30], [41]],
    ),  # two of a bought leave only b; the cheapest is a, once
    # bundles
    ({"bundle": [{"units": 3}], "price": 2000, "times": 1}, [one("a", 800, 4)], [[666, 667, 667, 800]]),
    ({"bundle": [{"units": 3}], "price": 2000}, [one("a", 700), one("b", 700), one("c", 700)], [[666], [667], [667]]),
    (
        {"bundle": [{"of": {"product": "a"}}, {"of": {"product": "b"}}], "percent": "10%"},
        [one("a", 100, 2), one("b", 55)],
        [[90, 100], [49]],
    ),
    (
        {"bundle": [{"of": {"product": "a"}}, {"of": {"product": "b"}}], "amount": 31},
        [one("a", 100), one("b", 55)],
        [[80], [44]],
    ),
    ({"bundle": [{"units": 2}], "price": 150}, [one("a", 100, 2), one("b", 60, 2)], [[75, 75], [60, 60]]),
]


@pytest.mark.parametrize(("gives", "lines", "expected"), PRICED)
def test_units_cost_what_was_computed_by_hand(gives: Data, lines: list[Data], expected: list[list[int]]) -> None:
    decision = decide(gives, *lines)
    assert units(decision) == expected
    assert (
        decision.discount == sum(applied.amount for applied in decision.applied) == decision.list_total - decision.total
    )


REFUSED = [
    ({"percent": "10%", "of": {"product": "z"}}, [one("a", 100)], "nothing-matches"),
    ({"percent": "10%"}, [one("a", 0)], "nothing-left"),
    ({"percent": "10%"}, [one("a", 100, floor=200)], "nothing-left"),
    ({"percent": "1%"}, [one("a", 10)], "too-small"),
    ({"percent": {"gold": "10%"}}, [one("a", 100)], "no-tier-value"),
    ({"amount": {"gold": 10}}, [one("a", 100)], "no-tier-value"),
    ({"per_spend": 50, "amount": 10}, [one("a", 49)], "spend-short"),
    ({"per_spend": 0, "amount": 10}, [one("a", 49)], "spend-short"),
    ({"per_spend": 50, "amount": {"gold": 1}}, [one("a", 49)], "no-tier-value"),
    ({"per_spend": 50, "amount": 10, "of": {"product": "z"}}, [one("a", 49)], "nothing-matches"),
    ({"price": 100}, [one("a", 100)], "not-dearer"),
    ({"price": {"gold": 1}}, [one("a", 100)], "no-tier-value"),
    ({"prices": {"a": 100}}, [one("a", 100)], "not-dearer"),
    ({"prices": {"a": {"gold": 1}}}, [one("a", 100)], "no-tier-value"),
    ({"prices": {"z": 1}}, [one("a", 100)], "nothing-matches"),
    ({"nth": 2, "percent": "50%"}, [one("a", 100)], "units-short"),
    ({"nth": 2, "percent": {"gold": "50%"}}, [one("a", 100, 2)], "no-tier-value"),
    ({"free": "cheapest", "of_each": 3}, [one("a", 100, 2)], "units-short"),
    ({"free": "cheapest", "of_each": 3, "percent": {"gold": "5%"}}, [one("a", 100, 3)], "no-tier-value"),
    ({"get": 2, "for_each": {"units": 2}}, [one("a", 334), one("b", 333, 2)], "units-short"),
    ({"get": 1, "for_each": {"units": 2, "of": {"product": "a"}}}, [one("a", 3), one("b", 3)], "units-short"),
    ({"get": 1, "for_each": {"units": 1}, "percent": {"gold": "5%"}}, [one("a", 3, 2)], "no-tier-value"),
    ({"get": 1, "for_each": {"units": 4}, "from": "proposed"}, [one("a", 3, 3)], "units-short"),
    ({"bundle": [{"units": 3}], "price": 2000}, [one("a", 600, 3)], "not-dearer"),
    ({"bundle": [{"units": 3}], "price": 2000}, [one("a", 600, 2)], "units-short"),
    ({"bundle": [{"of": {"product": "z"}}], "price": 2000}, [one("a", 600, 2)], "nothing-matches"),
    ({"bundle": [{"units": 1}], "price": {"gold": 1}}, [one("a", 600, 2)], "no-tier-value"),
    ({"shipping": "free"}, [one("a", 600)], "no-shipping"),
    ({"points": 5}, [one("a", 600)], "guest"),
    ({"points_times": 2}, [one("a", 600)], "guest"),
    ({"warranty": "1 year", "of": {"product": "z"}}, [one("a", 600)], "nothing-matches"),
    ({"voucher": {"gold": 5}}, [one("a", 600)], "no-tier-value"),
    ({"item": "dessert"}, [], "nothing-matches"),
]


@pytest.mark.parametrize(("gives", "lines", "code"), REFUSED)
def test_what_does_nothing_is_not_applied_and_says_why(gives: Data, lines: list[Data], code: str) -> None:
    decision = decide(gives, *lines)
    assert (decision.applied, reasons(decision)[:1], decision.total) == ((), [code], decision.list_total)


@pytest.mark.parametrize(
    ("gives", "shipping", "left"),
    [
        ({"shipping": "free"}, 3000, 0),
        ({"free": "shipping"}, 3000, 0),
        ({"shipping": 2500}, 3000, 2500),
        ({"shipping": 3500}, 3000, 3000),
        ({"percent": "50%", "off": "shipping"}, 2501, 1250),
        ({"percent": "50%", "off": "shipping", "at_most": 1000}, 2501, 1501),
        ({"amount": 4000, "off": "shipping"}, 3000, 0),
    ],
)
def test_shipping_is_lowered_and_never_raised(gives: Data, shipping: int, left: int) -> None:
    decision = decide(gives, one("a", 100), shipping=shipping)
    assert (decision.shipping, decision.total, decision.discount) == (left, 100 + left, 0)
    assert bool(decision.applied) == (left < shipping)


@pytest.mark.parametrize(
    ("gives", "gift"),
    [
        ({"item": "dessert", "units": 2}, Gift("p1", "item", "dessert", 2)),
        ({"voucher": 5000}, Gift("p1", "voucher", amount=5000)),
        ({"voucher": "10%"}, Gift("p1", "voucher", rate="10%")),
        ({"free": "returns"}, Gift("p1", "free returns")),
        ({"warranty": "12 months", "of": {"product": "b"}}, Gift("p1", "warranty", "12 months", lines=(1,))),
        ({"priority": "queue"}, Gift("p1", "priority", "queue")),
        ({"gesture": "a card", "cost": 300}, Gift("p1", "gesture", amount=300)),
        ({"get": 1, "for_each": {"units": 3}, "from": "proposed"}, Gift("p1", "proposed", "a", 2)),
        ({"get": 2, "for_each": {"units": 3}, "from": "proposed", "times": 1}, Gift("p1", "proposed", "a", 2)),
        ({"get": 1, "for_each": {"units": 4}, "from": "proposed", "product": "z"}, Gift("p1", "proposed", "z", 1)),
    ],
)
def test_things_are_given_and_prices_stay(gives: Data, gift: Gift) -> None:
    decision = decide(gives, one("a", 100, 6), one("b", 50))
    assert (decision.gifts, decision.total, [a.amount for a in decision.applied]) == ((gift,), 650, [0])


def test_members_pay_the_price_of_their_tier() -> None:
    prices = {"prices": {"rice": {"silver": 95, "gold": 90}}}
    paid = {
        tier: decide(prices, one("rice", 100), customer={"tier": tier} if tier else None).total
        for tier in ("gold", "silver", "bronze", None)
    }
    assert paid == {"gold": 90, "silver": 95, "bronze": 100, None: 100}


def test_a_missing_unit_says_how_many_and_what_it_costs_to_get_there() -> None:
    decision = decide({"free": "cheapest", "of_each": 3}, one("a", 100, 2))
    assert decision.nearest is not None
    assert (decision.nearest.clause, decision.nearest.more_units, decision.nearest.more_spend) == ("p1", 1, None)


def test_every_kind_of_gift_is_in_the_table_with_its_line_for_the_docs() -> None:
    kinds = {member.__origin__ for member in Gives.__origin__.__args__}  # type: ignore[attr-defined]
    assert set(KINDS) == kinds
    assert all(kind.doc.startswith("`") and kind.doc.endswith(".") for kind in KINDS.values())


def test_the_phase_of_a_gift_follows_from_the_policy_alone() -> None:
    assert phase_of(model.Percent.model_validate({"percent": "5%", "off": "price"})) == "price list"
    assert phase_of(model.FreeService.model_validate({"free": "returns"})) == "reward"
    assert phase_of(model.FreeService.model_validate({"free": "shipping"})) == "shipping"
