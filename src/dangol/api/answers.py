"""The shapes of what comes out, for the description of the API; the stories write the values themselves."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, RootModel

Amount = Annotated[int | str, Field(description="As declared with `money`: whole minor units, or text in major units.")]
Points = Annotated[int, Field(description="Smallest parts of a point.")]


class Shape(BaseModel):
    """Base of what comes out."""

    model_config = ConfigDict(use_attribute_docstrings=True, extra="allow")


# --- decisions -------------------------------------------------------------------------------------


class ReasonOut(Shape):
    """Why something did not apply: a code, and the figures behind it."""

    code: str
    have: Amount | None = None
    need: Amount | None = None
    other: str | None = None


class DiscountOut(Shape):
    """What one clause took off a line."""

    clause: str
    amount: Amount


class LineOut(Shape):
    """One line of the basket."""

    id: str
    quantity: int
    list_amount: Amount
    discounts: list[DiscountOut]
    amount: Amount
    unit_amounts: list[Amount]
    """What each unit costs after all discounts; adds up to `amount`."""
    points: Points
    points_paid: Amount
    tax: Amount


class ShareOut(Shape):
    """A line's share, by its position from 0."""

    line: int
    amount: Amount


class AppliedOut(Shape):
    """A clause that acted."""

    clause: str
    phase: str
    amount: Amount
    lines: list[ShareOut]
    times: int
    code: str | None


class NotAppliedOut(Shape):
    """A clause that did not act, why, and what it would have given."""

    clause: str
    reasons: list[ReasonOut]
    would_give: Amount | None


class NearestOut(Shape):
    """The promotion that needs least more, and what for."""

    clause: str
    more_units: int | None
    more_spend: Amount | None
    would_give: Amount | None


class GiftOut(Shape):
    """An item, voucher or entitlement that comes with the order."""

    clause: str
    kind: str
    item: str
    units: int
    amount: Amount | None
    rate: str | None
    lines: list[int]


class CodeOut(Shape):
    """What became of a code that was entered."""

    code: str
    accepted: bool
    reasons: list[ReasonOut]


class VoucherUsedOut(Shape):
    """What a held voucher paid."""

    code: str
    amount: Amount


class EarnedOut(Shape):
    """Points one rule gives, with its sum shown."""

    clause: str
    base: int
    exact: str
    rate: str


class AnnouncedOut(Shape):
    """The prior price a reduction is announced against."""

    clause: str
    line: int
    prior_price: Amount
    percent: str


class DecisionOut(Shape):
    """What the policy says: totals, what applied, what did not and why, the nearest miss, the points and their sum."""

    policy: str
    """sha-256 of the policy's text."""
    version: int | None
    at: datetime
    currency: str
    tier: str | None
    lines: list[LineOut]
    list_total: Amount
    discount: Amount
    subtotal: Amount
    shipping_list: Amount
    shipping: Amount
    tax: Amount
    total: Amount
    points_used: Points
    points_paid: Amount
    points_reasons: list[ReasonOut]
    vouchers_used: list[VoucherUsedOut]
    gift_card: Amount
    due: Amount
    applied: list[AppliedOut]
    not_applied: list[NotAppliedOut]
    nearest: NearestOut | None
    gifts: list[GiftOut]
    codes: list[CodeOut]
    points: Points
    earned: list[EarnedOut]
    announced: list[AnnouncedOut]


class TakenOffOut(Shape):
    """What a clause took off the order in all."""

    clause: str
    amount: Amount


class AgainstOut(Shape):
    """A clause that did not act, and the first reason why."""

    clause: str
    reason: str


class BriefOut(Shape):
    """A decision in brief: totals, what each clause took off, and the first reason of each that did not act."""

    version: int | None
    at: datetime
    currency: str
    tier: str | None
    list_total: Amount
    discount: Amount
    subtotal: Amount
    shipping: Amount
    total: Amount
    points_used: Points
    points_paid: Amount
    gift_card: Amount
    due: Amount
    points: Points
    applied: list[TakenOffOut]
    not_applied: list[AgainstOut]


