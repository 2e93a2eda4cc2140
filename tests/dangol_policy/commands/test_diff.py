"""`dangol diff`: what people and programs see, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dangol_policy.commands.diff import command

OLD = """dangol: 1
business: {name: Bomnal, timezone: Asia/Seoul, currency: KRW, changes: {notice: 30 days}}
loyalty:
  points: {earn: [{id: base, rate: 1%}], expire: {after: 12 months}}
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "old.yaml"
    file.write_text(OLD, "utf-8")
    return file


def diff(old: Path, text: str, *options: str) -> tuple[int, str]:
    new = old.with_name("new.yaml")
    new.write_text(text, "utf-8")
    done = CliRunner().invoke(command, [str(old), str(new), *options])
    return done.exit_code, done.output


def test_two_that_say_the_same(old: Path) -> None:
    assert diff(old, f"# Only a remark.\n{OLD}") == (0, "Both say the same.\n")


def test_people_read_sentences_figures_and_what_it_means(old: Path) -> None:
    status, shown = diff(old, OLD.replace("12 months", "6 months").replace("1%", "2%"))
    assert status == 1
    assert "loyalty.points.expire  changed, worse" in shown
    assert "- Points lapse 12 months after the day they were earned." in shown
    assert "+ Points lapse 6 months after the day they were earned." in shown
    assert "rate: You get more. 1% → 2%" in shown
    assert "2 changes: 1 better, 1 worse." in shown
    assert "promises 30 days of notice" in shown
    assert "불리" in diff(old, OLD.replace("12 months", "6 months"), "--language", "ko")[1]


def test_programs_read_json(old: Path) -> None:
    status, shown = diff(old, OLD.replace("12 months", "6 months"), "--json")
    answer = json.loads(shown)
    assert (status, answer["verdict"], answer["needs_notice"], answer["notice"]) == (1, "worse", True, "30 days")
    (change,) = answer["changes"]
    assert (change["clause"], change["kind"]) == ("loyalty.points.expire", "changed")
    assert change["reasons"][0] | {"text": ""} == {
        "field": "loyalty.points.expire.after",
        "text": "",
        "verdict": "worse",
        "before": "12 months",
        "after": "6 months",
    }
    assert json.loads(diff(old, OLD, "--json")[1])["same"] is True


def test_a_policy_with_errors_cannot_be_compared(old: Path) -> None:
    status, shown = diff(old, OLD.replace("KRW", "KRX"))
    assert status == 2
    assert "bad-currency" in shown
