"""Points to be earned, points and vouchers as payment, rewards, standing benefits of a tier, taxes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from dangol_policy import interpret
from dangol_policy.decision import Applied, CodeResult, Decision, Earned, Gift, Reason
from tests.build_policies import Data, policy_of, situation_of

ANNA: Data = {"points": 0}


def decide(
    *lines: Data,
    points: Data | None = None,
    tiers: Data | None = None,
    promotions: tuple[Data, ...] = (),
    customer: Data | None = ANNA,
    currency: str = "KRW",
    tax: Data | None = None,
    **basket: Any,
) -> Decision:
    loyalty = {key: value for key, value in {"points": points, "tiers": tiers}.items() if value is not None}
    policy = policy_of(*promotions, loyalty=loyalty, currency=currency, business={"tax": tax or {}})
    return interpret.quote(policy, situation_of(*lines, customer=customer, **basket))


def earn(**rule: Any) -> Data:
    return {"earn": [{"id": "base", **rule}]}


def at(price: int, **more: Any) -> Data:
    return {"sku": "p", "price": price, **more}


# --- earning ---------------------------------------------------------------------------------------

RULES = [
    (earn(rate="3%"), [at(15000)], 450),
    (earn(rate="1%"), [at(199), at(199)], 3),  # 1.99 + 1.99, rounded once: not 1 + 1
    ({**earn(rate="1%"), "rounding": "half up"}, [at(250)], 3),
    ({**earn(rate="1%"), "rounding": "up"}, [at(201)], 3),
    (earn(points=2, per=1000), [at(2500)], 5),
    (earn(points=2, per_full=1000), [at(2500)], 4),
    (earn(points=1, per_full=1000), [at(1500), at(1500)], 3),
    (earn(points=1, per="unit"), [at(10, quantity=5), at(0, quantity=3)], 5),
    (earn(rate="10%", on={"not": {"category": "gift-card"}}), [at(100), at(900, category="gift-card")], 10),
    (earn(rate={"gold": "5%"}), [at(100)], 0),
    (earn(rate="5%", who={"tier": "gold"}), [at(100)], 0),
    (earn(rate="5%", when={"weekdays": ["sun"]}), [at(100)], 0),
    (earn(points=1, per=0), [at(100)], 0),
]


@pytest.mark.parametrize(("points", "lines", "expected"), RULES)
def test_points_are_summed_exactly_and_rounded_once(points: Data, lines: list[Data], expected: int) -> None:
    decision = decide(*lines, points=points)
    assert decision.points == expected == sum(line.points for line in decision.lines)


def test_the_sum_is_shown_by_rule_and_by_line() -> None:
    decision = decide(at(199), at(150), points=earn(rate="1%"))
    assert decision.earned == (Earned("base", 349, Fraction(349, 100), "1%"),)
    assert (decision.points, [line.points for line in decision.lines]) == (3, [2, 1])


def test_guests_earn_nothing() -> None:
    assert decide(at(10000), points=earn(rate="3%"), customer=None).points == 0


def test_points_count_on_what_is_left_after_discounts_and_vouchers() -> None:
    half = {"gives": {"percent": "50%"}}
    voucher = {"code": "V", "amount": 100}
    assert decide(at(1000), points=earn(rate="10%"), promotions=(half,), vouchers=[voucher]).points == 40
    assert decide(at(1000), points=earn(rate="10%", base="list"), promotions=(half,)).points == 100


def test_lines_lowered_by_a_promotion_without_points_earn_none() -> None:
    promotion = {"gives": {"percent": "20%", "of": {"product": "promo"}}, "points": "not earned"}
    decision = decide(
        {"sku": "promo", "price": 125000}, at(200000), points=earn(points=1, per_full=10000), promotions=(promotion,)
    )
    assert (decision.total, decision.points, [line.points for line in decision.lines]) == (300000, 20, [0, 20])


def test_points_without_the_tax_in_the_price() -> None:
    rule = earn(points=1, per_full=1, base={"tax": "without"})
    decision = decide(at(200, tax={"amount": 15, "included": True}), points=rule, currency="USD")
    assert (decision.points, decision.earned[0].base) == (1, 185)


def test_points_spent_may_be_left_out_of_the_base() -> None:
    programme = {**earn(points=1, per_full=1, base={"points_spent": "do not count"}), "redeem": {"worth": 1}}
    decision = decide(at(10600), points=programme, currency="USD", customer={"points": 106}, redeem={"points": 50})
    assert (decision.points_paid, decision.due, decision.points) == (5000, 5600, 56)


def test_decimals_of_points_are_kept_as_smallest_parts() -> None:
    decision = decide(at(8000), points={**earn(rate="2.5%"), "decimals": 2}, currency="USD")
    assert decision.points == 200


def test_multipliers_add_their_part_and_a_bonus_is_shared_over_the_lines() -> None:
    promotions = (
        {"gives": {"points_times": 2, "of": {"product": "p"}}},
        {"gives": {"points_times": 3}},
        {"gives": {"points": 7}},
    )
    decision = decide(at(1000), {"sku": "q", "price": 2000}, points=earn(rate="1%"), promotions=promotions)
    assert {one.clause: int(one.exact) for one in decision.earned} == {"base": 30, "p1": 10, "p2": 60, "p3": 7}
    assert decision.points == 107 == sum(line.points for line in decision.lines)


# --- points as payment -----------------------------------------------------------------------------

REDEEM = [
    ({"worth": 150, "step": 3}, 10, "max", 10000, 9, 1350, ()),
    ({"worth": 1000}, 30, "max", 2000, 2, 2000, ()),
    ({"worth": 1, "up_to": "50%"}, 9999, "max", 1001, 500, 500, ()),
    ({"worth": 1, "maximum": 300}, 9999, "max", 1000, 300, 300, ()),
    ({"worth": 1}, 100, 80, 1000, 80, 80, ()),
    ({"worth": 1}, 50, 80, 1000, 50, 50, (Reason("points-short", 50, 80),)),
    ({"worth": 1}, 500, 80, 60, 60, 60, (Reason("points-limit", need=60),)),
    ({"worth": 1, "step": 50}, 500, 80, 1000, 50, 50, (Reason("points-step", need=50),)),
    ({"worth": 1, "minimum": 100}, 99, "max", 1000, 0, 0, (Reason("points-minimum", 99, 100),)),
    ({"worth": 1, "minimum": 100}, 500, 80, 1000, 0, 0, (Reason("points-minimum", 80, 100),)),
    ({"worth": 1, "order_minimum": 3000}, 500, "max", 2999, 0, 0, (Reason("order-minimum", 2999, 3000),)),
    ({"worth": 1}, -5, "max", 1000, 0, 0, (Reason("points-short", 0, 1),)),
    ({}, 50, 10, 1000, 0, 0, (Reason("points-not-payment"),)),
    ({"worth": 0}, 50, 10, 1000, 0, 0, (Reason("points-not-payment"),)),
]


@pytest.mark.parametrize(("redeem", "balance", "asked", "price", "used", "paid", "reasons"), REDEEM)
def test_points_pay_what_is_asked_allowed_and_needed(
    redeem: Data, balance: int, asked: Any, price: int, used: int, paid: int, reasons: tuple[Reason, ...]
) -> None:
    decision = decide(at(price), points={"redeem": redeem}, customer={"points": balance}, redeem={"points": asked})
    assert (decision.points_used, decision.points_paid, decision.due) == (used, paid, price - paid)
    assert decision.points_reasons == reasons
    assert sum(line.points_paid for line in decision.lines) == paid


def test_points_pay_shipping_only_where_the_policy_says_so() -> None:
    for shipping, due in ((False, 500), (True, 0)):
        redeem = {"worth": 1, "shipping": shipping}
        decision = decide(
            at(100), points={"redeem": redeem}, customer={"points": 999}, redeem={"points": "max"}, shipping=500
        )
        assert (decision.due, decision.lines[0].points_paid) == (due, 100)


def test_a_gift_card_pays_after_points_and_never_more_than_is_due() -> None:
    decision = decide(
        at(1000), points={"redeem": {"worth": 1}}, customer={"points": 300}, redeem={"points": 300}, gift_card=5000
    )
    assert (decision.total, decision.points_paid, decision.gift_card, decision.due) == (1000, 300, 700, 0)


# --- vouchers --------------------------------------------------------------------------------------


def test_held_vouchers_come_off_the_order_rates_first_and_are_shared_over_the_lines() -> None:
    vouchers = [{"code": "B", "amount": 299}, {"code": "A", "percent": "10%", "clause": "thanks"}]
    decision = decide(at(4300), at(1400), at(2300), vouchers=vouchers)
    assert decision.vouchers_used == (("A", 800), ("B", 299))
    assert (decision.discount, decision.applied) == (1099, ())
    assert decision.lines[0].discounts == (("thanks", 430), ("B", 161))


def test_a_voucher_too_late_or_on_too_little_is_refused_and_kept() -> None:
    expired = {"code": "A", "amount": 5, "expires": "2026-03-04T12:00:00+09:00"}
    small = {"code": "B", "amount": 5, "minimum": 2000}
    decision = decide(at(1999), vouchers=[expired, small, {"code": "b", "amount": 9, "minimum": 2000}])
    assert decision.codes == (
        CodeResult("A", False, (Reason("voucher-expired"),)),
        CodeResult("B", False, (Reason("voucher-minimum", 1999, 2000),)),
    )
    assert (decision.vouchers_used, decision.total) == ((), 1999)


# --- rewards ---------------------------------------------------------------------------------------


def rewarded(balance: int, chosen: Data, *, gives: Data | None = None, **redeem: Any) -> Decision:
    reward = {"id": "treat", "points": 5, "gives": gives or {"percent": "10%", "off": "order"}}
    programme = {**earn(points=1, per="unit"), "redeem": {"rewards": [reward], **redeem}}
    return decide(at(1000, quantity=5), points=programme, customer={"points": balance}, redeem={"rewards": chosen})


def test_points_of_the_same_order_may_pay_for_a_reward() -> None:
    decision = rewarded(0, {"treat": 1}, same_order=True)
    assert (decision.points, decision.points_used, decision.total) == (5, 5, 4500)


def test_a_reward_costs_points_and_acts_in_its_phase() -> None:
    decision = rewarded(12, {"treat": 2})
    assert decision.applied == (Applied("treat", "order", 950, ((0, 950),), times=2),)
    assert decision.points_used == 10


def test_a_reward_that_cannot_be_paid_or_does_nothing_costs_nothing() -> None:
    short = rewarded(4, {"treat": 1})
    assert (short.points_used, short.not_applied[0].reasons) == (0, (Reason("points-short", 4, 5),))
    idle = rewarded(9, {"treat": 1, "none": 1}, gives={"percent": "10%", "of": {"product": "z"}})
    assert idle.points_used == 0
    assert [(one.clause, one.reasons) for one in idle.not_applied] == [
        ("treat", (Reason("nothing-matches"),)),
        ("none", (Reason("unknown-reward"),)),
    ]


def test_a_reward_that_is_a_thing_comes_as_a_gift() -> None:
    decision = rewarded(9, {"treat": 1}, gives={"item": "dessert"})
    assert (decision.gifts, decision.points_used) == ((Gift("treat", "item", "dessert"),), 5)


# --- tiers -----------------------------------------------------------------------------------------

LEVELS = [{"id": "low", "from": 0}, {"id": "high", "from": 1000, "benefits": [{"discount": "10%"}]}]
RATES = earn(rate={"low": "1%", "high": "5%"})


def test_the_tier_at_the_start_rules_the_order() -> None:
    decision = decide(at(2000), points=RATES, tiers={"levels": LEVELS}, customer={"qualifying": 900})
    assert (decision.tier, decision.points, decision.applied) == ("low", 20, ())


def test_the_order_itself_may_count_first() -> None:
    tiers = {"levels": LEVELS, "upgrade": "this order"}
    reached = decide(at(100), points=RATES, tiers=tiers, customer={"qualifying": 900})
    assert (reached.tier, reached.points, reached.total) == ("high", 4, 90)
    kept = decide(at(100), points=RATES, tiers=tiers, customer={"tier": "high"})
    assert kept.tier == "high"
    assert decide(at(5000), points=RATES, tiers=tiers, customer=None).tier is None


def test_the_entry_tier_counts_when_none_is_named_and_its_threshold_is_reached() -> None:
    late = [{"id": "low", "from": 500}, {"id": "high", "from": 1000}]
    assert decide(at(1), tiers={"levels": LEVELS}).tier == "low"
    assert decide(at(1), tiers={"levels": late}).tier is None
    assert decide(at(1), tiers={"levels": late}, customer={"qualifying": 500}).tier == "low"


def test_benefits_of_the_tier_act_under_ids_of_their_own() -> None:
    benefits: list[Data] = [{"discount": "10%"}, {"discount": "5%"}, {"free": "shipping"}, {"free": "returns"}]
    benefits += [{"priority": "queue"}, {"warranty": "6 months", "of": {"product": "z"}}, {"other": "a table"}]
    levels = [{"id": "only", "from": 0, "benefits": benefits}]
    decision = decide(at(1000), tiers={"levels": levels}, shipping=300)
    assert [(one.clause, one.amount) for one in decision.applied] == [
        ("only-discount", 100),
        ("only-discount-2", 45),
        ("only-free-shipping", 300),
    ]
    assert decision.gifts == (Gift("only", "free returns"), Gift("only", "priority", "queue"))


# --- taxes -----------------------------------------------------------------------------------------


def test_tax_on_top_is_rounded_per_line_on_the_net_amount() -> None:
    promotion = {"gives": {"percent": "10.5%", "off": "order"}}
    decision = decide(at(5000, tax={"rate": "20%", "included": False}), promotions=(promotion,))
    assert (decision.subtotal, decision.tax, decision.total) == (4475, 895, 5370)


def test_tax_held_in_prices_is_only_shown() -> None:
    decision = decide(at(1100), tax={"rate": "10%"})
    assert (decision.tax, decision.total) == (100, 1100)


def test_discounts_may_count_on_prices_with_tax() -> None:
    promotion = {"gives": {"percent": "20%"}, "needs": {"spend": 2400}}
    tax = {"prices": "excluded", "rate": "20%", "discounts": "with tax"}
    decision = decide(at(1000, quantity=2), promotions=(promotion,), tax=tax)
    assert (decision.list_total, decision.discount, decision.total, decision.tax) == (2400, 480, 1920, 320)


def test_an_amount_of_tax_follows_the_price_down() -> None:
    line = at(1000, quantity=2, tax={"amount": 100, "included": False})
    decision = decide(line, promotions=({"gives": {"percent": "50%"}},))
    assert (decision.subtotal, decision.tax, decision.total) == (1000, 100, 1100)
