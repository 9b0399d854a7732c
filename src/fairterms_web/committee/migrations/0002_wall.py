"""Row-level security for what belongs to one room."""

from django.db import migrations

from fairterms_web.rooms.row_security import wall


class Migration(migrations.Migration):
    """Put the wall around the tables of this app."""

    dependencies = [("committee", "0001_initial")]
    operations = [
        wall(
            "committee_seat",
            "committee_motion",
            "committee_ballot",
            "committee_minutes",
            "committee_dissent",
        )
    ]
