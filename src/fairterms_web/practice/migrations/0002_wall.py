"""Row-level security for what belongs to one room."""

from django.db import migrations

from fairterms_web.rooms.row_security import wall


class Migration(migrations.Migration):
    """Put the wall around the table of this app."""

    dependencies = [("practice", "0001_initial")]
    operations = [wall("practice_practicetalk")]
