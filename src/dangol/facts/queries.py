"""Named reads of the journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from dangol.facts.errors import KeyReused
from dangol.facts.models import Fact, Request
from dangol.lib.reads import Select


def of_customer(customer: UUID, *, since: datetime | None = None) -> QuerySet[Fact]:
    """The customer's timeline, oldest first; facts of the same instant keep a stable order."""
    facts: QuerySet[Fact] = Fact.objects.filter(customer_id=customer)
    if since is not None:
        facts = facts.filter(at__gte=since)
    return facts.order_by("at", "id")


def of_subject(subject: UUID) -> QuerySet[Fact]:
    """What happened to one purchase, voucher or other row, oldest first."""
    return Fact.objects.filter(subject_id=subject).order_by("at", "id")


def of_kind(kind: str, *, since: datetime, until: datetime) -> QuerySet[Fact]:
    """Facts of one kind from `since` up to, not including, `until`."""
    return Fact.objects.filter(kind=kind, at__gte=since, at__lt=until).order_by("at", "id")


@dataclass(frozen=True, slots=True)
class Answered:
    """What a request was answered."""

    answer: Any


REQUEST = Select(Request, ("digest", "answer"), "key = %s")


def answer_to(key: str, digest: str) -> Answered | None:
    """The kept answer to this very request; refuses the key when it belongs to another body."""
    rows = REQUEST(key)
    if not rows:
        return None
    if rows[0][0] != digest:
        raise KeyReused(key)
    return Answered(rows[0][1])
