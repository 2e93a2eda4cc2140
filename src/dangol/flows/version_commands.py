"""Commands about versions: hand a policy in for approval, and list where every version stands."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import click
from rich.console import Console
from rich.table import Table

from dangol.flows import drafting, walk
from dangol.flows.errors import Refused
from dangol.flows.opening import BY, refuse, text_of
from dangol.flows.walk import VersionLine
from dangol.lib import clock
from dangol.lib.ids import new_id
from dangol.rulebook.errors import HasProblems
from dangol_policy.commands.frame import print_json

_WIDE = 200
_STATES = {"draft": "sent back", "in_force": "in force"}


@click.command()
@click.argument("policy", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reason", default="", help="Why this version; kept with it, and read by customers.")
def submit(policy: Path, reason: str) -> None:
    """Check POLICY and hand it in as a version for others to approve and publish. With errors nothing changes."""
    at = clock.now()
    key = new_id(at).hex
    try:
        opened = drafting.open_draft(text=text_of(policy), title=policy.stem, request=f"submit:{key}", by=BY, at=at)
        draft = UUID(opened.value["draft"])
        made = drafting.submit_draft(draft=draft, reason=reason, request=f"submitted:{key}", by=BY, at=at)
    except HasProblems as refusal:
        drafting.drop_draft(draft=draft, request=f"dropped:{key}", by=BY, at=at)
        refuse(refusal)
    except Refused as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    click.echo(f"Version {made.value['version']} is checked and waits for approval on /versions/.")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON for programs.")
def versions(as_json: bool) -> None:
    """List every version: where it stands, from when it rules, who wrote and who approved it."""
    view = walk.versions(language="en", at=clock.now())
    ruling = (view.in_force,) if view.in_force else ()
    lines = sorted((*view.on_the_way, *view.announced, *ruling, *view.retired), key=lambda one: -one.number)
    if as_json:
        print_json([_as_json(line) for line in lines])
        return
    if not lines:
        click.echo("There is no version yet. Publish the first policy with `dangol publish POLICY`.")
        return
    table = Table("version", "state", f"from ({view.zone})", "until", "author", "approved by", "reason", box=None)
    for line in lines:
        when = (_local(line.effective_from, view.zone), _local(line.until, view.zone))
        state = _STATES.get(line.state, line.state)
        table.add_row(str(line.number), state, *when, line.author, line.approver, line.reason)
    # Where nobody looks at a screen of some width, each version stays on one line.
    Console(highlight=False, width=None if sys.stdout.isatty() else _WIDE).print(table)


def _local(at: datetime | None, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}" if at else ""


def _as_json(line: VersionLine) -> dict[str, Any]:
    return {
        "version": line.number,
        "state": line.state,
        "from": line.effective_from.isoformat() if line.effective_from else None,
        "until": line.until.isoformat() if line.until else None,
        "author": line.author,
        "approver": line.approver,
        "reason": line.reason,
    }


commands: list[click.Command] = [submit, versions]
