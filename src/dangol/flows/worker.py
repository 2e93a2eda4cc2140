"""The worker: lets time pass for customers for whom something is due, and carries out due work.

Any number of workers may run. An account's due instant is its own due row: settling locks the account, and a second
worker finds nothing left to do. A customer whose settling fails becomes a row of due work, tried again later and later
and at last left for a person; the others go on.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event
from uuid import UUID

from django.db import DatabaseError, close_old_connections, connection

from dangol.flows import due, work
from dangol.flows.effect.asking import EFFECT
from dangol.flows.effect.working import carry_on
from dangol.flows.errors import NoPolicyInForce
from dangol.flows.models import Work, WorkerSeen
from dangol.lib import clock
from dangol.lib.act import acting
from dangol.rulebook import actions as rulebook
from dangol.rulebook.models import ANNOUNCED, PolicyVersion

SETTLE = "settle"
SILENT_AFTER = timedelta(minutes=2)
"""A worker that was not seen for so long has stopped."""
_FORGOTTEN_AFTER = timedelta(days=1)
_HEARTBEAT = timedelta(seconds=20)
_PAUSE = 1.0
_PAUSE_AFTER_FAILURE = 5.0
_AT_ONCE = 100
_log = logging.getLogger(__name__)


def run(stop: Event, *, now: Callable[[], datetime] = clock.now, pause: float = _PAUSE) -> None:
    """Works until told to stop; what is being done is finished first."""
    worker = Worker(work.new_worker(now()), now)
    _log.info("%s begins", worker.name)
    while not stop.is_set():
        try:
            close_old_connections()
            idle = not worker.round(stop)
        except DatabaseError:
            _log.exception("%s cannot reach the database; trying again", worker.name)
            connection.close()
            stop.wait(_PAUSE_AFTER_FAILURE)
            continue
        if idle:
            stop.wait(pause)
    _log.info("%s ends", worker.name)


class Worker:
    """One worker and its heartbeat."""

    def __init__(self, name: str, now: Callable[[], datetime]) -> None:
        self.name = name
        self._now = now
        self._started = now()
        self._seen: datetime | None = None
        self._done = 0

    def round(self, stop: Event) -> int:
        """Does what is due now; returns how much that was."""
        self._beat()
        done = self._bring_policy_into_force()
        for customer in self._customers():
            if stop.is_set():
                break
            done += self._settle(customer)
        done += work.run_due(handlers=HANDLERS, worker=self.name, now=self._now)
        self._done += done
        return done

    def _beat(self) -> None:
        now = self._now()
        if self._seen is not None and now - self._seen < _HEARTBEAT:
            return
        self._seen = now
        WorkerSeen.objects.update_or_create(
            name=self.name, defaults={"started_at": self._started, "seen_at": now, "done": self._done}
        )
        WorkerSeen.objects.filter(seen_at__lt=now - _FORGOTTEN_AFTER).delete()

    def _bring_policy_into_force(self) -> int:
        now = self._now()
        if not PolicyVersion.objects.filter(state=ANNOUNCED, effective_from__lte=now).exists():
            return 0
        with acting(by=due.BY, at=now, request=f"in-force:{now.timestamp():.6f}") as act:
            return int(rulebook.bring_into_force(act=act) is not None)

    def _customers(self) -> list[UUID]:
        """Those that are due, without those whose settling failed and is tried again as due work."""
        waiting = due.waiting(at=self._now(), limit=_AT_ONCE)
        failed = set(
            Work.objects.filter(kind=SETTLE, key__in=[customer.hex for customer in waiting]).values_list(
                "customer_id", flat=True
            )
        )
        return [customer for customer in waiting if customer not in failed]

    def _settle(self, customer: UUID) -> int:
        """One customer; a failure is kept with its reason and tried again, and never stops the others."""
        self._beat()
        now = self._now()
        try:
            due.settle(customer, at=now)
        except NoPolicyInForce:
            return 0
        except DatabaseError:
            raise
        except Exception as error:
            _log.exception("What is due for %s could not be done", customer)
            self._keep_for_later(customer, now, f"{type(error).__name__}: {error}")
        return 1

    def _keep_for_later(self, customer: UUID, now: datetime, reason: str) -> None:
        with acting(by=due.BY, at=now, request=f"settle-later:{customer.hex}:{now.timestamp():.6f}") as act:
            later = now + work.delay(1)
            work.schedule(act=act, kind=SETTLE, key=customer.hex, due_at=later, customer=customer)
        Work.objects.filter(kind=SETTLE, key=customer.hex).update(attempts=1, last_error=reason[:2000])


def _settle_again(row: Work, now: datetime) -> None:
    due.settle(UUID(row.key), at=now)


HANDLERS: dict[str, work.Handler] = {SETTLE: _settle_again, EFFECT: carry_on}
"""What each kind of due work does."""


def workers_seen(*, at: datetime) -> list[tuple[WorkerSeen, bool]]:
    """Every worker of the last day, latest first, and whether it is at work."""
    return [(seen, at - seen.seen_at < SILENT_AFTER) for seen in WorkerSeen.objects.order_by("-seen_at")]
