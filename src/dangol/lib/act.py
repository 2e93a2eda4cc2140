"""One act: who does it, when, and under which request. What it changes is written together, or not at all."""

import os
import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from dangol.lib import rehearsal
from dangol.lib.ids import new_id
from dangol.lib.reads import forget_ahead, reading_ahead
from dangol.lib.rows import Rows

_BY = re.compile(r"(staff|key|customer|system):[A-Za-z0-9_.-]{1,64}", re.ASCII)
_LONGEST_REQUEST = 200
_RANDOM_BITS = 62
T = TypeVar("T")


@dataclass(slots=True)
class Act:
    """Handed to every verb of a story, so that all of them share one instant, one doer and one transaction.

    `by` is the doer's kind and id (`staff:…`, `key:…`, `customer:…`, `system:…`), never a name.
    """

    by: str
    at: datetime
    request: str
    rows: Rows = field(default_factory=Rows)
    rehearsing: bool = False
    """Told before its turn to write has come: nothing may be written yet."""
    _last_id: int = 0
    _open: dict[Hashable, object] = field(default_factory=dict)
    _closing: list[Callable[[], None]] = field(default_factory=list)

    def new_id(self) -> UUID:
        """Ids of one act rise in the order in which they are asked for; the steps between them cannot be guessed."""
        following = self._last_id + int.from_bytes(os.urandom(5), "big") + 1
        stays = self._last_id and following >> _RANDOM_BITS == self._last_id >> _RANDOM_BITS
        self._last_id = following if stays else new_id(self.at).int
        return UUID(int=self._last_id)

    def open_once(self, key: Hashable, opener: Callable[[], T]) -> T:
        """What one verb opened (and locked) in this act is found again by the next."""
        if key not in self._open:
            self._open[key] = opener()
        return self._open[key]  # type: ignore[return-value]

    def before_writing(self, step: Callable[[], None]) -> None:
        """Adds the rows that are only known when the story has been told."""
        self._closing.append(step)

    def write(self) -> None:
        """Writes what has gathered so far; a story only calls this when it must read its own rows."""
        if self.rehearsing:
            raise rehearsal.MustWait
        self.close()
        self.rows.write()

    def close(self) -> None:
        """Everything that is to be written is known."""
        for step in self._closing:
            step()
        forget_ahead()


@contextmanager
def acting(*, by: str, at: datetime, request: str) -> Iterator[Act]:
    """Opens the transaction of one act and writes its rows at the end; an exception leaves no trace."""
    act = _opened(by, at, request)
    with reading_ahead(), transaction.atomic():
        yield act
        act.write()


def act_out(*, by: str, at: datetime, request: str, tell: Callable[[Act], T]) -> T:
    """Tells a story in one act, as `acting`; where another writes just now, it is told while waiting for the turn.

    `tell` may then be called twice, and changes nothing but the act.
    """
    if rehearsal.has_turn():
        with acting(by=by, at=at, request=request) as act:
            return tell(act)
    act = _opened(by, at, request)
    act.rehearsing = True
    try:
        with reading_ahead(), rehearsal.rehearsing() as seen:
            told = tell(act)
            act.close()
    except Exception:
        # Told on what may have changed meanwhile, or in a way that cannot be rehearsed: what holds is said at the turn.
        seen = None
    if seen is not None:
        with transaction.atomic():
            if rehearsal.still_holds(seen):
                act.rows.write()
                return told
    with acting(by=by, at=at, request=request) as act:
        return tell(act)


def _opened(by: str, at: datetime, request: str) -> Act:
    if not _BY.fullmatch(by):
        raise ValueError(f"by={by!r} must be staff:, key:, customer: or system: and an id")
    if at.tzinfo is None:
        raise ValueError("at must be an aware instant: a time without a zone belongs to no moment")
    if not 0 < len(request) <= _LONGEST_REQUEST:
        raise ValueError(f"request must have 1 to {_LONGEST_REQUEST} characters")
    return Act(by=by, at=at, request=request)
