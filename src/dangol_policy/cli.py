"""The commands on a policy text: they need no database, no settings and no network.

Exit status everywhere: 0 all is well, 1 findings, 2 the command was used wrongly (a file that is not there).
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import click

NAMES = ("check", "format", "schema", "test", "words", "ask", "wording", "diff", "decide", "play")
"""In the order a policy's author meets them; each is `dangol_policy.commands.<name>` with a click command `command`."""


def _command(name: str) -> click.Command | None:
    module = f"dangol_policy.commands.{name}"
    if find_spec(module) is None:
        return None
    found: click.Command = import_module(module).command
    return found


commands: list[click.Command] = [found for name in NAMES if (found := _command(name)) is not None]
"""Every command there is."""
