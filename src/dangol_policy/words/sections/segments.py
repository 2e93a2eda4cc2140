"""Groups of customers and the people we picture in them, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dangol_policy.model.conditions import EVERYTHING
from dangol_policy.model.segments import Belonging, Persona
from dangol_policy.values import Duration
from dangol_policy.words.lines import lines
from dangol_policy.words.points import Said
from dangol_policy.words.sections.channels import language_name
from dangol_policy.words.sections.shared import inner, name_in, named
from dangol_policy.words.speaker import Speaker


def segments_parts(speaker: Speaker) -> Iterator[Said]:
    """Every group."""
    for segment in speaker.policy.segments:
        said = [speaker.say("segment", name=named(speaker, segment), list=speaker.listed(_traits(speaker, segment.of)))]
        if segment.focus:
            said.append(speaker.say("segment-focus"))
        yield segment.id, speaker.paragraph(said)


def personas_parts(speaker: Speaker) -> Iterator[Said]:
    """Every persona."""
    for persona in speaker.policy.personas:
        yield persona.id, speaker.paragraph(_persona(speaker, persona))


def _traits(speaker: Speaker, of: Belonging) -> Iterator[str]:
    if of.tier:
        yield speaker.say("cases-tier", tiers=speaker.listed(speaker.tier(one) for one in of.tier))
    if of.region:
        yield speaker.say("belongs-region", list=speaker.either(of.region))
    if of.language:
        yield speaker.say("belongs-language", list=speaker.either(language_name(speaker, one) for one in of.language))
    if of.store:
        yield speaker.say("belongs-store", list=speaker.either(speaker.store(one) for one in of.store))
    if of.spent:
        bounds = _bounds(speaker, of.spent.at_least, of.spent.at_most, speaker.money)
        yield _within(speaker, speaker.say("belongs-spent", bounds=bounds), of.spent.within)
    if of.orders:
        bounds = _bounds(speaker, of.orders.at_least, of.orders.at_most, speaker.number)
        says = speaker.say("belongs-orders", bounds=bounds)
        if of.orders.of != EVERYTHING:
            says = speaker.say("belongs-of", what=says, of=lines(speaker, of.orders.of))
        yield _within(speaker, says, of.orders.within)
    for key in ("last_order_within", "no_order_for", "known_for"):
        if getattr(of, key):
            yield speaker.say(f"belongs-{key.replace('_', '-')}", time=speaker.duration(getattr(of, key)))


def _bounds(speaker: Speaker, least: int | None, most: int | None, write: Callable[[int], str]) -> str:
    if least is not None and most is not None:
        return speaker.say("bounds-between", least=write(least), most=write(most))
    if least is not None:
        return speaker.say("bounds-least", least=write(least))
    return speaker.say("bounds-most", most=write(most)) if most is not None else speaker.say("bounds-any")


def _within(speaker: Speaker, what: str, time: Duration | None) -> str:
    return what if time is None else speaker.say("belongs-within", what=what, time=speaker.duration(time))


def _persona(speaker: Speaker, persona: Persona) -> Iterator[str]:
    yield speaker.say("persona", name=persona.name.get(speaker.language), who=inner(speaker, persona.who))
    if persona.segment:
        yield speaker.say("persona-segment", name=name_in(speaker, speaker.policy.segments, persona.segment))
    for key in ("thinks", "wants", "fears"):
        if getattr(persona, key):
            yield speaker.say(f"persona-{key}", what=inner(speaker, getattr(persona, key)))
    if persona.evidence:
        yield speaker.say("persona-evidence", list=speaker.listed(inner(speaker, one) for one in persona.evidence))
