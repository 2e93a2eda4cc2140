"""Phases, order inside a phase, groups, promotions that stand alone, and how what was not applied is told."""

from __future__ import annotations

from typing import Any

from dangol_policy import interpret
from dangol_policy.decision import Decision, Miss, NotApplied, Reason
from tests.build_policies import Data, policy_of, situation_of


def decide(*promotions: Data, lines: list[Data] | None = None, rules: Data | None = None, **basket: Any) -> Decision:
    found = lines or [{"sku": "a", "price": 1000}]
    policy = policy_of(*promotions, promotion_rules=rules or {})
    return interpret.quote(policy, situation_of(*found, **basket))


def applied(decision: Decision) -> dict[str, int]:
    return {one.clause: one.amount for one in decision.applied}


def off(percent: int, **more: Any) -> Data:
    return {"gives": {"percent": f"{percent}%"}, **more}


def test_a_percentage_counts_on_what_earlier_phases_left() -> None:
    decision = decide(
        {"gives": {"percent": "10%", "off": "order"}},
        {"gives": {"percent": "10%", "off": "line"}},
        {"gives": {"prices": {"a": 900}}},
        {"gives": {"nth": 2, "percent": "50%"}},
        lines=[{"sku": "a", "price": 1000, "quantity": 2}],
    )
    assert list(applied(decision).items()) == [("p3", 200), ("p2", 180), ("p4", 405), ("p1", 122)]


def test_higher_priority_acts_first_inside_a_phase() -> None:
    fixed, ten = {"gives": {"amount": 288}}, {"gives": {"percent": "10%", "off": "order"}}
    assert applied(decide(fixed, {**ten, "priority": 1})) == {"p2": 100, "p1": 288}
    assert applied(decide({**fixed, "priority": 1}, ten)) == {"p1": 288, "p2": 71}


def test_the_narrower_scope_takes_first() -> None:
    decision = decide(
        {"gives": {"amount": 500, "of": {"product": ["a", "b"]}}},
        {"gives": {"amount": 1000, "of": {"product": "a"}}},
        lines=[{"sku": "a", "price": 600}, {"sku": "b", "price": 400}, {"sku": "c", "price": 1000}],
    )
    assert applied(decision) == {"p2": 600, "p1": 400}


def test_a_threshold_on_what_is_left_may_be_lost_to_an_earlier_clause() -> None:
    later = {"gives": {"percent": "20%", "off": "order"}, "needs": {"above": 1000, "measure": "now"}}
    decision = decide({"gives": {"percent": "10%", "off": "order"}, "priority": 1}, later, lines=[{"price": 1050}])
    assert decision.not_applied == (NotApplied("p2", (Reason("spend-short", 945, 1001),), 189),)
    assert decision.nearest == Miss("p2", more_spend=56, would_give=189)


# --- groups ----------------------------------------------------------------------------------------


def test_the_best_of_a_group_is_valued_before_any_of_it_acts() -> None:
    member = {"gives": {"prices": {"a": 900}}, "combine": {"group": "g"}}
    decision = decide(member, off(20, combine={"group": "g"}))
    assert applied(decision) == {"p2": 200}
    assert decision.not_applied == (NotApplied("p1", (Reason("better-in-group", other="p2"),), 100),)


def test_equal_members_of_a_group_prefer_priority_then_no_code_then_the_id() -> None:
    group = {"combine": {"group": "g"}}
    assert list(applied(decide(off(10, **group), off(10, priority=1, **group)))) == ["p2"]
    coded = decide(off(10, code="TEN", **group), off(10, **group), codes=["TEN"])
    assert list(applied(coded)) == ["p2"]
    assert coded.codes[0].reasons == (Reason("better-in-group", other="p2"),)
    assert list(applied(decide(off(10, **group), off(10, **group)))) == ["p1"]


def test_a_group_may_choose_by_priority() -> None:
    by_priority = {"combine": {"group": "g", "choose": "priority"}}
    assert list(applied(decide(off(50, **by_priority), off(10, priority=1, **by_priority)))) == ["p2"]


def test_a_member_over_budget_leaves_its_place_to_the_next() -> None:
    decision = decide(off(50, limit={"budget": 100}, combine={"group": "g"}), off(10, combine={"group": "g"}))
    assert applied(decision) == {"p2": 100}
    assert decision.not_applied[0].reasons == (Reason("budget", 100, 500),)


