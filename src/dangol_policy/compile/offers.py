"""Everything that may act on an order, prepared for one policy and put into the order of its turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dangol_policy.compile.acts import Act, prepare
from dangol_policy.compile.marks import Marks
from dangol_policy.compile.needs import Needed, prepare_need
from dangol_policy.decision import Reason
from dangol_policy.effects import PHASES, phase_of
from dangol_policy.interpret.case import as_compared
from dangol_policy.interpret.offers import priced_benefits, width_of
from dangol_policy.model import gives as kinds
from dangol_policy.model.conditions import Need
from dangol_policy.model.gives import Gives, Phase
from dangol_policy.model.loyalty import Level
from dangol_policy.model.policy import Policy
from dangol_policy.model.promotions import Promotion
from dangol_policy.selecting import Width

Turn = tuple[int, int, Width, str]


@dataclass(slots=True)
class Offer:
    """One clause that may act: a promotion, a standing benefit of a tier, or a reward."""

    clause: str
    gives: Gives
    phase: Phase
    turn: Turn
    act: Act
    needed: Needed | None = None
    needed_by: Need | None = None
    """The need as written."""
    promotion: Promotion | None = None
    number: int = -1
    """Place among the promotions of the policy; -1 for benefits and rewards."""
    index: int = -1
    """Its turn among everything that may act."""
    codes: frozenset[str] = frozenset()
    group: str | None = None
    """The group it shares with others; None when it stands for itself."""
    priority: int = 0
    alone: bool = False
    by_priority: bool = False
    budget: int | None = None
    earns: bool = True
    """Whether lines it lowers earn points."""
    line_by_line: bool = False
    """Whether its effect on a line depends on nothing but that line."""
    watched: bool = False
    """Whether what lines cost right after it has acted is asked for."""
    times: int = 1
    points_each: int = 0
    reasons: tuple[Reason, ...] = ()
    """What stands against a reward; a promotion's depend on the situation."""

    rank: tuple[int, bool, str] = field(init=False)
    """Sorts equals: higher priority, then without a code, then the id."""

    def __post_init__(self) -> None:
        self.rank = (-self.priority, bool(self.codes), self.clause)


def promotions(policy: Policy, marks: Marks) -> list[Offer]:
    """The promotions as offers, in the order of the policy."""
    shared = [promotion.combine.group for promotion in policy.promotions]
    return [_promotion(number, one, marks, shared) for number, one in enumerate(policy.promotions)]


def _promotion(number: int, promotion: Promotion, marks: Marks, shared: list[str | None]) -> Offer:
    group = promotion.combine.group
    return Offer(
        clause=promotion.id,
        gives=promotion.gives,
        phase=phase_of(promotion.gives),
        turn=_turn(promotion.gives, promotion.id, promotion.priority),
        act=prepare(promotion.gives, marks, promotion.id),
        needed=prepare_need(promotion.needs, marks),
        needed_by=promotion.needs,
        promotion=promotion,
        number=number,
        codes=frozenset(map(as_compared, promotion.code)),
        group=group if group and shared.count(group) > 1 else None,
        priority=promotion.priority,
        alone=promotion.combine.alone,
        by_priority=promotion.combine.choose == "priority",
        budget=promotion.limit.budget,
        earns=promotion.points == "earned",
        line_by_line=_line_by_line(promotion),
        watched=promotion.reference is not None,
    )


def _line_by_line(promotion: Promotion) -> bool:
    gives = promotion.gives
    capped = promotion.limit.budget is not None or (isinstance(gives, kinds.Percent) and gives.at_most is not None)
    return isinstance(gives, kinds.Percent | kinds.Amount) and gives.off == "line" and not capped


def _turn(gives: Gives, clause: str, priority: int = 0) -> Turn:
    return (PHASES.index(phase_of(gives)), -priority, width_of(gives), clause)


def benefits(level: Level, marks: Marks) -> Iterator[Offer]:
    """Standing benefits of a tier that change what an order costs."""
    for gives, clause in priced_benefits(level):
        yield Offer(clause, gives, phase_of(gives), _turn(gives, clause), prepare(gives, marks, clause))


def rewards(policy: Policy, marks: Marks) -> dict[str, Offer]:
    """What points can be exchanged for, by id."""
    points = policy.loyalty.points
    found = points.redeem.rewards if points and points.redeem else ()
    each = 10**points.decimals if points else 1
    return {
        reward.id: Offer(
            clause=reward.id,
            gives=reward.gives,
            phase=phase_of(reward.gives),
            turn=_turn(reward.gives, reward.id),
            act=prepare(reward.gives, marks, reward.id),
            points_each=reward.points * each,
        )
        for reward in found
    }
