"""Many situations at once: added up exactly, in columns or one by one, on the command line too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.decide_shop import drawn, policy, read
from dangol_policy import many
from dangol_policy.commands import decide
from dangol_policy.compile import compile_policy
from dangol_policy.many import outlines, tally

RESTAURANT = Path(__file__).resolve().parents[2] / "policies" / "restaurant.yaml"


def test_the_tally_is_the_same_without_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compile_policy(policy(), digest="text")
    situations = [read(data) for data in drawn(300)]
    in_columns = tally(outlines(compiled, situations))
    monkeypatch.setattr(many, "IN_COLUMNS", False)
    one_by_one = tally(outlines(compiled, situations))
    assert in_columns == one_by_one
    assert one_by_one.total == sum(compiled.quote(situation).total for situation in situations)
    taken_off = sum(one.amount for one in one_by_one.clauses.values())
    shipping = sum(situation.basket.shipping for situation in situations)
    assert taken_off == one_by_one.list_total + shipping - one_by_one.total
    for one in one_by_one.clauses.values():
        assert one.applied + sum(one.reasons.values()) == 300


def situation(price: int) -> str:
    return json.dumps({"at": "2026-11-04T12:00", "basket": {"lines": [{"sku": "x", "price": price}]}})


def test_many_situations_from_a_file() -> None:
    given = situation(1000) + "\n\n" + situation(2500) + "\n"
    done = CliRunner().invoke(decide.command, [str(RESTAURANT), "--situations", "-", "--json"], input=given)
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    assert (told["situations"], told["list_total"]) == (2, 3500)
    shown = CliRunner().invoke(decide.command, [str(RESTAURANT), "--situations", "-"], input=given)
    assert shown.exit_code == 0
    assert "2 situations" in shown.output


def test_a_line_that_cannot_be_understood_is_named_and_nothing_is_decided() -> None:
    given = situation(1000) + '\n{"at": "2026-11-04T12:00", "baskett": {}}\n'
    done = CliRunner().invoke(decide.command, [str(RESTAURANT), "--situations", "-", "--json"], input=given)
    assert done.exit_code == 1
    (problem,) = json.loads(done.output)["problems"]
    assert (problem["code"], problem["line"]) == ("unknown-key", 2)


def test_one_file_is_named() -> None:
    for options in ([], ["--situation", str(RESTAURANT), "--situations", "-"]):
        done = CliRunner().invoke(decide.command, [str(RESTAURANT), *options], input="")
        assert done.exit_code == 2
        assert "--situations" in done.output
