"""What a story knows: each customer's standing, the orders, the visits, and what was used of each limit.

All values are immutable. Points are integers of the smallest part of a point, money is integer minor units,
instants are aware. Ids are opaque text: a counter's in memory, the hexadecimal form of a row's id in the database.
Source: policy language, section 5.8-5.12.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dangol_policy.decision import Decision
from dangol_policy.situation import Situation

PointState = Literal["pending", "usable", "spent", "expired", "reversed"]
POINT_STATES: tuple[PointState, ...] = ("pending", "usable", "spent", "expired", "reversed")
VoucherKind = Literal[
    "voucher", "item", "free returns", "free shipping", "warranty", "priority", "gesture", "offer", "points"
]
VoucherState = Literal["issued", "used", "expired", "revoked"]


@dataclass(frozen=True, slots=True)
class Lot:
    """Points that came together and go together. A debt is a lot below zero (`debt_of` names the lot it is for)."""

    id: str
    clause: str
    version: int | None
    order: str | None
    at: dt.datetime
    granted: int
    pending: int = 0
    usable: int = 0
    spent: int = 0
    expired: int = 0
    reversed: int = 0
    made_good: int = 0
    """Spent points that were taken back by a debt, so that they are never asked for again."""
    debt_of: str | None = None
    usable_from: dt.datetime | None = None
    """None while pending: they wait for the goods to arrive."""
    expires_at: dt.datetime | None = None
    """The first instant at which they can no longer be used."""

    @property
    def standing(self) -> int:
        """Points that were not taken back yet, wherever they are now."""
        return self.granted - self.reversed - self.made_good

    @property
    def due(self) -> dt.datetime | None:
        """When time will next move points of this lot."""
        if self.pending:
            return self.usable_from
        return self.expires_at if self.usable > 0 else None


@dataclass(frozen=True, slots=True)
class Counts:
    """What counts towards a tier."""

    spend: int = 0
    """Net goods, minor units."""
    visits: int = 0
    points: int = 0
    """Points earned by orders, smallest parts."""
    orders: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.spend + other.spend,
            self.visits + other.visits,
            self.points + other.points,
            self.orders + other.orders,
        )

    def __neg__(self) -> Counts:
        return Counts(-self.spend, -self.visits, -self.points, -self.orders)

    def __bool__(self) -> bool:
        return bool(self.spend or self.visits or self.points or self.orders)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Stamps given for one visit or order. `slot` is what may be stamped once: a day, a visit or an order."""

    card: str
    slot: str
    count: int
    order: str | None = None
    visit: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A customer's visit card: all stamps that stand, how many rounds were rewarded, and visits seen."""

    stamps: int = 0
    rounds: int = 0
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Voucher:
    """A voucher or gift in a customer's hands."""

    id: str
    customer: str
    clause: str
    version: int | None
    kind: VoucherKind
    occasion: str
    """Why it was given: the same occasion gives it once."""
    issued_at: dt.datetime
    item: str = ""
    units: int = 1
    amount: int | None = None
    rate: str | None = None
    minimum: int = 0
    expires_at: dt.datetime | None = None
    state: VoucherState = "issued"
    order: str | None = None
    """The order it came with."""
    used_on: str | None = None
    """The order it was used on; None when used outside of an order."""


@dataclass(frozen=True, slots=True)
class Uses:
    """How often a promotion was used, and how much it gave."""

    used: int = 0
    cancelled: int = 0
    """Of these, how many belong to cancelled orders."""
    spent: int = 0
    """Discount given by uses that stand, minor units."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a promotion by an order."""

    clause: str
    amount: int
    version: int | None


@dataclass(frozen=True, slots=True)
class Membership:
    """A membership held until an instant (None: for good)."""

    id: str
    since: dt.datetime
    until: dt.datetime | None = None

    def holds(self, at: dt.datetime) -> bool:
        """Whether it is valid at the instant."""
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True)
class Friend:
    """The referral of a customer who was brought by another, and what became of its reward."""

    referrer: str
    order: str | None = None
    """The first order, for which the reward is given."""
    due: dt.datetime | None = None
    """When the reward is given; None while it is unknown (no order yet, or not delivered)."""
    state: Literal["waiting", "rewarded", "void"] = "waiting"


