"""Working drafts and their savings."""

import django.db.models.deletion
from django.db import migrations, models

from dangol.lib.append_only import guard


class Migration(migrations.Migration):
    dependencies = [
        ("rulebook", "0002_only_grow"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("title", models.CharField(default="", max_length=200)),
                ("base_version", models.PositiveIntegerField(null=True)),
                ("opened_by", models.CharField(max_length=80)),
                ("opened_at", models.DateTimeField()),
                ("state", models.CharField(default="open", max_length=10)),
                ("version", models.PositiveIntegerField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("version__isnull", False)), fields=["version"], name="draft_of_version"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("open", "submitted", "dropped"))), name="draft_state_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("version__isnull", False), models.Q(("state", "submitted"), _negated=True), _connector="OR"
                        ),
                        name="handed_in_is_a_version",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("base", models.PositiveIntegerField()),
                ("beside", models.BooleanField(default=False)),
                ("note", models.TextField(default="")),
                ("by", models.CharField(max_length=80)),
                ("at", models.DateTimeField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="rulebook.draft"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [models.UniqueConstraint(fields=("draft", "number"), name="draft_text_numbered_once")],
            },
        ),
        guard("rulebook_drafttext"),
    ]
