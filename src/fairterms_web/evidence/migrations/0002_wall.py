"""Row-level security for what belongs to one room."""

from django.db import migrations

from fairterms_web.rooms.row_security import wall


class Migration(migrations.Migration):
    """Put the wall around the tables of this app."""

    dependencies = [("evidence", "0001_initial")]
    operations = [wall("evidence_evidencerecord", "evidence_evidencepart")]
