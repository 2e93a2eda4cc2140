"""Kinds of case, severities and steps, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.cases import CaseKind, Process, Severity, Step
from dangol_policy.words.points import Said
from dangol_policy.words.sections.channels import case_kind, sort_of_case
from dangol_policy.words.sections.shared import inner, name_in, named, roles, severities, words_of
from dangol_policy.words.speaker import Speaker


def cases_parts(speaker: Speaker) -> Iterator[Said]:
    """Every kind, every severity and every step."""
    cases = speaker.policy.cases
    for one in cases.kinds:
        yield one.id, speaker.paragraph(_kind(speaker, one))
    for severity in cases.severities:
        yield severity.id, speaker.paragraph(_severity(speaker, severity))
    for process in cases.processes:
        for step in process.steps:
            yield step.id, speaker.paragraph(_step(speaker, process, step))


def _kind(speaker: Speaker, one: CaseKind) -> Iterator[str]:
    name, sort = case_kind(speaker, one.id), sort_of_case(speaker, one.sort)
    yield speaker.say("case-plain", name=name) if name == sort else speaker.say("case-is", name=name, sort=sort)
    if one.fields:
        yield speaker.say("case-fields", list=words_of(speaker, (f"field-{field}" for field in one.fields)))
    if one.severities:
        yield speaker.say("case-severities", list=severities(speaker, one.severities))
    if one.process:
        process = next((found for found in speaker.policy.cases.processes if found.id == one.process), None)
        steps = speaker.listed(named(speaker, step) for step in process.steps) if process else one.process
        yield speaker.say("case-steps", list=steps)
    yield speaker.say("case-raised", list=words_of(speaker, (f"raiser-{raiser}" for raiser in one.raised_by)))


def _severity(speaker: Speaker, severity: Severity) -> Iterator[str]:
    yield speaker.say("severity", name=named(speaker, severity), when=inner(speaker, severity.when))
    if severity.first:
        yield speaker.say("severity-first")


def _step(speaker: Speaker, process: Process, step: Step) -> Iterator[str]:
    yield speaker.say("step", name=named(speaker, step), what=inner(speaker, step.does))
    if step.accountable:
        yield speaker.say("step-accountable", roles=roles(speaker, step.accountable))
    if step.helps:
        yield speaker.say("step-helps", roles=roles(speaker, step.helps))
    if step.within:
        yield speaker.say("step-within", time=speaker.duration(step.within))
    if step.next:
        yield speaker.say("step-next", list=speaker.listed(name_in(speaker, process.steps, one) for one in step.next))
    else:
        yield speaker.say("step-last")
