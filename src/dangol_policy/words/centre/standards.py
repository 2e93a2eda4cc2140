"""Service standards as a table with what was really reached, how to complain step by step, what a failure brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dangol_policy.model.cases import CaseKind
from dangol_policy.model.channels import Channel
from dangol_policy.model.standards import CLOCKS, Standard
from dangol_policy.words.centre.bodies import bodies_for
from dangol_policy.words.centre.promises import promised
from dangol_policy.words.centre.shape import Table
from dangol_policy.words.sections.channels import means
from dangol_policy.words.sections.shared import inner, named, words_of
from dangol_policy.words.sections.standards import cases_of
from dangol_policy.words.speaker import Speaker

_EMPTY = "–"
_TOLD_BY_CUSTOMERS = ("own words", "wish", "product", "order", "harm")
"""What only the one who complains can say; cause and remedy are found out by the business."""


def standards_table(speaker: Speaker) -> Iterator[Table]:
    """Matter by clock, with the column of what was reached in the last period."""
    standards = [one for one in speaker.policy.service.standards if one.public]
    clocks = [clock for clock in CLOCKS if any(getattr(one, clock) for one in standards)]
    if standards and clocks:
        heads = [speaker.say(f"clock-{clock.replace('_', '-')}") for clock in clocks]
        head = (speaker.say("head-cases"), *map(speaker.sentence_start, heads), speaker.say("head-actual"))
        yield Table(head, tuple(_row(speaker, one, clocks) for one in standards))


def _row(speaker: Speaker, standard: Standard, clocks: Sequence[str]) -> tuple[str, ...]:
    targets = [getattr(standard, clock) for clock in clocks]
    times = [str(speaker.duration(target)) if target else _EMPTY for target in targets]
    return speaker.sentence_start(cases_of(speaker, standard)), *times, speaker.say("not-measured")


def failure_table(speaker: Speaker) -> Iterator[Table]:
    """What customers receive when a standard is missed."""
    rows = tuple(
        (speaker.sentence_start(cases_of(speaker, one)), inner(speaker, one.if_missed))
        for one in speaker.policy.service.standards
        if one.public and one.if_missed
    )
    if rows:
        yield Table((speaker.say("head-missed"), speaker.say("head-receive")), rows)


def complaint_kind(speaker: Speaker) -> CaseKind | None:
    """The kind of case a complaint is."""
    return next((one for one in speaker.policy.cases.kinds if one.sort == "complaint"), None)


def complaint_steps(speaker: Speaker) -> Iterator[str]:
    """Where, what to say, what to expect by when, who decides, where else to go."""
    kind = complaint_kind(speaker)
    if kind is None:
        return
    steps = (*_telling(speaker, kind), *_expecting(speaker, kind), *_deciding(speaker, kind), *_outside(speaker))
    yield from (speaker.sentence(step) for step in steps)


def _telling(speaker: Speaker, kind: CaseKind) -> Iterator[str]:
    ways = [one for one in speaker.policy.channels if not one.purposes or kind.id in one.purposes]
    named_ways = {one.at for one in ways}
    told = [_way(speaker, one) for one in ways]
    told += [one.value for one in speaker.policy.business.contacts if one.value not in named_ways]
    if told:
        yield speaker.say("complain-tell", list=speaker.listed(told))
    wanted = [f"say-{field}" for field in kind.fields if field in _TOLD_BY_CUSTOMERS]
    if wanted:
        yield speaker.say("complain-say", list=words_of(speaker, wanted))


def _way(speaker: Speaker, channel: Channel) -> str:
    name = means(speaker, channel.id)
    return f"{name} ({channel.at})" if channel.at else name


def _expecting(speaker: Speaker, kind: CaseKind) -> Iterator[str]:
    standard = next((one for one in promised(speaker.policy) if kind.id in one.kind or not one.kind), None)
    if standard is None:
        return
    times = [(clock, getattr(standard, clock)) for clock in CLOCKS]
    told = [
        speaker.say(f"clock-{clock.replace('_', '-')}-within", time=speaker.duration(time))
        for clock, time in times
        if time
    ]
    if told:
        yield speaker.say("complain-expect", list=speaker.listed(told))


def _deciding(speaker: Speaker, kind: CaseKind) -> Iterator[str]:
    """Only who decides: what a level may give and when it hands on are for staff."""
    levels = [one for one in speaker.policy.responsibility.levels if not one.kinds or kind.id in one.kinds]
    if levels:
        yield speaker.say("complain-decides", level=named(speaker, levels[0]))
    if len(levels) > 1 and levels[0].rises and levels[0].rises.on_wish:
        above = next((one for one in levels if one.id == levels[0].rises.to), levels[1])
        yield speaker.say("complain-wish", level=named(speaker, above))


def _outside(speaker: Speaker) -> Iterator[str]:
    for body in bodies_for(speaker.policy.business.jurisdictions):
        yield speaker.say("complain-outside", body=body.told(speaker.language))
    for membership in speaker.policy.business.memberships:
        if membership.complaint_route:
            yield speaker.say("complain-outside", body=inner(speaker, membership.complaint_route))


def assurances(speaker: Speaker) -> Iterator[str]:
    """What somebody who complains is assured of."""
    for one in speaker.policy.cases.assurances:
        yield speaker.sentence(speaker.say(f"assurance-{one.replace(' ', '-')}"))
