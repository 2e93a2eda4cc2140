"""Claims due work, carries it out, and sees to it that nothing is lost or done twice at the same moment.

A claim moves the row's due time to the end of a lease and marks it with the worker's name. Whoever finishes removes it
(only while still holding it); a worker that is killed leaves a row that becomes due again. What fails is tried again
later and later; after the last attempt the row stays as dead, with the reason, for a person to look at.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from dangol.facts.actions import Answer, once, record
from dangol.flows.models import DEAD, WAITING, Work
from dangol.lib.act import Act, acting
from dangol.lib.ids import new_id

Handler = Callable[[Work, datetime], None]
LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 8
_FIRST_DELAY = timedelta(seconds=30)
_LONGEST_DELAY = timedelta(hours=6)
_LONGEST_REASON = 2_000
_log = logging.getLogger(__name__)


def schedule(
    *,
    act: Act,
    kind: str,
    key: str,
    due_at: datetime,
    customer: UUID | None = None,
    payload: Mapping[str, object] | None = None,
) -> None:
    """Asks for work later; the same kind and key again only changes when it is due."""
    values = {"due_at": due_at, "payload": dict(payload or {}), "customer_id": customer}
    with transaction.atomic():
        Work.objects.update_or_create(
            kind=kind,
            key=key,
            defaults={**values, "state": WAITING, "attempts": 0, "holder": "", "last_error": ""},
            create_defaults={**values, "id": act.new_id(), "created_at": act.at},
        )


def unschedule(*, kind: str, key: str) -> None:
    """The work is not needed any more."""
    Work.objects.filter(kind=kind, key=key).delete()


def claim(*, worker: str, at: datetime, kinds: list[str] | None = None, limit: int = 10) -> list[Work]:
    """Takes due rows for this worker until the lease ends; two workers never hold the same row."""
    due = Q(state=WAITING, due_at__lte=at)
    if kinds is not None:
        due &= Q(kind__in=kinds)
    with transaction.atomic():
        rows = Work.objects.filter(due).order_by("due_at", "id")
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        claimed = list(rows[:limit])
        for work in claimed:
            work.due_at, work.holder, work.attempts = at + LEASE, worker, work.attempts + 1
        Work.objects.bulk_update(claimed, ["due_at", "holder", "attempts"])
    return claimed


def _held(work: Work) -> QuerySet[Work]:
    """The row, while this claim of it still stands: another claim has raised the attempts."""
    return Work.objects.filter(id=work.id, holder=work.holder, attempts=work.attempts, state=WAITING)


def keep_holding(work: Work, *, at: datetime, lease: timedelta = LEASE) -> bool:
    """Renews the lease of long work; False when it was lost and the work must stop."""
    return bool(_held(work).update(due_at=at + lease))


def finish(work: Work) -> bool:
    """Removes done work; False when somebody else holds it by now."""
    return bool(_held(work).delete()[0])


def give_back(work: Work, *, at: datetime, reason: str) -> None:
    """The attempt failed: try later, or leave it for a person after the last attempt."""
    held = _held(work)
    if work.attempts < MOST_ATTEMPTS:
        held.update(due_at=at + delay(work.attempts), holder="", last_error=reason[-_LONGEST_REASON:])
        return
    with acting(by="system:worker", at=at, request=f"work-died:{work.id}:{work.attempts}") as act:
        if held.update(state=DEAD, holder="", last_error=reason[-_LONGEST_REASON:]):
            figures = {"attempts": work.attempts, "work": work.kind}
            record(act=act, kind="work.died", customer=work.customer_id, subject=work.id, figures=figures)


def delay(attempts: int) -> timedelta:
    """Twice as long after each attempt, up to a limit."""
    later: timedelta = _FIRST_DELAY * 2 ** max(0, attempts - 1)
    return min(_LONGEST_DELAY, later)


def revive(work_id: UUID, *, request: str, by: str, at: datetime) -> Answer:
    """A person looked at dead work and lets it be tried again; work that is not dead any more is left alone."""

    def story(act: Act) -> dict[str, bool]:
        row = Work.objects.filter(id=work_id, state=DEAD).first()
        mine = Work.objects.filter(id=work_id, state=DEAD).update(state=WAITING, attempts=0, due_at=at)
        if row is None or not mine:
            return {"revived": False}
        record(act=act, kind="work.revived", customer=row.customer_id, subject=row.id, figures={"work": row.kind})
        return {"revived": True}

    return once(key=request, body={"work": work_id.hex}, by=by, at=at, story=story)


def dead() -> QuerySet[Work]:
    """What waits for a person, oldest first."""
    return Work.objects.filter(state=DEAD).order_by("due_at", "id")


def run_due(*, handlers: Mapping[str, Handler], worker: str, now: Callable[[], datetime], limit: int = 10) -> int:
    """Claims and carries out due work once; returns how many rows were claimed. A failure never stops the others."""
    claimed = claim(worker=worker, at=now(), kinds=list(handlers), limit=limit)
    for work in claimed:
        try:
            handlers[work.kind](work, now())
        except Exception as error:
            _log.exception("%s failed (attempt %s)", work, work.attempts)
            give_back(work, at=now(), reason=f"{type(error).__name__}: {error}")
        else:
            finish(work)
    return len(claimed)


def new_worker(at: datetime, name: str = "worker") -> str:
    """A name nobody else has."""
    return f"{name}-{new_id(at).hex}"
