"""A policy planned for deciding: offers in turn, selectors as bits, conditions remembered. Answers in full.

The steps are those of `interpret.quote`; what differs is how they are worked out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dangol_policy.allocate import allocate
from dangol_policy.compile import answer
from dangol_policy.compile.earning import Earning, Points
from dangol_policy.compile.engine import Asked, Run
from dangol_policy.compile.lines import Lines
from dangol_policy.compile.marks import Marks
from dangol_policy.compile.moments import Clocks, case_at
from dangol_policy.compile.offers import Offer, benefits, promotions, rewards
from dangol_policy.compile.openings import Openings
from dangol_policy.compile.together import Together
from dangol_policy.compile.whole.generate import generate
from dangol_policy.decision import Decision, Gift, Reason
from dangol_policy.interpret.case import Case, tier_held, unit_of_measure
from dangol_policy.interpret.tender import most_payable, points_used
from dangol_policy.model.conditions import Selector
from dangol_policy.model.gives import Prices, Voucher
from dangol_policy.model.loyalty import FreeBenefit, Level, PriorityBenefit, WarrantyBenefit
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Customer, RedeemChoice, Situation

NO_REDEEMING = RedeemChoice()


@dataclass(slots=True)
class Paid:
    """Points used as payment and what they paid, with its share on each line."""

    used: int
    paid: int
    by_line: Sequence[int]
    reasons: tuple[Reason, ...] = ()


class Planned:
    """A policy ready to decide in full."""

    def __init__(self, policy: Policy, *, digest: str, version: int | None) -> None:
        self.policy = policy
        self.digest = digest
        self.version = version
        self.clocks = Clocks(policy)
        self.marks = Marks()
        self.promotions = promotions(policy, self.marks)
        self.rewards = rewards(policy, self.marks)
        self.openings = Openings(policy, self.clocks, policy.promotions)
        self.earning = Earning(policy, self.marks)
        points = policy.loyalty.points
        self.redeem = points.redeem if points else None
        self.unit = 10**points.decimals if points else 1
        self._payable = self.marks.bit(self.redeem.on) if self.redeem else 0
        for _, clause in policy.clauses():
            gives = getattr(clause, "gives", None)
            if isinstance(gives, Voucher):
                self.marks.bit(gives.of)  # of vouchers granted earlier, used on this order
        levels = policy.loyalty.tiers.levels if policy.loyalty.tiers else ()
        self._standing = {level.id: _standing(level, self.marks) for level in levels}
        self.offers, self.level_of = self._in_turn()
        promotions_mask = sum(1 << offer.index for offer in self.promotions)
        self._taking_part: dict[str | None, int] = {
            tier: promotions_mask | sum(1 << index for index, level in self.level_of.items() if level == tier)
            for tier in (None, *self._standing)
        }
        self._together = Together(generate(self.offers, self.marks), self.offers, policy.promotion_rules.most_together)
        self.opened_by = _opened_by(self.promotions)
        self._announces = any(one.reference is not None for one in policy.promotions)
        self.points_paid_count = any(rule.written.base.points_spent == "do not count" for rule in self.earning.rules)
        """Whether what points pay makes a difference to the points earned."""
        self.this_order = bool(policy.loyalty.tiers and policy.loyalty.tiers.upgrade == "this order")

    def _in_turn(self) -> tuple[list[Offer], dict[int, str]]:
        """Everything that may act in the order of turns, and by turn the tier whose benefit it is."""
        tiers = self.policy.loyalty.tiers
        standing = [
            (offer, level.id) for level in (tiers.levels if tiers else ()) for offer in benefits(level, self.marks)
        ]
        given = [*self.promotions, *[offer for offer, _ in standing], *self.rewards.values()]
        found = sorted(given, key=lambda offer: offer.turn)
        for index, offer in enumerate(found):
            offer.index = index
        return found, {offer.index: tier for offer, tier in standing}

    def entry_tier(self, customer: Customer) -> str | None:
        """The tier held at the start of the order."""
        return customer.tier or tier_held(self.policy, customer)

    def taking_part(self, tier: str | None) -> int:
        """Bits by turn of promotions and of the tier's benefits."""
        return self._taking_part.get(tier, self._taking_part[None])

    @staticmethod
    def listed_selector(gives: Prices) -> Selector:
        """The products that a price list names."""
        return Selector(product=tuple(sorted(gives.prices)))

    # --- the decision ------------------------------------------------------------------------------

    def quote(self, situation: Situation) -> Decision:
        """What the policy says about the situation, in full."""
        return self.decide(situation, self.tier(situation))

    def tier(self, situation: Situation) -> str | None:
        """The tier that rules the order."""
        held = tier_held(self.policy, situation.customer)
        if not self.this_order or situation.customer is None:
            return held
        first = self.decide(situation, held)
        return self.tier_reached(situation.customer, held, first.subtotal, first.points)

    def tier_reached(self, customer: Customer, held: str | None, subtotal: int, points: int) -> str | None:
        """The tier that an order reaches which comes to so much under the tier held; never lower than that."""
        tiers = self.policy.loyalty.tiers
        assert tiers is not None
        ranks = {level.id: rank for rank, level in enumerate(tiers.levels)}
        if held is not None and held not in ranks:
            return held
        qualifying = customer.qualifying + {"spend": subtotal, "visits": 1, "points earned": points}[tiers.measure]
        reached = [level.id for level in tiers.levels if qualifying >= level.threshold * unit_of_measure(self.policy)]
        return max([*reached, *([held] if held else [])], key=lambda level: ranks[level], default=None)

    def decide(self, situation: Situation, tier: str | None, *, redeeming: bool = True) -> Decision:
        """The decision under a tier, with or without what the customer wants to use points for."""
        chosen = situation.basket.redeem if redeeming else NO_REDEEMING
        held = situation.customer.points if situation.customer is not None else 0
        at_hand = self._points_at_hand(situation, tier, chosen)
        while True:
            run = self._run(situation, tier, chosen, at_hand)
            for_rewards = 0
            if chosen.rewards:
                for_rewards = sum(offer.points_each * applied.times for offer, applied in run.applied)
            paid = self._paid(situation, run.lines, chosen.points, at_hand - for_rewards)
            points = self._points(situation, tier, run, paid)
            if at_hand <= held or for_rewards + paid.used <= max(held + points.total, 0):
                return self._decision(situation, tier, run, paid, points, for_rewards, chosen)
            at_hand = min(at_hand - 1, held + points.total)

    def _points_at_hand(self, situation: Situation, tier: str | None, chosen: RedeemChoice) -> int:
        customer = situation.customer
        if customer is None:
            return 0
        if (chosen.points or chosen.rewards) and self.redeem is not None and self.redeem.same_order:
            return customer.points + self.decide(situation, tier, redeeming=False).points
        return customer.points

    # --- the run -----------------------------------------------------------------------------------

    def _run(self, situation: Situation, tier: str | None, chosen: RedeemChoice, at_hand: int) -> Run:
        basket = situation.basket
        keep = self.taking_part(tier)
        rewards = self._chosen(situation, chosen, at_hand) if chosen.rewards else {}
        asked = Asked(
            tier=tier,
            enrolled=situation.customer is not None,
            opened=self.openings.ask(situation, tier),
            codes=self.openings.entered(basket.codes) if basket.codes else frozenset(),
            limits=situation.limits,
            chosen=rewards,
            with_vouchers=self.case(situation, tier) if basket.vouchers else None,
        )
        return self._together.best(lambda: self._lines(situation), asked, keep | sum(1 << index for index in rewards))

    def _lines(self, situation: Situation) -> Lines:
        basket = situation.basket
        return Lines(basket.lines, basket.shipping, self.marks, self.policy.business.tax)

    def case(self, situation: Situation, tier: str | None) -> Case:
        """The case as the reference knows it."""
        return case_at(self.policy, self.clocks, situation, tier)

    def _chosen(self, situation: Situation, chosen: RedeemChoice, at_hand: int) -> dict[int, Offer]:
        """The chosen rewards by turn; in the order of their ids each is paid from what the earlier ones left."""
        found = {}
        for clause, times in sorted(chosen.rewards.items()):
            if clause not in self.rewards:
                continue
            cost = self.rewards[clause].points_each * times
            reasons: tuple[Reason, ...] = ()
            if situation.customer is None:
                reasons = (Reason("guest"),)
            elif at_hand < cost:
                reasons = (Reason("points-short", have=at_hand, need=cost),)
            else:
                at_hand -= cost
            offer = self.rewards[clause]
            found[offer.index] = replace(offer, times=times, reasons=reasons)
        return found

    # --- points ------------------------------------------------------------------------------------

    def _paid(self, situation: Situation, lines: Lines, asked: int | Literal["max"], at_hand: int) -> Paid:
        none = [0] * lines.count
        if asked == 0:
            return Paid(0, 0, none)
        if situation.customer is None:
            return Paid(0, 0, none, (Reason("guest"),))
        redeem = self.redeem
        if redeem is None or not redeem.worth:
            return Paid(0, 0, none, (Reason("points-not-payment"),))
        chosen = [i for i, bits in enumerate(lines.bits) if bits & self._payable]
        payable = [lines.amounts[i] for i in chosen] + [lines.shipping if redeem.shipping else 0]
        most, subtotal = most_payable(redeem, sum(payable)), sum(lines.amounts)
        used, reasons = points_used(redeem, asked, at_hand, most, unit=self.unit, subtotal=subtotal)
        paid = used * redeem.worth // self.unit
        for i, share in zip(chosen, allocate(paid, payable, payable), strict=False):
            none[i] = share
        return Paid(used, paid, none, reasons)

    def _points(self, situation: Situation, tier: str | None, run: Run, paid: Paid) -> Points:
        if not self.earning.programme or situation.customer is None or not run.lines.count:
            return Points(0, [0] * run.lines.count, ())
        return self.earning.points(run.lines, tier, run.applied, paid.by_line, lambda: self.case(situation, tier))

    # --- the answer --------------------------------------------------------------------------------

    def _decision(
        self,
        situation: Situation,
        tier: str | None,
        run: Run,
        paid: Paid,
        points: Points,
        for_rewards: int,
        chosen: RedeemChoice,
    ) -> Decision:
        lines, basket = run.lines, situation.basket
        results, on_top = answer.line_results(lines, points.by_line, paid.by_line)
        list_total, subtotal = sum(lines.listed), sum(lines.amounts)
        total = subtotal + lines.shipping + on_top
        gift_card = min(basket.gift_card, total - paid.paid)
        unknown = sorted(set(chosen.rewards) - set(self.rewards)) if chosen.rewards else ()
        return Decision(
            policy=self.digest,
            version=self.version,
            at=situation.at,
            currency=self.policy.business.currency,
            tier=tier,
            lines=tuple(results),
            list_total=list_total,
            discount=list_total - subtotal,
            subtotal=subtotal,
            shipping_list=basket.shipping,
            shipping=lines.shipping,
            tax=sum([line.tax for line in results]),
            total=total,
            points_used=for_rewards + paid.used,
            points_paid=paid.paid,
            vouchers_used=tuple([(used.code, used.amount) for used in run.vouchers if not used.reasons]),
            gift_card=gift_card,
            due=total - paid.paid - gift_card,
            applied=tuple([applied for _, applied in run.applied]),
            not_applied=answer.not_applied(run, unknown),
            nearest=answer.nearest(run),
            gifts=(*run.gifts, *self._standing_gifts(tier, lines)),
            codes=answer.code_results(situation, run, self.opened_by) if basket.codes or basket.vouchers else (),
            points=points.total,
            earned=points.earned,
            announced=answer.announcements(run, self.case(situation, tier)) if self._announces else (),
            points_reasons=paid.reasons,
        )

    def _standing_gifts(self, tier: str | None, lines: Lines) -> list[Gift]:
        """What the tier gives with every order besides prices."""
        standing = self._standing.get(tier) if tier is not None else None
        if not standing or not lines.count:
            return []
        found = []
        for gift, bit in standing:
            positions = tuple(sorted([lines.positions[i] for i, bits in enumerate(lines.bits) if bits & bit]))
            if not bit:
                found.append(gift)
            elif positions:
                found.append(replace(gift, lines=positions))
        return found


def _standing(level: Level, marks: Marks) -> list[tuple[Gift, int]]:
    """Gifts of a level; the bit says on which lines, 0 means that it is not about lines."""
    found: list[tuple[Gift, int]] = []
    for benefit in level.benefits:
        if isinstance(benefit, FreeBenefit) and benefit.free == "returns":
            found.append((Gift(level.id, "free returns"), 0))
        elif isinstance(benefit, PriorityBenefit):
            found.append((Gift(level.id, "priority", benefit.priority), 0))
        elif isinstance(benefit, WarrantyBenefit):
            found.append((Gift(level.id, "warranty", str(benefit.warranty)), marks.bit(benefit.of)))
    return found


def _opened_by(offers: Sequence[Offer]) -> dict[str, frozenset[str]]:
    """Clauses by the code that opens them."""
    found: dict[str, frozenset[str]] = {}
    for offer in offers:
        for code in offer.codes:
            found[code] = found.get(code, frozenset()) | {offer.clause}
    return found
