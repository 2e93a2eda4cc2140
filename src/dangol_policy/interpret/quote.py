"""The reference: one quote, worked out step by step as the language page describes it."""

from __future__ import annotations

from dataclasses import replace

from dangol_policy.decision import CodeResult, Decision, Gift, LineResult, NotApplied, Reason
from dangol_policy.interpret.announced import announcements
from dangol_policy.interpret.case import Case, as_compared, case_of, tier_held, unit_of_measure
from dangol_policy.interpret.earning import Points, points_of
from dangol_policy.interpret.nearest import nearest_miss
from dangol_policy.interpret.offers import offers_of, ruling_level, unknown_rewards
from dangol_policy.interpret.run import Run
from dangol_policy.interpret.taxes import counted
from dangol_policy.interpret.tender import PointsPaid, pay_with_points
from dangol_policy.interpret.together import best_run
from dangol_policy.model.loyalty import FreeBenefit, PriorityBenefit, WarrantyBenefit
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Basket, RedeemChoice, Situation


def quote(policy: Policy, situation: Situation, *, digest: str = "", version: int | None = None) -> Decision:
    """What the policy says about the situation: prices, points, what applied, what did not and why.

    `digest` and `version` name the policy in the decision. Amounts in minor units, points in smallest parts.
    """
    tier = tier_held(policy, situation.customer)
    tiers = policy.loyalty.tiers
    if tiers is not None and tiers.upgrade == "this order" and situation.customer is not None:
        tier = _tier_with_this_order(policy, situation, tier)
    return _decide(case_of(policy, situation, tier=tier), digest, version)


def _tier_with_this_order(policy: Policy, situation: Situation, held: str | None) -> str | None:
    """The tier that the order itself reaches, judged by what it would be under the tier held; never lower than that."""
    tiers = policy.loyalty.tiers
    assert tiers is not None
    assert situation.customer is not None
    first = _decide(case_of(policy, situation, tier=held), "", None)
    measured = {"spend": first.subtotal, "visits": 1, "points earned": first.points}[tiers.measure]
    qualifying = situation.customer.qualifying + measured
    reached = [level.id for level in tiers.levels if qualifying >= level.threshold * unit_of_measure(policy)]
    ranks = {level.id: rank for rank, level in enumerate(tiers.levels)}
    if held is not None and held not in ranks:
        return held
    return max([*reached, *([held] if held else [])], key=lambda level: ranks[level], default=None)


def _decide(case: Case, digest: str, version: int | None) -> Decision:
    """Points of the same order pay only as far as it still earns them once they are used."""
    at_hand = _points_at_hand(case)
    while True:
        state = best_run(case, offers_of(case, points_at_hand=at_hand))
        for_rewards = sum(offer.points_each * applied.times for offer, applied in state.applied)
        paid = pay_with_points(case, state.goods, points_at_hand=at_hand - for_rewards)
        points = points_of(case, state, paid.by_line)
        held = case.customer.points if case.customer is not None else 0
        if for_rewards + paid.used <= max(held + points.total, 0) or at_hand <= held:
            return _answer(case, state, paid, points, for_rewards, digest, version)
        at_hand = min(at_hand - 1, held + points.total)


def _points_at_hand(case: Case) -> int:
    """Smallest parts the customer may use: the balance, and what the order earns where the policy allows that."""
    if case.customer is None:
        return 0
    points = case.policy.loyalty.points
    redeem = case.basket.redeem
    same_order = points is not None and points.redeem is not None and points.redeem.same_order
    if not same_order or (redeem.points == 0 and not redeem.rewards):
        return case.customer.points
    return case.customer.points + _decide(_without_redeeming(case), "", None).points


def _without_redeeming(case: Case) -> Case:
    basket = Basket.model_construct(**{**dict(case.basket), "redeem": RedeemChoice()})
    return replace(case, situation=Situation.model_construct(**{**dict(case.situation), "basket": basket}))


# --- the answer ------------------------------------------------------------------------------------


