"""A service standard, worked out: when each clock is due for somebody who gets in touch at noon of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dangol_policy.care.clocks import clocks
from dangol_policy.model.questions import CaseMark, ClockQuestion
from dangol_policy.words.centre.promises import promised
from dangol_policy.words.centre.shape import Worked
from dangol_policy.words.sections.shared import word
from dangol_policy.words.sections.standards import cases_of
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.worked.setting import noon

_ONCE = ("acknowledge", "first_response", "resolve")
"""Clocks that are due once; the others begin anew with each message."""


def of_standards(speaker: Speaker, day: dt.date) -> Iterator[Worked]:
    """The first promise that holds for everybody; nothing when none does."""
    standard = next((one for one in promised(speaker.policy) if not (one.channel or one.tier or one.severity)), None)
    kinds = speaker.policy.cases.kinds
    kind = standard.kind[0] if standard and standard.kind else kinds[0].id if kinds else None
    if standard is None or kind is None:
        return
    at = noon(speaker.policy, day)
    found = clocks(speaker.policy, ClockQuestion(at=at, opened=at, case=CaseMark(kind=kind))).clocks
    due = {clock.name: clock for clock in found if clock.due and clock.name in _ONCE and clock.clause == standard.id}
    if due:
        told = [speaker.say("worked-case", moment=speaker.moment(at), cases=cases_of(speaker, standard))]
        for name in _ONCE:
            if name in due and (when := due[name].due):
                clock = word(speaker, f"clock-{name}")
                told.append(speaker.say("told-due", clock=clock, due=speaker.moment_before(when)))
        yield Worked(tuple(map(speaker.sentence, told)))
