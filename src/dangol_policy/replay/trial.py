"""Plays a history twice through the story engine: under the rules in force all along, and with the draft from a day on.

Up to `since` both are the same story under the rules in force. From then on one of them goes on under the draft, as if
it had come into force that day: whoever was known is looked at again, as after every change of version.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dangol_policy.model import events as on
from dangol_policy.model.policy import Policy
from dangol_policy.replay import possible
from dangol_policy.replay.history import History, Stored
from dangol_policy.replay.limits import USED_UP, SharedUses, caps_of
from dangol_policy.replay.tally import GUEST, Count, Tally, rounds_of
from dangol_policy.story import terms
from dangol_policy.story.play import Story
from dangol_policy.story.state import Uses
from dangol_policy.story.tale import Rulebook, Rules

Closings = Mapping[str, dt.datetime]
"""When clauses that all share were used up."""


@dataclass(frozen=True, slots=True)
class Person:
    """One customer (or the guests) under both: figures, and the tiers at the beginning and at both ends."""

    customer: str
    base: Tally
    draft: Tally
    tier_before: str = ""
    tier_base: str = ""
    tier_draft: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What one history came to under both."""

    people: tuple[Person, ...]
    missed_base: Counter[str]
    missed_draft: Counter[str]
    uses_base: SharedUses
    uses_draft: SharedUses
    stored: Mapping[str, Stored] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Change:
    """One version until an instant, another from it on. They are told apart by their numbers."""

    before: Rules
    after: Rules
    since: dt.datetime

    def in_force(self, at: dt.datetime) -> Rules:
        return self.after if at >= self.since else self.before

    def version(self, number: int | None) -> Rules:
        return self.after if number == self.after.version else self.before


@dataclass(slots=True)
class _Side:
    """One of the two stories, and what is counted of it."""

    story: Story
    policy: Policy
    count: Count
    closings: Closings
    missed: Counter[str] = field(default_factory=Counter)

    def play(self, event: on.StoryEvent, history: History) -> None:
        if self.count.uses.caps:
            self._close(event.at)
        for played in possible.play(self.story, event, history, self.missed):
            self.count.take(self.story.world, played.outcomes)

    def _close(self, at: dt.datetime | None) -> None:
        """What all share is free until it was used up, and closed from then on."""
        closed = {clause: USED_UP for clause, from_ in self.closings.items() if at is not None and at >= from_}
        uses = {clause: closed.get(clause, Uses()) for clause in self.count.uses.caps}
        self.story.world = replace(self.story.world, uses=uses)


class Trial:
    """The rules in force and the draft, ready to play histories. The two must have different version numbers."""

    def __init__(
        self,
        base: Rules,
        draft: Rules,
        *,
        since: dt.datetime,
        until: dt.datetime,
        share: float = 1.0,
        closed_base: Closings | None = None,
        closed_draft: Closings | None = None,
    ) -> None:
        """`since` begins the period, `until` ends it (half-open); `share` of all histories is played.

        Raises ValueError when both have the same number, for then nobody could tell which version an order had.
        """
        if base.version == draft.version:
            raise ValueError("the version in force and the draft need different numbers to be told apart")
        self.base, self.draft = base, draft
        self.since, self.until = since, until
        self._change: Rulebook = _Change(base, draft, since)
        self._caps = caps_of(base.policy, share), caps_of(draft.policy, share)
        self._closed = closed_base or {}, closed_draft or {}

    def play(self, history: History) -> Compared:
        """Both stories from beginning to end."""
        base = _Side(Story(self.base), self.base.policy, Count(self.since, SharedUses(self._caps[0])), self._closed[0])
        events = [event for event in history.events if event.at is not None and event.at < self.until]
        earlier = [event for event in events if event.at is not None and event.at < self.since]
        for event in earlier:
            base.play(event, history)
        if base.story.world.accounts:
            base.play(_time(self.since - terms.INSTANT), history)
        before = base.story.world
        base.missed.clear()
        draft = self._fork(base)
        for side in (base, draft):
            self._look_again(side)
            for event in events[len(earlier) :]:
                side.play(event, history)
            if side.story.world.accounts:
                side.play(_time(self.until), history)
            side.count.close(side.story.world, {one: rounds_of(before, one) for one in before.accounts})
        tiers_before = {name: account.tier for name, account in before.accounts.items()}
        return Compared(
            _people(base, draft, tiers_before),
            base.missed,
            draft.missed,
            base.count.uses,
            draft.count.uses,
            history.stored,
        )

    def _fork(self, base: _Side) -> _Side:
        """The draft's story begins where the other one stands; what it has used of shared limits, it has used."""
        uses = SharedUses(self._caps[1], {c: list(u) for c, u in base.count.uses.uses.items() if c in self._caps[1]})
        story = base.story.fork(self._change)
        return _Side(story, self.draft.policy, Count(self.since, uses), self._closed[1])

    def _look_again(self, side: _Side) -> None:
        """New rules may bring birthdays, reviews or gestures sooner than the old ones did."""
        world = side.story.world
        accounts = {
            name: replace(account, due=min(account.due or self.since, self.since))
            for name, account in world.accounts.items()
        }
        side.story.world = replace(world, accounts=accounts)


def _time(at: dt.datetime) -> on.PassTime:
    return on.PassTime.model_construct(at=at, time="to")


def _people(base: _Side, draft: _Side, before: Mapping[str, str]) -> tuple[Person, ...]:
    everybody = sorted({*base.count.tallies, *draft.count.tallies})
    ends = base.story.world.accounts, draft.story.world.accounts
    return tuple(
        Person(
            name,
            base.count.of(name),
            draft.count.of(name),
            before.get(name, ""),
            ends[0][name].tier if name != GUEST else "",
            ends[1][name].tier if name != GUEST else "",
        )
        for name in everybody
    )
