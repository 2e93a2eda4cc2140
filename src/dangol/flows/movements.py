"""A customer's entries as people read them: what one act did to points by one clause is one line, however many lots."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dangol.flows.card import EntriesView, EntryView

_TITLES: Mapping[str, Promise] = {
    "earn": _("Earned"),
    "grant": _("Given by us"),
    "mature": _("Now usable"),
    "spend": _("Used"),
    "expire": _("Expired"),
    "reverse": _("Taken back"),
    "make-good": _("Still owed"),
    "owe": _("Still owed"),
    "repay": _("Filled what was owed"),
    "waive": _("Let off"),
    "restore": _("Given back"),
    "date": _("Day set"),
}


@dataclass(frozen=True, slots=True)
class Movement:
    """One line: `title` says what happened in a word or two, `says` explains each lot that moved."""

    at: datetime
    title: str
    points: int
    """Smallest parts of a point; 0 when points only became usable."""
    moved: int
    """How many points moved, whichever way."""
    order: str
    clause: str
    version: int | None
    says: tuple[str, ...]
    amount: str = ""
    """Money that belongs to it, as text; only where no points moved."""


def movements(view: EntriesView) -> tuple[Movement, ...]:
    """Entries that belong together, latest first; where older ones were left out, the last line could miss some."""
    groups = [list(group) for _key, group in groupby(view.entries, key=_together)]
    whole = groups[:-1] if view.more and len(groups) > 1 else groups
    return tuple(_movement(group) for group in whole)


def _together(entry: EntryView) -> tuple[object, ...]:
    return entry.at, entry.kind, entry.order, entry.clause, entry.version


def _movement(group: list[EntryView]) -> Movement:
    one = group[0]
    return Movement(
        at=one.at,
        title=str(_TITLES[one.kind]),
        points=sum(entry.points for entry in group),
        moved=sum(entry.moved for entry in group),
        order=one.order,
        clause=one.clause,
        version=one.version,
        says=tuple(dict.fromkeys(entry.says for entry in group)),
    )
