"""The same random stories in memory and over the database: every customer stands the same after every event."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dangol.facts.errors import KeyReused
from dangol.flows import audit
from dangol.flows.errors import Refused
from dangol_policy.story.answers import Writer
from dangol_policy.story.play import Played, Story
from tests.dangol.flows.player import (
    OverTheDatabase,
    numbers_of,
    rule,
    seen,
    stored_entries,
    stored_numbers,
    stored_tiers,
)
from tests.dangol_policy.story.strategies import compiled, event, histories, policies


class RandomStories(TestCase):
    @settings(
        max_examples=40,
        deadline=None,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(policies(), histories(most=16), st.booleans())
    def test_memory_and_database_agree(self, text: str, history: list[dict[str, Any]], worker: bool) -> None:
        rule(text)
        story, stored = Story(compiled(text)), OverTheDatabase(worker=worker)
        writer = Writer(story.rules.policy, "minor")
        told: list[Played] = []
        for one in history:
            told.append(played := story.play(event(one)))
            answer = stored.play(event(one), played.at)
            _agree(played, answer, writer)
            for name in played.customers:
                assert seen_of(stored, name, played.at) == seen(story.world.accounts[name], numbers_of(story)), one
        last = story.play(event({"pass": "to", "at": _end(story).isoformat()}))
        told.append(last)
        OverTheDatabase.play(_with_worker(stored), last.event, last.at)
        for name, account in story.world.accounts.items():
            assert seen_of(stored, name, last.at) == seen(account, numbers_of(story))
            assert stored_entries(stored.customers[name]) == _entries(told, name, numbers_of(story))
            assert stored_tiers(stored.customers[name]) == _tiers(told, name)
        assert list(audit.differences()) == []


def seen_of(stored: OverTheDatabase, name: str, at: dt.datetime) -> dict[str, Any]:
    return seen(stored.account(name, at), stored_numbers())


def _with_worker(stored: OverTheDatabase) -> OverTheDatabase:
    stored.worker = True
    return stored


def _end(story: Story) -> dt.datetime:
    assert story.at is not None
    return story.at + dt.timedelta(days=40)


def _agree(played: Played, answer: Any, writer: Writer) -> None:
    """The same refusal, or the same decision, refund and gifts."""
    if played.refused is not None:
        assert isinstance(answer, Refused | KeyReused), (played.event, played.refused, answer)
        return
    assert not isinstance(answer, Refused | KeyReused), (played.event, answer)
    if played.decision is not None:
        assert _plain(answer["decision"]) == _plain(writer.decision(played.decision))
    if played.undone is not None:
        refund = writer.refund(
            played.undone.refund, taken_back=played.undone.taken_back, shortfall=played.undone.shortfall
        )
        assert answer["refund"] == refund


def _plain(decision: dict[str, Any]) -> dict[str, Any]:
    """Codes of held vouchers are names of rows, and differ."""
    held = len(decision["vouchers_used"])
    return {**decision, "vouchers_used": held, "codes": len(decision["codes"])}


def _entries(told: list[Played], name: str, numbers: dict[str, str]) -> list[tuple[Any, ...]]:
    return sorted(
        (one.at, one.kind, one.origin, one.target, one.points, one.clause, numbers.get(one.order or "", ""))
        for played in told
        for one in played.entries
        if one.customer == name
    )


def _tiers(told: list[Played], name: str) -> list[tuple[str, dt.datetime]]:
    found: list[tuple[str, dt.datetime]] = []
    for played in told:
        for one in played.tiers:
            if one.customer == name and (not found or found[-1][0] != one.tier):
                found.append((one.tier, one.at))
    return found
