"""The reward of a referral: it waits for an order and a day, is given once, or becomes void."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.loyalty.errors import AlreadyRewarded
from dangol.loyalty.ledger import open_book
from dangol.loyalty.models import ReferralReward
from dangol.loyalty.models.referrals import REWARDED


def set_referral(
    *,
    act: Act,
    friend: UUID,
    referrer: UUID,
    clause: str,
    version: int | None,
    state: Literal["waiting", "rewarded", "void"],
    order: UUID | None = None,
    due_at: datetime | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> None:
    """What the reward for this friend has come to. Raises AlreadyRewarded once it was given.

    The friend's account is locked before the referrer's: referrals make no circles, so nobody waits in one.
    """
    open_book(act=act, customer=friend)
    values = {
        "referrer_id": referrer,
        "clause": clause,
        "policy_version": version,
        "order_id": order,
        "due_at": due_at,
        "state": state,
        "changed_at": at or act.at,
    }
    _, created = ReferralReward.objects.get_or_create(friend_id=friend, defaults=values)
    open_rewards = ReferralReward.objects.filter(friend_id=friend).exclude(state=REWARDED)
    if not created and not open_rewards.update(**values):
        raise AlreadyRewarded(friend)
    figures: dict[str, object] = {"referrer": referrer, "friend": friend}
    if state == "void":
        figures["reason"] = reason
    record(
        act=act,
        kind=f"referral.{state}",
        customer=referrer if state == "rewarded" else friend,
        subject=order,
        figures=figures,
        version=version,
        clause=clause,
        at=at,
    )
