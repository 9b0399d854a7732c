"""Which drivers make the years differ."""

import numpy as np
import pytest

from fairterms.simulate.drivers.sensitivity import CHANCE, Sensitivity, sensitivity
from tests.simulate.drivers.small_year import FORECAST, TERMS, deal, plan
from tests.simulate.results import small_deals

VISITS = """
[[clause]]
id = "coordination"
model = "care_coordination"
rate = "$10.00 PMPM"
"""

MONTHS = """
[[figure]]
id = "member_months"
moved_by = { trend = "100 %", acuity = "200 %" }
spread = "3 %"
"""


@pytest.fixture(scope="module")
def straight() -> Sensitivity:
    """A payment that moves by 3 %, 4 % and 3 % with three drivers, and by nothing else."""
    return sensitivity(small_deals.deal(), plan(MONTHS, VISITS), 512)


def test_a_nearly_straight_payment_splits_its_variance_by_squares(straight: Sensitivity) -> None:
    found = {one.name: one for one in straight.drivers}
    for name, share in (("acuity", 16), ("trend", 9), ("figure member_months", 9)):
        assert found[name].first.value == pytest.approx(share / 34, abs=0.09), name
        assert found[name].total.value == pytest.approx(share / 34, abs=0.03), name
    assert straight.together == pytest.approx(0, abs=0.2)
    assert straight.spread == pytest.approx(36_000 * np.sqrt(0.0034), rel=0.05)


def test_drivers_that_touch_nothing_have_no_effect_and_the_others_are_told(
    straight: Sensitivity,
) -> None:
    found = {one.name: one.total.value for one in straight.drivers}
    assert found["staffing"] == found["completion"] == found[CHANCE] == 0
    assert straight.held == ("no_show",)
    assert straight.drivers[0].name == "acuity"
    assert straight.runs == 512 * (2 + len(straight.drivers))


def test_chance_between_patients_is_a_driver_and_a_rate_another() -> None:
    found = {one.name: one for one in sensitivity(deal(), plan(FORECAST, TERMS), 256).drivers}
    assert found[CHANCE].total.value > 0.2  # 300 patients do not even out
    assert found["rate of response"].total.value > 0
    assert found["staffing"].total.value < 1e-12  # visits are paid anyway
