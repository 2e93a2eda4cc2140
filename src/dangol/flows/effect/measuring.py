"""Plays the stored histories a stretch at a time; what was done so far is a JSON value to go on from.

Customers come first, in the order of their ids, then the purchases of guests. Where all customers share a limit that
would have been reached, everything is played a second time with the day on which it was.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from django.db.models import Max, Min

from dangol.flows.effect import history
from dangol.people.models import Customer
from dangol.sales.models import Purchase
from dangol_policy.compile import compile_policy
from dangol_policy.model.policy import Policy
from dangol_policy.replay import History, Summary, Trial, Tried, tried
from dangol_policy.replay.causes import worth_of
from dangol_policy.replay.estimate import is_drawn
from dangol_policy.replay.limits import caps_of
from dangol_policy.replay.summary import Judge

_AT_ONCE = 20
_BASE, _DRAFT = 1, 2
"""Numbers by which the two versions are told apart while they are played."""
Part = Literal["customers", "guests"]
PARTS: tuple[Part, ...] = ("customers", "guests")
Json = dict[str, Any]
_NOT_DRAWN: Literal["not drawn"] = "not drawn"
_ANOTHERS: Literal["in another's circle"] = "in another's circle"
_Found = History | Literal["not drawn", "in another's circle"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is compared, and over which purchases."""

    base: Policy
    base_digest: str
    version: int
    """Of the version in force."""
    draft: Policy
    draft_digest: str
    since: datetime
    until: datetime
    share: float = 1.0
    """Of all customers, drawn by a stable hash."""
    move: bool = True
    """Whether promotions to come are tried at the same time of an earlier year."""


@dataclass(slots=True)
class Progress:
    """How far it is, and what has come of it."""

    turn: int = 1
    part: Part = "customers"
    after: str = ""
    """The last id that was looked at, drawn or not."""
    seen: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PARTS, 0))
    """How many histories there are so far, drawn or not."""
    before: int = 0
    """How many were looked at in an earlier turn."""
    purchases: int = 0
    sums: dict[str, Summary] = field(default_factory=lambda: {part: Summary() for part in PARTS})
    closed: tuple[dict[str, str], dict[str, str]] = field(default_factory=lambda: ({}, {}))
    """When shared limits were used up, in force and under the draft."""
    done: bool = False

    @property
    def looked_at(self) -> int:
        """Histories looked at, in all turns."""
        return self.before + sum(self.seen.values())

    def as_json(self) -> Json:
        return {
            "turn": self.turn,
            "part": self.part,
            "after": self.after,
            "seen": self.seen,
            "before": self.before,
            "purchases": self.purchases,
            "sums": {part: one.as_json() for part, one in self.sums.items()},
            "closed": list(self.closed),
            "done": self.done,
        }

    @classmethod
    def from_json(cls, kept: Json) -> Self:
        if not kept:
            return cls()
        sums = {part: Summary.from_json(one) for part, one in kept["sums"].items()}
        return cls(**{**kept, "sums": sums, "closed": tuple(kept["closed"])})


