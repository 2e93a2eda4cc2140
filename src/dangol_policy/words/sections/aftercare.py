"""What follows a sale, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.aftercare import Plan, Touch
from dangol_policy.model.conditions import EVERYTHING
from dangol_policy.words.conditions import offer, who_conditions
from dangol_policy.words.lines import lines
from dangol_policy.words.points import Said
from dangol_policy.words.sections.channels import means
from dangol_policy.words.sections.shared import inner, named, role, word, words_of
from dangol_policy.words.speaker import Speaker


def aftercare_parts(speaker: Speaker) -> Iterator[Said]:
    """Every plan and each of its steps."""
    for plan in speaker.policy.aftercare:
        yield plan.id, speaker.paragraph(_plan(speaker, plan))
        for touch in plan.touches:
            yield touch.id, speaker.paragraph(_touch(speaker, plan, touch))


def _plan(speaker: Speaker, plan: Plan) -> Iterator[str]:
    says = speaker.say("plan", name=named(speaker, plan), begins=word(speaker, f"begins-{plan.begins}"))
    yield offer(speaker, (), who_conditions(speaker, plan.who), says)
    if plan.of != EVERYTHING:
        yield speaker.say("plan-of", of=lines(speaker, plan.of))
    if plan.stops_on:
        yield speaker.say("plan-stops", list=words_of(speaker, (f"stop-{one}" for one in plan.stops_on)))
    if plan.asks_if_solved:
        yield speaker.say("plan-solved", time=speaker.duration(plan.asks_if_solved))


def _touch(speaker: Speaker, plan: Plan, touch: Touch) -> Iterator[str]:
    when = {"time": speaker.duration(touch.wait), "begins": word(speaker, f"begins-{plan.begins}")}
    conditions = who_conditions(speaker, touch.who)
    if touch.message:
        yield offer(speaker, (), conditions, speaker.say("touch-message", what=inner(speaker, touch.message), **when))
    if touch.task:
        says = speaker.say("touch-task", what=inner(speaker, touch.task), **when)
        yield offer(speaker, (), () if touch.message else conditions, says)
    if touch.role:
        yield speaker.say("touch-role", role=role(speaker, touch.role))
    if touch.channel:
        yield speaker.say("touch-channel", list=speaker.listed(means(speaker, one) for one in touch.channel))
    if touch.relevant_for:
        yield speaker.say("touch-relevant", time=speaker.duration(touch.relevant_for))
