"""Verbs of loyalty. Points, tier and measures are told to an open book; the rest is done by the verbs here.

Locks are taken in this order: purchase, account (a friend's before the referrer's), vouchers, budgets by clause id.
"""

from dangol.loyalty.actions.cards import set_rounds, stamp, unstamp
from dangol.loyalty.actions.looking import look_again
from dangol.loyalty.actions.referrals import set_referral
from dangol.loyalty.actions.uses import Use, confirm_uses, lock_budgets, release_uses, reserve_uses
from dangol.loyalty.actions.vouchers import (
    expire_voucher,
    issue_voucher,
    release_voucher,
    revoke_voucher,
    use_voucher,
)
from dangol.loyalty.ledger import Book, open_book

__all__ = [
    "Book",
    "Use",
    "confirm_uses",
    "expire_voucher",
    "issue_voucher",
    "lock_budgets",
    "look_again",
    "open_book",
    "release_uses",
    "release_voucher",
    "reserve_uses",
    "revoke_voucher",
    "set_referral",
    "set_rounds",
    "stamp",
    "unstamp",
    "use_voucher",
]
