"""What holds for every policy and every situation, however they are drawn."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dangol_policy import interpret
from dangol_policy.decision import Decision, LineResult
from dangol_policy.situation import Basket, Situation
from tests.build_policies import policy_of, random_policy, random_situation

seeds = st.integers(0, 2**63)
relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=150)


def drawn(seed: int) -> tuple[Decision, Situation]:
    r = Random(seed)
    policy, situation = random_policy(r), random_situation(r)
    return interpret.quote(policy, situation), situation


@relaxed
@given(seeds)
def test_shares_add_up_exactly(seed: int) -> None:
    decision, situation = drawn(seed)
    for line in decision.lines:
        assert line.amount == sum(line.unit_amounts) == line.list_amount - sum(off for _, off in line.discounts)
        assert len(line.unit_amounts) == line.quantity
    assert decision.subtotal == sum(line.amount for line in decision.lines) == decision.list_total - decision.discount
    assert decision.points == sum(line.points for line in decision.lines)
    assert sum(line.points_paid for line in decision.lines) <= decision.points_paid
    off_goods = sum(amount for applied in decision.applied for _, amount in applied.lines)
    assert decision.discount == off_goods + sum(amount for _, amount in decision.vouchers_used)
    off_shipping = sum(applied.amount for applied in decision.applied if applied.phase == "shipping")
    assert decision.shipping == situation.basket.shipping - off_shipping
    assert decision.due == decision.total - decision.points_paid - decision.gift_card


@relaxed
@given(seeds)
def test_no_price_falls_below_zero_or_its_floor_and_nothing_is_paid_twice(seed: int) -> None:
    decision, situation = drawn(seed)
    assert min(decision.shipping, decision.due, decision.points, decision.points_used, decision.gift_card, 0) == 0
    for line, asked in zip(decision.lines, situation.basket.lines, strict=True):
        assert 0 <= line.points_paid <= line.amount <= line.list_amount
        assert min(line.unit_amounts) >= min(asked.floor or 0, asked.price)
        assert all(off > 0 for _, off in line.discounts)


@relaxed
@given(seeds)
def test_every_clause_is_applied_or_refused_with_reasons_exactly_once(seed: int) -> None:
    r = Random(seed)
    policy, situation = random_policy(r), random_situation(r)
    decision = interpret.quote(policy, situation)
    named = [one.clause for one in decision.applied] + [one.clause for one in decision.not_applied]
    assert len(named) == len(set(named))
    assert {promotion.id for promotion in policy.promotions} <= set(named)
    assert all(refused.reasons for refused in decision.not_applied)
    entered = {code.strip().casefold() for code in situation.basket.codes}
    assert entered <= {answer.code.strip().casefold() for answer in decision.codes}


def _reordered(situation: Situation, order: list[int]) -> Situation:
    lines = tuple(situation.basket.lines[i] for i in order)
    codes = tuple(reversed(situation.basket.codes))
    vouchers = tuple(reversed(situation.basket.vouchers))
    changed = {**dict(situation.basket), "lines": lines, "codes": codes, "vouchers": vouchers}
    return Situation.model_construct(**{**dict(situation), "basket": Basket.model_construct(**changed)})


def _known_by(line: LineResult, named: bool) -> LineResult:
    """A line without a name of its own is named by its position, which the order does change."""
    return line if named else LineResult("", *(getattr(line, name) for name in LineResult.__slots__[1:]))


@relaxed
@given(seeds, st.randoms(use_true_random=False))
def test_the_order_of_lines_codes_and_vouchers_never_matters(seed: int, shuffle: Random) -> None:
    r = Random(seed)
    policy, situation = random_policy(r), random_situation(r)
    order = list(range(len(situation.basket.lines)))
    shuffle.shuffle(order)
    first = interpret.quote(policy, situation)
    second = interpret.quote(policy, _reordered(situation, order))
    for name in ("total", "due", "points", "tax", "codes", "not_applied", "nearest", "vouchers_used", "earned"):
        assert getattr(first, name) == getattr(second, name)
    assert [(a.clause, a.amount, a.times) for a in first.applied] == [
        (a.clause, a.amount, a.times) for a in second.applied
    ]
    lines = situation.basket.lines
    same = [[i for i in range(len(lines)) if lines[i] == line] for line in lines]
    for twins in same:
        before = sorted(repr(_known_by(first.lines[i], lines[i].id is not None)) for i in twins)
        after = sorted(repr(_known_by(second.lines[order.index(i)], lines[i].id is not None)) for i in twins)
        assert before == after


@relaxed
@given(seeds)
def test_without_promotions_and_programme_everything_costs_its_list_price(seed: int) -> None:
    situation = random_situation(Random(seed), plain=True)
    decision = interpret.quote(policy_of(), situation)
    listed = sum(line.price * line.quantity for line in situation.basket.lines)
    assert (decision.subtotal, decision.total, decision.points) == (listed, listed + situation.basket.shipping, 0)
    assert (decision.applied, decision.not_applied, decision.gifts, decision.nearest) == ((), (), (), None)


@relaxed
@given(seeds)
def test_the_same_question_gets_the_same_answer(seed: int) -> None:
    assert drawn(seed)[0] == drawn(seed)[0]
