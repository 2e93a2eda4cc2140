"""The command line: quick for policy texts, clear about wrong use, and every command says what it does."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dangol.config.cli import QUICK, dangol

CONTEXT = click.Context(dangol)


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)


def test_a_command_on_a_policy_text_does_not_wake_django() -> None:
    done = python(
        "import sys, click; from dangol.config.cli import dangol;"
        "assert dangol.get_command(click.Context(dangol), 'check'); sys.exit('django' in sys.modules)"
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", dangol.list_commands(CONTEXT))
def test_every_command_says_what_it_does(name: str) -> None:
    command = dangol.get_command(CONTEXT, name)
    assert command
    assert command.help
    assert command.help.strip()[0].isupper()


def test_an_unknown_command_is_wrong_use() -> None:
    result = CliRunner().invoke(dangol, ["frobnicate"])
    assert (result.exit_code, "No such command" in result.output) == (2, True)


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    done = subprocess.run(
        f"{sys.executable} -m dangol.config --help | true", shell=True, capture_output=True, text=True
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("url", ["", "postgresql://nobody@127.0.0.1:1/nowhere"], ids=["no tables", "no server"])
def test_a_database_that_cannot_be_used_is_said_in_a_sentence(url: str, tmp_path: Path) -> None:
    place = {**os.environ, "DANGOL_HOME": str(tmp_path), "DATABASE_URL": url}
    command = [sys.executable, "-m", "dangol.config", "key", "list"]
    done = subprocess.run(command, env=place, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "The database cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", QUICK)
def test_a_command_found_quickly_is_the_listed_one(name: str) -> None:
    assert name in dangol.list_commands(CONTEXT)
    command = dangol.get_command(CONTEXT, name)
    assert command
    assert command.name == name


@pytest.mark.parametrize(("day", "due"), [("2025-05-01", True), ("2999-05-01", False)])
def test_reviews_are_due_today_when_no_day_is_given(day: str, due: bool, tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text(
        "dangol: 1\nbusiness: {name: x, timezone: Asia/Seoul, currency: KRW}\n"
        f"promotions: [{{id: a, review: {day}, gives: {{percent: 5%}}}}]\n"
    )
    done = CliRunner().invoke(dangol, ["check", str(policy)])
    assert ("review-passed" in done.output) == due
