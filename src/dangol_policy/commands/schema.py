"""`dangol schema`: JSON Schema of policy, situation and event, for editors and programs."""

from __future__ import annotations

import click

from dangol_policy.commands.frame import print_json
from dangol_policy.schema import Document, schema_of


@click.command("schema")
@click.argument("document", type=click.Choice(["policy", "situation", "event"]), default="policy")
def command(document: Document) -> None:
    """Print the JSON Schema of a DOCUMENT: policy (default), situation or event.

    An editor that knows YAML completes keys and shows their meaning with it.
    """
    print_json(schema_of(document))
