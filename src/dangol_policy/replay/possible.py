"""What a customer does where the rules do not allow what they did: as much of it as is possible, and it is counted.

Points: as many as there are and may be used. A voucher or gift: another one of the same clause that is in hand. What is
not possible at all does not happen. Nobody does more than they did: what new rules give is not used by anybody, unless
the customer asked for "all points".
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from dangol_policy.model import events as on
from dangol_policy.replay.history import Gift, History
from dangol_policy.situation import HeldVoucher
from dangol_policy.story.play import Played, Story
from dangol_policy.story.state import Voucher

MISSED = ("points", "rewards", "vouchers", "gifts", "returns", "others")
"""What could not happen as it had: points used in part or not at all, rewards not taken, vouchers and gifts not in
hand, returns the policy refuses, and anything else it refuses."""
_TRIES = 4
_KIND_OF_REFUSED: dict[type, str] = {
    on.Redeem: "rewards",
    on.Claim: "gifts",
    on.Return: "returns",
}


def play(story: Story, event: on.StoryEvent, history: History, missed: Counter[str]) -> Iterable[Played]:
    """Lets the event happen as far as the story's rules allow it; counts in `missed` what they do not."""
    if isinstance(event, on.Redeem) and event.points is not None:
        yield _redeem(story, event, missed)
        return
    if _names_gifts(event):
        # What falls due by now may be what is used now.
        yield story.play(on.PassTime.model_construct(at=event.at, time="to"))
    adapted = _adapted(story, event, history, missed)
    if adapted is None:
        return
    played = story.play(adapted)
    if played.refused is not None:
        missed[_KIND_OF_REFUSED.get(type(event), "others")] += 1
    elif isinstance(adapted, on.Purchase):
        _count_fewer(played, adapted, missed)
    yield played


def _names_gifts(event: on.StoryEvent) -> bool:
    return isinstance(event, on.Claim) or (isinstance(event, on.Purchase) and bool(event.basket.vouchers))


def _adapted(story: Story, event: on.StoryEvent, history: History, missed: Counter[str]) -> on.StoryEvent | None:
    if isinstance(event, on.Claim):
        return _claim(story, event, history, missed)
    if isinstance(event, on.Purchase) and event.basket.vouchers:
        return _with_vouchers_in_hand(story, event, history, missed)
    return event


# -- points ---------------------------------------------------------------------------------------------------


def _redeem(story: Story, event: on.Redeem, missed: Counter[str]) -> Played:
    """Tries with fewer points where so many cannot be used."""
    wanted = event.points or 0
    played = story.play(event)
    for _ in range(_TRIES):
        if played.refused is None:
            break
        fewer = _fewer(story, event, played)
        if not 0 < fewer < (event.points or 0):
            break
        event = event.model_copy(update={"points": fewer})
        played = story.play(event)
    if played.refused is not None or (event.points or 0) < wanted:
        missed["points"] += 1
    return played


def _fewer(story: Story, event: on.Redeem, played: Played) -> int:
    """The most points the reason of the refusal leaves, in whole steps."""
    points = story.versions.in_force(played.at).policy.loyalty.points
    rule = points.redeem if points is not None else None
    if points is None or rule is None or played.refused is None:
        return 0
    scale = 10**points.decimals
    most = min(event.points or 0, int(played.refused.figures.get("have", event.points or 0)))
    if rule.maximum is not None:
        most = min(most, rule.maximum * scale)
    return most - most % (rule.step * scale) if rule.step is not None else most


def _count_fewer(played: Played, event: on.Purchase, missed: Counter[str]) -> None:
    """Points and rewards asked for in a basket that the policy did not let be used."""
    decision = played.decision
    if decision is None:
        return
    if decision.points_reasons and event.basket.redeem.points != "max":
        missed["points"] += 1
    taken = {one.clause: one.times for one in decision.applied}
    if any(taken.get(reward, 0) < times for reward, times in event.basket.redeem.rewards.items()):
        missed["rewards"] += 1


# -- vouchers and gifts ---------------------------------------------------------------------------------------


def _claim(story: Story, event: on.Claim, history: History, missed: Counter[str]) -> on.Claim | None:
    owner = next((name for name, one in story.world.accounts.items() if event.claim in one.vouchers), None)
    known = Gift(owner, "") if owner is not None else history.gifts.get(event.claim)
    held = _in_hand(story, known.customer, known.clause, event.at, first=event.claim) if known is not None else []
    if not held:
        missed["gifts"] += 1
        return None
    return event.model_copy(update={"claim": held[0].id})


def _with_vouchers_in_hand(story: Story, event: on.Purchase, history: History, missed: Counter[str]) -> on.Purchase:
    """The basket with vouchers the customer holds instead of those that were used."""
    used: list[HeldVoucher] = []
    for voucher in event.basket.vouchers:
        clause = voucher.clause or getattr(history.gifts.get(voucher.code), "clause", None)
        taken = {one.code for one in used}
        held = _in_hand(story, event.customer or "", clause, event.at, first=voucher.code)
        code = next((one.id for one in held if one.kind == "voucher" and one.id not in taken), None)
        if code is None:
            missed["vouchers"] += 1
        else:
            used.append(HeldVoucher.model_construct(code=code, clause=voucher.clause))
    basket = event.basket.model_copy(update={"vouchers": tuple(used)})
    return event.model_copy(update={"basket": basket})


def _in_hand(story: Story, customer: str, clause: str | None, at: dt.datetime | None, *, first: str) -> list[Voucher]:
    """Usable vouchers and gifts of a clause, soonest-expiring first; before all others the one that is named."""
    account = story.world.accounts.get(customer)
    never = dt.datetime.max.replace(tzinfo=dt.UTC)
    found = [
        one
        for one in (account.vouchers.values() if account is not None else ())
        if (one.id == first or one.clause == clause) and _usable(one, at)
    ]
    return sorted(found, key=lambda one: (one.id != first, one.expires_at or never, one.issued_at, one.id))


def _usable(voucher: Voucher, at: dt.datetime | None) -> bool:
    ended = voucher.expires_at is not None and at is not None and voucher.expires_at <= at
    return voucher.state == "issued" and not ended
