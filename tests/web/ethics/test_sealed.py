"""What reporters and readers wrote opens in the place the list of sealed columns says."""

import pytest

from fairterms.audit.ethics.case import Subject
from fairterms_web.ethics.slip import Slip
from fairterms_web.rooms.walls import as_system
from fairterms_web.safekeeping.sealed_columns import COLUMNS
from fairterms_web.vault.keyring import of_room
from tests.web.ethics.desk import Desk


@pytest.mark.slow
def test_every_sealed_column_opens_where_the_list_says(desk: Desk) -> None:
    desk.opened(Slip(Subject.CARE))
    ours = [one for one in COLUMNS if one.table.startswith("ethics_")]
    assert {one.name for one in ours} == {
        "ethics_letterbox.key",
        "ethics_report.slip",
        "ethics_report.body",
        "ethics_caseentry.text",
    }
    with as_system():
        ring = of_room(desk.room.id)
        for column in ours:
            rows = list(column.rows(desk.room.id))
            assert rows, column.name
            assert all(column.opened(ring, row) is not None for row in rows)
