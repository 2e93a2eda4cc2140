"""Lets the database refuse changes of a version's reason, and of which version it follows, like those of its text."""

from django.db import migrations

from dangol.lib.append_only import guard

_BEFORE = guard("rulebook_policyversion", ("number", "text", "sha256", "author", "created_at"))


class Migration(migrations.Migration):
    dependencies = [("rulebook", "0004_walk")]

    operations = [
        migrations.RunPython(_BEFORE.reverse_code, _BEFORE.code),
        guard("rulebook_policyversion", ("number", "text", "sha256", "author", "created_at", "reason", "follows")),
    ]
