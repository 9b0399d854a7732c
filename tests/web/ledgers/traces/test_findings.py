"""A mark or a remark that no entry tells of, or that is gone, is found."""

from typing import TYPE_CHECKING

import pytest

from fairterms_web.ledgers.checking import check_room
from fairterms_web.read.actions import remark
from tests.web.ledgers.desk import run

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk

MARK = "finding f1: what is marked is not what the ledger tells of"
REMARKS = "finding f1: the remarks that are there are not those the ledger tells of"


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("update read_findingmark set decision = 'open'", MARK),
        ("update read_findingmark set reason = 'another'", MARK),
        ("delete from read_findingmark", MARK),
        ("update read_findingmark set finding = 'f2'", MARK),
        ("delete from read_remark", REMARKS),
        ("update read_remark set number = 2", REMARKS),
        ("update read_remark set finding = 'f2'", REMARKS),
    ],
)
def test_what_was_changed_by_hand_is_found(desk: "Desk", statement: str, problem: str) -> None:
    desk.furnish()
    remark(by=desk.by, finding="f3", text="Of another finding.")
    assert check_room(desk.by.room.id).problems == ()
    assert run(f"{statement} where finding = 'f1' and room_id = %s", desk.by.room.id) == 1
    assert problem in check_room(desk.by.room.id).problems


def test_a_remark_whose_last_words_were_taken_out_is_found(desk: "Desk") -> None:
    desk.furnish()
    remark(by=desk.by, finding="f1", text="And again.")
    assert check_room(desk.by.room.id).problems == ()
    run("delete from read_remark where number = 2 and room_id = %s", desk.by.room.id)
    assert check_room(desk.by.room.id).problems == (REMARKS,)
