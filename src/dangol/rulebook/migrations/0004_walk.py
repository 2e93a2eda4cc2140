"""Why a step was taken, and which version another follows."""

import django.db.models.deletion
from django.db import migrations, models

from dangol.lib.append_only import guard


class Migration(migrations.Migration):
    dependencies = [
        ("rulebook", "0003_drafts"),
    ]

    operations = [
        migrations.AddField(
            model_name="policyversion",
            name="follows",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.CreateModel(
            name="StepReason",
            fields=[
                ("fact", models.UUIDField(primary_key=True, serialize=False)),
                ("reason", models.TextField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="step_reasons",
                        to="rulebook.policyversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        guard("rulebook_stepreason"),
    ]
