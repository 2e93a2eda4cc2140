"""Promotions, worked out: the policy's own example baskets, decided anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dangol_policy.interpret.quote import quote
from dangol_policy.model.examples import Given
from dangol_policy.story.examples import situation_of
from dangol_policy.words.centre.shape import Worked
from dangol_policy.words.explain import explain
from dangol_policy.words.names import clause_name
from dangol_policy.words.speaker import Speaker

_MOST = 6


def of_promotions(speaker: Speaker, shown: Collection[str]) -> Iterator[Worked]:
    """For each promotion that is shown, the first example of the policy that expects it, as the engine decides it."""
    left = {one.id for one in speaker.policy.promotions} & set(shown)
    found = 0
    for example in speaker.policy.examples:
        expected = example.expect.applied if example.given and example.expect else None
        if example.given is None or not left.intersection(expected or ()):
            continue
        told = _told(speaker, example.given, left)
        if told is not None:
            yield told
            found += 1
        if found == _MOST:
            return


def _told(speaker: Speaker, given: Given, left: set[str]) -> Worked | None:
    """The example in words, when something in it is still wanted; what it shows is then left no more."""
    situation = situation_of(speaker.policy, given)
    decision = quote(speaker.policy, situation)
    applied = [one.clause for one in decision.applied if one.clause in left]
    if not applied:
        return None
    left.difference_update(applied)
    said = explain(decision, speaker.policy, speaker.language)
    when = speaker.sentence(speaker.say("worked-basket", day=speaker.day_of(situation.at)))
    lines = (when, *(one.text for one in said.applied), *said.totals, *(one.text for one in said.points))
    return Worked(lines, clause_name(speaker, applied[0]))
