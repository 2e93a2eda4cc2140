"""Section `loyalty`: points, tiers, visit cards, referral, memberships, gestures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, Tag, ValidationInfo, model_validator

from dangol_policy.model.base import ByTier, Clause, Items, OneOrMany, Part, kind_by_key
from dangol_policy.model.conditions import EVERYTHING, Birthday, Count, Name, Positive, Selector, When, Where, Who
from dangol_policy.model.gives import Gives
from dangol_policy.values import Duration, DurationField, Id, Money, Rate, TextField, context_of, fault, read_money

# --- points --------------------------------------------------------------------------------------


def _base(value: object) -> object:
    return {"amount": value} if isinstance(value, str) else value


class Base(Part):
    """The amount points are counted on: a line's allocated amount, never shipping."""

    amount: Literal["net", "list"] = "net"
    """`net`: after discounts; `list`: before."""
    tax: Literal["as priced", "without"] = "as priced"
    points_spent: Literal["count as paid", "do not count"] = "count as paid"


class EarnRule(Clause):
    """How points are earned: a rate of the base, so many points per amount, or so many per unit.

    All rules that match a line add up; the sum over the order is rounded once. A rate of 3% gives 3 points for each
    100 major units of the currency.
    """

    rate: ByTier[Rate] | None = None
    points: ByTier[Positive] | None = None
    per: Money | Literal["unit"] | None = None
    """With `points`: per this amount, in proportion; or per unit bought and paid for."""
    per_full: Money | None = None
    """With `points`: per each full amount only."""
    on: Selector = EVERYTHING
    base: Annotated[Base, BeforeValidator(_base)] = Base()
    who: Who | None = None
    when: When | None = None
    where: Where | None = None


class Pending(Part):
    """Points wait before they can be used: for a duration, or until the Nth day (counted as days after the event)."""

    for_time: DurationField | None = Field(default=None, alias="for")
    from_day: Positive | None = None
    """Usable from the start of the Nth day after the event (an event on 1 March with 14: usable on 15 March)."""
    after: Literal["purchase", "delivery"] = "purchase"


class Expire(Part):
    """Points lapse after a duration from the day they were earned, to the day or rounded up to a period's end."""

    after: DurationField
    counted: Literal["day", "end of month", "end of year"] = "day"


class Reward(Clause):
    """Something points are exchanged for."""

    points: Positive
    gives: Gives
    name: TextField | None = None


class Redeem(Part):
    """How points are used as payment, and what they are exchanged for."""

    worth: Money | None = None
    """What one point pays; without it points only buy rewards."""
    minimum: Positive | None = None
    """Least points of one use, and least balance."""
    step: Positive | None = None
    up_to: Rate | None = None
    """Share of the order's goods that points may pay."""
    maximum: Positive | None = None
    """Most points of one use."""
    order_minimum: Money | None = None
    """Least order (goods after discounts) on which points may be used."""
    on: Selector = EVERYTHING
    """Lines that points may pay."""
    shipping: bool = False
    """Whether points may pay the shipping charge too."""
    same_order: bool = False
    """Whether points earned by an order may be used in it."""
    rewards: Items[Reward] = ()


class Points(Part):
    """The points programme."""

    name: TextField | None = None
    decimals: Literal[0, 1, 2] = 0
    """Decimals of a point; points are kept as integers of its smallest part."""
    earn: Items[EarnRule] = ()
    rounding: Literal["down", "half up", "up"] = "down"
    pending: Pending | None = None
    expire: Expire | None = None
    redeem: Redeem | None = None
    if_already_spent: Literal["negative", "reduce-refund", "forgive"] = "negative"
    """On a return, when the points it takes back are gone."""
    restored_valid: DurationField = Duration(30, "days")
    """Points given back on a return are usable at least this long."""


# --- tiers ---------------------------------------------------------------------------------------


class Rolling(Part):
    """A window of this length ending now."""

    rolling: DurationField


class BirthdayBenefit(Part):
    """Something given once a year around the birthday."""

    key: ClassVar[str] = "birthday"
    birthday: Gives
    within: Birthday = Birthday()


class DiscountBenefit(Part):
    """A standing discount of the tier, order phase."""

    key: ClassVar[str] = "discount"
    discount: Rate
    of: Selector = EVERYTHING


class FreeBenefit(Part):
    """Returns or shipping free of charge."""

    key: ClassVar[str] = "free"
    free: Literal["returns", "shipping"]


class PriorityBenefit(Part):
    """Served first."""

    key: ClassVar[str] = "priority"
    priority: Literal["queue", "phone", "delivery"]


class WarrantyBenefit(Part):
    """A longer warranty."""

    key: ClassVar[str] = "warranty"
    warranty: DurationField
    of: Selector = EVERYTHING


class WelcomeBenefit(Part):
    """Given once, when the tier is reached."""

    key: ClassVar[str] = "on_reaching"
    on_reaching: Gives


class OtherBenefit(Part):
    """A benefit that people carry out: a named contact, a reserved table."""

    key: ClassVar[str] = "other"
    other: TextField


