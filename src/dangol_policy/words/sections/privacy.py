"""Personal data in sentences: the privacy notice comes from them."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.privacy import Data, Leak, Request
from dangol_policy.words.points import Said
from dangol_policy.words.sections.shared import fields, inner, name_in, word, words_of
from dangol_policy.words.speaker import Speaker


def privacy_parts(speaker: Speaker) -> Iterator[Said]:
    """Who answers, what is kept, requests, leaks."""
    privacy = speaker.policy.privacy
    if privacy.officer:
        yield "privacy.officer", speaker.sentence(speaker.say("privacy-officer", who=inner(speaker, privacy.officer)))
    for data in privacy.data:
        yield data.id, speaker.paragraph(_data(speaker, data))
    for request in privacy.requests:
        yield request.id, speaker.sentence(_request(speaker, request))
    for leak in privacy.leaks:
        yield leak.id, speaker.paragraph(_leak(speaker, leak))
    if privacy.guardian_under is not None:
        says = speaker.say("privacy-guardian", n=privacy.guardian_under)
        yield "privacy.guardian_under", speaker.sentence(says)


def _data(speaker: Speaker, data: Data) -> Iterator[str]:
    yield speaker.say("data", what=inner(speaker, data.what), fields=fields(speaker, data.fields))
    yield speaker.say("data-purpose", list=speaker.listed(inner(speaker, one) for one in data.purpose))
    yield speaker.say("data-ground", ground=word(speaker, f"ground-{data.ground}"))
    if data.sensitivity != "ordinary":
        yield speaker.say("data-sensitive", what=word(speaker, f"sensitivity-{data.sensitivity}"))
    if data.recipients:
        partners = speaker.policy.partners
        yield speaker.say(
            "data-recipients", list=speaker.listed(name_in(speaker, partners, one) for one in data.recipients)
        )
    if data.optional:
        yield speaker.say("data-optional")
    since, time = word(speaker, f"since-{data.keep.since}"), speaker.duration(data.keep.for_time)
    yield speaker.say(f"keep-{data.keep.then}", time=time, since=since)


def _request(speaker: Speaker, request: Request) -> str:
    return speaker.say(
        "request",
        list=words_of(speaker, (f"request-{one}" for one in request.kind)),
        time=speaker.duration(request.within),
    )


def _leak(speaker: Speaker, leak: Leak) -> Iterator[str]:
    yield speaker.say("leak-people", time=speaker.duration(leak.tell_people))
    if leak.tell_authority and leak.from_people:
        time = speaker.duration(leak.tell_authority)
        yield speaker.say("leak-authority-from", time=time, n=leak.from_people)
    elif leak.tell_authority:
        yield speaker.say("leak-authority", time=speaker.duration(leak.tell_authority))
