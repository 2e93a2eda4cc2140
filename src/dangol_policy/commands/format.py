"""`dangol format POLICY`: brings a policy into the one layout; comments and meaning stay."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dangol_policy.commands.frame import FINDINGS, policy_argument, show_problems
from dangol_policy.format import formatted
from dangol_policy.parse import parse


@click.command("format")
@policy_argument
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit status 1 when it would be changed.")
@click.option("--print", "only_print", is_flag=True, help="Print the result instead of writing it to the file.")
def command(policy: Path, only_check: bool, only_print: bool) -> None:
    """Bring the policy in the file POLICY into the one layout: indentation, spaces, empty lines.

    What it says stays the same, and so does every comment. Exit status 1 when the file cannot be read as a policy, or
    with --check when it would be changed; 2 when the file is not there.
    """
    try:
        raw = policy.read_bytes()
    except OSError as error:
        raise click.UsageError(f"{policy} cannot be read: {error.strerror or error}") from error
    result = parse(raw, name=str(policy))
    if result.document.root is None:
        show_problems(result)
        sys.exit(FINDINGS)
    text = formatted(result.text)
    changed = text.encode() != raw
    if only_print:
        click.echo(text, nl=False)
    elif only_check:
        click.echo(f"{policy} would be changed." if changed else f"{policy} has the one layout already.")
        sys.exit(FINDINGS if changed else 0)
    elif changed:
        policy.write_bytes(text.encode())
        click.echo(f"{policy} was brought into the one layout.")
    else:
        click.echo(f"{policy} has the one layout already.")
