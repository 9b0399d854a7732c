"""Two lists of members compared."""

from datetime import date

import pytest

from fairterms.population.list_difference import Lists, compare
from fairterms.population.selection import Selection
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal
from tests.population.town import Town

QUARTER = Period(date(2027, 1, 1), date(2027, 3, 31))
COLUMNS = "person_id starts ends clinician_id"


def two_lists(here: Town, received: date = date(2027, 2, 10)) -> Lists:
    older = here.members(
        ("kept", "01-01", None, "ann"),
        ("moved", "01-01", None, "ann"),
        ("dropped", "01-01", None, "ann"),
        columns=COLUMNS,
    )
    newer = here.put(
        "enrolment",
        COLUMNS,
        [
            ("kept", date(2027, 1, 1), None, "ann"),
            ("moved", date(2027, 1, 1), date(2027, 1, 31), "ann"),
            ("moved", date(2027, 2, 1), None, "bob"),
            ("dropped", date(2027, 1, 1), date(2027, 1, 14), "ann"),
            ("added", date(2027, 2, 1), None, None),
        ],
        received=received,
        replaces=older,
    )
    return Lists(older, newer, 15, Selection())


def test_each_month_shows_who_was_added_dropped_and_moved(here: Town) -> None:
    found = compare(here.connection, two_lists(here), QUARTER)
    assert [(m.kept, m.moved, m.added, m.dropped, m.net) for m in found] == [
        (2, 0, 0, 1, -1),
        (1, 1, 1, 1, 0),
        (1, 1, 1, 1, 0),
    ]
    assert all(month.is_changed for month in found)


def test_the_rows_are_named_in_the_list_that_has_them(here: Town) -> None:
    found = compare(here.connection, two_lists(here), QUARTER)
    assert found[0].rows == "load 1: row 3"
    assert found[1].rows == "load 1: row 3; load 2: rows 3, 5"


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        (date(2027, 2, 28), [True, True, False]),
        (date(2027, 3, 1), [True, True, True]),
        (date(2027, 1, 31), [True, False, False]),
    ],
)
def test_a_month_that_had_begun_is_changed_in_retrospect(
    here: Town, received: date, expected: list[bool]
) -> None:
    found = compare(here.connection, two_lists(here, received), QUARTER)
    assert [month.is_retroactive for month in found] == expected


@pytest.mark.parametrize(("day", "dropped"), [(14, 0), (15, 1)])
def test_the_day_of_the_month_decides(here: Town, day: int, dropped: int) -> None:
    lists = two_lists(here)
    january = compare(here.connection, Lists(lists.older, lists.newer, day, Selection()), QUARTER)[
        0
    ]
    assert january.dropped == dropped


def test_a_list_compared_with_itself_changes_nothing(here: Town) -> None:
    lists = two_lists(here)
    found = compare(here.connection, Lists(lists.older, lists.older, 1, Selection()), QUARTER)
    assert not any(month.is_changed or month.is_retroactive for month in found)


def test_a_list_nobody_loaded_is_refused(here: Town) -> None:
    lists = two_lists(here)
    with pytest.raises(Refusal, match="there is no load 9 of the table enrolment"):
        compare(here.connection, Lists(lists.older, 9, 1, Selection()), QUARTER)
