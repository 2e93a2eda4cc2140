"""Formatting: the same policy, every comment kept, and formatted again nothing changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy.commands.format import command
from dangol_policy.edit import rewrite
from dangol_policy.edit.rewriting import alike
from dangol_policy.format import formatted
from dangol_policy.parse import parse
from dangol_policy.source import read_text
from tests.dangol_policy.edit.test_edits import TEXTS, comments, values

MESSY = """\
# top


dangol:   1
business:   {name: {ko: 봄날식당,en: "Bomnal"},   timezone: Asia/Seoul, currency: KRW}   # who
promotions:
-   id: spring       # own
    name: >-
          Folded
          words
    gives:
              percent: 5%



    # whom
    who: {tier: [silver,
                 gold]}
- {id: other,
   gives: {points: 5}} # five
# end
"""
NEAT = """\
# top

dangol: 1
business: {name: {ko: 봄날식당, en: "Bomnal"}, timezone: Asia/Seoul, currency: KRW}  # who

promotions:
  - id: spring  # own
    name: >-
      Folded
      words
    gives:
      percent: 5%

    # whom
    who: {tier: [silver, gold]}
  - {id: other, gives: {points: 5}}  # five
# end
"""


def test_a_messy_policy_becomes_neat() -> None:
    assert formatted(MESSY) == NEAT


@pytest.mark.parametrize(
    "text", [*TEXTS, MESSY, *(p.read_text("utf-8") for p in sorted(Path("policies").glob("*.yaml")))]
)
def test_the_same_policy_its_comments_and_nothing_more_to_do(text: str) -> None:
    neat = formatted(text)
    assert alike(read_text(neat).data, read_text(text).data)
    assert sorted(comments(neat.split("\n"))) == sorted(comments(text.split("\n")))
    assert formatted(neat) == neat


@given(st.dictionaries(st.text("ab: #0가'", min_size=1, max_size=5), values, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_was_edited_can_be_formatted(data: dict[str, Any]) -> None:
    text = rewrite("x: 1 # c\n", {"x": 1, **data})
    assert alike(read_text(formatted(text)).data, {"x": 1, **data})
    assert formatted(formatted(text)) == formatted(text)


def test_a_formatted_policy_means_the_same() -> None:
    text = Path("policies/shop.yaml").read_text("utf-8")
    assert parse(formatted(text.replace("\n    ", "\n     "))).policy == parse(text.replace("\n    ", "\n     ")).policy


def test_the_command_writes_checks_and_prints(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text(MESSY, "utf-8")
    run = CliRunner().invoke
    assert run(command, [str(file), "--check"]).exit_code == 1
    assert run(command, [str(file), "--print"]).output == NEAT
    assert file.read_text("utf-8") == MESSY
    assert run(command, [str(file)]).exit_code == 0
    assert file.read_text("utf-8") == NEAT
    assert run(command, [str(file), "--check"]).exit_code == 0


def test_what_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text("a: [\n", "utf-8")
    assert CliRunner().invoke(command, [str(file)]).exit_code == 1
    assert file.read_text("utf-8") == "a: [\n"
