"""Verbs of the journal: record what happened, and answer each request once."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from dangol.facts.kinds import checked
from dangol.facts.models import Fact, Request
from dangol.facts.queries import REQUEST, answer_to
from dangol.lib.act import Act, act_out
from dangol.lib.reads import Asked, ahead

_sorted = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_NO_FIGURES: Mapping[str, object] = {}


def record(
    *,
    act: Act,
    kind: str,
    customer: UUID | None = None,
    subject: UUID | None = None,
    figures: Mapping[str, object] = _NO_FIGURES,
    version: int | None = None,
    clause: str = "",
    at: datetime | None = None,
) -> UUID:
    """Writes one fact. `at` is only given when it happened at another instant than the act, such as an expiry."""
    id_ = act.new_id()
    act.rows.insert(
        Fact,
        {
            "id": id_,
            "at": at or act.at,
            "kind": kind,
            "customer_id": customer,
            "subject_id": subject,
            "figures": checked(kind, figures),
            "policy_version": version,
            "clause": clause,
            "by": act.by,
            "request": act.request,
        },
    )
    return id_


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was answered, and whether it had been answered before."""

    value: Any
    replayed: bool


def digest(body: Any) -> str:
    """The same for two bodies that say the same, whatever the order of their keys."""
    return hashlib.sha256(_sorted.encode(body).encode()).hexdigest()


def once(
    *,
    key: str,
    body: Any,
    by: str,
    at: datetime,
    story: Callable[[Act], Any],
    customer: UUID | None = None,
    first: Sequence[Asked] = (),
) -> Answer:
    """Tells the story in one transaction, unless this key was answered before.

    The answer is kept with the story's own rows, so both are there or neither is. Of two at the same moment the
    unique key lets one through; the other undoes what it did and repeats the first one's answer.
    `story` returns plain JSON and changes nothing but the act: it may be told twice. A refusal (any exception) keeps
    nothing: the key may be tried again. `first` are reads that the story begins with; they are fetched together with
    the kept answer.
    """
    fingerprint = digest(body)

    def tell(act: Act) -> Answer:
        ahead((REQUEST, (key,)), *first)
        kept = answer_to(key, fingerprint)
        if kept is not None:
            return Answer(kept.answer, replayed=True)
        value = story(act)
        act.rows.insert(
            Request, {"key": key, "digest": fingerprint, "answer": value, "customer_id": customer, "at": at}
        )
        return Answer(value, replayed=False)

    try:
        return act_out(by=by, at=at, request=key, tell=tell)
    except IntegrityError:
        kept = answer_to(key, fingerprint)
        if kept is None:
            raise
        return Answer(kept.answer, replayed=True)


def forget_requests(*, before: datetime) -> int:
    """Removes answers nobody will ask for again; returns how many."""
    return Request.objects.filter(at__lt=before).delete()[0]
