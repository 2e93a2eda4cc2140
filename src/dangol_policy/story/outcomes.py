"""The closed set of what an event can lead to. `change` says what each does to the world; the database has one table
of verbs for them. Each names the instant it takes effect, and the clause, version and order it comes from.

Points are in smallest parts, money in minor units, instants are aware. Source: policy language, section 5.8-5.12.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from dangol_policy.story.state import (
    Counts,
    Lot,
    Membership,
    Order,
    PointState,
    Profile,
    Refunded,
    Stamp,
    Visit,
    Voucher,
)

MoveKind = Literal[
    "earn", "grant", "mature", "spend", "expire", "reverse", "make-good", "owe", "repay", "waive", "restore", "date"
]
"""earn, grant: new points. mature: pending become usable. reverse: taken back. make-good, owe: spent points are taken
back by a debt. repay: later points fill the debt. waive: the debt is let off. restore: spent points come back.
date: pending points got their day."""


@dataclass(frozen=True, slots=True)
class LotOpened:
    """A new lot, still empty; movements fill it."""

    customer: str
    lot: Lot


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry of the ledger: points of one lot go from one state to another (`origin` "" = from nothing)."""

    customer: str
    lot: str
    kind: MoveKind
    origin: PointState | Literal[""]
    target: PointState
    points: int
    clause: str
    version: int | None
    order: str | None
    at: dt.datetime
    usable_from: dt.datetime | None = None
    """New day on which the lot's points become usable; None: as it is."""
    expires_at: dt.datetime | None = None
    """New expiry of the lot; None: as it is."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount began to count for the tier on a local day, or no longer counts when negative."""

    customer: str
    day: dt.date
    counts: Counts
    reason: Literal["order", "visit", "return", "cancel"]
    order: str | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class TierSet:
    """The customer holds this tier: reached, kept, or fallen to."""

    customer: str
    tier: str
    reason: Literal["entry", "reached", "kept", "review", "policy"]
    review_at: dt.datetime | None
    version: int | None
    order: str | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Stamped:
    """A visit card saw a visit: `stamp.count` stamps (0 when the first visit does not count)."""

    customer: str
    stamp: Stamp
    version: int | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Unstamped:
    """Stamps of a slot were taken back; `stamp` is what stands now (count 0: the slot is free again)."""

    customer: str
    stamp: Stamp
    taken: int
    version: int | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class RoundsChanged:
    """So many rounds of a card were rewarded."""

    customer: str
    card: str
    rounds: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Issued:
    """A voucher or gift was given."""

    voucher: Voucher
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class VoucherUsed:
    """A voucher or gift was used, on an order or by itself."""

    customer: str
    voucher: str
    order: str | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class VoucherReleased:
    """A used voucher became free again because its order was undone."""

    customer: str
    voucher: str
    expires_at: dt.datetime | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class VoucherEnded:
    """A voucher expired unused, or was withdrawn."""

    customer: str
    voucher: str
    state: Literal["expired", "revoked"]
    reason: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class UseTaken:
    """One use of a promotion (or of a gesture that is limited in all)."""

    clause: str
    customer: str | None
    order: str | None
    amount: int
    version: int | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class UseReleased:
    """The order of a use was cancelled. It stays counted, as cancelled; the policy says if it counts."""

    clause: str
    customer: str | None
    order: str
    amount: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class OrderPlaced:
    """A purchase was recorded."""

    order: Order


@dataclass(frozen=True, slots=True)
class OrderDelivered:
    """The goods arrived."""

    order: str
    customer: str | None
    on: dt.date
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class UnitsReturned:
    """Units came back and money was refunded."""

    order: str
    customer: str | None
    units: tuple[tuple[int, tuple[int, ...]], ...]
    """(position of the line, positions of its units)."""
    refunded: Refunded
    reason: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class OrderCancelled:
    """An order was undone before it was fulfilled."""

    order: str
    customer: str | None
    refunded: Refunded
    last_order: dt.datetime | None
    """When the customer's last order that stands was placed."""
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class VisitRecorded:
    """A customer came by."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class VisitCancelled:
    """A visit was recorded by mistake."""

    number: str
    customer: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Joined:
    """A customer was met; `profile` is all that is known at that moment."""

    customer: str
    profile: Profile
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Grouped:
    """A known customer came into segments and memberships."""

    customer: str
    segments: tuple[str, ...]
    memberships: tuple[Membership, ...]
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Referred:
    """A customer was brought by another."""

    friend: str
    referrer: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ReferralChanged:
    """The reward of a referral waits for an order and a day, or was given, or will not be."""

    friend: str
    referrer: str
    clause: str
    version: int | None
    order: str | None
    due: dt.datetime | None
    state: Literal["waiting", "rewarded", "void"]
    reason: str
    at: dt.datetime


Outcome = (
    LotOpened
    | Moved
    | Counted
    | TierSet
    | Stamped
    | Unstamped
    | RoundsChanged
    | Issued
    | VoucherUsed
    | VoucherReleased
    | VoucherEnded
    | UseTaken
    | UseReleased
    | OrderPlaced
    | OrderDelivered
    | UnitsReturned
    | OrderCancelled
    | VisitRecorded
    | VisitCancelled
    | Joined
    | Grouped
    | Referred
    | ReferralChanged
)
"""Everything an event can lead to."""
