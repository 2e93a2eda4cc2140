"""The cases of the corpus that are stories, played in memory: every figure that must hold after an event holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from dangol_policy.compile import compile_policy
from dangol_policy.story.answers import Writer
from dangol_policy.story.outcomes import Moved
from dangol_policy.story.play import Played, Story
from dangol_policy.values import read_money
from tests.corpus.case import Case, case, case_ids
from tests.corpus.figures import differences

STORIES = [id_ for id_ in case_ids() if case(id_).story]


def told(case_: Case) -> tuple[Story, list[tuple[Story, Played]]]:
    """The story, and after each event a copy of where it stood."""
    story = Story(compile_policy(case_.policy, digest=case_.parsed.digest))
    steps = []
    for event in case_.story:
        played = story.play(event)
        snapshot = Story(story.rules)
        snapshot.world, snapshot.at = story.world, story.at
        steps.append((snapshot, played))
    return story, steps


@pytest.mark.parametrize("id_", STORIES)
def test_story_of_the_case(id_: str) -> None:
    found = case(id_)
    _, steps = told(found)
    for expected in found.then:
        story, played = steps[expected["after"] - 1]
        assert not list(_differing(found, story, played, expected)), expected


def _differing(found: Case, story: Story, played: Played, expected: Mapping[str, Any]) -> list[str]:
    account = story.world.accounts.get(expected.get("customer", ""))
    seen: dict[str, Any] = {}
    if account is not None:
        writer = Writer(found.policy)
        assert story.at is not None
        standing = writer.account(account, {}, story.at)
        seen = {key: standing[key] for key in ("usable", "pending", "tier", "cards", "review_on", "valid_until")}
        seen["lots"] = [lot.usable for lot in account.lots.values() if lot.debt_of is None]
        seen["lots_spent"] = [lot.spent for lot in account.lots.values() if lot.debt_of is None]
        seen["vouchers"] = sorted(one["clause"] for one in standing["vouchers"])
    if played.undone is not None:
        order = played.undone.order
        seen["refund"] = played.undone.refund.money
        seen["kept"] = order.decision.due - order.refunded.money
    if played.refused is not None:
        seen["refused"] = played.refused.code
    seen["orders"] = sum(order.state == "placed" for order in story.world.orders.values())
    seen["used"] = {clause: uses.used for clause, uses in story.world.uses.items()}
    seen["entries"] = [points for points in map(_signed, played.entries) if points]
    wrong = []
    for key, value in expected.items():
        if key in ("after", "customer"):
            continue
        if key == "decision":
            assert played.decision is not None, played.refused
            order = story.world.orders[story.world.numbers[played.event.purchase]]  # type: ignore[union-attr]
            wrong += differences(value, played.decision, order.situation)
        elif _as_written(found, key, value) != seen.get(key):
            wrong.append(f"{key}: {seen.get(key)!r} instead of {value!r}")
    return wrong


def _signed(entry: Moved) -> int:
    """What an entry does to the points the customer has."""
    if entry.kind in ("earn", "grant", "restore"):
        return entry.points
    return -entry.points if entry.kind in ("spend", "expire", "reverse") else 0


def _as_written(found: Case, key: str, value: Any) -> Any:
    if key in ("refund", "kept"):
        return read_money(value, found.context)
    if isinstance(value, dt.date):
        return value.isoformat()
    return sorted(value) if key == "vouchers" else value
