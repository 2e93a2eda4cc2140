"""Guided talks and common questions, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.scripts import Flow
from dangol_policy.words.points import Said
from dangol_policy.words.sections.shared import inner, kinds, word
from dangol_policy.words.speaker import Speaker


def scripts_parts(speaker: Speaker) -> Iterator[Said]:
    """Every talk and every question."""
    for flow in speaker.policy.scripts.flows:
        yield flow.id, speaker.paragraph(_flow(speaker, flow))
    for question in speaker.policy.scripts.questions:
        ask, answer = inner(speaker, question.ask), inner(speaker, question.answer)
        yield (
            question.id,
            speaker.paragraph([speaker.say("script-question", ask=ask), speaker.say("script-answer", answer=answer)]),
        )


def _flow(speaker: Speaker, flow: Flow) -> Iterator[str]:
    yield speaker.say("script-flow", name=flow.name.get(speaker.language))
    if flow.kinds:
        yield speaker.say("script-kinds", list=kinds(speaker, flow.kinds))
    first = flow.nodes.get(flow.start)
    opening = (first.say or first.do) if first else None
    if opening:
        yield speaker.say("script-begins", what=inner(speaker, opening))
    ends = dict.fromkeys(node.end for node in flow.nodes.values() if node.end)
    if ends:
        yield speaker.say("script-ends", list=speaker.either(word(speaker, f"end-{one}") for one in ends))
