"""The command `dangol key`: make, list and withdraw the keys of programs."""

import json
from datetime import datetime, timedelta
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from dangol.lib import clock
from dangol.lib.act import acting
from dangol.staff.actions import create_key, revoke_key
from dangol.staff.errors import UnknownRight
from dangol.staff.models import ApiKey
from dangol.staff.rights import Right

_BY = "system:command-line"
_as_json = click.option("--json", "as_json", is_flag=True, help="One JSON value for programs.")


@click.group()
def key() -> None:
    """Keys under which programs use the API."""


@key.command()
@click.argument("name")
@click.option("--scope", "scopes", multiple=True, required=True, metavar="SCOPE", help="May be given several times.")
@click.option("--days", type=click.IntRange(1, 3650), help="Expires after this many days; never when left out.")
@_as_json
def create(name: str, scopes: tuple[str, ...], days: int | None, as_json: bool) -> None:
    """Make a key called NAME. The key is shown once: only its fingerprint is kept.

    Scopes: what the key may do, such as quotes, sales.write, customers.read; `dangol key scopes` lists them.
    """
    at = clock.now()
    try:
        with acting(by=_BY, at=at, request=f"key-create-{at.isoformat()}") as act:
            made, token = create_key(
                act=act, name=name, scopes=scopes, expires_at=at + timedelta(days=days) if days else None
            )
    except UnknownRight as error:
        raise click.BadParameter(str(error), param_hint="--scope") from error
    if as_json:
        click.echo(json.dumps({**_shown(made, at), "key": token}))
        return
    click.echo(token)
    click.echo(
        f"This is the key of {name!r} ({', '.join(made.scopes)}). It is shown this once: keep it safe.", err=True
    )


@key.command("list")
@_as_json
def list_(as_json: bool) -> None:
    """Show every key that was made, and whether it still works."""
    at = clock.now()
    keys = [_shown(one, at) for one in ApiKey.objects.order_by("created_at")]
    if as_json:
        click.echo(json.dumps(keys))
        return
    table = Table("prefix", "name", "state", "scopes", "made", "expires")
    for one in keys:
        table.add_row(
            one["prefix"],
            one["name"],
            one["state"],
            " ".join(one["scopes"]),
            one["made"][:16],
            one["expires"] or "never",
        )
    Console().print(table if keys else "No key was made yet. Make one with `dangol key create NAME --scope quotes`.")


@key.command()
@click.argument("prefix")
def revoke(prefix: str) -> None:
    """Withdraw the key that begins with PREFIX (the part before the point). It stops working at once."""
    found = ApiKey.objects.filter(prefix=prefix.partition(".")[0]).first()
    if found is None:
        raise click.BadParameter(f"no key begins with {prefix!r}; `dangol key list` shows them", param_hint="PREFIX")
    at = clock.now()
    if found.revoked_at is not None:
        click.echo(f"The key {found.name!r} was withdrawn already on {found.revoked_at:%Y-%m-%d %H:%M} UTC.")
        return
    with acting(by=_BY, at=at, request=f"key-revoke-{found.prefix}") as act:
        revoke_key(act=act, key=found)
    click.echo(f"The key {found.name!r} is withdrawn. Reads that were under way may end within a second.")


@key.command()
def scopes() -> None:
    """List the scopes a key may carry."""
    for right in Right:
        click.echo(right.value)


def _shown(one: ApiKey, at: datetime) -> dict[str, Any]:
    state = "withdrawn" if one.revoked_at else "works" if one.valid(at) else "expired"
    return {
        "prefix": one.prefix,
        "name": one.name,
        "state": state,
        "scopes": one.scopes,
        "made": one.created_at.isoformat(),
        "expires": one.expires_at and one.expires_at.isoformat(),
    }


commands: list[click.Command] = [key]
