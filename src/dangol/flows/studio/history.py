"""Who changed what in a draft: its savings, the lines that differ, and what waits beside to be put together."""

import difflib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dangol.flows import drafting
from dangol.flows.studio import people
from dangol.rulebook.drafts import TextView

_AROUND = 2


@dataclass(frozen=True, slots=True)
class SavingView:
    """One saving."""

    number: int
    by: str
    at: datetime
    verb: str
    """`changed`, `added`, `removed`, `undid`, `kept`; empty for a change of the document itself."""
    what: str
    beside: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a comparison: ` ` stays, `+` came, `-` went, `@` lines left out."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class ComparedView:
    """Two texts of a draft side by side."""

    saving: SavingView
    lines: tuple[LineView, ...]
    text: str
    head: int


def history(draft: UUID) -> tuple[SavingView, ...]:
    """Latest first. Raises NotFound."""
    drafting.draft_view(draft)
    savings = drafting.savings(draft)
    names = people.names(one.by for one in savings)
    return tuple(_saving(one, names) for one in savings)


def waiting(draft: UUID) -> tuple[SavingView, ...]:
    """Savings that were kept beside the draft's text and are newer than it: somebody puts them together, or not."""
    head = drafting.draft_view(draft).number
    return tuple(one for one in history(draft) if one.beside and one.number > head)


def compared(draft: UUID, number: int) -> ComparedView:
    """A saving against what it began from; one kept beside, against the draft's text now. Raises NotFound."""
    saving = drafting.draft_text(draft, number)
    head = drafting.draft_text(draft)
    before = head.text if saving.beside else drafting.draft_text(draft, saving.base).text if saving.base else ""
    names = people.names([saving.by])
    return ComparedView(_saving(saving, names), lines_between(before, saving.text), saving.text, head.number)


def lines_between(before: str, after: str) -> tuple[LineView, ...]:
    """What differs, with a few lines around it."""
    found = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=_AROUND)
    return tuple(LineView(line[:1], line[1:]) for line in found if not line.startswith(("---", "+++")))


def _saving(one: TextView, names: dict[str, str]) -> SavingView:
    verb, _, what = one.note.partition(" ")
    known = verb if verb in ("changed", "added", "removed", "undid", "kept") else ""
    return SavingView(one.number, names[one.by], one.at, known, what if known else one.note, one.beside)
