"""The parts of the policy centre, put together from one policy in one language for one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from dangol_policy.model.policy import Policy
from dangol_policy.model.promotions import Promotion
from dangol_policy.words import worked
from dangol_policy.words.addresses import web_address
from dangol_policy.words.centre import reaching, standards
from dangol_policy.words.centre.law import law_on_privacy
from dangol_policy.words.centre.promises import promises
from dangol_policy.words.centre.rights import rights_table
from dangol_policy.words.centre.shape import PARTS, Centre, Hint, Link, Part, PartName, Shown, Table
from dangol_policy.words.names import name_of
from dangol_policy.words.sections.shared import fields, inner
from dangol_policy.words.sentences import Section, sentences
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for
from dangol_policy.words.tiers import benefits_of, threshold

_HOLDS: dict[Section, PartName] = {
    "channels": "reach",
    "scripts": "reach",
    "service": "standards",
    "cases": "complain",
    "returns": "returns",
    "loyalty": "membership",
    "promotions": "promotions",
    "privacy": "privacy",
    "contact": "privacy",
    "partners": "privacy",
    "voice": "voice",
    "memberships": "bodies",
}
"""Where the clauses of each section are read; sections for staff have no place here."""


def centre(policy: Policy, language: str, day: dt.date) -> Centre:
    """Every part that has something to say on a local day, without `about`, which depends on the version.

    Promotions are those that run on the day or start later; worked examples begin on it. Raises UnknownLanguage.
    """
    speaker = speaker_for(policy, language)
    parts = [_whole(speaker, part, day) for part in _bare(speaker, day)]
    hints = tuple(_hint(speaker, part.id) for part in parts if _lacks(speaker, part))
    if policy.business.owner is None:
        hints = (*hints, _hint(speaker, "about"))
    return Centre(tuple(part for part in parts if not part.is_empty), hints)


def _bare(speaker: Speaker, day: dt.date) -> Iterator[Part]:
    """Each part with its clauses only."""
    gathered: dict[PartName, list[Shown]] = {}
    over = {one.id for one in speaker.policy.promotions if _is_over(one, day)}
    for one in sentences(speaker.policy, speaker.language):
        if one.public and one.section in _HOLDS and one.clause not in over:
            name = _name(speaker, one.clause)
            gathered.setdefault(_HOLDS[one.section], []).append(Shown(one.clause, one.text, name))
    for id_ in PARTS:
        if id_ != "about":
            clauses = tuple(gathered.get(id_, ()))
            yield Part(id_, speaker.say(f"centre-{id_}"), clauses=_running(speaker, clauses, day, id_))


def _running(speaker: Speaker, clauses: tuple[Shown, ...], day: dt.date, part: PartName) -> tuple[Shown, ...]:
    """The rules of promotions are not shown when no promotion is left."""
    promotions = {one.id for one in speaker.policy.promotions if not _is_over(one, day)}
    return clauses if part != "promotions" or promotions else ()


def _is_over(promotion: Promotion, day: dt.date) -> bool:
    last = promotion.runs.last if promotion.runs else None
    return last is not None and last < day


def _name(speaker: Speaker, clause: str) -> str:
    policy = speaker.policy
    named = speaker.once(
        "named by the owner",
        lambda: {one.id for one in (*policy.promotions, *policy.loyalty.cards, *policy.loyalty.gestures)},
    )
    return name_of(policy, speaker.language, clause) if clause in named else ""


def _whole(speaker: Speaker, part: Part, day: dt.date) -> Part:
    """The part with everything beside its clauses."""
    match part.id:
        case "short":
            return replace(part, lines=promises(speaker))
        case "reach":
            lines, tables = tuple(reaching.reaching_lines(speaker)), tuple(reaching.ways_table(speaker))
            return replace(part, lines=lines, tables=tables)
        case "standards":
            tables = tuple(standards.standards_table(speaker))
            return replace(part, tables=tables, worked=tuple(worked.of_standards(speaker, day)))
        case "complain":
            steps, lines = tuple(standards.complaint_steps(speaker)), tuple(standards.assurances(speaker))
            return replace(part, steps=steps, lines=lines)
        case "returns":
            return replace(part, worked=tuple(worked.of_returns(speaker, day)))
        case "membership":
            examples = (*worked.of_points(speaker, day), *worked.of_cards(speaker, day))
            return replace(part, tables=tuple(_tiers(speaker)), worked=examples)
        case "promotions":
            shown = {one.clause for one in part.clauses}
            tables = tuple(rights_table(speaker, shown))
            return replace(part, tables=tables, worked=tuple(worked.of_promotions(speaker, shown)))
        case "privacy":
            return replace(part, tables=tuple(_data(speaker)), law=tuple(law_on_privacy(speaker, day)))
        case "failure":
            return replace(part, tables=tuple(standards.failure_table(speaker)))
        case "asks":
            lines = tuple(speaker.sentence(one.get(speaker.language)) for one in speaker.policy.business.asks)
            return replace(part, lines=lines)
        case "access":
            return replace(part, lines=tuple(reaching.access_lines(speaker)))
        case "bodies":
            return replace(part, links=tuple(_verify(speaker)))
        case _:
            return part


def _tiers(speaker: Speaker) -> Iterator[Table]:
    tiers = speaker.policy.loyalty.tiers
    if tiers:
        head = tuple(speaker.say(one) for one in ("head-tier", "head-threshold", "head-benefits"))
        rows = tuple(
            (
                speaker.tier(one.id),
                threshold(speaker, tiers, one.threshold) if one.threshold else "–",
                " ".join(benefits_of(speaker, one)) or "–",
            )
            for one in tiers.levels
        )
        yield Table(head, rows)


def _data(speaker: Speaker) -> Iterator[Table]:
    """The privacy notice in layers: what, why, how long; the clauses below say the rest."""
    rows = tuple(
        (
            f"{speaker.sentence_start(inner(speaker, one.what))}: {fields(speaker, one.fields)}",
            speaker.listed(inner(speaker, purpose) for purpose in one.purpose),
            str(speaker.duration(one.keep.for_time)),
        )
        for one in speaker.policy.privacy.data
    )
    if rows:
        yield Table(tuple(speaker.say(one) for one in ("head-data", "head-purpose", "head-kept")), rows)


def _verify(speaker: Speaker) -> Iterator[Link]:
    for membership in speaker.policy.business.memberships:
        if membership.verify and (address := web_address(membership.verify)):
            yield Link(inner(speaker, membership.body), address)


def _lacks(speaker: Speaker, part: Part) -> bool:
    """Whether staff should hear that the policy itself says nothing here."""
    policy = speaker.policy
    match part.id:
        case "reach":
            return not policy.channels
        case "privacy":
            return not policy.privacy.data
        case "complain":
            return not part.steps
        case "access":
            return not policy.business.access
        case _:
            return part.is_empty


def _hint(speaker: Speaker, part: PartName) -> Hint:
    return Hint(part, speaker.say(f"centre-{part}"), speaker.sentence(speaker.say(f"missing-{part}")))
