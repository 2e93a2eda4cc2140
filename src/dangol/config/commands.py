"""Commands that look after the running program itself: the database's tables and the server."""

import click
from django.core.management import call_command


@click.command()
def migrate() -> None:
    """Bring the database's tables to the present version."""
    call_command("migrate", interactive=False, verbosity=0)
    click.echo("The database is up to date.")


commands: list[click.Command] = [migrate]
