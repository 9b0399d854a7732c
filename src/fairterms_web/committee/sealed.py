"""The sealed columns of the committee: which is which, and how each is opened."""

import json
from collections.abc import Mapping
from typing import Any

from fairterms.ledger.canonical import Value, write
from fairterms_web.committee.models import Ballot, Dissent, Minutes, Motion, Seat
from fairterms_web.vault.keyring import Keyring

Row = Ballot | Dissent | Minutes | Motion | Seat
COLUMN: Mapping[type[Row], str] = {
    Seat: "appointed_by",
    Motion: "words",
    Ballot: "words",
    Minutes: "record",
    Dissent: "text",
}
"""The sealed column of each table."""


def seal(ring: Keyring, row: Row, told: Mapping[str, Value]) -> None:
    """Seal a table of words into a row, for its own place.

    Parameters
    ----------
    ring
        The keys of the row's room.
    row
        It has its identifier already.
    told
        What is sealed; no fractions.
    """
    column = COLUMN[type(row)]
    setattr(row, column, ring.seal(row._meta.db_table, column, row.id, write(told)))


def opened(ring: Keyring, row: Row) -> dict[str, Any]:
    """Open what was sealed into a row.

    Raises
    ------
    Unopened
        When it does not belong there, was changed, or its key was destroyed.
    """
    column = COLUMN[type(row)]
    found = json.loads(ring.open(row._meta.db_table, column, row.id, bytes(getattr(row, column))))
    assert isinstance(found, dict), "a table was sealed"
    return found
