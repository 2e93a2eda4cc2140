"""`dangol submit`, `dangol versions` and `dangol publish`: what they say, and that a refusal changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dangol.flows.opening import publish
from dangol.flows.version_commands import submit, versions
from dangol.rulebook.models import Draft
from tests.dangol.flows.walking import states, text

pytestmark = pytest.mark.django_db


def run(command: click.Command, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(command, list(arguments))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "diner.yaml"


def test_a_policy_is_handed_in_and_listed(file: Path) -> None:
    assert run(versions) == (0, "There is no version yet. Publish the first policy with `dangol publish POLICY`.\n")
    file.write_text(text(changes="{approval: two people}"), "utf-8")
    status, shown = run(publish, str(file))
    assert (status, states()) == (1, {})
    assert "needs the approval of a person who did not write it" in shown
    assert run(submit, str(file), "--reason", "Spring")[1] == (
        "Version 1 is checked and waits for approval on /versions/.\n"
    )
    _, shown = run(versions)
    assert "checked" in shown
    assert "the command line" in shown
    (line,) = json.loads(run(versions, "--json")[1])
    assert (line["version"], line["state"], line["reason"], line["from"]) == (1, "checked", "Spring", None)


def test_a_policy_with_errors_is_not_handed_in(file: Path) -> None:
    file.write_text(text().replace("KRW", "KRX"), "utf-8")
    status, shown = run(submit, str(file))
    assert (status, states()) == (1, {})
    assert "bad-currency" in shown
    assert Draft.objects.get().state == "dropped"


def test_publishing_in_one_step_obeys_the_notice(file: Path) -> None:
    file.write_text(text(changes="{notice: 30 days}"), "utf-8")
    assert run(publish, str(file))[0] == 0
    file.write_text(text(changes="{notice: 30 days}", expire="6 months"), "utf-8")
    status, shown = run(publish, str(file))
    assert (status, states()) == (1, {1: "in_force"})
    assert "they were promised 30 days of notice" in shown
