"""Everything that may act on an order, in turn: promotions, standing benefits of the tier, rewards that were chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dangol_policy.decision import Reason
from dangol_policy.effects import PHASES, phase_of
from dangol_policy.interpret.case import Case, as_compared, point
from dangol_policy.interpret.customers import who_reasons
from dangol_policy.interpret.times import runs_reasons, when_reasons, where_reasons
from dangol_policy.model import gives as kinds
from dangol_policy.model.conditions import EVERYTHING, Need, Selector
from dangol_policy.model.gives import Gives, Phase
from dangol_policy.model.loyalty import DiscountBenefit, FreeBenefit, Level, Reward
from dangol_policy.model.promotions import Promotion
from dangol_policy.selecting import Width, union_width, width
from dangol_policy.situation import Situation, Used

Group = tuple[Literal["group", "clause"], str]

_UNUSED = Used()


@dataclass(frozen=True, slots=True)
class Offer:
    """One clause that may act, with every reason against it that does not depend on the goods."""

    clause: str
    gives: Gives
    phase: Phase
    reasons: tuple[Reason, ...]
    promotion: Promotion | None = None
    """None for a benefit or reward."""
    code: str | None = None
    """The entered code that opened it."""
    times: int = 1
    """How often a reward was chosen."""
    points_each: int = 0
    """What a reward costs, in smallest parts of a point."""
    spent: int = 0
    """What standing uses have taken from the budget."""

    @property
    def priority(self) -> int:
        """Higher acts first inside the phase."""
        return self.promotion.priority if self.promotion else 0

    @property
    def needs(self) -> Need | None:
        """What the basket must hold."""
        return self.promotion.needs if self.promotion else None

    @property
    def group(self) -> Group:
        """The clause itself unless the policy names a group."""
        named = self.promotion.combine.group if self.promotion else None
        return ("group", named) if named else ("clause", self.clause)

    @property
    def alone(self) -> bool:
        """Never together with anything of another group."""
        return self.promotion is not None and self.promotion.combine.alone

    @property
    def by_priority(self) -> bool:
        """Whether priority chooses instead of what is best for the customer."""
        return self.promotion is not None and self.promotion.combine.choose == "priority"

    @property
    def budget(self) -> int | None:
        """Most that all its discounts together may come to."""
        return self.promotion.limit.budget if self.promotion else None

    @property
    def turn(self) -> tuple[int, int, Width, str]:
        """Sorts offers into the order in which they act."""
        return (PHASES.index(self.phase), -self.priority, width_of(self.gives), self.clause)


def width_of(gives: Gives) -> Width:
    """How wide what a gift acts on is; from the policy alone."""
    if isinstance(gives, kinds.Prices):
        return (0, len(gives.prices))
    if isinstance(gives, kinds.Bundle) and gives.bundle:
        return union_width(tuple(width(part.of) for part in gives.bundle))
    of = getattr(gives, "of", EVERYTHING)
    return width(of) if isinstance(of, Selector) else (2, 0)


def offers_of(case: Case, *, points_at_hand: int) -> list[Offer]:
    """All offers in the order in which they act. `points_at_hand`: smallest parts that rewards may be paid with."""
    found = [
        *(_promotion(promotion, case) for promotion in case.policy.promotions),
        *_benefits(case),
        *_rewards(case, points_at_hand),
    ]
    return sorted(found, key=lambda offer: offer.turn)


# --- promotions ------------------------------------------------------------------------------------


def _promotion(promotion: Promotion, case: Case) -> Offer:
    opened = sorted(code for code in map(as_compared, promotion.code) if code in case.codes)
    total = case.situation.limits.get(promotion.id, _UNUSED)
    reasons = (
        *runs_reasons(promotion.runs, case.business_time.date()),
        *when_reasons(promotion.when, case.local),
        *where_reasons(promotion.where, case.basket),
        *(() if _paid_with(promotion, case) else (Reason("wrong-payment"),)),
        *who_reasons(promotion.who, case),
        *((Reason("code-missing"),) if promotion.code and not opened else ()),
        *limit_reasons(promotion, case.situation),
    )
    return Offer(
        clause=promotion.id,
        gives=promotion.gives,
        phase=phase_of(promotion.gives),
        reasons=reasons,
        promotion=promotion,
        code=opened[0] if opened else None,
        spent=total.spent,
    )


def _paid_with(promotion: Promotion, case: Case) -> bool:
    return not promotion.payment or case.basket.payment in promotion.payment


def limit_reasons(promotion: Promotion, situation: Situation) -> Iterator[Reason]:
    """Why a promotion may not be used once more, by this customer or at all."""
    limit = promotion.limit
    total = situation.limits.get(promotion.id, _UNUSED)
    own = situation.customer.uses.get(promotion.id, _UNUSED) if situation.customer else _UNUSED
    back = limit.on_cancel == "give back"
    for used, most, code in ((own, limit.per_customer, "limit-customer"), (total, limit.total, "limit-total")):
        counted = max(0, used.used - used.cancelled) if back else used.used
        if most is not None and counted >= most:
            yield Reason("limit-customer" if code == "limit-customer" else "limit-total", have=counted, need=most)


# --- standing benefits of the tier -----------------------------------------------------------------


def ruling_level(case: Case) -> Level | None:
    """The level whose benefits hold."""
    tiers = case.policy.loyalty.tiers
    return next((level for level in tiers.levels if level.id == case.tier), None) if tiers else None


def _benefits(case: Case) -> Iterator[Offer]:
    level = ruling_level(case)
    for gives, clause in priced_benefits(level) if level else ():
        yield Offer(clause=clause, gives=gives, phase=phase_of(gives), reasons=())


def priced_benefits(level: Level) -> list[tuple[Gives, str]]:
    """Benefits that change what an order costs, with the clause ids they act under."""
    found: list[tuple[Gives, str]] = []
    for benefit in level.benefits:
        if isinstance(benefit, DiscountBenefit):
            discount = kinds.Percent.model_construct(percent=benefit.discount, off="order", of=benefit.of, at_most=None)
            found.append((discount, f"{level.id}-discount"))
        elif isinstance(benefit, FreeBenefit) and benefit.free == "shipping":
            found.append((kinds.Shipping.model_construct(shipping="free"), f"{level.id}-free-shipping"))
    seen: dict[str, int] = {}
    numbered: list[tuple[Gives, str]] = []
    for gives, clause in found:
        seen[clause] = seen.get(clause, 0) + 1
        numbered.append((gives, clause if seen[clause] == 1 else f"{clause}-{seen[clause]}"))
    return numbered


# --- rewards ---------------------------------------------------------------------------------------


def known_rewards(case: Case) -> dict[str, Reward]:
    """Rewards of the policy by id."""
    points = case.policy.loyalty.points
    return {reward.id: reward for reward in points.redeem.rewards} if points and points.redeem else {}


def _rewards(case: Case, points_at_hand: int) -> Iterator[Offer]:
    """The chosen rewards, in the order of their ids; each is paid from what the earlier ones left."""
    known = known_rewards(case)
    left = points_at_hand
    for clause, times in sorted(case.basket.redeem.rewards.items()):
        if clause not in known:
            continue
        reward = known[clause]
        each = reward.points * point(case.policy)
        reasons: tuple[Reason, ...] = ()
        if case.customer is None:
            reasons = (Reason("guest"),)
        elif left < each * times:
            reasons = (Reason("points-short", have=left, need=each * times),)
        else:
            left -= each * times
        yield Offer(clause, reward.gives, phase_of(reward.gives), reasons, times=times, points_each=each)


def unknown_rewards(case: Case) -> list[str]:
    """Rewards that were chosen though the policy knows none of the name."""
    return sorted(set(case.basket.redeem.rewards) - set(known_rewards(case)))
