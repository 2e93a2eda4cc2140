"""The command `dangol`: commands on a policy text need no database and start at once, the others wake Django."""

import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec

import click

from dangol.config import lifeline
from dangol.lib import clock

POLICY_COMMANDS = "dangol_policy.cli"
BUSINESS_COMMANDS = (
    "dangol.config.commands",
    "dangol.flows.commands",
    "dangol.flows.opening",
    "dangol.flows.version_commands",
    "dangol.flows.first_owner",
    "dangol.flows.importing.commands",
    "dangol.flows.effect.commands",
    "dangol.api.commands",
)


# Commands that start the program or its parts: found without loading what they do not need.
QUICK = {"migrate": "dangol.config.commands", "serve": "dangol.config.commands", "worker": "dangol.flows.commands"}


def wake_django() -> None:
    """Loads settings and rooms; done only for commands that need them."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dangol.config.settings")
    django.setup()


def _commands_of(module: str) -> dict[str, click.Command]:
    """The commands a module offers in its list `commands`; none while the module does not exist."""
    if find_spec(module) is None:
        return {}
    offered: Sequence[click.Command] = import_module(module).commands
    return {command.name: command for command in offered if command.name}


def _sources() -> Iterator[dict[str, click.Command]]:
    """The commands of each place in turn, so that whoever finds one early need not load the rest."""
    yield _commands_of(POLICY_COMMANDS)
    wake_django()
    for module in BUSINESS_COMMANDS:
        yield _commands_of(module)


class Front(click.Group):
    """Looks for a command in the quick place first, and wakes Django only when it is not there."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({name for commands in _sources() for name in commands})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in QUICK:
            wake_django()
            return _commands_of(QUICK[cmd_name]).get(cmd_name)
        return next((commands[cmd_name] for commands in _sources() if cmd_name in commands), None)


@click.command(cls=Front, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dangol", prog_name="dangol")
@click.pass_context
def dangol(ctx: click.Context) -> None:
    """Customer care with the written policy at its centre.

    Exit status: 0 all is well, 1 something was found, 2 the command was used wrongly.
    """
    # Commands on a policy text never read the clock themselves; this machine's day is the reader's.
    now = clock.now()
    ctx.default_map = {"check": {"on": f"{now.astimezone():%Y-%m-%d}"}, "ask": {"at": now.isoformat()}}


def main() -> None:
    """Runs the command line; a reader that goes away (as `head` does) is no error."""
    lifeline.hold()
    try:
        dangol()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if not _is_of_the_database(error):
            raise
        click.echo(f"The database cannot be used: {str(error).strip()}", err=True)
        click.echo("Is DATABASE_URL right, is the database running, and was `dangol migrate` run?", err=True)
        sys.exit(1)


def _is_of_the_database(error: Exception) -> bool:
    """Tables that are not there, a server that does not answer; only ever after Django was woken."""
    errors = sys.modules.get("django.db.utils")
    return errors is not None and isinstance(error, (errors.OperationalError, errors.ProgrammingError))
