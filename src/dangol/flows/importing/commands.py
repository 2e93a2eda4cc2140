"""The command `dangol import purchases`: what another program sold, told to Dangol from a CSV file."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from dangol.flows.errors import NoPolicyInForce
from dangol.flows.importing.errors import UnusableFile
from dangol.flows.importing.meaning import FIELDS
from dangol.flows.importing.run import Wanted, prepare
from dangol.lib import clock

_INTERRUPTED = 130


@click.group("import")
def import_() -> None:
    """Bring in what other programs know."""


def _mapping(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    mapping = {}
    for one in given:
        field, _, column = one.partition("=")
        if not field.strip() or not column.strip():
            raise click.BadParameter(f"{one!r} is no FIELD=COLUMN", context, parameter)
        mapping[field.strip()] = column.strip()
    return mapping


_FIELDS = "\b\nFields that columns can be mapped to:\n" + "\n".join(
    f"  {name:10} {says}" for name, says in FIELDS.items()
)


@import_.command("purchases", epilog=_FIELDS)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--map", "mapping", multiple=True, callback=_mapping, metavar="FIELD=COLUMN", help="What a column means.")
@click.option("--currency", required=True, metavar="CODE", help="The currency of the amounts; refused when not yours.")
@click.option("--source", metavar="NAME", help="Where the orders come from [default: the file's name].")
@click.option("--encoding", help="Of the file [default: found out].")
@click.option("--delimiter", help="Between the cells [default: found out].")
@click.option("--decimal", type=click.Choice(["point", "comma"]), default="point", show_default=True)
@click.option("--day-format", default="", help="How days are written, such as %d.%m.%Y [default: 2026-12-31].")
@click.option("--region", default="KR", show_default=True, help="Country of phone numbers written without one.")
@click.option("--rejected", type=click.Path(dir_okay=False, path_type=Path), help="Where rejected rows are written.")
@click.option("--dry-run", is_flag=True, help="Look at everything, change nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value for programs.")
def purchases(*, decimal: str, as_json: bool, **options: Any) -> None:
    """Import the purchases in FILE, a CSV file whose first line names the columns.

    Each purchase is decided by the policy in force on its day. Running the command again, also after it was
    interrupted, imports what is missing and nothing twice: an order is known by its source and number.
    """
    told = Console(stderr=True)
    try:
        run = prepare(Wanted(comma=decimal == "comma", **options), now=clock.now())
        result = run.go(lambda what, much: _bar(told, what, much))
    except (UnusableFile, NoPolicyInForce) as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:
        told.print("Interrupted. What was imported is safe; run the same command again to go on.")
        sys.exit(_INTERRUPTED)
    if as_json:
        click.echo(json.dumps(result))
    else:
        _show(result)
    sys.exit(1 if result["rejected"] else 0)


@contextmanager
def _bar(console: Console, what: str, much: int) -> Iterator[Callable[[int], None]]:
    """A progress bar; silent where nobody looks."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=much or None)
        yield lambda steps: progress.advance(task, steps)


def _show(result: Mapping[str, object]) -> None:
    table = Table(title="Dry run: nothing was changed" if result["dry_run"] else None, show_header=False)
    table.add_column(justify="left")
    table.add_column(justify="right")
    for says, name in (
        ("rows read", "read"),
        ("would be imported" if result["dry_run"] else "imported", "imported"),
        ("already there", "already"),
        ("rejected", "rejected"),
        ("purchases", "purchases"),
        ("customers met", "new_customers"),
    ):
        table.add_row(says, f"{result[name]:,}")
    table.add_row("amount", f"{result['amount']} {result['currency']}")
    table.add_row("seconds", str(result["seconds"]))
    console = Console()
    console.print(table)
    if result["rejected_file"]:
        console.print(f"The rejected rows and the reasons are in {result['rejected_file']}", highlight=False)


commands: list[click.Command] = [import_]
