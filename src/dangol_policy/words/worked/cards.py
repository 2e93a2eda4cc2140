"""A visit card, worked out: at which visit, on which day, the gift is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dangol_policy.model import events as on
from dangol_policy.model.loyalty import Card
from dangol_policy.story.play import Story
from dangol_policy.words.centre.shape import Worked
from dangol_policy.words.names import clause_name, gift_of
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.worked.setting import CUSTOMER, noon, usual_amount, without_promotions

_DAY = dt.timedelta(days=1)
_LONGEST = 60
"""An example of more visits tells nobody anything."""


def of_cards(speaker: Speaker, day: dt.date) -> Iterator[Worked]:
    """The first visit card that counts visits of everybody; stamps for amounts say their sum themselves."""
    card = next((one for one in speaker.policy.loyalty.cards if one.stamps_per is None and one.who is None), None)
    if card is not None and card.every <= _LONGEST:
        yield from _until_the_gift(speaker, card, day)


def _until_the_gift(speaker: Speaker, card: Card, day: dt.date) -> Iterator[Worked]:
    rules = without_promotions(speaker.policy)
    story, amount = Story(rules), max(usual_amount(speaker.currency), card.visit.minimum or 0)
    for number in range(1, card.every + 2):
        today = day + (number - 1) * _DAY
        played = story.play(on.Visit(visit=CUSTOMER, amount=amount, at=noon(rules.policy, today)))
        if any(issued.voucher.clause == card.id for issued in played.issued):
            words = gift_of(speaker, card.id)
            says = speaker.say(
                "worked-visits",
                day=speaker.day(day),
                last=speaker.day(today),
                nth=speaker.ordinal(number),
                gift=words.name if words else clause_name(speaker, card.id),
            )
            yield Worked((speaker.sentence(says),))
            return
