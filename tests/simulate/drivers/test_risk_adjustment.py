"""What it costs that a contract does not follow how ill the patients are."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.drivers.risk_adjustment import (
    RiskAdjustment,
    adjusters,
    risk_adjustment,
    silenced,
)
from fairterms.simulate.forecast.panel import shard
from tests.simulate.drivers.small_year import FORECAST, deal, plan, without_cost, years


@pytest.fixture(scope="module")
def half() -> RiskAdjustment:
    """The small year, whose risk score follows half of acuity."""
    return risk_adjustment(deal(), plan(), years())


def test_more_ill_patients_cost_the_group_and_more_so_unadjusted(half: RiskAdjustment) -> None:
    assert half.is_moved
    assert half.unadjusted.mean.value < half.sicker.mean.value < half.slope.mean.value < 0
    assert half.sicker.loses.value > 0
    assert half.adjusters == ("mean_risk_score",)


def test_a_score_that_follows_half_gives_back_about_half(half: RiskAdjustment) -> None:
    assert half.tracked is not None
    assert half.tracked.value == pytest.approx(0.5, abs=0.12)


def test_without_an_adjuster_nothing_is_given_back() -> None:
    forecast = FORECAST.replace('acuity = "50 %", coding', "coding")
    found = risk_adjustment(deal(), plan(forecast), years(forecast))
    assert found.adjusters == ()
    assert found.tracked is not None
    assert found.tracked.value == 0
    assert found.sicker.mean.value == found.unadjusted.mean.value


def test_years_without_movement_of_acuity_are_worth_nothing_more() -> None:
    still = replace(plan(), declared=plan().declared.with_factor("acuity", spread=0.0))
    found = risk_adjustment(deal(), still, SameChance().years(still, 64))
    assert found.worth.mean.value == pytest.approx(0, abs=1e-6)
    assert found.sicker.mean.value < 0


def test_a_contract_that_acuity_does_not_move_says_so() -> None:
    bare = without_cost()
    found = risk_adjustment(deal(), bare, shard(bare, 0, 64))
    assert not found.is_moved
    assert found.tracked is None


def test_silencing_leaves_every_other_movement() -> None:
    declared = plan().declared
    assert [one.id for one in adjusters(declared)] == ["mean_risk_score"]
    quiet = {one.id: one.moved_by for one in silenced(declared).figures}
    assert quiet["mean_risk_score"] == {"acuity": 0.0, "coding": 1.0}
    assert quiet["visits.*"] == {one.id: one for one in declared.figures}["visits.*"].moved_by
    assert np.isfinite(declared.factors["acuity"].spread)
