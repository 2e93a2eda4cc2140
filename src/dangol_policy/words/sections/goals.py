"""Goals, and the figures that tell whether they are reached, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.goals import Goal, Measure
from dangol_policy.words.points import Said
from dangol_policy.words.sections.shared import inner, role, word
from dangol_policy.words.speaker import Speaker


def goals_parts(speaker: Speaker) -> Iterator[Said]:
    """Every goal."""
    for goal in speaker.policy.goals:
        yield goal.id, speaker.paragraph(_goal(speaker, goal))


def figures_parts(speaker: Speaker) -> Iterator[Said]:
    """Every figure."""
    for figure in speaker.policy.figures:
        yield figure.id, speaker.paragraph(_figure(speaker, figure))


def figure_name(speaker: Speaker, key: str) -> str:
    """A figure as the policy names it, else by its kind."""
    found = next((one for one in speaker.policy.figures if one.id == key), None)
    if found is None:
        return key
    return found.name.get(speaker.language) if found.name else word(speaker, f"measure-{found.figure}")


def _goal(speaker: Speaker, goal: Goal) -> Iterator[str]:
    name, figure = goal.name.get(speaker.language).rstrip("."), figure_name(speaker, goal.figure)
    yield speaker.say("goal", name=name, figure=figure, rate=speaker.rate(goal.target), day=speaker.day(goal.by))
    if goal.direction:
        yield speaker.say("goal-direction", what=inner(speaker, goal.direction))
    if goal.owner:
        yield speaker.say("owner", role=role(speaker, goal.owner))
    if goal.moves:
        yield speaker.say("goal-moves", list=speaker.listed(figure_name(speaker, one) for one in goal.moves))


def _figure(speaker: Speaker, figure: Measure) -> Iterator[str]:
    name, time = figure_name(speaker, figure.id), speaker.duration(figure.window)
    yield speaker.say("figure", name=name, time=time)
    if figure.target is not None:
        yield speaker.say("figure-target", rate=speaker.rate(figure.target))
    if figure.alarm is not None:
        yield speaker.say("figure-alarm", rate=speaker.rate(figure.alarm))
    yield speaker.say("figure-fewest", n=figure.fewest)
    if figure.owner:
        yield speaker.say("owner", role=role(speaker, figure.owner))
