"""Cosignatures beside the checkpoints; neither is ever changed."""

import django.db.models.deletion
from django.db import migrations, models

from fairterms_web.ledgers.triggers import guard_kept
from fairterms_web.rooms.row_security import wall


class Migration(migrations.Migration):
    """Keep what witnesses signed, behind the wall, for good."""

    dependencies = [
        ("ledgers", "0003_guard"),
        ("rooms", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LedgerCosignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("witness", models.CharField(max_length=100)),
                ("key", models.CharField(max_length=200)),
                ("line", models.CharField(max_length=300)),
                ("cosigned_at", models.DateTimeField()),
                ("kept_by", models.CharField(max_length=64)),
                ("kept_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.AddConstraint(
            model_name="ledgercheckpoint",
            constraint=models.UniqueConstraint(
                models.F("room"), models.F("size"), name="one_checkpoint_of_a_size"
            ),
        ),
        migrations.AddField(
            model_name="ledgercosignature",
            name="checkpoint",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ledgers.ledgercheckpoint",
            ),
        ),
        migrations.AddField(
            model_name="ledgercosignature",
            name="room",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="rooms.room"
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgercosignature",
            constraint=models.UniqueConstraint(
                models.F("checkpoint"), models.F("witness"), name="one_cosignature_of_a_witness"
            ),
        ),
        wall("ledgers_ledgercosignature"),
        guard_kept(),
    ]
