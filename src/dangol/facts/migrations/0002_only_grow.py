"""Lets the database itself refuse changes of the journal's rows."""

from django.db import migrations

from dangol.lib.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("facts", "0001_initial")]

    operations = [guard("facts_fact")]
