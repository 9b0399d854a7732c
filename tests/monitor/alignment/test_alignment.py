"""Several deals side by side."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.monitor.alignment.alignment import aligned
from fairterms.monitor.alignment.deal_side import read_side
from fairterms.monitor.alignment.measure_family import Likeness
from fairterms.monitor.alignment.shared_calendar import DueDay
from fairterms.units.refusal import Refusal
from tests.monitor.alignment.made_up import report, side

EXAMPLES = Path(__file__).parents[3] / "examples"


def test_one_deal_has_nothing_beside_it() -> None:
    with pytest.raises(Refusal, match="are fewer than two"):
        aligned([side("A")])


def test_two_deals_of_one_name_could_not_be_told_apart() -> None:
    with pytest.raises(Refusal, match="A: is the name of two deals"):
        aligned([side("A"), side("B"), side("A")])


def test_hours_are_added_where_they_are_known_and_counted_where_not() -> None:
    one = side("A", reports=(report("a", "id", hours="5 hours"), report("b", "x", hours="1 hours")))
    other = side("B", reports=(report("c", "id", hours="3 hours"), report("d", "x")))
    found = aligned([one, other, side("C")])
    assert found.hours_saved == 3
    assert found.unknown == 1
    assert found.without_reports == ("C",)


def test_deadlines_of_any_sort_are_taken() -> None:
    found = aligned([side("A"), side("B")], [DueDay("A", "a report", date(2027, 4, 30))])
    assert len(found.weeks) == 1


def test_the_same_id_of_the_examples_is_not_taken_for_the_same_measure() -> None:
    found = aligned([read_side(EXAMPLES / name) for name in ("juniper", "willow")])
    assert found.confirmed == ()
    (follow_up,) = found.namesakes
    assert [one.name for one in follow_up.measures] == [
        "Visit within seven days after hospital discharge",
        "Patients in care with a first and a later score",
    ]


def test_the_examples_leave_open_what_each_of_them_counts() -> None:
    found = aligned([read_side(EXAMPLES / name) for name in ("cedar", "juniper")])
    assert found.namesakes == ()
    named = {tuple(one.id for one in each.measures): each for each in found.confirmed}
    assert set(named) == {("response", "depression_response"), ("access", "first_appointment")}
    access = named["access", "first_appointment"]
    likeness = {one.name: one.likeness for one in access.parts}
    assert likeness["days"] is Likeness.LEFT_OPEN
    assert likeness["first within"] is Likeness.SAME
    assert likeness["numerator"] is Likeness.NOT_SAID
    assert likeness["weight"] is Likeness.DIFFERS
    assert access.differing == ()
    assert access.definitions == 1
