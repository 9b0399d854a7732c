"""No sealed column is forgotten, and each opens in the place the list says."""

import pytest
from django.apps import apps
from django.db.models import BinaryField

from fairterms.negotiate.practice.talk import Choice
from fairterms_web.practice import actions as practice
from fairterms_web.rooms.walls import Walled, as_system
from fairterms_web.safekeeping.sealed_columns import COLUMNS, WRAPPED
from fairterms_web.vault.box import version_of
from fairterms_web.vault.keyring import of_room
from tests.web.cast import make
from tests.web.committee import furnishing as committee
from tests.web.ethics import desk as ethics
from tests.web.evidence import giving as evidence

pytestmark = pytest.mark.slow


def test_every_column_of_bytes_in_a_room_is_listed() -> None:
    walled = [one for one in apps.get_models() if issubclass(one, Walled)]
    found = {
        f"{model._meta.db_table}.{field.column}"
        for model in walled
        for field in model._meta.concrete_fields
        if isinstance(field, BinaryField)
    }
    assert found == {one.name for one in COLUMNS} | WRAPPED


def furnished() -> list[str]:
    """The identifiers of rooms that hold something of every kind."""
    cast = make()
    committee.furnish(cast)
    evidence.furnish(cast)
    desk = ethics.furnish(cast)
    desk.opened()
    with cast.acting_in("group") as by:
        practice.answer(by=by, choice=Choice("final_figures", "trust"))
    return [*(room.id for room in cast.rooms.values()), desk.room.id]


@pytest.mark.django_db
def test_every_listed_column_opens_what_the_pages_sealed() -> None:
    rooms = furnished()
    opened = dict.fromkeys((one.name for one in COLUMNS), 0)
    with as_system():
        for room in rooms:
            ring = of_room(room)
            for column in COLUMNS:
                for row in column.rows(room):
                    assert column.opened(ring, row) is not None
                    assert int.from_bytes(bytes(row.head), "big") == 1
                    assert version_of(bytes(getattr(row, column.column))) == 1
                    opened[column.name] += 1
    assert min(opened.values()) > 0, opened
