"""The stress "one crisis patient"."""

import numpy as np
import pytest

from tests.simulate.drivers.small_year import FORECAST, plan, years
from tests.simulate.drivers.stresses.asked import change


def test_every_year_gets_one_patient_more_and_the_part_above_the_attachment_apart() -> None:
    after = change("crisis_patient", 25_000.0).figures(years()).figures
    before = years().figures
    for name, more in (("cost", 25_000.0), ("above", 15_000.0), ("member_months", 0.0)):
        added = np.asarray(after[name].values) - np.asarray(before[name].values)
        assert added == pytest.approx(more), name


def test_a_patient_below_the_attachment_adds_nothing_above_it() -> None:
    after = change("crisis_patient", 4_000.0).figures(years()).figures
    assert np.array_equal(after["above"].values, years().figures["above"].values)


def test_without_an_attachment_all_of_it_counts() -> None:
    lines = [line for line in FORECAST.splitlines() if not line.startswith(("above", "attachment"))]
    found = change("crisis_patient", of=plan("\n".join(lines)))
    assert "apart" not in found.words
