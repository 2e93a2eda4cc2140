"""The due work of a trial: a stretch at a time, so that nothing else waits, and what was done is never done again.

Each stretch ends with one short write of how far it is and what it has found. A worker that is killed loses its
stretch only: the next one begins where the last write ended, when the lease has passed.
"""

from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

from dangol.flows import work
from dangol.flows.effect.asking import EFFECT, policy_of
from dangol.flows.effect.measuring import Measuring, Progress, Question
from dangol.flows.effect.result import result_of
from dangol.flows.models import DONE, RUNNING, EffectRun, Work
from dangol.lib.act import acting
from dangol.rulebook import queries as rulebook

BY = "system:worker"
STRETCH = 1.0
"""Seconds of one stretch."""
LEASE = timedelta(seconds=30)
"""After so long a stretch that was not ended is begun again by whoever comes by."""


def carry_on(row: Work, now: datetime) -> None:
    """Plays one stretch of a run and asks for the next."""
    run = EffectRun.objects.filter(id=UUID(row.key), state=RUNNING).first()
    if run is None:
        return
    if not work.keep_holding(row, at=now, lease=LEASE):
        return
    measuring = Measuring(_question(run.id), Progress.from_json(run.progress))
    done = measuring.go(STRETCH)
    if not _kept(run, measuring, done, now):
        return
    if not done:
        with acting(by=BY, at=now, request=f"effect:{run.id.hex}:{run.steps}") as act:
            work.schedule(act=act, kind=EFFECT, key=row.key, due_at=now)


def _kept(run: EffectRun, measuring: Measuring, done: bool, now: datetime) -> bool:
    """Writes how far it is; False when the run was called off or somebody else has gone on with it."""
    progress = measuring.progress
    values: dict[str, object] = {"steps": run.steps + 1, "seen": progress.looked_at, "progress": progress.as_json()}
    if done:
        values |= {"state": DONE, "ended_at": now, "progress": {}, "result": result_of(measuring)}
    return bool(EffectRun.objects.filter(id=run.id, state=RUNNING, steps=run.steps).update(**values))


@lru_cache(maxsize=4)
def _question(run: UUID) -> Question:
    """What a run asks never changes."""
    row = EffectRun.objects.get(id=run)
    return Question(
        base=rulebook.compiled(row.version, row.version_sha256).policy,
        base_digest=row.version_sha256,
        version=row.version,
        draft=policy_of(row.text),
        draft_digest=row.sha256,
        since=row.since,
        until=row.until,
        share=row.share,
        move=row.move,
    )
