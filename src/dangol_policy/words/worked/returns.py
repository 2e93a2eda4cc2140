"""A return, worked out: until when, what comes back, which fee was taken off, when the money is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dangol_policy import calendar
from dangol_policy.model import events as on
from dangol_policy.model.policy import Policy
from dangol_policy.model.returns import Window
from dangol_policy.refund import Judgement
from dangol_policy.story.play import Story
from dangol_policy.words.centre.shape import Worked
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.worked.setting import CUSTOMER, ORDER, basket_of, line_of, noon, without_promotions

_LATER = dt.timedelta(days=3)
"""The return of the example follows so long after the purchase, or sooner where the window is shorter."""


def of_returns(speaker: Speaker, day: dt.date) -> Iterator[Worked]:
    """A change of mind under the first window that is open to everybody; nothing where there is none."""
    window = _window(speaker.policy)
    lines = tuple(_told(speaker, window, day)) if window else ()
    if lines:
        yield Worked(tuple(map(speaker.sentence, lines)))


def _window(policy: Policy) -> Window | None:
    windows = policy.returns.windows if policy.returns else ()
    return next((one for one in windows if "change of mind" in one.reasons and not (one.who or one.where)), None)


def _told(speaker: Speaker, window: Window, day: dt.date) -> Iterator[str]:
    rules = without_promotions(speaker.policy)
    story, at = Story(rules), noon(rules.policy, day)
    basket = basket_of(line_of(window.of, speaker.currency))
    bought = story.play(on.Purchase(purchase=ORDER, customer=CUSTOMER, basket=basket, delivered=day, at=at))
    last = _last_day(story, at)
    if bought.decision is None or last is None:
        return
    returned = min(day + _LATER, last)
    judged = story.play(on.Return(order=ORDER, at=noon(rules.policy, returned))).judgement
    if judged is None or not judged.allowed:
        return
    yield speaker.say("worked-order", money=speaker.money(bought.decision.subtotal), day=speaker.day(day))
    yield speaker.say("worked-back-until", day=speaker.day(last))
    yield from _coming_back(speaker, judged, returned)


def _last_day(story: Story, at: dt.datetime) -> dt.date | None:
    """The window's last day as the engine judges it, asked in a copy of the story so that nothing has happened."""
    rehearsal = Story(story.rules)
    rehearsal.world, rehearsal.at = story.world, story.at
    judged = rehearsal.play(on.Return(order=ORDER, at=at)).judgement
    return judged.windows[0][2] if judged and judged.windows else None


def _coming_back(speaker: Speaker, judged: Judgement, returned: dt.date) -> Iterator[str]:
    yield speaker.say("worked-back", day=speaker.day(returned), money=speaker.money(judged.refund.money))
    if judged.fee and judged.fee[1]:
        yield speaker.say("worked-fee", money=speaker.money(judged.fee[1]))
    yield speaker.say(f"return-shipping-{judged.return_shipping}")
    refund = speaker.policy.returns.refund if speaker.policy.returns else None
    if refund and refund.within:
        work = calendar.calendar_of(speaker.policy, refund.calendar)
        by = calendar.add(noon(speaker.policy, returned), refund.within, work, zone=speaker.zone)
        if by:
            yield speaker.say("worked-refund-by", moment=speaker.moment_before(by))