class Measuring:
    """The two policies as they are played, and the progress."""

    def __init__(self, question: Question, progress: Progress | None = None) -> None:
        self.question = question
        self.progress = progress or Progress()
        self.base, self.draft = tried(question.base, question.draft, question.since, question.until, move=question.move)
        self._judge = Judge(worth_of(question.base), worth_of(question.draft))
        self._together = any(one.loyalty.referral is not None for one in (question.base, question.draft))
        self._period = history.Period(question.since, question.until, question.version)
        self._rules = (
            _compiled(self.base, question, question.base_digest, _BASE),
            _compiled(self.draft, question, question.draft_digest, _DRAFT),
        )
        self._trial = self._make_trial()

    def _make_trial(self) -> Trial:
        closed = [{clause: datetime.fromisoformat(at) for clause, at in one.items()} for one in self.progress.closed]
        return Trial(
            *self._rules,
            since=self.question.since,
            until=self.question.until,
            share=self.question.share,
            closed_base=closed[0],
            closed_draft=closed[1],
        )

    # -- going on ---------------------------------------------------------------------------------------------

    def go(self, seconds: float) -> bool:
        """Plays for about so long, one history at least; True when everything is done. What was begun is finished."""
        until = time.monotonic() + seconds
        while not self.progress.done:
            ids = self._ids_after(self.progress.after)
            if not ids:
                self._next_part()
            for id_, found in self._read(ids):
                self._play(found)
                self.progress.after = id_.hex
                if time.monotonic() >= until:
                    return self.progress.done
        return True

    def _play(self, found: _Found) -> None:
        progress = self.progress
        progress.seen[progress.part] += found is not _ANOTHERS
        if isinstance(found, History):
            progress.sums[progress.part].add(self._trial.play(found), self._judge)
            progress.purchases += sum(stored.purchases for stored in found.stored.values())

    def _read(self, ids: Sequence[UUID]) -> Iterator[tuple[UUID, _Found]]:
        """What each id is the beginning of."""
        question = self.question
        if self.progress.part == "guests":
            circles = [[id_] for id_ in ids]
        else:
            circles = history.circles(ids, together=self._together)
        drawn = [circle for circle in circles if is_drawn(circle[0].hex, question.share)]
        if self.progress.part == "guests":
            read = history.guests([circle[0] for circle in drawn], question.base, self._period)
        else:
            read = history.histories(drawn, question.base, self._period)
        found: dict[UUID, _Found] = dict.fromkeys(ids, _ANOTHERS)
        found |= {circle[0]: _NOT_DRAWN for circle in circles}
        found |= {circle[0]: one for circle, one in zip(drawn, read, strict=True)}
        yield from found.items()

    def _ids_after(self, after: str) -> list[UUID]:
        rows = Customer.objects if self.progress.part == "customers" else Purchase.objects.filter(customer=None)
        following = rows.filter(id__gt=UUID(after)) if after else rows.all()
        return list(following.order_by("id").values_list("id", flat=True)[:_AT_ONCE])

    def _next_part(self) -> None:
        progress = self.progress
        if progress.part == "customers":
            progress.part, progress.after = "guests", ""
            return
        closed = self._closings() if progress.turn == 1 else ({}, {})
        if not any(closed):
            progress.done = True
            return
        self.progress = Progress(turn=2, before=progress.looked_at, closed=closed)
        self._trial = self._make_trial()

    def _closings(self) -> tuple[dict[str, str], dict[str, str]]:
        """When what all share was used up, by the uses of everybody together."""
        share = self.question.share
        together = Summary()
        for one in self.progress.sums.values():
            for into, more in ((together.uses_base, one.uses_base), (together.uses_draft, one.uses_draft)):
                for clause, uses in more.items():
                    into.setdefault(clause, []).extend(uses)
        found = together.closings(caps_of(self.question.base, share), caps_of(self.question.draft, share))
        first, second = ({clause: at.isoformat() for clause, at in one.items()} for one in found)
        return first, second


def _compiled(played: Tried, question: Question, digest: str, number: int) -> Any:
    """Ready to decide. What was moved is another policy than what is written, so its digest is another."""
    moved = ",".join(f"{clause}={day}" for clause, day in played.moved)
    return compile_policy(played.policy, digest=f"{digest}:tried:{moved}", version=number)


def to_look_at(question: Question) -> int:
    """About how many histories will be looked at; twice where a limit that all share may need a second turn."""
    customers, guests, _ = how_many()
    return (customers + guests) * (2 if caps_of(question.base) or caps_of(question.draft) else 1)


def how_many() -> tuple[int, int, int]:
    """Customers, purchases of guests, and purchases in all."""
    purchases = Purchase.objects.count()
    return Customer.objects.count(), Purchase.objects.filter(customer=None).count(), purchases


def bought_between() -> tuple[datetime, datetime] | None:
    """When the first and the last purchase were recorded that are stored; nothing while there is none."""
    found = Purchase.objects.aggregate(first=Min("at"), last=Max("at"))
    return (found["first"], found["last"]) if found["first"] is not None else None