@dataclass(frozen=True, slots=True)
class Profile:
    """What loyalty knows about a person."""

    member_since: dt.date | None = None
    birthday: dt.date | None = None
    segments: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One customer's standing.

    `days` holds what counts towards the tier by local day; `counted` is the sum over all time. In the database only
    lots with points to move, vouchers in hand and the days of the tier's window are loaded; that is all a step reads.
    """

    customer: str
    profile: Profile = Profile()
    lots: Mapping[str, Lot] = field(default_factory=dict)
    spent: int = 0
    """Points that are spent and did not come back, over all time; what only repaid a debt is not among them."""
    tier: str = ""
    tier_since: dt.datetime | None = None
    review_at: dt.datetime | None = None
    counted: Counts = Counts()
    days: Mapping[dt.date, Counts] = field(default_factory=dict)
    last_order: dt.datetime | None = None
    cards: Mapping[str, Card] = field(default_factory=dict)
    stamps: Mapping[tuple[str, str], Stamp] = field(default_factory=dict)
    vouchers: Mapping[str, Voucher] = field(default_factory=dict)
    given: frozenset[tuple[str, str]] = frozenset()
    """(clause, occasion) of everything that is given once."""
    uses: Mapping[str, Uses] = field(default_factory=dict)
    friend: Friend | None = None
    """Set when this customer was brought by another."""
    rewarded: tuple[dt.datetime, ...] = ()
    """When this customer was rewarded for bringing friends."""
    due: dt.datetime | None = None
    """When time will next change something, as known after the last event."""

    @property
    def balance(self) -> int:
        """Usable points less debts; may be negative."""
        return sum(lot.usable for lot in self.lots.values())

    @property
    def pending(self) -> int:
        """Points that wait."""
        return sum(lot.pending for lot in self.lots.values())


@dataclass(frozen=True, slots=True)
class Refunded:
    """What came back of an order so far, by what it was paid with (minor units; `points` in smallest parts)."""

    goods: int = 0
    shipping: int = 0
    by_points: int = 0
    points: int = 0
    gift_card: int = 0
    money: int = 0
    fee: int = 0
    kept_back: int = 0
    """Money kept because points that had to be taken back were gone (`reduce-refund`)."""

    def __add__(self, other: Refunded) -> Refunded:
        return Refunded(
            self.goods + other.goods,
            self.shipping + other.shipping,
            self.by_points + other.by_points,
            self.points + other.points,
            self.gift_card + other.gift_card,
            self.money + other.money,
            self.fee + other.fee,
            self.kept_back + other.kept_back,
        )


@dataclass(frozen=True, slots=True)
class Order:
    """A purchase with the decision it was made on; returns are judged by that version of the policy."""

    id: str
    number: str
    customer: str | None
    at: dt.datetime
    version: int | None
    situation: Situation
    decision: Decision
    delivered: dt.date | None = None
    state: Literal["placed", "cancelled"] = "placed"
    counts_as_visit: bool = False
    """Whether it counts as a visit towards the tier: at most one visit a day does."""
    uses: tuple[Use, ...] = ()
    spent: tuple[tuple[str, int], ...] = ()
    """(lot, points) the order spent and did not get back, in the order they were taken."""
    returned: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Units that came back, by line position: positions in `unit_amounts`."""
    refunded: Refunded = Refunded()


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that was recorded."""

    id: str
    number: str
    customer: str
    at: dt.datetime
    day: dt.date
    amount: int | None = None
    store: str | None = None
    counted: bool = False
    """Whether it counts towards the tier: at most one visit a day does."""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """Everything a story has led to."""

    accounts: Mapping[str, Account] = field(default_factory=dict)
    orders: Mapping[str, Order] = field(default_factory=dict)
    """By id."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Order's number to its id."""
    visits: Mapping[str, Visit] = field(default_factory=dict)
    """By number."""
    uses: Mapping[str, Uses] = field(default_factory=dict)
    """What all customers together have used of each promotion."""
