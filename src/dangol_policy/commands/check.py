"""`dangol check POLICY`: every problem of a policy, with its place, why it matters and the way out."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path

import click

from dangol_policy.check.reviews import reviews_due
from dangol_policy.commands.frame import (
    FINDINGS,
    console,
    json_option,
    policy_argument,
    print_json,
    problems_as_json,
    read_policy,
    show_problems,
)
from dangol_policy.problems import Severity, in_order
from dangol_policy.prove import prove


@click.command("check")
@policy_argument
@json_option
@click.option("--strict", is_flag=True, help="Warnings count as findings too.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day on which reviews are due; today when left out.")
def command(policy: Path, as_json: bool, strict: bool, on: dt.datetime | None) -> None:
    """Check the policy in the file POLICY, and run its examples.

    Shows every problem as line:column, code, message and hint. Exit status 1 when there is an error
    (with --strict, also when there is a warning), 2 when the file cannot be read.
    """
    result = prove(read_policy(policy))
    if on is not None:
        result = replace(result, problems=in_order([*result.problems, *reviews_due(result, on.date())]))
    answer = problems_as_json(result.problems)
    if as_json:
        print_json({"file": str(policy), "digest": result.digest, "ok": result.ok, **answer})
    else:
        show_problems(result)
        console().print(_summary(answer["errors"], answer["warnings"]))
    found = any(strict or problem.severity is Severity.ERROR for problem in result.problems)
    sys.exit(FINDINGS if found else 0)


def _summary(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "[green]No problems.[/green]"
    parts = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in ((errors, "error"), (warnings, "warning"))]
    ending = "This policy cannot come into force." if errors else "This policy can come into force."
    return f"{', '.join(parts)}. {ending}"
