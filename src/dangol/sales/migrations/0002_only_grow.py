"""Lets the database itself refuse changes of what was applied, returned and visited."""

from django.db import migrations

from dangol.lib.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("sales", "0001_initial")]

    operations = [
        guard("sales_appliedclause"),
        guard("sales_return"),
        guard("sales_returnline"),
        guard("sales_visit"),
    ]
