"""Decisions as values with reasons: what a quote says, what applied, what did not and why.

All amounts are integer minor units; points are integers in the smallest part of a point. A decision holds codes and
figures only; `words` turns them into sentences in the reader's language.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from dangol_policy.model.gives import Phase

ReasonCode = Literal[
    "not-begun",  # figures: first day
    "ended",  # figures: last day
    "wrong-weekday",
    "wrong-hour",
    "wrong-store",
    "wrong-channel",
    "wrong-payment",
    "code-missing",
    "guest",  # only for enrolled customers
    "members-excluded",
    "wrong-tier",
    "wrong-segment",
    "no-membership",
    "member-too-short",
    "member-too-long",
    "not-birthday",
    "wrong-order-number",
    "ordered-recently",
    "not-referred",
    "customer-excluded",  # a `not` condition held
    "customer-condition",  # none of several alternatives held
    "units-short",  # figures: have, need
    "units-over",
    "spend-short",  # figures: have, need (minor units)
    "spend-over",
    "need-excluded",
    "need-alternatives",
    "nothing-matches",  # no line the gift could act on
    "nothing-left",  # matching lines are free or at their floor already
    "too-small",  # comes to less than half of the smallest coin
    "no-shipping",
    "better-in-group",  # figures: clause that won
    "alone-better",  # another promotion stands alone and is better
    "others-better",  # this one stands alone and the others together are better
    "limit-customer",  # figures: used, limit
    "limit-total",
    "budget",  # figures: needed, left
    "no-tier-value",  # the value names tiers and not this one
    "reward-not-chosen",
    "points-short",
    "voucher-expired",
    "voucher-minimum",
    "not-dearer",  # a bundle or fixed price that would not lower the price
    "no-order-yet",  # only for customers who have ordered before
    "enough-together",  # figures: need = most promotions that go together
    "unknown-reward",  # the policy knows no reward of this id
    "points-not-payment",  # points pay nothing in this policy
    "points-minimum",  # figures: have, need (smallest parts of a point)
    "points-limit",  # figures: need = most points that may be used here
    "points-step",  # figures: need = the step points are used in
    "order-minimum",  # figures: have, need (minor units)
]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something did not apply: `have` and `need` are units or minor units by the code, `other` a clause or day."""

    code: ReasonCode
    have: int | None = None
    need: int | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """A clause that acted: its discount in all, per line (by position) and, for bundles, how often."""

    clause: str
    phase: Phase
    amount: int
    lines: tuple[tuple[int, int], ...] = ()
    """(position of the line in the basket from 0, minor units)."""
    times: int = 1
    code: str | None = None
    """The code that opened it."""


@dataclass(frozen=True, slots=True)
class NotApplied:
    """A clause that did not act: every reason, and what it would have given by itself (None: not to be said)."""

    clause: str
    reasons: tuple[Reason, ...]
    would_give: int | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """The nearest miss: the clause that needs least more, and what for ("2,000 more for free shipping")."""

    clause: str
    more_units: int | None = None
    more_spend: int | None = None
    would_give: int | None = None


@dataclass(frozen=True, slots=True)
class LineResult:
    """One line of the answer, at its position in the basket."""

    id: str
    quantity: int
    list_amount: int
    discounts: tuple[tuple[str, int], ...]
    """(clause, minor units) in the order they acted."""
    amount: int
    """After discounts."""
    unit_amounts: tuple[int, ...]
    """Amount of each unit after discounts; adds up to `amount`. Returns need them."""
    points: int = 0
    """Share of the points earned."""
    points_paid: int = 0
    """Share of what points paid (minor units)."""
    tax: int = 0


@dataclass(frozen=True, slots=True)
class Gift:
    """An item, voucher or entitlement that comes with the order."""

    clause: str
    kind: Literal["item", "proposed", "voucher", "free returns", "free shipping", "warranty", "priority", "gesture"]
    item: str = ""
    units: int = 1
    amount: int | None = None
    rate: str | None = None
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Earned:
    """Points one rule or bonus gives, with its sum shown."""

    clause: str
    base: int
    """Minor units (or units, for rules per unit) the rule counted on."""
    exact: Fraction
    """Before rounding, in smallest parts of a point."""
    rate: str = ""
    """As written: `3%`, `5 per 1.00`, `x2`, `+100`."""


@dataclass(frozen=True, slots=True)
class CodeResult:
    """What became of a code that was entered."""

    code: str
    accepted: bool
    reasons: tuple[Reason, ...] = ()
    """Empty reasons on a refused code: no promotion knows it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A quote: the same policy, basket, customer and instant always give the same decision."""

    policy: str
    """sha-256 of the policy's text."""
    version: int | None
    """Number of the version, when the business keeps versions."""
    at: dt.datetime
    currency: str
    tier: str | None
    """The tier that ruled the order."""
    lines: tuple[LineResult, ...]
    list_total: int
    discount: int
    """On goods."""
    subtotal: int
    """Goods after discounts."""
    shipping_list: int
    shipping: int
    tax: int
    """All tax, held in prices or put on top."""
    total: int
    """To pay before points and gift cards, tax included."""
    points_used: int
    points_paid: int
    vouchers_used: tuple[tuple[str, int], ...]
    """(code, minor units) of vouchers the customer held; already inside `discount`."""
    gift_card: int
    due: int
    applied: tuple[Applied, ...]
    not_applied: tuple[NotApplied, ...]
    nearest: Miss | None
    gifts: tuple[Gift, ...]
    codes: tuple[CodeResult, ...]
    points: int
    """Points to be earned, rounded once."""
    earned: tuple[Earned, ...]
    announced: tuple[tuple[str, int, int, str], ...] = ()
    """(clause, line position, prior price, percent as text) for promotions with a reference price."""
    points_reasons: tuple[Reason, ...] = ()
    """Why fewer points were used as payment than the customer asked for."""
