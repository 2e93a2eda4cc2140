"""The command `dangol effect`: what a policy file would have changed, tried on the stored purchases. Reads only."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from django.utils.translation import override
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from dangol.flows.effect.asking import MOST_PURCHASES, Wanted, question_of, run_of
from dangol.flows.effect.measuring import Measuring
from dangol.flows.effect.naming import Names
from dangol.flows.effect.result import result_of
from dangol.flows.effect.told import RunView, view_of
from dangol.flows.errors import Refused
from dangol.flows.models import DONE, EffectRun
from dangol.lib import clock
from dangol.lib.ids import new_id
from dangol.rulebook.errors import HasProblems
from dangol_policy.problems import Problem

FINDINGS, INTERRUPTED = 1, 130
_STRETCH = 0.25


@click.command("effect")
@click.argument("policy", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="POLICY")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="First day of the period [default: a year before the last purchase].",
)
@click.option(
    "--purchases",
    type=click.IntRange(1),
    default=MOST_PURCHASES,
    show_default=True,
    help="About how many to play; customers are drawn by chance when more are stored.",
)
@click.option("--as-written", is_flag=True, help="Do not try promotions to come at the same time of an earlier year.")
@click.option("--customers", type=click.IntRange(0, 20), default=5, show_default=True, help="Most to list each way.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value for programs.")
def effect(
    policy: Path, since: datetime | None, purchases: int, as_written: bool, customers: int, as_json: bool
) -> None:
    """What POLICY would have changed against the version in force, had it ruled since a day.

    Plays every customer's stored history twice. Nothing is changed, in the database or for anybody. Exit status 1 when
    the policy has errors or there is nothing to try it on.
    """
    at = clock.now()
    try:
        wanted = Wanted(policy.read_bytes().decode("utf-8-sig"), title=policy.name)
        day = since.date() if since is not None else None
        question = question_of(wanted, since=day, move=not as_written, at=at, most=purchases)
        run = run_of(question, wanted, id_=new_id(at), by="system:command-line", at=at)
        run.result = _measured(Measuring(question), run.total)
    except UnicodeDecodeError:
        _stop(f"{policy} is not UTF-8 text. Save it as UTF-8 and try again.")
    except HasProblems as refusal:
        _stop(*(_line(problem) for problem in refusal.problems), str(refusal))
    except Refused as refusal:
        _stop(str(refusal))
    except KeyboardInterrupt:
        click.echo("Interrupted. Nothing was changed.", err=True)
        sys.exit(INTERRUPTED)
    run.state = DONE
    if as_json:
        click.echo(json.dumps(_as_json(run), ensure_ascii=False))
    else:
        with override("en"):
            _show(view_of(run, Names.of(run, "en"), with_names=False), customers)


def _line(problem: Problem) -> str:
    return f"{problem.place}: {problem.code}: {problem.message}"


def _stop(*lines: str) -> Any:
    for line in lines:
        click.echo(line, err=True)
    sys.exit(FINDINGS)


def _measured(measuring: Measuring, total: int) -> dict[str, Any]:
    """Plays everything, and shows how far it is; silent where nobody looks."""
    console = Console(stderr=True)
    columns = (TextColumn("Playing"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as shown:
        task = shown.add_task("Playing", total=total)
        while not measuring.go(_STRETCH):
            shown.update(task, completed=measuring.progress.looked_at)
        shown.update(task, completed=total)
    return result_of(measuring)


def _as_json(run: EffectRun) -> dict[str, Any]:
    return {
        "policy": run.sha256,
        "version": run.version,
        "since": run.since.isoformat(),
        "until": run.until.isoformat(),
        "share": run.share,
        **run.result,
    }


def _show(view: RunView, customers: int) -> None:
    console = Console(highlight=False)
    console.print(
        f"{view.row.what} against version {view.version}, {view.since} to {view.until}: "
        f"{view.customers} customers, {view.purchases} purchases. "
        f"Given more: {view.better}, given less: {view.worse}.",
        soft_wrap=True,
    )
    for title, rows in view.figures:
        table = Table("", "in force", "draft", "difference", title=title, title_justify="left", box=None)
        for column in table.columns[1:]:
            column.justify = "right"
        for row in rows:
            table.add_row(row.label, row.base, row.draft, row.more + (f" ± {row.margin}" if row.margin else ""))
        console.print(table)
    _show_tiers(console, view)
    _show_lines(console, "Rules that make the difference", [row.says for row in view.clauses])
    for title, affected in (("Who gains most", view.most), ("Who loses most", view.least)):
        lines = [
            f"{row.customer}  {row.more}{f'  {row.tier}' if row.tier else ''}\n    " + "\n    ".join(row.causes)
            for row in affected[:customers]
        ]
        _show_lines(console, title, lines)
    _show_lines(console, "Notes", [*view.found, *view.assumed, *view.agreement])


def _show_tiers(console: Console, view: RunView) -> None:
    if not view.tiers:
        return
    table = Table("", "before", "in force", "draft", title="Tiers", title_justify="left", box=None)
    for row in view.tiers:
        table.add_row(row.tier, row.before, row.base, row.draft)
    console.print(table)
    _show_lines(console, "Ends in another tier", [f"{row.base} → {row.draft}: {row.customers}" for row in view.moves])


def _show_lines(console: Console, title: str, lines: list[str]) -> None:
    if lines:
        console.print(f"\n{title}", style="bold")
        for line in lines:
            console.print(f"- {line}", soft_wrap=True)


commands: list[click.Command] = [effect]
