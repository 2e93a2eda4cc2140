"""Lets the database itself refuse changes of the ledger's rows."""

from django.db import migrations

from dangol.lib.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("loyalty", "0001_initial")]

    operations = [
        guard("loyalty_entry"),
        guard("loyalty_counted"),
        guard("loyalty_tierchange"),
        guard("loyalty_stamp"),
    ]
