"""The group's own past: what is tried, what is left out, and what the record says."""

import numpy as np
import pytest

from fairterms.outcomes.group_results.assessment import MeasureYear
from fairterms.simulate.forecast.own_back_test import COST, OwnBackTest, try_past, usable_years
from tests.simulate.forecast.past_on_record import STEADY, assessed, costs
from tests.simulate.forecast.plans import declared

FORECAST = declared(trend="3 %")
WILD = ((10, 200), (190, 200), (10, 200), (190, 200))


def test_each_later_year_is_forecast_from_those_before_it() -> None:
    found = try_past([assessed()], costs(1_000, 1_010, 990), FORECAST)
    assert [one.name for one in found.tried] == ["response", COST]
    assert [[year.label for year in one.record.years] for one in found.tried] == [
        ["2024", "2025", "2026"],
        ["2023", "2024"],
    ]
    assert [one.is_cost for one in found.tried] == [False, True]
    assert found.together.held == 5
    assert found.calendar_years == 4
    assert found.left_out == ()


def test_a_later_year_does_not_change_the_forecast_of_an_earlier_one() -> None:
    one = try_past([assessed()], costs(1_000, 1_010, 990, 1_000), FORECAST)
    other = try_past([assessed((*STEADY[:3], (150, 200)))], costs(1_000, 1_010, 990, 500), FORECAST)
    for before, after in zip(one.tried, other.tried, strict=True):
        assert before.record.years[:-1] == after.record.years[:-1]
        assert before.record.years[-1] != after.record.years[-1]
        assert before.record.years[-1].low == after.record.years[-1].low


def test_few_years_are_left_out_and_the_reader_is_told() -> None:
    found = try_past([assessed(((98, 200), (102, 200)))], costs(1_000, 1_010), FORECAST)
    assert found.tried == ()
    assert found.left_out == (
        "Response: 2 years on record, and a trial needs 3.",
        "Cost of a person: 2 years on record, and a trial needs 3.",
    )
    assert found.words() == ("No past year could be forecast from the years before it.",)
    assert not found.fails_too_often


def test_a_measure_of_which_the_forecast_says_nothing_is_not_tried() -> None:
    assert try_past([assessed(measure="other")], (), FORECAST) == OwnBackTest()


def test_years_of_few_patients_and_years_not_over_are_left_out() -> None:
    years = [MeasureYear(2023, 5, 10), MeasureYear(2024, 60, 120), MeasureYear(2025, 5, 11)]
    kept, why = usable_years(years)
    assert [one.year for one in kept] == [2024]
    assert why == [
        "2023 is left out: 10 patients or fewer tell nothing.",
        "2025 is left out: most of its patients cannot be judged yet.",
    ]
    assert usable_years([]) == ([], [])


def test_the_words_say_how_little_few_years_prove() -> None:
    found = try_past([assessed()], (), FORECAST)
    tally, caution, seen = found.words()
    assert tally == (
        "3 of 3 forecasts of past years held. Of ranges meant for 80 % 2.4 would on average."
    )
    assert caution == (
        "3 years cannot prove a forecast: a range that holds in only half of all years passes 3 "
        "years in a row one time in 8. Figures of one year rise and fall together, so more figures "
        "help little."
    )
    assert seen == (
        "The spreads in forecast.toml were written by people who had seen these years. So the test "
        "is kinder than the future."
    )


def test_a_record_that_chance_does_not_explain_is_said_to_fail() -> None:
    found = try_past([assessed(WILD)], (), FORECAST)
    assert found.together.held == 0
    assert found.fails_too_often
    assert found.words()[-1].startswith("Fewer held than chance explains")
    once = try_past([assessed(((98, 200), (102, 200), (100, 200), (150, 200)))], (), FORECAST)
    assert once.together.held == 2
    assert not once.fails_too_often


@pytest.mark.slow
def test_ranges_hold_as_often_as_they_promise_where_the_truth_is_known() -> None:
    """Three hundred made-up measures whose true rate moves by two points, as the forecast says."""
    draws = np.random.default_rng(7)
    held = []
    for _ in range(300):
        rates = np.clip(draws.normal(draws.uniform(0.3, 0.7), 0.02, 4), 0, 1)
        counts = tuple((int(draws.binomial(150, one)), 150) for one in rates)
        held.append(try_past([assessed(counts)], (), FORECAST).together.held)
    assert 0.75 < np.sum(held) / 900 < 0.86
