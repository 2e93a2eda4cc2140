"""Indexes for what every purchase reads, so that it costs the same however much is stored."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("loyalty", "0002_only_grow"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="lot",
            name="lot_usable",
        ),
        migrations.RemoveIndex(
            model_name="lot",
            name="lot_in_debt",
        ),
        migrations.RemoveIndex(
            model_name="lot",
            name="lot_pending",
        ),
        migrations.RemoveIndex(
            model_name="stamp",
            name="stamps_of_slot",
        ),
        migrations.AddIndex(
            model_name="lot",
            index=models.Index(fields=["account"], name="lot_of_account"),
        ),
        migrations.AddIndex(
            model_name="lot",
            index=models.Index(
                condition=models.Q(("pending__gt", 0), ("usable__gt", 0), ("usable__lt", 0), _connector="OR"),
                fields=["account"],
                name="lot_held",
            ),
        ),
        migrations.AddIndex(
            model_name="stamp",
            index=models.Index(fields=["account", "slot"], name="stamps_in_slot"),
        ),
    ]
