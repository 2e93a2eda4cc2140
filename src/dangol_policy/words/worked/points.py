"""Points, worked out: what a purchase earns, from when until when they can be used, what a return takes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dangol_policy.model import events as on
from dangol_policy.model.loyalty import Points
from dangol_policy.situation import Customer, Line, RedeemChoice, Situation
from dangol_policy.story.play import Story
from dangol_policy.story.state import Lot
from dangol_policy.words.centre.shape import Worked
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.worked.setting import (
    CUSTOMER,
    ORDER,
    Plain,
    basket_of,
    line_of,
    noon,
    without_promotions,
)


def of_points(speaker: Speaker, day: dt.date) -> Iterator[Worked]:
    """What a usual purchase on the day earns and until when, and what points can pay; nothing without points."""
    points = speaker.policy.loyalty.points
    if points is None or not points.earn:
        return
    rules = without_promotions(speaker.policy)
    line = line_of(points.earn[0].on, speaker.currency)
    earned = tuple(_earning(speaker, rules, line, day))
    if earned:
        yield Worked(tuple(map(speaker.sentence, earned)))
    paid = tuple(_paying(speaker, rules, points, line, day))
    if paid:
        yield Worked(tuple(map(speaker.sentence, paid)))


def _earning(speaker: Speaker, rules: Plain, line: Line, day: dt.date) -> Iterator[str]:
    story, at = Story(rules), noon(rules.policy, day)
    bought = story.play(on.Purchase(purchase=ORDER, customer=CUSTOMER, basket=basket_of(line), delivered=day, at=at))
    account = story.world.accounts.get(CUSTOMER)
    lots = list(account.lots.values()) if account else []
    if bought.decision is None or not lots:
        return
    yield speaker.say("worked-order", money=speaker.money(bought.decision.subtotal), day=speaker.day(day))
    yield _by_tier(speaker, rules, line, at) or speaker.say(
        "worked-earned", points=speaker.point_parts(bought.decision.points)
    )
    yield from _days(speaker, lots[0])
    back = story.play(on.Return(order=ORDER, at=at))
    taken = sum(entry.points for entry in back.entries if entry.kind == "reverse")
    if taken:
        yield speaker.say("worked-taken", points=speaker.point_parts(taken))


def _by_tier(speaker: Speaker, rules: Plain, line: Line, at: dt.datetime) -> str:
    """The points of every tier; empty where tiers make no difference."""
    tiers = rules.policy.loyalty.tiers
    earned = {
        level.id: rules.quote(_situation(line, at, Customer(tier=level.id))).points
        for level in (tiers.levels if tiers else ())
    }
    if len(set(earned.values())) < 2:
        return ""
    told = [
        speaker.say("worked-tier", tier=speaker.tier(tier), points=speaker.point_parts(points))
        for tier, points in earned.items()
    ]
    return speaker.say("worked-by-tier", list=speaker.listed(told))


def _days(speaker: Speaker, lot: Lot) -> Iterator[str]:
    if lot.usable_from:
        yield speaker.say("worked-from", day=speaker.day_of(lot.usable_from))
    if lot.expires_at:
        yield speaker.say("worked-until", day=speaker.last_day_before(lot.expires_at))


def _paying(speaker: Speaker, rules: Plain, points: Points, line: Line, day: dt.date) -> Iterator[str]:
    if points.redeem is None or points.redeem.worth is None:
        return
    held = Customer(points=line.price * 10**points.decimals // points.redeem.worth)
    choice = RedeemChoice(points="max")
    decision = rules.quote(_situation(line, noon(rules.policy, day), held, choice))
    if decision.points_used:
        yield speaker.say(
            "worked-spend",
            points=speaker.point_parts(held.points),
            paid=speaker.money(decision.points_paid),
            money=speaker.money(decision.subtotal),
            rest=speaker.money(decision.due),
        )


def _situation(line: Line, at: dt.datetime, customer: Customer, redeem: RedeemChoice | None = None) -> Situation:
    basket = basket_of(line)
    if redeem is not None:
        basket = basket.model_copy(update={"redeem": redeem})
    return Situation.model_construct(at=at, customer=customer, basket=basket, limits={})
