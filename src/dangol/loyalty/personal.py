"""What is kept about a person in this room, and how to hand it over."""

from uuid import UUID

from dangol.lib.personal import Holding, Record, rows_of
from dangol.loyalty.models import (
    Account,
    Budget,
    Card,
    Counted,
    Entry,
    Lot,
    PromotionUse,
    ReferralReward,
    Stamp,
    TierChange,
    Voucher,
    VoucherUse,
)

_LEDGER = "figures and ids only; the ledger must stay derivable, and without identities it names nobody"


def _rewards(customer: UUID) -> list[Record]:
    mine = ReferralReward.objects.filter(referrer_id=customer) | ReferralReward.objects.filter(friend_id=customer)
    return [dict(row) for row in mine.values()]


HOLDINGS = (
    Holding(Account, "balances, tier, how much was bought", rows_of(Account), kept_because=_LEDGER),
    Holding(Lot, "points received", rows_of(Lot, "account_id"), kept_because=_LEDGER),
    Holding(Entry, "each movement of points", rows_of(Entry, "account_id"), kept_because=_LEDGER),
    Holding(Counted, "what counted for the tier, by day", rows_of(Counted, "account_id"), kept_because=_LEDGER),
    Holding(TierChange, "moves between tiers", rows_of(TierChange, "account_id"), kept_because=_LEDGER),
    Holding(Card, "visit cards", rows_of(Card, "account_id"), kept_because=_LEDGER),
    Holding(Stamp, "stamps on visit cards", rows_of(Stamp, "account_id"), kept_because=_LEDGER),
    Holding(Voucher, "vouchers and gifts given", rows_of(Voucher), kept_because=_LEDGER),
    Holding(VoucherUse, "vouchers and gifts used", rows_of(VoucherUse), kept_because=_LEDGER),
    Holding(PromotionUse, "promotions used", rows_of(PromotionUse), kept_because=_LEDGER),
    Holding(ReferralReward, "rewards for bringing others or being brought", _rewards, kept_because=_LEDGER),
    Holding(Budget),
)
