"""How the business speaks, in sentences for its staff."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.style import Style
from dangol_policy.words.points import Said
from dangol_policy.words.sections.channels import language_name
from dangol_policy.words.speaker import Speaker


def style_parts(speaker: Speaker) -> Iterator[Said]:
    """The style of every language."""
    for style in speaker.policy.style:
        yield style.id, speaker.paragraph(_style(speaker, style))


def _style(speaker: Speaker, style: Style) -> Iterator[str]:
    yield speaker.say("style", language=language_name(speaker, style.language), address=style.address)
    if style.own:
        yield speaker.say("style-own", words=style.own)
    yield speaker.say("style-tone", words=style.tone.rstrip("."))
    if style.greeting:
        yield speaker.say("style-greeting", words=style.greeting)
    if style.closing:
        yield speaker.say("style-closing", words=style.closing)
    if style.longest_sentence:
        yield speaker.say("style-longest", n=style.longest_sentence)
    for never in style.never:
        said = speaker.either(speaker.speech.quoted(one) for one in never.say)
        yield speaker.say("style-never", words=said, instead=never.instead)
    for pair in style.examples:
        yield speaker.say("style-pair", bad=pair.bad, good=pair.good)