Benefit = Annotated[
    Annotated[BirthdayBenefit, Tag("birthday")]
    | Annotated[DiscountBenefit, Tag("discount")]
    | Annotated[FreeBenefit, Tag("free")]
    | Annotated[PriorityBenefit, Tag("priority")]
    | Annotated[WarrantyBenefit, Tag("warranty")]
    | Annotated[WelcomeBenefit, Tag("on_reaching")]
    | Annotated[OtherBenefit, Tag("other")],
    kind_by_key("benefit", "birthday", "discount", "free", "priority", "warranty", "on_reaching", "other"),
]


@dataclass(frozen=True, slots=True)
class _Counted:
    """A threshold of a measure that is not money."""

    written: object


def _threshold(value: object, info: ValidationInfo) -> int:
    if not isinstance(value, _Counted):
        return read_money(value, context_of(info))
    if isinstance(value.written, bool) or not isinstance(value.written, int) or value.written < 0:
        raise fault("wrong-type", "this threshold counts visits or points, so it is a whole number from 0")
    return value.written


class Level(Clause):
    """A tier: reached at `from` or more of the measure (inclusive)."""

    name: TextField | None = None
    threshold: Annotated[int, BeforeValidator(_threshold)] = Field(alias="from")
    """Minor units of money for measure `spend`; visits or whole points otherwise."""
    benefits: Items[Benefit] = ()


class Review(Part):
    """When a tier is judged again, and how it falls.

    The review falls `every` after the tier was reached (or last kept), rounded up as `counted` says; after it the
    tier still holds for `grace`. `step: one` falls one level at most; `any` falls to what the measure gives.
    """

    every: DurationField
    counted: Literal["day", "end of month", "end of year"] = "day"
    step: Literal["one", "any"] = "any"
    grace: DurationField | None = None


class Tiers(Part):
    """Tiers, judged by a qualifying measure that is never the balance."""

    measure: Literal["spend", "visits", "points earned"] = "spend"
    window: Rolling | Literal["calendar year", "half year", "lifetime"] = "lifetime"
    levels: Items[Level]
    """In rising order; the first is the entry tier. Thresholds: money for `spend`, whole numbers otherwise."""
    upgrade: Literal["next order", "this order"] = "next order"
    """`next order`: the tier at the start of an order rules that order; `this order`: the order itself counts first."""
    review: Review | None = None
    """Without it a tier once reached is kept."""

    @model_validator(mode="before")
    @classmethod
    def _mark_counted(cls, value: Any) -> Any:
        """Thresholds are read as money only when the measure is money."""
        if not isinstance(value, Mapping) or value.get("measure", "spend") == "spend":
            return value
        levels = value.get("levels")
        if not isinstance(levels, list | tuple):
            return value
        marked = [
            {**level, "from": _Counted(level["from"])} if isinstance(level, Mapping) and "from" in level else level
            for level in levels
        ]
        return {**value, "levels": marked}


# --- cards, referral, memberships, gestures --------------------------------------------------------


class Visit(Part):
    """What counts as a visit."""

    minimum: Money | None = None
    """Least amount spent; visits without an amount count only when there is none."""
    per: Literal["day", "purchase"] = "day"
    """At most one a day (in the zone of the store), or each."""


class Card(Clause):
    """A visit card: every Nth visit (or stamp) gives something, then the card starts again."""

    name: TextField | None = None
    every: Annotated[int, Field(ge=1, le=1000)]
    counts_first: bool = True
    """Whether the customer's very first visit counts; `false`: "the 10th return visit" is the eleventh visit."""
    visit: Visit = Visit()
    stamps_per: Money | None = None
    """Instead of visits: one stamp for each full amount of a purchase (net goods)."""
    gives: Gives
    valid: DurationField | None = None
    """How long what is given can be claimed."""
    repeats: bool = True
    who: Who | None = None


class ReferralReward(Part):
    """What one side of a referral gets."""

    points: Positive | None = None
    voucher: Money | None = None
    valid: DurationField | None = None


class Referral(Clause):
    """A customer brings a new one; both may be rewarded, once per friend. Self-referral and cycles are refused."""

    referrer: ReferralReward
    friend: ReferralReward | None = None
    first_order_at_least: Money | None = None
    pending: Pending | None = None
    """When the reward is given: after the friend's first order, its return window passed."""
    most_per_year: Positive | None = None


class Membership(Clause):
    """A paid or registered membership, for member prices (`who: {membership: …}`)."""

    name: TextField
    valid: DurationField | None = None
    price: Money | None = None


class NthTrigger(Part):
    """The nth order or visit, or each anniversary of joining."""

    order: Positive | None = None
    visit: Positive | None = None
    anniversary: bool = False
    birthday: bool = False


class SignatureGesture(Clause):
    """A distinctive promise: something done once per customer (or year) at a moment that matters."""

    name: TextField
    on: NthTrigger
    gives: Gives
    limit_total: Positive | None = None


class Loyalty(Part):
    """What makes a customer a regular."""

    points: Points | None = None
    tiers: Tiers | None = None
    cards: Items[Card] = ()
    referral: Referral | None = None
    memberships: Items[Membership] = ()
    gestures: Items[SignatureGesture] = ()


__all__ = [
    "Base",
    "Benefit",
    "Card",
    "Count",
    "EarnRule",
    "Expire",
    "Id",
    "Level",
    "Loyalty",
    "Membership",
    "Name",
    "OneOrMany",
    "Pending",
    "Points",
    "Redeem",
    "Referral",
    "Review",
    "Reward",
    "Rolling",
    "SignatureGesture",
    "Tiers",
    "Visit",
]
