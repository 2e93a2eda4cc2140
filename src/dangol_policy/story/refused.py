"""What a step refuses: nothing has changed when one of these is raised."""

from __future__ import annotations

from typing import Literal

RefusalCode = Literal[
    "unknown-customer",
    "unknown-order",
    "unknown-voucher",
    "unknown-reward",
    "unknown-visit",
    "unknown-line",
    "number-taken",
    "request-reused",
    "time-went-back",
    "already-cancelled",
    "already-delivered",
    "already-returned",
    "nothing-to-return",
    "return-not-allowed",
    "delivered-before-order",
    "voucher-used",
    "voucher-expired",
    "voucher-revoked",
    "voucher-not-money",
    "points-short",
    "points-minimum",
    "points-step",
    "points-maximum",
    "points-not-payable",
    "no-points",
    "nothing-chosen",
    "referral-self",
    "referral-again",
    "referral-circle",
    "referral-ordered",
    "no-referral",
]


class Refused(Exception):
    """A step that was not carried out: a code, what happened and the way out, and the figures it is about."""

    def __init__(self, code: RefusalCode, message: str, **figures: int | str) -> None:
        super().__init__(message)
        self.code: RefusalCode = code
        self.message = message
        self.figures = figures
