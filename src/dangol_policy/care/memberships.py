"""Whether a body the business belongs to may be shown: a badge goes when the membership ends."""

from __future__ import annotations

import datetime as dt

from dangol_policy.calendar import end_of_day
from dangol_policy.model.business import Membership
from dangol_policy.model.policy import Policy


def current(policy: Policy, at: dt.datetime) -> tuple[Membership, ...]:
    """The memberships that hold at an instant: through the day of renewal, in the zone of the business."""
    zone = policy.business.timezone
    return tuple(
        one for one in policy.business.memberships if one.renewal is None or at < end_of_day(one.renewal, zone)
    )
