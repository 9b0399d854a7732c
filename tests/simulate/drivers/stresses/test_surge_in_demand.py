"""The stress "surge in demand"."""

import numpy as np
import pytest

from fairterms.simulate.drivers.redraw import SameChance
from tests.simulate.drivers.small_year import plan, years
from tests.simulate.drivers.stresses.asked import change, level


def test_there_are_more_people_and_no_more_visits_than_the_clinicians_can_give() -> None:
    found = change("surge_in_demand").plan
    assert level(found, "member_months") == pytest.approx(1.2 * 3_600)
    again, before = SameChance().years(found, 512).figures, years().figures
    for name, ratio in (("cost", 1.2), ("member_months", 1.2), ("visits.90837", 1.0)):
        means = np.mean(again[name].values) / np.mean(before[name].values)
        assert means == pytest.approx(ratio, rel=0.02), name


def test_the_contract_stays_as_it_was_signed() -> None:
    assert change("surge_in_demand").plan.contract == plan().contract
