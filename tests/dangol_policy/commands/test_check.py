"""`dangol check` and `dangol schema`: what people and programs see, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dangol_policy.cli import commands

GOOD = "dangol: 1\nbusiness: {name: Bomnal, timezone: Asia/Seoul, currency: KRW}\n"
WARNED = GOOD + "promotions: [{id: a, name: {ko: 봄}, gives: {percent: 5%}}]\n"
BAD = GOOD + "promotions: [{id: 봄날, gives: {percent: 5%, of: {categry: x}}}]\n"


def run(*arguments: str) -> tuple[int, str]:
    command = next(one for one in commands if one.name == arguments[0])
    result = CliRunner().invoke(command, list(arguments[1:]))
    return result.exit_code, result.output


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shop.yaml"


@pytest.mark.parametrize(("text", "strict", "status"), [(GOOD, 0, 0), (WARNED, 0, 0), (WARNED, 1, 1), (BAD, 0, 1)])
def test_exit_status(file: Path, text: str, strict: bool, status: int) -> None:
    file.write_text(text, "utf-8")
    assert run("check", str(file), *(["--strict"] if strict else []))[0] == status
    assert run("check", str(file), "--json", *(["--strict"] if strict else []))[0] == status


def test_people_see_place_code_words_line_and_hint(file: Path) -> None:
    file.write_text(BAD, "utf-8")
    _, output = run("check", str(file))
    assert f"{file}:3:49: error unknown-key  `categry` is not a key that belongs here" in output
    assert "mend  Did you mean `category`?" in output
    line, mark = output.split("unknown-key")[1].splitlines()[1:3]
    assert line.startswith("    3 | promotions: [{id: 봄날")
    assert mark.index("^") == line.index("categry") + 2, "two wide letters stand before the mark"
    assert "2 errors, 0 warnings. This policy cannot come into force." in output


def test_programs_get_json(file: Path) -> None:
    file.write_text(BAD, "utf-8")
    answer = json.loads(run("check", str(file), "--json")[1])
    assert answer["ok"] is False
    assert answer["errors"] == 2
    assert {(p["code"], p["line"], p["column"]) for p in answer["problems"]} == {
        ("bad-id", 3, 19),
        ("unknown-key", 3, 49),
    }


def test_no_problems_is_said(file: Path) -> None:
    file.write_text(GOOD, "utf-8")
    assert run("check", str(file))[1].strip() == "No problems."


@pytest.mark.parametrize("path", ["nowhere.yaml", "."])
def test_a_file_that_is_not_there_is_a_wrong_use(path: str) -> None:
    status, output = run("check", path)
    assert status == 2
    assert "Traceback" not in output


@pytest.mark.parametrize("document", ["policy", "situation", "event"])
def test_schemas_are_printed(document: str) -> None:
    status, output = run("schema", document)
    assert status == 0
    schema = json.loads(output)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["title"] == f"Dangol {document}"


def test_an_unknown_schema_is_a_wrong_use() -> None:
    assert run("schema", "poem")[0] == 2


REVIEWED = GOOD + "promotions: [{id: a, review: 2026-05-01, gives: {percent: 5%}}]\n"


@pytest.mark.parametrize(("day", "due"), [("2026-04-30", False), ("2026-05-01", True), ("2027-01-01", True)])
def test_a_review_is_due_from_its_day_on(file: Path, day: str, due: bool) -> None:
    file.write_text(REVIEWED, "utf-8")
    status, output = run("check", str(file), "--on", day, "--json")
    assert status == 0
    found = [problem for problem in json.loads(output)["problems"] if problem["code"] == "review-passed"]
    assert [(one["clause"], one["line"]) for one in found] == ([("a", 3)] if due else [])
