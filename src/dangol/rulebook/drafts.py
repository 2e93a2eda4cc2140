"""Named reads of working drafts: which there are, and the text of each at every saving."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from dangol.rulebook.errors import UnknownDraft, UnknownSaving
from dangol.rulebook.models import OPEN, Draft, DraftText


@dataclass(frozen=True, slots=True)
class DraftView:
    """One working draft without its text; `number` is the saving whose text it has now."""

    id: UUID
    title: str
    state: str
    base_version: int | None
    version: int | None
    opened_by: str
    opened_at: datetime
    number: int
    saved_by: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class TextView:
    """One saving of a draft. `beside`: it waits to be put together with the draft's text."""

    number: int
    text: str
    sha256: str
    base: int
    beside: bool
    note: str
    by: str
    at: datetime


def drafts(*, states: Iterable[str] = (OPEN,)) -> list[DraftView]:
    """Drafts in these states, the one saved last first."""
    found = [_view(draft) for draft in _drafts().filter(state__in=tuple(states))]
    return sorted(found, key=lambda one: (one.saved_at, one.id), reverse=True)


def draft_of(id_: UUID) -> DraftView:
    """One draft in whatever state. Raises UnknownDraft."""
    found = _drafts().filter(id=id_).first()
    if found is None:
        raise UnknownDraft(id_)
    return _view(found)


def text_of(draft: UUID, number: int | None = None) -> TextView:
    """The draft's text now, or at a saving. Raises UnknownDraft or UnknownSaving."""
    rows = DraftText.objects.filter(draft_id=draft)
    found = (
        rows.filter(beside=False).order_by("number").last() if number is None else rows.filter(number=number).first()
    )
    if found is None:
        draft_of(draft)
        raise UnknownSaving(draft, number or 0)
    return _text(found)


def savings_of(draft: UUID) -> list[TextView]:
    """Every saving of a draft, latest first, without the texts."""
    rows = DraftText.objects.filter(draft_id=draft).order_by("-number").defer("text")
    return [_text(row, text="") for row in rows]


def _drafts() -> QuerySet[Draft]:
    last = DraftText.objects.filter(draft_id=OuterRef("id"), beside=False).order_by("-number")
    return Draft.objects.annotate(
        number=Subquery(last.values("number")[:1]),
        saved_by=Subquery(last.values("by")[:1]),
        saved_at=Subquery(last.values("at")[:1]),
    )


def _view(draft: Draft) -> DraftView:
    return DraftView(**{name: getattr(draft, name) for name in DraftView.__dataclass_fields__})


def _text(row: DraftText, text: str | None = None) -> TextView:
    return TextView(
        number=row.number,
        text=row.text if text is None else text,
        sha256=row.sha256,
        base=row.base,
        beside=row.beside,
        note=row.note,
        by=row.by,
        at=row.at,
    )
