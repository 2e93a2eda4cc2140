"""Whom the business writes to, when and how often, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.care.gate import GateAnswer
from dangol_policy.model.contact import Cap, ConsentRule, ContactRule, Floor, LabelRule, QuietHours, Register, Rest
from dangol_policy.model.policy import Policy
from dangol_policy.words.conditions import offer, time_range, who_conditions
from dangol_policy.words.points import Said
from dangol_policy.words.sections.channels import case_kind, means
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for


def contact_parts(speaker: Speaker) -> Iterator[Said]:
    """Every rule of contact, and what holds where none is written."""
    rules = speaker.policy.contact
    for register in rules.registers:
        yield register.id, _register(speaker, register)
    if not rules.consents and rules != type(rules)():
        yield "contact.consents", speaker.sentence(speaker.say("contact-consent-always"))
    for consent in rules.consents:
        yield consent.id, speaker.paragraph(_consent(speaker, consent))
    for label in rules.labels:
        yield label.id, speaker.paragraph(_label(speaker, label))
    for quiet in rules.quiet_hours:
        yield quiet.id, speaker.paragraph(_quiet(speaker, quiet))
    for cap in rules.caps:
        yield cap.id, _cap(speaker, cap)
    for floor in rules.floors:
        yield floor.id, _floor(speaker, floor)
    for rest in rules.rests:
        yield rest.id, _rest(speaker, rest)


def messages(speaker: Speaker, rule: ContactRule) -> str:
    """The messages a rule is about: `advertising by text message`."""
    purposes = (speaker.phrase(f"purpose-{one}") for one in rule.purpose)
    what = speaker.together(purposes) if rule.purpose else speaker.phrase("purpose-any")
    if not rule.channel:
        return what
    return speaker.phrase("contact-by", what=what, by=speaker.either(means(speaker, one) for one in rule.channel))


def _register(speaker: Speaker, rule: Register) -> str:
    return speaker.sentence(speaker.say("contact-register", what=messages(speaker, rule), list=rule.on))


def _consent(speaker: Speaker, rule: ConsentRule) -> Iterator[str]:
    yield speaker.say("contact-consent", what=messages(speaker, rule))
    if rule.renew:
        yield speaker.say(f"contact-renew-{rule.unrenewed}", time=speaker.duration(rule.renew))
    if rule.bought_within:
        yield speaker.say("contact-bought", time=speaker.duration(rule.bought_within))


def _label(speaker: Speaker, rule: LabelRule) -> Iterator[str]:
    what = messages(speaker, rule)
    if rule.starts_with:
        yield speaker.say(
            "contact-starts", what=what, words=speaker.either(speaker.speech.quoted(one) for one in rule.starts_with)
        )
    if rule.holds:
        yield speaker.say(
            "contact-holds", what=what, words=speaker.together(speaker.speech.quoted(one) for one in rule.holds)
        )


def _quiet(speaker: Speaker, rule: QuietHours) -> Iterator[str]:
    hours = speaker.either(time_range(speaker, one) for one in rule.hours)
    yield speaker.say("contact-quiet", what=messages(speaker, rule), hours=hours)
    if rule.unless_agreed:
        yield speaker.say("contact-quiet-agreed")


def _cap(speaker: Speaker, rule: Cap) -> str:
    what, time = messages(speaker, rule), speaker.duration(rule.per)
    return speaker.sentence(speaker.say("contact-cap", what=what, n=rule.most, time=time))


def _floor(speaker: Speaker, rule: Floor) -> str:
    says = speaker.say("contact-floor", what=messages(speaker, rule), n=rule.least, time=speaker.duration(rule.per))
    return speaker.sentence(offer(speaker, (), who_conditions(speaker, rule.who), says))


def _rest(speaker: Speaker, rule: Rest) -> str:
    cases = speaker.either(case_kind(speaker, one) for one in rule.while_open)
    return speaker.sentence(speaker.say("contact-rest", what=messages(speaker, rule), cases=cases))


def contact_answer(answer: GateAnswer, policy: Policy, language: str) -> tuple[str, ...]:
    """What the gate said, and everything that spoke against the message, one sentence each."""
    speaker = speaker_for(policy, language)
    until = {"until": speaker.moment(answer.at)} if answer.verdict == "defer" and answer.at else {}
    reasons = dict.fromkeys(reason.because for reason in answer.reasons)
    said = [speaker.say(f"gate-{answer.verdict}", **until), *(speaker.say(f"gate-{one}") for one in reasons)]
    return tuple(speaker.sentence(one) for one in said)
