"""The customer's card as one value: tier and distance to the next, points by state, stamps, vouchers, entries.

The API, the counter and the customer's own page all show this and nothing else, so they cannot disagree.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NextTier:
    """The tier above and what is missing: minor units, visits or smallest parts of a point, as `measure` says."""

    id: str
    name: str
    measure: str
    missing: int
    reached: int
    threshold: int
    says: str

    @property
    def share(self) -> int:
        """How much of the way is done, 0 to 100."""
        return min(100, self.reached * 100 // self.threshold) if self.threshold else 100


@dataclass(frozen=True, slots=True)
class TierView:
    """The tier held now; `holds_until` is None when it is kept for good."""

    id: str
    name: str
    since: datetime | None
    holds_until: datetime | None
    benefits: tuple[str, ...]
    next: NextTier | None


@dataclass(frozen=True, slots=True)
class LotView:
    """Points that come and go together."""

    points: int
    state: str
    usable_from: datetime | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class PointsView:
    """Points by state, in the smallest part of a point."""

    name: str
    decimals: int
    usable: int
    pending: int
    spent: int
    expired: int
    owed: int
    lots: tuple[LotView, ...]

    @property
    def next_expiry(self) -> LotView | None:
        """The usable lot that lapses first."""
        dated = [(lot.expires_at, lot) for lot in self.lots if lot.state == "usable" and lot.expires_at is not None]
        return min(dated, key=lambda pair: pair[0])[1] if dated else None


@dataclass(frozen=True, slots=True)
class StampsView:
    """A visit card and how full it is."""

    id: str
    name: str
    filled: int
    needed: int
    says: str


@dataclass(frozen=True, slots=True)
class VoucherView:
    """A voucher or gift in the customer's hands."""

    id: UUID
    code: str
    says: str
    clause: str
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class EntryView:
    """One movement of points, explained."""

    at: datetime
    kind: str
    points: int
    says: str
    clause: str
    version: int | None
    order: str


@dataclass(frozen=True, slots=True)
class RewardView:
    """Something points can be exchanged for now."""

    id: str
    name: str
    points: int
    affordable: bool


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything a customer's card shows."""

    customer: UUID
    name: str
    member_since: datetime | None
    business: str
    currency: str
    zone: str
    version: int
    tier: TierView | None
    points: PointsView | None
    cards: tuple[StampsView, ...]
    vouchers: tuple[VoucherView, ...]
    rewards: tuple[RewardView, ...]