class QuoteOut(RootModel[DecisionOut | BriefOut]):
    """The decision, explained as was asked for."""


class QuotedOut(Shape):
    """The answer to one situation of a batch: a quote, or the problem with it."""

    quote: DecisionOut | BriefOut | None = None
    problem: dict[str, Any] | None = None


class QuotesOut(Shape):
    """One answer for each situation, in the same order."""

    quotes: list[QuotedOut]


# --- the ledger ------------------------------------------------------------------------------------


class EntryOut(Shape):
    """One movement of points from one state to another."""

    customer: str
    lot: str
    kind: str
    from_: str = Field(alias="from")
    to: str
    points: Points
    order: str | None
    clause: str
    version: int | None
    at: datetime


class VoucherOut(Shape):
    """A voucher or gift."""

    id: str
    clause: str
    kind: str
    item: str
    units: int
    amount: Amount | None
    rate: str | None
    minimum: Amount | None
    issued_at: datetime | None
    expires: date | None
    """The last day on which it can be used."""
    state: str


class LotOut(Shape):
    """Points that came together."""

    id: str
    clause: str
    order: str | None
    pending: Points
    usable: Points
    spent: Points
    expired: Points
    reversed: Points
    usable_from: datetime | None
    expires: date | None


class AccountOut(Shape):
    """A customer's standing after what was done."""

    customer: str
    usable: Points
    pending: Points
    debt: Points
    tier: str | None
    tier_since: datetime | None
    review_on: date | None
    valid_until: date | None
    qualifying: Amount | None
    orders: int
    visits: int
    cards: dict[str, int]
    vouchers: list[VoucherOut]
    lots: list[LotOut]


# --- what was done ---------------------------------------------------------------------------------


class PurchasedOut(Shape):
    """The purchase as it was recorded."""

    order: UUID
    number: str
    decision: DecisionOut
    entries: list[EntryOut]
    account: AccountOut | None
    vouchers: list[VoucherOut]


class DeliveredOut(Shape):
    """The delivery is recorded."""

    order: UUID
    entries: list[EntryOut]
    account: AccountOut | None


class RefundOut(Shape):
    """What comes back, by what it was for and by what it had been paid with."""

    goods: Amount
    shipping: Amount
    fee: Amount
    money: Amount
    gift_card: Amount
    points: Points
    taken_back: Points
    shortfall: Points
    total: Amount


class ReturnReasonOut(Shape):
    """What speaks against a return."""

    code: str


class PreviewOut(Shape):
    """What a return would give, and whether it is allowed."""

    number: str
    allowed: bool
    reasons: list[ReturnReasonOut]
    refund: RefundOut | None = None


class ReturnedOut(Shape):
    """The goods are back."""

    order: UUID
    number: str
    refund: RefundOut
    entries: list[EntryOut]
    account: AccountOut | None


class CancelledOut(Shape):
    """The order is as if it had not been."""

    order: UUID
    number: str
    refund: RefundOut
    entries: list[EntryOut]
    account: AccountOut | None


class VisitOut(Shape):
    """The visit is recorded."""

    visit: UUID
    number: str | None
    counted: bool
    stamps: dict[str, int]
    issued: list[VoucherOut]
    account: AccountOut | None


class VisitCancelledOut(Shape):
    """The visit was taken back."""

    account: AccountOut | None


class RedeemedOut(Shape):
    """The points are exchanged."""

    points: Points
    issued: list[VoucherOut]
    entries: list[EntryOut]
    account: AccountOut | None


class ClaimedOut(Shape):
    """The voucher or gift is used."""

    voucher: VoucherOut
    account: AccountOut | None


class GrantedOut(Shape):
    """The points, voucher or gift are given."""

    issued: list[VoucherOut] = []
    entries: list[EntryOut]
    account: AccountOut | None
