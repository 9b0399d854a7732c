"""A version of a file that no entry tells of, or that is gone, is found."""
# ruff: noqa: S608 - statements of our own, in a database of the test's

from typing import TYPE_CHECKING

import pytest

from fairterms_web.deals.access import versions_of
from fairterms_web.deals.actions import put_back, save_files
from fairterms_web.ledgers.checking import check_room
from tests.web.ledgers.desk import run

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk

OTHERS = "notes.txt: the versions that are there are not those the ledger tells of"


def test_saving_removing_and_putting_back_agree_with_the_ledger(desk: "Desk") -> None:
    desk.furnish()
    first = versions_of(desk.by, "notes.txt")[-1]
    put_back(by=desk.by, version_id=first.id)
    save_files(by=desk.by, files={"more.txt": b"again"})
    assert check_room(desk.by.room.id).problems == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("delete from deals_fileversion where number = 2 and path = 'notes.txt'", OTHERS),
        ("delete from deals_fileversion where number = 1 and path = 'notes.txt'", OTHERS),
        ("update deals_fileversion set is_removed = is_current where path = 'notes.txt'", OTHERS),
        ("update deals_fileversion set sha256 = 'x' where path = 'notes.txt'", OTHERS),
        ("update deals_fileversion set number = 9 where number = 2 and path = 'notes.txt'", OTHERS),
        (
            "update deals_fileversion set path = 'other.txt' where path = 'notes.txt'",
            "other.txt: the versions that are there are not those the ledger tells of",
        ),
        (
            "update deals_fileversion set is_current = (1 = 0) where path = 'notes.txt'",
            "notes.txt: its newest version is not the one that counts",
        ),
    ],
)
def test_a_version_that_was_changed_by_hand_is_found(
    desk: "Desk", statement: str, problem: str
) -> None:
    desk.furnish()
    assert run(f"{statement} and room_id = %s", desk.by.room.id) > 0
    assert problem in check_room(desk.by.room.id).problems


def test_a_body_moved_from_one_version_to_another_is_found(desk: "Desk") -> None:
    desk.furnish()
    room = desk.by.room.id
    body = "(select body from deals_fileversion where number = 1 and path = 'notes.txt'"
    statement = "where number = 2 and path = 'notes.txt' and room_id = %s"
    run(f"update deals_fileversion set body = {body} and room_id = %s) {statement}", room, room)
    assert check_room(room).problems == (OTHERS,)
