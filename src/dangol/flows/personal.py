"""What due work and trials of drafts keep about a person."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from dangol.flows.models import EffectRun, Interview, Work, WorkerSeen
from dangol.lib.personal import Holding, Record, rows_of


def _drop(customer: UUID) -> int:
    """Nothing is done later for somebody who is no longer known."""
    return Work.objects.filter(customer_id=customer).delete()[0]


_LISTS = ("most", "least")


def _kept(run: EffectRun) -> Iterator[dict[str, Any]]:
    """Where a trial lists the customers it would change most: its result, and what it has found so far."""
    yield run.result
    yield from run.progress.get("sums", {}).values()


def _tried(customer: UUID) -> list[Record]:
    return [
        {"run": run.id, "asked_at": run.asked_at, **row}
        for run in EffectRun.objects.order_by("asked_at")
        for kept in _kept(run)
        for name in _LISTS
        for row in kept.get(name, ())
        if row["customer"] == customer.hex
    ]


def _leave_out(customer: UUID) -> int:
    """The trial's sums stay; nobody can be read out of them."""
    touched = 0
    for run in EffectRun.objects.all():
        # Every list is gone through, also when the customer was in the first already.
        if sum(_taken_out(kept, customer.hex) for kept in _kept(run)):
            run.save(update_fields=["result", "progress"])
            touched += 1
    return touched


def _taken_out(kept: dict[str, Any], customer: str) -> bool:
    before = sum(len(kept.get(name, ())) for name in _LISTS)
    for name in _LISTS:
        kept[name] = [row for row in kept.get(name, ()) if row["customer"] != customer]
    return sum(len(kept[name]) for name in _LISTS) < before


HOLDINGS = (
    Holding(Work, what="what is to be done for the customer, and when", export=rows_of(Work), erase=_drop),
    Holding(EffectRun, what="what a draft would have changed for the customer", export=_tried, erase=_leave_out),
    Holding(WorkerSeen, kept_because="it names a process of the program, not a person"),
    Holding(Interview, kept_because="it holds what staff answer about the business, nothing about customers"),
)
