"""Service standards and what stops their clocks, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.care.clocks import Clock
from dangol_policy.model.policy import Policy
from dangol_policy.model.standards import CLOCKS, Pause, Standard
from dangol_policy.words.points import Said
from dangol_policy.words.sections.channels import means
from dangol_policy.words.sections.shared import inner, kinds, severities, word, words_of
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for


def service_parts(speaker: Speaker) -> Iterator[Said]:
    """Every standard and every pause."""
    for standard in speaker.policy.service.standards:
        yield standard.id, speaker.paragraph(_standard(speaker, standard))
    for pause in speaker.policy.service.pauses:
        yield pause.id, speaker.sentence(_pause(speaker, pause))


def _standard(speaker: Speaker, standard: Standard) -> Iterator[str]:
    promises = [
        speaker.say(f"clock-{clock.replace('_', '-')}-within", time=speaker.duration(target))
        for clock in CLOCKS
        if (target := getattr(standard, clock))
    ]
    message = "standard-promised" if standard.public else "standard-aimed"
    yield speaker.say(message, cases=cases_of(speaker, standard), list=speaker.listed(promises))
    if standard.reached is not None:
        yield speaker.say("standard-reached", rate=speaker.rate(standard.reached))
    if standard.if_missed:
        yield speaker.say("standard-missed", what=inner(speaker, standard.if_missed))


def cases_of(speaker: Speaker, standard: Standard) -> str:
    """The cases a standard is about: `a complaint, by e-mail`."""
    parts = [kinds(speaker, standard.kind) if standard.kind else speaker.say("cases-all")]
    if standard.channel:
        parts.append(speaker.listed(means(speaker, one) for one in standard.channel))
    if standard.tier:
        parts.append(speaker.say("cases-tier", tiers=speaker.listed(speaker.tier(one) for one in standard.tier)))
    if standard.severity:
        parts.append(speaker.say("cases-severity", names=severities(speaker, standard.severity)))
    return " · ".join(parts)


def _pause(speaker: Speaker, pause: Pause) -> str:
    whom = speaker.either(word(speaker, f"awaited-{one}") for one in pause.waiting_for)
    stopped = words_of(speaker, (f"clock-{one}" for one in pause.clocks))
    return speaker.say("pause", whom=whom, clocks=stopped)


def clock_told(clock: Clock, policy: Policy, language: str) -> tuple[str, ...]:
    """How a clock stands, what happened to it, and the days that did not count, one sentence each."""
    speaker = speaker_for(policy, language)
    name = word(speaker, f"clock-{clock.name}")
    told = [_stands(speaker, clock, name)]
    for step in clock.steps:
        if step.what in ("started", "paused", "resumed", "changed"):
            told.append(speaker.say(f"step-{step.what}", at=speaker.moment(step.at)))
    for closed in clock.closed:
        day = speaker.day(closed.day)
        holiday = closed.hours.name
        told.append(
            speaker.say("closed-holiday", day=day, name=holiday) if holiday else speaker.say("closed-day", day=day)
        )
    return tuple(speaker.sentence(one) for one in told)


def _stands(speaker: Speaker, clock: Clock, name: str) -> str:
    if clock.breached is not None:
        message = "told-changed" if clock.by_change else "told-breached"
        return speaker.say(message, clock=name, at=speaker.moment(clock.breached))
    if clock.state in ("met", "ended"):
        return speaker.say(f"told-{clock.state}", clock=name)
    if clock.due is None:
        return speaker.say("told-waiting", clock=name)
    return speaker.say("told-due", clock=name, due=speaker.moment(clock.due))
