"""Commands that open a business: publish a policy, add people who work here, fill a demo."""

import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from dangol.facts.errors import KeyReused
from dangol.flows import demo as demonstration
from dangol.flows import publish as publishing
from dangol.flows.errors import Refused
from dangol.lib import clock
from dangol.lib.act import acting
from dangol.lib.ids import new_id
from dangol.rulebook.errors import HasProblems
from dangol.staff import actions as staff
from dangol.staff.errors import UsernameTaken
from dangol.staff.rights import Role

BY = "system:command-line"


@click.command()
@click.argument("policy", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reason", default="", help="Why this version; kept with it.")
@click.option(
    "--from",
    "effective_from",
    type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z"]),
    help="When it comes into force (2026-12-01T00:00:00+0900); at once when left out.",
)
@click.option("--although", default="", help="Why it may take effect before enough of the staff know it; kept with it.")
def publish(policy: Path, reason: str, effective_from: datetime | None, although: str) -> None:
    """Check POLICY and put it in force. With problems nothing changes.

    Where the policy asks for two people, or promises notice of what customers lose, it is obeyed here too: hand the
    policy in with `dangol submit` and let another person approve it on the page of versions.
    """
    at = clock.now()
    text = text_of(policy)
    try:
        answer = publishing.publish(
            text=text,
            reason=reason,
            effective_from=effective_from,
            although=although,
            request=f"publish:{new_id(at).hex}",
            by=BY,
            at=at,
        )
    except HasProblems as refusal:
        refuse(refusal)
    except (Refused, KeyReused) as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    click.echo(f"Version {answer.value['version']} is published ({answer.value['sha256'][:12]}).")


def text_of(policy: Path) -> str:
    """The text of a policy file; ends the program with a sentence when it is not UTF-8."""
    try:
        return policy.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        click.echo(f"{policy} is not UTF-8 text. Save it as UTF-8 and try again.", err=True)
        sys.exit(1)


def refuse(refusal: HasProblems) -> NoReturn:
    """Shows every problem and ends the program."""
    for problem in refusal.problems:
        click.echo(f"{problem.place}: {problem.code}: {problem.message}", err=True)
    click.echo(str(refusal), err=True)
    sys.exit(1)


@click.command("user")
@click.argument("username")
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.CLERK.value, show_default=True)
@click.option("--name", default="", help="The name shown on pages.")
@click.password_option(help="Asked for when left out.")
def user(username: str, role: str, name: str, password: str) -> None:
    """Add somebody who works here."""
    at = clock.now()
    try:
        with acting(by=BY, at=at, request=f"user:{new_id(at).hex}") as act:
            staff.add_user(act=act, username=username, password=password, role=Role(role), name=name)
    except UsernameTaken as taken:
        click.echo(str(taken), err=True)
        sys.exit(1)
    click.echo(f"{username} can sign in now, as {role}.")


@click.command()
@click.option(
    "--policy",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="The policy of the demo shop, such as policies/shop.yaml.",
)
def demo(policy: Path) -> None:
    """Fill an empty business with a demo shop: staff, customers, about a year of history."""
    try:
        told = demonstration.tell(policy=text_of(policy), at=clock.now())
    except HasProblems as refusal:
        refuse(refusal)
    if not told.new:
        click.echo("There is a business here already; the demo leaves it alone.")
    else:
        click.echo(
            f"The demo shop has {told.customers} customers, {told.purchases} purchases, {told.visits} visits "
            f"and {told.returns} returns."
        )
    if names := demonstration.sign_ins():
        click.echo(f"Sign in as {', '.join(names)}; the password of each is {demonstration.PASSWORD}")


commands: list[click.Command] = [publish, user, demo]
