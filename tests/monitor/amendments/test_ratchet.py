"""How the work grows after signing."""

from datetime import date
from decimal import Decimal

from fairterms.monitor.amendments.change import Burden, Change
from fairterms.monitor.amendments.ratchet import ratchet
from tests.monitor.amendments.made_up import change


def adding(name: str, hours: int | None, month: int, by: str = "plan") -> Change:
    known = None if hours is None else Decimal(hours)
    return change(
        id=name,
        line=month,
        received=date(2027, 1, 5),
        effective=date(2027, month, 1),
        agreed_by=by,
        adds=Burden((name,), known, Decimal(0)),
    )


STORY = (
    adding("third", 30, 9),
    adding("first", 100, 2, "managing member"),
    adding("second", None, 5),
)


def test_changes_add_up_in_the_order_in_which_they_apply() -> None:
    found = ratchet(STORY, date(2027, 12, 31))
    assert [one.change.id for one in found.steps] == ["first", "second", "third"]
    assert [one.hours for one in found.steps] == [100, 100, 130]
    assert found.hours == 130


def test_what_nobody_knows_is_counted_as_not_known() -> None:
    found = ratchet(STORY, date(2027, 12, 31))
    assert [one.unknown_hours for one in found.steps] == [0, 1, 1]
    assert [one.unknown_dollars for one in found.steps] == [0, 0, 0]


def test_a_change_is_in_force_from_its_first_day_on() -> None:
    assert len(ratchet(STORY, date(2027, 4, 30)).steps) == 1
    assert len(ratchet(STORY, date(2027, 5, 1)).steps) == 2
    assert [one.id for one in ratchet(STORY, date(2027, 5, 1)).coming] == ["third"]


def test_what_was_not_told_yet_is_not_known_yet() -> None:
    found = ratchet(STORY, date(2027, 1, 4))
    assert (found.steps, found.coming) == ((), ())
    assert found.hours == 0
    assert found.share_one_sided is None


def test_the_share_one_sided_counts_changes_and_their_hours() -> None:
    found = ratchet(STORY, date(2027, 12, 31))
    assert found.share_one_sided == Decimal(2) / 3
    assert found.hours_one_sided == 30


def test_a_change_that_takes_work_away_lowers_the_sum() -> None:
    less = change(
        effective=date(2027, 10, 1),
        adds=Burden((), Decimal(0), Decimal(0)),
        removes=Burden(("x",), Decimal(50), Decimal(20)),
    )
    found = ratchet((*STORY, less), date(2027, 12, 31))
    assert found.hours == 80
    assert found.dollars == -20
