"""Every clause of a policy as a sentence, in the order customers read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dangol_policy.model.base import Clause
from dangol_policy.model.policy import OTHER_SECTIONS, Policy
from dangol_policy.words.aftercare import returns_parts
from dangol_policy.words.points import Said, earn_text, points_parts
from dangol_policy.words.promotions import notice, promotion_text
from dangol_policy.words.regulars import card_text, gesture_text, membership_text, referral_text
from dangol_policy.words.sections.aftercare import aftercare_parts
from dangol_policy.words.sections.cases import cases_parts
from dangol_policy.words.sections.changes import changes_parts
from dangol_policy.words.sections.channels import channels_parts
from dangol_policy.words.sections.contact import contact_parts
from dangol_policy.words.sections.goals import figures_parts, goals_parts
from dangol_policy.words.sections.memberships import memberships_parts
from dangol_policy.words.sections.partners import partners_parts
from dangol_policy.words.sections.privacy import privacy_parts
from dangol_policy.words.sections.responsibility import responsibility_parts
from dangol_policy.words.sections.scripts import scripts_parts
from dangol_policy.words.sections.segments import personas_parts, segments_parts
from dangol_policy.words.sections.staff import staff_parts
from dangol_policy.words.sections.standards import service_parts
from dangol_policy.words.sections.style import style_parts
from dangol_policy.words.sections.voice import voice_parts
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for
from dangol_policy.words.speech import BrokenMessage, speech
from dangol_policy.words.tiers import tiers_parts

Section = Literal[
    "loyalty",
    "promotions",
    "returns",
    "service",
    "cases",
    "channels",
    "contact",
    "responsibility",
    "aftercare",
    "voice",
    "privacy",
    "style",
    "scripts",
    "segments",
    "personas",
    "staff",
    "partners",
    "memberships",
    "changes",
    "goals",
    "figures",
]

_OTHERS: dict[Section, Callable[[Speaker], Iterator[Said]]] = {
    "service": service_parts,
    "cases": cases_parts,
    "channels": channels_parts,
    "contact": contact_parts,
    "responsibility": responsibility_parts,
    "aftercare": aftercare_parts,
    "voice": voice_parts,
    "privacy": privacy_parts,
    "style": style_parts,
    "scripts": scripts_parts,
    "segments": segments_parts,
    "personas": personas_parts,
    "staff": staff_parts,
    "partners": partners_parts,
    "memberships": memberships_parts,
    "changes": changes_parts,
    "goals": goals_parts,
    "figures": figures_parts,
}
"""The sections that are told whole by one function, in the order customers read them."""

INTERNAL: frozenset[Section] = frozenset(
    ("responsibility", "style", "segments", "personas", "staff", "goals", "figures")
)
"""Sections for staff and owner: limits of what may be given, whom we picture, what people earn."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One clause in words. `clause` is its id, or the dotted place of a part that is no clause (`returns.refund`)."""

    clause: str
    text: str
    section: Section
    public: bool = True
    """Whether customers read it: what only staff need is not for the page customers see."""


def sentences(policy: Policy, language: str) -> tuple[Sentence, ...]:
    """Every clause in words: each figure of the clause and no other.

    The owner's `says` in that language is used instead where there is one. Raises UnknownLanguage.
    """
    speaker = speaker_for(policy, language)
    said = speaker.once("says", lambda: _says(speaker))
    hidden = speaker.once("hidden", lambda: frozenset(_hidden(policy)))
    return tuple(
        Sentence(clause, said.get(clause, text), section, section not in INTERNAL and clause not in hidden)
        for section, clause, text in _everything(speaker)
    )


def sentences_so_far(policy: Policy, language: str) -> tuple[Sentence, ...]:
    """As `sentences`, of a draft that may have errors: a section ends where something in it cannot be said yet."""
    speaker = speaker_for(policy, language)
    said = _says(speaker)
    hidden = frozenset(_hidden(policy))
    found: list[Sentence] = []
    for section, parts in _sections(speaker):
        try:
            for clause, text in parts:
                public = section not in INTERNAL and clause not in hidden
                found.append(Sentence(clause, said.get(clause, text), section, public))
        except (BrokenMessage, LookupError, ValueError, TypeError):
            continue
    return tuple(found)