def test_the_winner_of_a_group_acts_in_its_own_phase_on_what_is_left_then() -> None:
    decision = decide(
        {"gives": {"prices": {"a": 900}}, "combine": {"group": "g"}},
        {"gives": {"amount": 600, "off": "line"}},
        {"gives": {"amount": 500}, "combine": {"group": "g"}},
    )
    assert applied(decision) == {"p2": 600, "p3": 400}


# --- alone -----------------------------------------------------------------------------------------

ALONE = {"combine": {"alone": True}}


def test_the_side_that_is_better_for_the_customer_is_kept() -> None:
    worse = decide(off(15, **ALONE), off(10), {"gives": {"amount": 60}})
    assert applied(worse) == {"p1": 150} or applied(worse) == {"p2": 100, "p3": 60}
    assert applied(worse) == {"p2": 100, "p3": 60}
    assert worse.not_applied == (NotApplied("p1", (Reason("others-better"),), 150),)
    better = decide(off(20, **ALONE), off(10), {"gives": {"amount": 60}})
    assert applied(better) == {"p1": 200}
    assert [(one.reasons, one.would_give) for one in better.not_applied] == [
        ((Reason("alone-better", other="p1"),), 100),
        ((Reason("alone-better", other="p1"),), 60),
    ]


def test_of_several_that_stand_alone_by_priority_the_highest_wins_outright() -> None:
    outright = {"alone": True, "choose": "priority"}
    golden = off(20, priority=2, combine=outright)
    sloth = {"gives": {"amount": 10}, "priority": 5, "combine": outright}
    decision = decide(golden, sloth, off(50))
    assert applied(decision) == {"p2": 10}
    assert {one.reasons for one in decision.not_applied} == {(Reason("alone-better", other="p2"),)}


def test_what_stands_alone_and_does_not_apply_keeps_its_own_reasons() -> None:
    decision = decide(off(90, runs="..2020-01-01", **ALONE), off(10))
    assert applied(decision) == {"p2": 100}
    assert decision.not_applied[0].reasons == (Reason("ended", other="2020-01-01"),)


def test_only_the_best_few_go_together_when_the_policy_says_how_many() -> None:
    decision = decide(off(10), {"gives": {"amount": 300}}, off(5), rules={"most_together": 2})
    assert applied(decision) == {"p1": 100, "p2": 300}
    assert decision.not_applied == (NotApplied("p3", (Reason("enough-together", need=2),), 45),)


# --- what was not applied --------------------------------------------------------------------------


def test_every_reason_is_told_and_what_it_would_have_given() -> None:
    closed = off(10, runs="..2020-01-01", who={"tier": "gold"}, needs={"spend": 5000})
    reasons = (Reason("ended", other="2020-01-01"), Reason("guest"), Reason("spend-short", 1000, 5000))
    assert decide(closed).not_applied == (NotApplied("p1", reasons, 100),)
    assert decide(closed).nearest is None


def test_the_nearest_miss_is_the_one_that_needs_least() -> None:
    free = {"gives": {"shipping": "free"}, "needs": {"spend": 3000}}
    decision = decide(off(10, needs={"spend": 9000}), free, off(50, needs={"at_least": 2}), shipping=2500)
    assert decision.nearest == Miss("p2", more_spend=2000, would_give=2500)
    by_units = decide(off(10, needs={"at_least": 3}), off(50, needs={"at_least": 2}))
    assert by_units.nearest == Miss("p2", more_units=1, would_give=500)


def test_a_clause_that_comes_to_nothing_is_not_applied() -> None:
    decision = decide(off(80, priority=1), off(40), lines=[{"price": 2000, "floor": 1500}])
    assert applied(decision) == {"p1": 500}
    assert decision.not_applied == (NotApplied("p2", (Reason("nothing-left"),)),)


def test_an_empty_basket_gets_nothing() -> None:
    policy = policy_of({"gives": {"item": "dessert"}}, {"gives": {"shipping": "free"}})
    decision = interpret.quote(policy, situation_of(shipping=3000))
    assert (decision.applied, decision.gifts, decision.total) == ((), (), 3000)


def test_an_announced_reduction_names_the_lowest_price_of_the_time_before() -> None:
    history = [{"from": "2026-01-01", "price": 10000}, {"from": "2026-02-10", "price": 8000}]
    history.append({"from": "2026-02-20", "price": 10000})
    promotion = {"gives": {"price": 7000}, "runs": "2026-03-02..", "reference": {"lowest_of": "30 days"}}
    decision = decide(promotion, lines=[{"price": 10000, "price_history": history}])
    assert decision.announced == (("p1", 0, 8000, "12.5"),)
