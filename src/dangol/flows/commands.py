"""Commands of the stories: the worker, and the audit."""

import json
import signal
import sys
from dataclasses import asdict
from itertools import islice
from threading import Event
from types import FrameType

import click

from dangol.flows import audit as auditing
from dangol.flows import worker as working
from dangol.flows.site_audit.command import site
from dangol.flows.work import new_worker
from dangol.lib import clock

FINDINGS = 1


@click.command()
@click.option("--once", is_flag=True, help="Do what is due now, then end.")
def worker(once: bool) -> None:
    """Let time pass: points mature and expire, tiers are reviewed, gifts come and lapse. Until Ctrl-C or SIGTERM.

    Any number of workers may run on any number of machines; `dangol serve` runs one.
    """
    stop = Event()
    if once:
        only = working.Worker(new_worker(clock.now()), clock.now)
        done = 0
        while more := only.round(stop):
            done += more
        click.echo(f"{done} things were due and are done.")
        return

    def leave(signum: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, leave)
    working.run(stop)


@click.group()
def audit() -> None:
    """Derive again what is stored and list what differs; look whether a site buries its policy."""


@audit.command()
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON for programs.")
@click.option("--limit", default=1000, show_default=True, help="Most differences to list.")
def ledger(as_json: bool, limit: int) -> None:
    """Derive every balance again from the entries and from the facts. Exit status 1 when something differs."""
    found = list(islice(auditing.differences(), limit + 1))
    listed = found[:limit]
    if as_json:
        rows = [{key: str(value) for key, value in asdict(one).items()} for one in listed]
        click.echo(json.dumps({"differences": rows, "more": len(found) > limit}, ensure_ascii=False, indent=2))
    else:
        for one in listed:
            click.echo(str(one))
        more = " or more" if len(found) > limit else ""
        click.echo(f"{len(listed)}{more} differences." if listed else "Everything adds up.")
    sys.exit(FINDINGS if listed else 0)


audit.add_command(site)

commands: list[click.Command] = [worker, audit]
