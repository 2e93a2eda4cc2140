"""Lets the database itself refuse changes of what staff acknowledged and answered, and of what was waived."""

from django.db import migrations

from dangol.lib.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("staff", "0002_handbook")]

    operations = [
        guard("staff_acknowledgement"),
        guard("staff_checkanswer"),
        guard("staff_coveragewaiver"),
    ]
