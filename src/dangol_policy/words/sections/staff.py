"""What staff must know, what they get by rule, and what they report, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.policy import OTHER_SECTIONS
from dangol_policy.model.staff import Reward, Training
from dangol_policy.words.points import Said
from dangol_policy.words.sections.goals import figure_name
from dangol_policy.words.sections.shared import inner, roles
from dangol_policy.words.speaker import Speaker

SECTIONS = ("loyalty", "promotions", "returns", *OTHER_SECTIONS)


def staff_parts(speaker: Speaker) -> Iterator[Said]:
    """Training, rewards and penalties, reports."""
    staff = speaker.policy.staff
    for training in staff.training:
        yield training.id, speaker.paragraph(_training(speaker, training))
    for reward in staff.rewards:
        yield reward.id, speaker.paragraph(_reward(speaker, reward))
    for report in staff.reports:
        about, who = inner(speaker, report.about), roles(speaker, report.roles)
        says = speaker.say("report", roles=who, time=speaker.duration(report.every), about=about)
        yield report.id, speaker.sentence(says)


def part_name(speaker: Speaker, name: str) -> str:
    """A section by its heading, a clause by its id."""
    return speaker.say(f"section-{name}") if name in SECTIONS else name


def _training(speaker: Speaker, training: Training) -> Iterator[str]:
    known = speaker.listed(part_name(speaker, one) for one in training.knows)
    who, time = roles(speaker, training.roles), speaker.duration(training.within)
    yield speaker.say("training", roles=who, list=known, time=time)
    if training.every:
        yield speaker.say("training-every", time=speaker.duration(training.every))
    if training.passed is not None:
        yield speaker.say("training-passed", rate=speaker.rate(training.passed))


def _reward(speaker: Speaker, reward: Reward) -> Iterator[str]:
    yield speaker.say(
        f"reward-{reward.sort}",
        roles=roles(speaker, reward.roles),
        money=speaker.money(reward.gives),
        time=speaker.duration(reward.per),
    )
    figure = figure_name(speaker, reward.figure)
    if reward.at_least is not None:
        yield speaker.say("reward-at-least", figure=figure, rate=speaker.rate(reward.at_least))
    if reward.at_most is not None:
        yield speaker.say("reward-at-most", figure=figure, rate=speaker.rate(reward.at_most))
    yield speaker.say("reward-cases", n=reward.cases)
    yield speaker.say("reward-appeal", time=speaker.duration(reward.appeal))
