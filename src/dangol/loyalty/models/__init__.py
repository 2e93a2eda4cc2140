"""Tables of loyalty: the ledger of points, tiers, visit cards, vouchers, uses and budgets, rewarded referrals."""

from dangol.loyalty.models.cards import Card, Stamp
from dangol.loyalty.models.ledger import Account, Counted, Entry, Lot
from dangol.loyalty.models.referrals import ReferralReward
from dangol.loyalty.models.tiers import TierChange
from dangol.loyalty.models.uses import Budget, PromotionUse
from dangol.loyalty.models.vouchers import Voucher, VoucherUse

__all__ = [
    "Account",
    "Budget",
    "Card",
    "Counted",
    "Entry",
    "Lot",
    "PromotionUse",
    "ReferralReward",
    "Stamp",
    "TierChange",
    "Voucher",
    "VoucherUse",
]
