"""How background work stands, as one value for the people who look after it: due, under way, failing, dead; workers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dangol.flows import due, work, worker
from dangol.flows.effect.asking import EFFECT
from dangol.flows.models import WAITING, Work

MOST_SHOWN = 50
_MOST_COUNTED = 1_000
_TITLES: Mapping[str, Promise] = {
    worker.SETTLE: _("What became due for a customer"),
    EFFECT: _("What a draft would change"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One piece of work. `due_at` is when it is tried (again); for work under way, until when it is held."""

    id: UUID
    title: str
    customer: UUID | None
    attempts: int
    error: str
    asked_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Rows:
    """The first rows, and how many there are in all."""

    shown: tuple[Row, ...]
    total: int

    @property
    def left_out(self) -> int:
        return self.total - len(self.shown)


@dataclass(frozen=True, slots=True)
class WorkerView:
    """A worker of the last day; one that stays silent has stopped."""

    started_at: datetime
    seen_at: datetime
    done: int
    at_work: bool


@dataclass(frozen=True, slots=True)
class Background:
    """Everything the page about background work shows."""

    due: int
    """Pieces of work and customers whose time has come and whom no worker has taken yet."""
    many_due: bool
    """More are due than were counted."""
    under_way: Rows
    failing: Rows
    dead: Rows
    workers: tuple[WorkerView, ...]

    @property
    def anybody_at_work(self) -> bool:
        return any(one.at_work for one in self.workers)


def background(*, at: datetime) -> Background:
    """As it stands at the instant."""
    waiting = Work.objects.filter(state=WAITING).order_by("due_at", "id")
    customers = len(due.waiting(at=at, limit=_MOST_COUNTED))
    seen = worker.workers_seen(at=at)
    return Background(
        due=waiting.filter(due_at__lte=at).count() + customers,
        many_due=customers == _MOST_COUNTED,
        under_way=_rows(waiting.filter(due_at__gt=at).exclude(holder="")),
        failing=_rows(waiting.filter(due_at__gt=at, holder="").exclude(last_error="")),
        dead=_rows(work.dead()),
        workers=tuple(WorkerView(one.started_at, one.seen_at, one.done, alive) for one, alive in seen[:MOST_SHOWN]),
    )


def _rows(found: QuerySet[Work]) -> Rows:
    shown = tuple(
        Row(
            id=row.id,
            title=str(_TITLES.get(row.kind, row.kind)),
            customer=row.customer_id,
            attempts=row.attempts,
            error=row.last_error,
            asked_at=row.created_at,
            due_at=row.due_at,
        )
        for row in found[:MOST_SHOWN]
    )
    return Rows(shown, len(shown) if len(shown) < MOST_SHOWN else found.count())
