"""The commands decide, play and test: answers for people and programs, exit status, and problems with their line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dangol_policy.commands import decide, play
from dangol_policy.commands import test as testing

POLICY = """\
dangol: 1
business: {name: Shop, timezone: Asia/Seoul, currency: KRW}
loyalty:
  points:
    earn: [{id: base, rate: 1%}]
    redeem: {worth: 1}
promotions:
  - {id: tenth, needs: {spend: 10000}, gives: {percent: 10%, off: order}}
examples:
  - name: a tenth off
    given: {basket: [{price: 10000}]}
    expect: {total: TOTAL}
"""


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.yaml"
    path.write_text(POLICY.replace("TOTAL", "9000"), encoding="utf-8")
    return path


def run(command: Any, *words: object, given: str = "") -> Result:
    return CliRunner().invoke(command, [str(word) for word in words], input=given)


def test_decide_answers_with_the_decision(policy: Path, tmp_path: Path) -> None:
    situation = tmp_path / "situation.json"
    situation.write_text('{"at": "2026-01-05T12:00", "basket": {"lines": [{"price": 20000}]}}')
    told = run(decide.command, policy, "--situation", situation, "--json")
    assert told.exit_code == 0
    decision = json.loads(told.stdout)
    assert (decision["total"], decision["applied"][0]["clause"]) == ("18000", "tenth")
    assert run(decide.command, policy, "--situation", situation).exit_code == 0


def test_decide_says_where_a_situation_is_wrong(policy: Path, tmp_path: Path) -> None:
    situation = tmp_path / "situation.json"
    situation.write_text('{"at": "2026-01-05T12:00",\n "basket": {"linez": []}}')
    told = run(decide.command, policy, "--situation", situation, "--json")
    assert told.exit_code == 1
    (problem,) = json.loads(told.stdout)["problems"]
    assert (problem["line"], problem["code"]) == (2, "unknown-key")
    assert run(decide.command, policy, "--situation", tmp_path / "none.json").exit_code == 2


STORY = """\
{"purchase": "o1", "customer": "mina", "basket": {"lines": [{"price": 20000}]}, "at": "2026-01-05T12:00"}

{"redeem": "mina", "points": 100, "request": "r1"}
{"redeem": "mina", "points": 100, "request": "r1"}
{"redeem": "mina", "points": 100, "request": "r2"}
"""


def test_play_answers_each_event_on_a_line(policy: Path) -> None:
    told = run(play.command, policy, "-", "--json", given=STORY)
    assert told.exit_code == 0
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    assert [answer["event"] for answer in answers] == ["purchase", "redeem", "redeem", "redeem"]
    assert answers[0]["decision"]["points"] == 180
    assert answers[1]["customers"]["mina"]["usable"] == 80
    assert [answer["replayed"] for answer in answers] == [False, False, True, False]
    assert answers[3]["refused"] == {
        "code": "points-short",
        "message": "100 points are needed and 80 are usable.",
        "have": 80,
        "need": 100,
    }
    assert run(play.command, policy, "-", given=STORY).exit_code == 0


def test_play_plays_nothing_when_a_line_is_wrong(policy: Path) -> None:
    told = run(play.command, policy, "-", "--json", given=STORY + '{"visit": "mina", "amount": -1}\n{"dance": 1}\n[')
    assert told.exit_code == 1
    assert [(one["line"], one["code"]) for one in json.loads(told.stdout)["problems"]] == [
        (6, "bad-money"),
        (7, "unknown-kind"),
        (8, "bad-yaml"),
    ]


def test_test_runs_examples_and_tells_coverage(policy: Path) -> None:
    told = run(testing.command, policy, "--json")
    assert told.exit_code == 0
    answer = json.loads(told.stdout)
    assert (answer["passed"], answer["failed"]) == (1, 0)
    assert answer["not_exercised"] == ["base"]


def test_a_failing_example_is_a_finding(policy: Path) -> None:
    policy.write_text(POLICY.replace("TOTAL", "8000"), encoding="utf-8")
    told = run(testing.command, policy)
    assert told.exit_code == 1
    assert "8000" in told.stdout
    assert "9000" in told.stdout
