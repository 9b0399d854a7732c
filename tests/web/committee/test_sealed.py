"""What is sealed of a committee opens in its own place, and nowhere else."""

from copy import deepcopy

import pytest

from fairterms_web.committee.models import Ballot, Motion
from fairterms_web.committee.sealed import COLUMN, opened, seal
from fairterms_web.rooms.walls import acting, as_system
from fairterms_web.safekeeping.sealed_columns import COLUMNS
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import keyring, of_room
from tests.web.cast import Cast
from tests.web.committee.furnishing import furnish


@pytest.fixture
def cast(light_cast: Cast, db: None) -> Cast:
    """The cast, whose committee decided once."""
    found = deepcopy(light_cast)
    furnish(found)
    return found


def test_every_sealed_column_of_the_committee_opens_where_the_list_says(cast: Cast) -> None:
    room = cast.rooms["auditor"].id
    found = {}
    with as_system():
        for column in COLUMNS:
            if column.model in COLUMN:
                rows = list(column.rows(room))
                found[column.model] = column.column
                assert rows, column.name
                assert all(column.opened(of_room(room), one) for one in rows)
    assert found == dict(COLUMN)


def test_words_moved_to_another_row_do_not_open(cast: Cast) -> None:
    by = cast.entered("auditor", "auditor")
    with acting(by.actor):
        ring = keyring(by)
        motion = Motion.objects.within(by).get()
        assert opened(ring, motion) == {"title": "Look again", "text": "At the lists."}
        other = Motion(id="0" * 32, room=by.room, words=motion.words)
        with pytest.raises(Unopened):
            opened(ring, other)
        ballot = Ballot(id=motion.id, room=by.room, words=motion.words)
        with pytest.raises(Unopened):
            opened(ring, ballot)
        seal(ring, other, {"title": "Another", "text": ""})
        assert opened(ring, other)["title"] == "Another"
