"""A vote that no entry tells of, that is gone, or that says something else, is found."""

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

from fairterms_web.committee.models import Ballot
from fairterms_web.committee.sealed import opened, seal
from fairterms_web.ledgers.checking import check_room
from fairterms_web.rooms.walls import as_system
from fairterms_web.vault.keyring import of_room
from tests.web.committee.furnishing import furnish
from tests.web.ledgers.desk import run

if TYPE_CHECKING:
    from tests.web.cast import Cast

pytestmark = pytest.mark.slow
VOTES = "the votes that are there are not those the ledger tells of"
SEATS = "who holds it is not what the ledger tells of"
MINUTES = "its minutes are not those the ledger tells of"


@pytest.fixture
def room(light_cast: "Cast", db: None) -> str:
    """The auditor's room, whose committee decided once."""
    cast = deepcopy(light_cast)
    furnish(cast)
    return cast.rooms["auditor"].id


def test_a_committee_that_voted_agrees_with_its_ledger(room: str) -> None:
    assert check_room(room).problems == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("delete from committee_ballot where true", VOTES),
        ("update committee_ballot set number = 2 where true", VOTES),
        ("update committee_ballot set seat = 'plan_1' where true", VOTES),
        ("update committee_ballot set commitment = 'x' where true", VOTES),
        ("update committee_minutes set outcome = 'carried' where true", MINUTES),
        ("update committee_minutes set sha256 = 'x' where true", MINUTES),
        ("delete from committee_minutes where true", MINUTES),
        ("delete from committee_seat where true", SEATS),
        ("update committee_seat set holder = 'x' where true", SEATS),
    ],
)
def test_what_was_changed_by_hand_is_found(room: str, statement: str, problem: str) -> None:
    assert run(f"{statement} and room_id = %s", room) == 1
    (found,) = check_room(room).problems
    assert found.endswith(problem)


def test_a_vote_sealed_anew_by_who_has_the_keys_is_found(room: str) -> None:
    with as_system():
        row = Ballot.objects.of_every_room().get(room_id=room)
        ring = of_room(room)
        seal(ring, row, {**opened(ring, row), "vote": "no"})
        row.save(update_fields=["words"])
    (found,) = check_room(room).problems
    assert found.endswith(VOTES)
