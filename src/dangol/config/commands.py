"""Commands that look after the running program itself: the database's tables and the server."""

import os
import threading

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from dangol.config import serve as running
from dangol.flows import first_owner
from dangol.lib import clock

_SECONDS_TO_OPEN = 60


@click.command()
def migrate() -> None:
    """Bring the database's tables to the present version."""
    call_command("migrate", interactive=False, verbosity=0)
    click.echo("The database is up to date.")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on; PORT or 8000 when left out.")
@click.option("--processes", type=click.IntRange(1, 64), help="Web processes; one for each processor when left out.")
@click.option("--worker/--no-worker", "with_worker", default=True, help="Also run one worker for due work.")
@click.option("--began", type=int, hidden=True, help="Nanoseconds since 1970 when the whole start began.")
def serve(host: str, port: int | None, processes: int | None, with_worker: bool, began: int | None) -> None:
    """Run the web server and one worker until Ctrl-C or SIGTERM."""
    _refuse_old_tables()
    port = port or settings.PORT
    threading.Thread(target=_announce, args=(host, port, began), daemon=True).start()
    try:
        running.run(host, port, processes or min(os.cpu_count() or 1, 8), with_worker)
    except running.AddressTaken as taken:
        raise click.ClickException(f"{taken}. Choose another port, for example PORT={port + 1}.") from taken


def _refuse_old_tables() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise click.ClickException("The database's tables are not of this version: run `dangol migrate` first.")
    connection.close()


def _announce(host: str, port: int, began: int | None) -> None:
    """Says where the first page is, once it can be opened."""
    if not running.wait_until_open(host, port, _SECONDS_TO_OPEN):
        return
    if began:
        click.echo(f"  ready after   {clock.now().timestamp() - began / 1e9:7.1f} s")
    address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/"
    click.echo(f"Open {address}  (Ctrl-C stops)")
    if first_owner.needed():
        click.echo(f"Nobody can sign in yet. Become the owner here: {address}start/owner/?code={first_owner.code()}")
    connection.close()


commands: list[click.Command] = [migrate, serve]
