"""`dangol test POLICY`: runs the examples a policy holds, and says which clauses none of them exercises."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from dangol_policy.commands.frame import FINDINGS, console, json_option, policy_argument, policy_or_stop, print_json
from dangol_policy.compile import compile_policy
from dangol_policy.parse import ParseResult
from dangol_policy.story.examples import Result, clauses_to_exercise, not_exercised
from dangol_policy.tried import try_examples


@click.command("test")
@policy_argument
@json_option
def command(policy: Path, as_json: bool) -> None:
    """Run the examples of the policy in the file POLICY.

    Prints each example, what differs from what it expects, and the coverage of clauses. Exit status 1 when an example
    fails or the policy has errors, 2 when the file cannot be read.
    """
    result = policy_or_stop(policy, as_json=as_json)
    assert result.policy is not None
    results = try_examples(compile_policy(result.policy, digest=result.digest))
    missing, clauses = not_exercised(result.policy, results), clauses_to_exercise(result.policy)
    if as_json:
        print_json(_as_json(results, missing, clauses))
    else:
        _show(result, results, missing, clauses)
    sys.exit(FINDINGS if any(not one.passed for one in results) else 0)


def _as_json(results: Sequence[Result], missing: Sequence[str], clauses: Sequence[str]) -> dict[str, Any]:
    return {
        "examples": [
            {
                "name": one.name,
                "passed": one.passed,
                "differences": [
                    {"what": differs.what, "expected": differs.expected, "found": differs.found}
                    for differs in one.differences
                ],
                "exercised": sorted(one.exercised & set(clauses)),
            }
            for one in results
        ],
        "passed": sum(one.passed for one in results),
        "failed": sum(not one.passed for one in results),
        "clauses": len(clauses),
        "exercised": len(clauses) - len(missing),
        "not_exercised": list(missing),
    }


def _show(parsed: ParseResult, results: Sequence[Result], missing: Sequence[str], clauses: Sequence[str]) -> None:
    screen = console()
    for one in results:
        mark, style = ("✓", "green") if one.passed else ("✗", "bold red")
        place = parsed.document.place(("examples", one.number))
        where = "" if one.passed else f"  {place}"
        screen.print(Text(f"{mark} ", style=style) + Text(one.name) + Text(where, style="dim"))
        for differs in one.differences:
            screen.print(Text(f"    {differs}", style="red"))
    failed = sum(not one.passed for one in results)
    if not results:
        screen.print("No examples yet: write some under `examples:`, so that the policy is tested.")
    else:
        screen.print(f"{len(results) - failed} passed, {failed} failed.")
    share = 100 * (len(clauses) - len(missing)) // len(clauses) if clauses else 100
    screen.print(f"Clauses exercised: {len(clauses) - len(missing)} of {len(clauses)} ({share}%).")
    for clause in missing:
        screen.print(Text(f"  no example exercises {clause}", style="yellow"))