def sentence_of(policy: Policy, language: str, clause: str) -> str:
    """One clause's sentence; the discount of a tier (`gold-discount`) is told with its tier. Raises KeyError."""
    speaker = speaker_for(policy, language)
    found = speaker.once("sentences", lambda: {one.clause: one.text for one in sentences(policy, language)})
    return found.get(clause) or found[clause.removesuffix("-discount")]


def section_title(section: Section, language: str) -> str:
    """Heading of a section."""
    return speech(language).say(f"section-{section}")


def _everything(speaker: Speaker) -> Iterator[tuple[Section, str, str]]:
    for section, parts in _sections(speaker):
        for clause, text in parts:
            yield section, clause, text


def _sections(speaker: Speaker) -> Iterator[tuple[Section, Iterator[Said]]]:
    yield "loyalty", _loyalty(speaker)
    yield "promotions", _promotions(speaker)
    if speaker.policy.returns:
        yield "returns", returns_parts(speaker, speaker.policy.returns)
    for section, parts in _OTHERS.items():
        yield section, parts(speaker)


def _loyalty(speaker: Speaker) -> Iterator[Said]:
    loyalty = speaker.policy.loyalty
    if loyalty.points:
        for rule in loyalty.points.earn:
            yield rule.id, earn_text(speaker, rule)
        yield from points_parts(speaker, loyalty.points)
    if loyalty.tiers:
        yield from tiers_parts(speaker, loyalty.tiers)
    for card in loyalty.cards:
        yield card.id, card_text(speaker, card)
    if loyalty.referral:
        yield loyalty.referral.id, referral_text(speaker, loyalty.referral)
    for membership in loyalty.memberships:
        yield membership.id, membership_text(speaker, membership)
    for gesture in loyalty.gestures:
        yield gesture.id, gesture_text(speaker, gesture)


def _promotions(speaker: Speaker) -> Iterator[Said]:
    promotions = speaker.policy.promotions
    rules = speaker.policy.promotion_rules
    if promotions:
        yield "promotion_rules", speaker.paragraph(_rules(speaker))
    if rules.notice:
        yield "promotion_rules.notice", speaker.sentence(notice(speaker, rules.notice))
    for promotion in promotions:
        yield promotion.id, promotion_text(speaker, promotion)


def _rules(speaker: Speaker) -> Iterator[str]:
    """What holds for every promotion unless it says otherwise."""
    most = speaker.policy.promotion_rules.most_together
    yield speaker.say("rules-together") if most is None else speaker.say("rules-most", n=most)
    yield speaker.say("rules-return")


def _hidden(policy: Policy) -> Iterator[str]:
    """Clauses of public sections that are for staff."""
    yield from (standard.id for standard in policy.service.standards if not standard.public)
    yield from (flow.id for flow in policy.scripts.flows)
    yield from (question.id for question in policy.scripts.questions if not question.public)
    yield from (step.id for process in policy.cases.processes for step in process.steps)
    yield from (floor.id for floor in policy.contact.floors)
    for plan in policy.aftercare:
        yield from (plan.id, *(touch.id for touch in plan.touches))


def _says(speaker: Speaker) -> dict[str, str]:
    """The owner's own wording, where it is written in this language."""
    return {
        clause.id: wording for clause in _clauses(speaker.policy) if (wording := speaker.own(clause.says)) is not None
    }


def _clauses(policy: Policy) -> Iterator[Clause]:
    """Clauses of these sections, without walking every part of the policy."""
    loyalty, returns = policy.loyalty, policy.returns
    if loyalty.points:
        yield from loyalty.points.earn
        yield from loyalty.points.redeem.rewards if loyalty.points.redeem else ()
    yield from loyalty.tiers.levels if loyalty.tiers else ()
    yield from loyalty.cards
    yield from (loyalty.referral,) if loyalty.referral else ()
    yield from loyalty.memberships
    yield from loyalty.gestures
    yield from policy.promotions
    if returns:
        yield from returns.windows
        yield from returns.exclusions
        yield from returns.conditions
        yield from returns.fees
        yield from returns.exchange
        yield from returns.warranty
    for section in OTHER_SECTIONS:
        yield from (clause for _, clause in policy.clauses_of(section))
