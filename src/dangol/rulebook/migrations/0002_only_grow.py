"""Lets the database itself refuse changes of a version's text and of decisions."""

from django.db import migrations

from dangol.lib.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("rulebook", "0001_initial")]

    operations = [
        guard("rulebook_policyversion", ("number", "text", "sha256", "author", "created_at")),
        guard("rulebook_decisionrecord", ("id", "policy_version", "kind", "inputs_sha256", "decision", "at")),
    ]
