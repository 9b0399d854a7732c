"""Numbers from records in place of declared ones."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.simulate.capacity.observed import Observed
from fairterms.simulate.capacity.sources import beside, fill
from fairterms.units.refusal import Refusal
from tests.simulate.capacity.made_up_sections import changed, sound

SEEN = Observed(
    date(2024, 1, 1),
    date(2026, 12, 31),
    140,
    4_200,
    900,
    {"requests.a_week": 30.0, "care.no_show": 0.12},
    None,
    {"requests.a_week": 0.08},
    (0,) * 66,
    20,
)


def test_a_number_left_to_the_records_is_theirs_and_its_error_widens_the_year() -> None:
    found = fill(sound(changed('a_week = "27 patients"', 'a_week = "records"')), SEEN)
    assert found.numbers["requests.a_week"] == 30
    assert found.numbers["requests.between_years"] == pytest.approx(0.1)
    assert found.numbers["care.no_show"] == 0.09, "declared, so kept"
    assert found.from_records == frozenset()


def test_what_records_do_not_say_is_refused_by_name() -> None:
    declared = sound(changed('weeks_between = "1.5 weeks"', 'weeks_between = "records"'))
    with pytest.raises(Refusal, match=r"capacity: care\.weeks_between: the records do not say it"):
        fill(declared, SEEN)


def test_numbers_that_do_not_go_together_are_refused() -> None:
    text = changed('half_within = "4.5 business days"', 'half_within = "records"')
    seen = replace(SEEN, numbers={"first_visit.half_within": 20.0})
    with pytest.raises(Refusal, match="nine in ten cannot be seen as early"):
        fill(sound(text), seen)


def test_declared_and_observed_stand_side_by_side() -> None:
    declared = sound(changed('a_week = "27 patients"', 'a_week = "records"'))
    rows = {row.entry.meaning: (row.declared, row.observed) for row in beside(declared, SEEN)}
    assert rows["people who ask for a first visit in a week"] == (None, 30.0)
    assert rows["appointments missed"] == (0.09, 0.12)
    assert rows["visits a person comes to"] == (13.0, None)
    assert all(row.observed is None for row in beside(declared, None))
