"""Entries of a ledger are only ever added."""

from django.db import migrations

from fairterms_web.ledgers.triggers import guard


class Migration(migrations.Migration):
    """Let the database refuse everything else."""

    dependencies = [("ledgers", "0002_wall")]
    operations = [guard()]
