"""Levels of responsibility in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.care.authority import AuthorityAnswer, level_above
from dangol_policy.model.policy import Policy
from dangol_policy.model.responsibility import Level, Power
from dangol_policy.words.points import Said
from dangol_policy.words.sections.shared import kinds, name_in, named, roles, severities, word
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for


def responsibility_parts(speaker: Speaker) -> Iterator[Said]:
    """Every level, from the lowest."""
    for level in speaker.policy.responsibility.levels:
        yield level.id, speaker.paragraph(_level(speaker, level))


def _level(speaker: Speaker, level: Level) -> Iterator[str]:
    name = named(speaker, level)
    yield speaker.say("level", name=name, roles=roles(speaker, level.roles) or name)
    if level.kinds:
        yield speaker.say("level-kinds", list=kinds(speaker, level.kinds))
    if level.may:
        yield speaker.say("level-may", list=speaker.listed(_power(speaker, one) for one in level.may))
    if level.cover:
        yield speaker.say("level-cover", roles=roles(speaker, level.cover))
    above = level_above(speaker.policy, level)
    if level.rises is None or above is None:
        return
    to = name_in(speaker, speaker.policy.responsibility.levels, above)
    if level.rises.after:
        yield speaker.say("level-rises-after", to=to, time=speaker.duration(level.rises.after))
    if level.rises.severity:
        yield speaker.say("level-rises-severity", to=to, names=severities(speaker, level.rises.severity))
    if level.rises.on_wish:
        yield speaker.say("level-rises-wish", to=to)


def _power(speaker: Speaker, power: Power) -> str:
    what = word(speaker, f"remedy-{power.give}")
    return what if power.up_to is None else speaker.say("power-up-to", what=what, money=speaker.money(power.up_to))


def authority_answer(answer: AuthorityAnswer, policy: Policy, language: str) -> str:
    """Who may give it, in a sentence."""
    speaker = speaker_for(policy, language)
    levels = policy.responsibility.levels
    by = {"by": name_in(speaker, levels, answer.by)} if answer.by else {}
    return speaker.sentence(speaker.say(f"authority-{answer.verdict}", **by))
