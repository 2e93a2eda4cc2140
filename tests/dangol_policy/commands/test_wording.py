"""`dangol wording`: findings with place and question, as JSON for programs, and exit status."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dangol_policy.commands.wording import command


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(command, list(arguments), input=given)


def test_a_text_that_comes_in_is_looked_over() -> None:
    result = run("-", "--language", "ko", given="내용\n곧 연락드리겠습니다.\n".encode())
    assert result.exit_code == 1
    assert "2:1: 모호한 시간  곧" in result.output
    assert "늦어도 영업시간 기준 …시간 이내에" in result.output


def test_json_for_programs(tmp_path: Path) -> None:
    file = tmp_path / "reply.txt"
    file.write_text("You failed to reply promptly.", "utf-8")
    answer = json.loads(run(str(file), "--language", "en", "--json").output)
    assert [(one["checker"], one["kind"], one["column"]) for one in answer["findings"]] == [
        ("style", "blame", 1),
        ("ambiguity", "time", 21),
    ]
    only = json.loads(run(str(file), "--language", "en", "--kind", "style", "--json").output)
    assert [one["checker"] for one in only["findings"]] == ["style"]


def test_a_clean_text_ends_well() -> None:
    result = run("-", "--language", "en", given=b"We reply within 2 hours.")
    assert (result.exit_code, result.output) == (0, "Nothing found.\n")


def test_a_text_in_another_encoding_is_refused_in_words() -> None:
    result = run("-", "--language", "ko", given="곧 연락드리겠습니다.".encode("euc-kr"))
    assert result.exit_code == 2
    assert "UTF-8" in result.output


def test_a_file_that_is_not_there_is_a_wrong_use() -> None:
    assert run("no-such-file.txt", "--language", "en").exit_code == 2
