"""The first page of a draft: its clauses as sentences by section, each with its health, and what was found."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dangol.flows import drafting
from dangol.flows.studio import people, reading
from dangol.flows.studio.reading import Finding
from dangol_policy import words
from dangol_policy.edit.labels import label_of
from dangol_policy.values import LANGUAGES
from dangol_policy.words import Sentence

A_PAGE = 60
"""Clauses on one page of a section."""
MOST_FINDINGS = 40


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause: where it is edited, what it says, and how it is."""

    key: str
    part: bool
    """No clause of its own, but a part that is told in a sentence."""
    text: str
    severe: int
    mild: int
    shown: bool | None
    """Whether an example shows it; None when none can."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the list."""

    id: str
    title: str
    count: int
    severe: int
    mild: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class HeadView:
    """What stands above each page of a draft."""

    id: UUID
    title: str
    open: bool
    number: int
    base_version: int | None
    version: int | None
    saved_by: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class DeskView:
    """A draft as its first page shows it."""

    head: HeadView
    readable: bool
    """Whether the text can be read at all, so that forms work."""
    meant: bool
    """Whether it is a policy, so that there are sentences."""
    sections: tuple[SectionView, ...]
    clauses: tuple[ClauseView, ...]
    page: int
    pages: int
    findings: tuple[Finding, ...]
    more: int
    severe: int
    mild: int


def head(draft: UUID) -> HeadView:
    """Raises NotFound."""
    found = drafting.draft_view(draft)
    names = people.names([found.saved_by])
    return HeadView(
        id=found.id,
        title=found.title,
        open=found.state == "open",
        number=found.number,
        base_version=found.base_version,
        version=found.version,
        saved_by=names[found.saved_by],
        saved_at=found.saved_at,
    )


def desk(draft: UUID, *, language: str, section: str = "", page: int = 1, clause: str = "") -> DeskView:
    """The draft's first page, at a section, or where a clause is. Raises NotFound."""
    text = drafting.draft_text(draft).text
    said = reading.sentences(text, language)
    found = reading.findings(text)
    section = next((one.section for one in said if one.clause == clause), section)
    chosen = section if any(one.section == section for one in said) else said[0].section if said else ""
    inside = [one for one in said if one.section == chosen]
    place = next((at for at, one in enumerate(inside) if one.clause == clause), None)
    page = page if place is None else place // A_PAGE + 1
    page = min(max(page, 1), max(1, -(-len(inside) // A_PAGE)))
    worst = _worst(found)
    return DeskView(
        head=head(draft),
        readable=reading.data_of(text) is not None,
        meant=bool(said) or reading.looked_at(text).policy is not None,
        sections=_sections(said, chosen, worst, language),
        clauses=tuple(_clause(one, worst, text) for one in inside[(page - 1) * A_PAGE : page * A_PAGE]),
        page=page,
        pages=max(1, -(-len(inside) // A_PAGE)),
        findings=found[:MOST_FINDINGS],
        more=max(0, len(found) - MOST_FINDINGS),
        severe=sum(one.severe for one in found),
        mild=sum(not one.severe for one in found),
    )


Worst = Mapping[str, tuple[int, int]]


def _worst(found: tuple[Finding, ...]) -> Worst:
    severe = Counter(one.clause for one in found if one.severe)
    mild = Counter(one.clause for one in found if not one.severe)
    return {clause: (severe[clause], mild[clause]) for clause in {*severe, *mild}}


def _sections(said: tuple[Sentence, ...], chosen: str, worst: Worst, language: str) -> tuple[SectionView, ...]:
    gathered: dict[str, list[Sentence]] = {}
    for one in said:
        gathered.setdefault(one.section, []).append(one)
    spoken = language if language in LANGUAGES else "en"
    return tuple(
        SectionView(
            id=section,
            title=words.section_title(inside[0].section, spoken),
            count=len(inside),
            severe=sum(worst.get(one.clause, (0, 0))[0] for one in inside),
            mild=sum(worst.get(one.clause, (0, 0))[1] for one in inside),
            chosen=section == chosen,
        )
        for section, inside in gathered.items()
    )


def _clause(one: Sentence, worst: Worst, text: str) -> ClauseView:
    severe, mild = worst.get(one.clause, (0, 0))
    part = one.clause not in reading.places(text)
    return ClauseView(one.clause, part, one.text, severe, mild, reading.coverage(text).get(one.clause))


_PARTS = ("business", "promotion_rules", "loyalty.points", "loyalty.tiers", "returns", "privacy")


def parts(language: str) -> tuple[tuple[str, str], ...]:
    """Parts that are no clauses and have a form of their own: place and name."""
    return tuple((place, label_of("Policy", place.rpartition(".")[2], language)[0]) for place in _PARTS)
