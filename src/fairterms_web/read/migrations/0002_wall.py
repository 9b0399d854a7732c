"""Row-level security for what belongs to one room."""

from django.db import migrations

from fairterms_web.rooms.row_security import wall


class Migration(migrations.Migration):
    """Put the wall around the tables of this app."""

    dependencies = [("read", "0001_initial")]
    operations = [wall("read_findingmark", "read_remark")]
