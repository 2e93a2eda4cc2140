"""Ways to reach the business in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from babel import Locale

from dangol_policy.model.channels import Channel, Means
from dangol_policy.words.points import Said
from dangol_policy.words.speaker import Speaker


def channels_parts(speaker: Speaker) -> Iterator[Said]:
    """Every channel."""
    for channel in speaker.policy.channels:
        yield channel.id, speaker.paragraph(_channel(speaker, channel))


def means(speaker: Speaker, name: str) -> str:
    """A channel of the policy by its name, or means such as `sms` in the language; what is neither, as written."""
    found = {channel.id: channel for channel in speaker.policy.channels}.get(name)
    own = speaker.own(found.name) if found else None
    if own is None and found is None and name not in get_args(Means):
        return name
    return own or speaker.say(f"channel-{found.means if found else name}")


def _channel(speaker: Speaker, channel: Channel) -> Iterator[str]:
    name = means(speaker, channel.id)
    yield speaker.say("channel-at", name=name, at=channel.at) if channel.at else speaker.say("channel-reach", name=name)
    if channel.purposes:
        yield speaker.say(
            "channel-purposes", list=speaker.together(case_kind(speaker, one) for one in channel.purposes)
        )
    if channel.first == "person":
        yield speaker.say("channel-person-first")
    elif channel.person_within:
        yield speaker.say("channel-machine-first", time=speaker.duration(channel.person_within))
    if channel.answer_within:
        yield speaker.say("channel-answer", time=speaker.duration(channel.answer_within))
    if channel.charge is not None:
        yield (
            speaker.say("channel-cost", money=speaker.money(channel.charge))
            if channel.charge
            else speaker.say("channel-free")
        )
    if channel.identity == ("none",):
        yield speaker.say("channel-identity-none")
    elif channel.identity:
        shown = speaker.either(speaker.say(f"identity-{one.replace(' ', '-')}") for one in channel.identity)
        yield speaker.say("channel-identity", what=shown)
    if channel.length:
        yield speaker.say("channel-length", n=channel.length)
    if channel.attachments:
        files = channel.attachments
        yield speaker.say("channel-files", n=files.count, size=files.megabytes)
        if files.types:
            yield speaker.say("channel-file-types", list=speaker.listed(files.types))
    if channel.recording:
        yield speaker.say("channel-recording", what=channel.recording.get(speaker.language).rstrip("."))
    if channel.languages:
        yield speaker.say(
            "channel-languages", list=speaker.listed(language_name(speaker, one) for one in channel.languages)
        )


def case_kind(speaker: Speaker, key: str) -> str:
    """A kind of case as the policy names it, else what it is to the law and the figures."""
    own = next((one for one in speaker.policy.cases.kinds if one.id == key), None)
    if own is not None and own.name is not None:
        return own.name.get(speaker.language)
    return sort_of_case(speaker, own.sort if own else key)


def sort_of_case(speaker: Speaker, kind: str) -> str:
    """What a case is to the law and the figures, in the language."""
    message = f"case-{kind}"
    return speaker.say(message) if speaker.speech.knows(message) else kind


def language_name(speaker: Speaker, code: str) -> str:
    """A language by its name in the reader's language."""
    name = str(Locale.parse(speaker.language).languages.get(code, code))
    # Vietnamese writes "tiếng Hàn" small inside a sentence; CLDR has it as it stands in a list.
    return name[:1].lower() + name[1:] if speaker.language == "vi" else name