def _answer(
    case: Case, state: Run, paid: PointsPaid, points: Points, for_rewards: int, digest: str, version: int | None
) -> Decision:
    lines, on_top = _lines(case, state, paid, points)
    list_total = sum(line.list_amount for line in lines)
    subtotal = sum(line.amount for line in lines)
    total = subtotal + state.goods.shipping + on_top
    gift_card = min(case.basket.gift_card, total - paid.paid)
    return Decision(
        policy=digest,
        version=version,
        at=case.situation.at,
        currency=case.policy.business.currency,
        tier=case.tier,
        lines=tuple(lines),
        list_total=list_total,
        discount=list_total - subtotal,
        subtotal=subtotal,
        shipping_list=case.basket.shipping,
        shipping=state.goods.shipping,
        tax=sum(line.tax for line in lines),
        total=total,
        points_used=for_rewards + paid.used,
        points_paid=paid.paid,
        vouchers_used=tuple((used.code, used.amount) for used in state.vouchers if not used.reasons),
        gift_card=gift_card,
        due=total - paid.paid - gift_card,
        applied=tuple(applied for _, applied in state.applied),
        not_applied=_not_applied(case, state),
        nearest=nearest_miss(state.refused),
        gifts=(*state.gifts, *_standing_gifts(case, state)),
        codes=_codes(case, state),
        points=points.total,
        earned=points.earned,
        announced=announcements(case, state),
        points_reasons=paid.reasons,
    )


def _lines(case: Case, state: Run, paid: PointsPaid, points: Points) -> tuple[list[LineResult], int]:
    """The lines at their positions in the basket, and the tax that comes on top of their amounts."""
    found: list[tuple[int, LineResult]] = []
    on_top = 0
    for i, line in enumerate(state.goods.lines):
        _, _, tax = counted(line.line, case.policy.business.tax)
        on_top += tax.on_top(line.amount)
        result = LineResult(
            id=line.line.id or str(line.position + 1),
            quantity=line.line.quantity,
            list_amount=line.list_amount,
            discounts=tuple(state.line_discounts[i]),
            amount=line.amount,
            unit_amounts=tuple(line.units),
            points=points.by_line[i],
            points_paid=paid.by_line[i],
            tax=tax.tax_in(line.amount),
        )
        found.append((line.position, result))
    return [result for _, result in sorted(found, key=lambda one: one[0])], on_top


def _not_applied(case: Case, state: Run) -> tuple[NotApplied, ...]:
    """In the order of the turns the offers had; rewards nobody knows at the end."""
    in_turn = sorted(state.refused, key=lambda one: one.offer.turn)
    known = [NotApplied(one.offer.clause, one.reasons, one.would_give) for one in in_turn]
    unknown = [NotApplied(clause, (Reason("unknown-reward"),)) for clause in unknown_rewards(case)]
    return (*known, *unknown)


def _standing_gifts(case: Case, state: Run) -> list[Gift]:
    """What the tier gives with every order besides prices; its clause is the level."""
    level = ruling_level(case)
    found: list[Gift] = []
    for benefit in level.benefits if level and state.goods.lines else ():
        assert level is not None
        if isinstance(benefit, FreeBenefit) and benefit.free == "returns":
            found.append(Gift(level.id, "free returns"))
        elif isinstance(benefit, PriorityBenefit):
            found.append(Gift(level.id, "priority", benefit.priority))
        elif isinstance(benefit, WarrantyBenefit):
            positions = tuple(sorted(state.goods.lines[i].position for i in state.goods.matching(benefit.of)))
            if positions:
                found.append(Gift(level.id, "warranty", str(benefit.warranty), lines=positions))
    return found


def _codes(case: Case, state: Run) -> tuple[CodeResult, ...]:
    """Every code that was entered, each once, and every voucher that was handed in."""
    entered: dict[str, str] = {}
    for code in sorted(case.basket.codes):
        entered.setdefault(as_compared(code), code)
    promotions = [_code(case, state, code, written) for code, written in sorted(entered.items())]
    return (*promotions, *(CodeResult(used.code, not used.reasons, used.reasons) for used in state.vouchers))


def _code(case: Case, state: Run, code: str, written: str) -> CodeResult:
    opened = {p.id for p in case.policy.promotions if code in map(as_compared, p.code)}
    if any(offer.clause in opened for offer, _ in state.applied):
        return CodeResult(written, accepted=True)
    refused = sorted((one for one in state.refused if one.offer.clause in opened), key=lambda one: one.offer.turn)
    reasons = dict.fromkeys(reason for one in refused for reason in one.reasons)
    return CodeResult(written, accepted=False, reasons=tuple(reasons))
