"""What the commands share: the policy argument, exit status, and how problems look to people and to programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from dangol_policy.load import load
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Problem, Severity

FINDINGS, USAGE = 1, 2
"""Exit status."""

policy_argument = click.argument(
    "policy", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path), metavar="POLICY"
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer with JSON for programs.")

_COLOUR = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def console() -> Console:
    """Where people read: standard output, plain when it is not a terminal."""
    return Console(highlight=False, soft_wrap=True)


def read_policy(path: Path) -> ParseResult:
    """Load a policy file; a file that cannot be opened is a wrong use of the command."""
    try:
        return load(path)
    except OSError as error:
        raise click.UsageError(f"{path} cannot be read: {error.strerror or error}") from error


def policy_or_stop(path: Path, *, as_json: bool) -> ParseResult:
    """Load a policy that can be compiled; otherwise show its problems and end with status 1."""
    result = read_policy(path)
    if result.ok:
        return result
    if as_json:
        print_json(problems_as_json(result.problems))
    else:
        show_problems(result)
    sys.exit(FINDINGS)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def problems_as_json(problems: Iterable[Problem]) -> dict[str, Any]:
    """The problems and their count by severity."""
    listed = [problem.as_json() for problem in problems]
    count = {severity.value: sum(p["severity"] == severity.value for p in listed) for severity in Severity}
    return {"problems": listed, "errors": count["error"], "warnings": count["warning"]}


def show_problems(result: ParseResult, problems: tuple[Problem, ...] | None = None) -> None:
    """Each problem with its place, the line it is on, why it matters and the way out."""
    screen = console()
    for problem in result.problems if problems is None else problems:
        screen.print(_lines(problem, result))


def _lines(problem: Problem, result: ParseResult) -> Text:
    text = Text()
    text.append(f"{problem.place or result.document.file}: ", style="bold")
    text.append(problem.severity.value, style=_COLOUR[problem.severity])
    text.append(f" {problem.code}", style="cyan")
    text.append(f"  {problem.message}")
    if problem.clause:
        text.append(f"  (clause {problem.clause})", style="dim")
    text.append("\n")
    if problem.place and (line := result.document.line(problem.place.line)):
        text.append_text(_excerpt(line, problem.place.line, problem.place.column))
    text.append(f"      why   {problem.why}\n", style="dim")
    if problem.example is not None:
        text.append(f"      shown {problem.example['name']}\n")
    text.append(f"      mend  {problem.way_out}\n")
    return text


def _excerpt(line: str, number: int, column: int) -> Text:
    """The line with a mark under the column; a long line is cut around it."""
    start = max(0, column - 70)
    shown = line[start : start + 100]
    before = Text(shown[: column - 1 - start]).cell_len
    text = Text(f"{number:5} | {shown}\n", style="dim")
    text.append(f"      | {' ' * before}^\n", style="green")
    return text
